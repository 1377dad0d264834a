package kit

// Reply is what a terminal answered to a question, as it came: its attributes
// ("CSI ? … c") or a word on kitty's graphics ("ESC _ G … ESC \"). All screens
// get it in a Broadcast.
type Reply struct{ Text string }

// WindowSize is that of a terminal's window: in cells, and in pixels.
type WindowSize struct{ Cols, Rows, Width, Height int }

// replyLimit is longer than any answer that is passed on.
const replyLimit = 256

// isReply tells the answers that are passed on from those that nobody asked
// for.
func isReply(seq []byte) bool {
	params, final := seq[2:len(seq)-1], seq[len(seq)-1]
	return final == 'c' && len(params) > 1 && params[0] == '?'
}

// replied passes an answer on, if anybody wants it.
func (g *Guard) replied(text string) {
	if g.onReply != nil && len(text) <= replyLimit {
		g.onReply(Reply{text})
	}
}

// collectReply keeps a part of a kitty answer, finishReply passes it on with
// its last part.
func (g *Guard) collectReply(part []byte) {
	if g.reply != nil && len(g.reply) <= replyLimit {
		g.reply = append(g.reply, part...)
	}
}

func (g *Guard) finishReply(part []byte) {
	if g.collectReply(part); g.reply != nil {
		g.replied(string(g.reply))
		g.reply = nil
	}
}
