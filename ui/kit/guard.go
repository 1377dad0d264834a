package kit

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"sync"
	"time"
	"unicode/utf8"
)

// ErrInputEnded says that the keyboard is gone: the terminal was closed or the
// connection lost. It is not io.EOF, after which Bubble Tea would go on without
// a keyboard.
var ErrInputEnded = errors.New("terminal input ended")

const (
	// keyWait is how long the rest of a key may take.
	keyWait = 50 * time.Millisecond
	// pasteWait is the longest silence inside a paste, pasteTotal its longest
	// duration; a paste whose end never comes is given up then.
	pasteWait, pasteTotal = time.Second, 30 * time.Second
	// replyWait and replyTotal are the same for a terminal's answer.
	replyWait, replyTotal = 500 * time.Millisecond, 2 * time.Second
)

// Guard stands between a terminal and Bubble Tea v1, which takes every read for
// whole keys: it makes "esc" and "[B" of a split arrow, loses a letter whose
// bytes come apart, and joins letters that come together. Each Read of a Guard
// returns exactly one key, one character or (in as many reads as it takes) one
// paste.
type Guard struct {
	chunks chan []byte
	done   chan struct{}
	ended  chan struct{}
	close  sync.Once
	err    error
	after  func(time.Duration) <-chan time.Time
	// onReply gets the terminal's answers, from the goroutine that reads.
	onReply func(Reply)

	buf      []byte // came in, not yet understood
	out      []byte // understood, not yet read
	mode     guardMode
	paste    []byte
	reply    []byte // of a kitty answer, what came of it
	deadline <-chan time.Time
}

// NewGuard starts to read r. Close ends that as soon as r returns.
func NewGuard(r io.Reader) *Guard { return newGuard(r, time.After) }

func newGuard(r io.Reader, after func(time.Duration) <-chan time.Time) *Guard {
	g := &Guard{
		chunks: make(chan []byte), done: make(chan struct{}), ended: make(chan struct{}), after: after,
	}
	go g.pump(r)
	return g
}

// pump hands over what r gives, at most one chunk ahead of the reader.
func (g *Guard) pump(r io.Reader) {
	defer close(g.ended)
	var b [4096]byte
	for {
		n, err := r.Read(b[:])
		if n > 0 {
			select {
			case g.chunks <- bytes.Clone(b[:n]):
			case <-g.done:
				return
			}
		}
		if err != nil {
			g.err = err
			return
		}
	}
}

// Close ends the guard: a Read that waits returns ErrInputEnded.
func (g *Guard) Close() error {
	g.close.Do(func() { close(g.done) })
	return nil
}

// Read returns the next event.
func (g *Guard) Read(p []byte) (int, error) {
	for len(g.out) == 0 {
		if err := g.advance(); err != nil {
			return 0, err
		}
	}
	n := copy(p, g.out)
	g.out = g.out[n:]
	return n, nil
}

// advance takes one step: understand a piece of the buffer, or wait for more.
func (g *Guard) advance() error {
	switch g.mode {
	case modePaste:
		return g.advancePaste()
	case modeReply:
		return g.advanceReply()
	}
	if len(g.buf) == 0 {
		_, err := g.more(nil)
		return err
	}
	p := nextPiece(g.buf, false)
	if p.used == 0 {
		late, err := g.more(g.after(keyWait))
		if err != nil || !late {
			return err
		}
		p = nextPiece(g.buf, true)
	}
	g.out = bytes.Clone(p.event)
	if p.reply != nil {
		g.replied(string(p.reply))
	}
	g.reply = nil
	if p.mode == modeReply && g.buf[1] == '_' {
		g.reply = bytes.Clone(g.buf[:p.used])
	}
	g.buf = g.buf[p.used:]
	g.enter(p.mode)
	return nil
}

func (g *Guard) enter(m guardMode) {
	g.mode, g.deadline = m, nil
	switch m {
	case modePaste:
		g.paste, g.deadline = nil, g.after(pasteTotal)
	case modeReply:
		g.deadline = g.after(replyTotal)
	}
}

// more waits for bytes. late means that nothing more comes in time, or at all;
// without a time, the end of the input is an error.
func (g *Guard) more(timeout <-chan time.Time) (late bool, err error) {
	select {
	case <-g.done:
		return false, ErrInputEnded
	default:
	}
	select {
	case c := <-g.chunks:
		g.buf = append(bytes.Clone(g.buf), c...)
		return false, nil
	case <-timeout:
		return true, nil
	case <-g.deadline:
		return true, nil
	case <-g.ended:
		if timeout != nil {
			return true, nil
		}
		if g.err == nil || errors.Is(g.err, io.EOF) {
			return false, ErrInputEnded
		}
		return false, fmt.Errorf("%w: %w", ErrInputEnded, g.err)
	case <-g.done:
		return false, ErrInputEnded
	}
}

// advancePaste collects a paste up to its end mark. Of a paste longer than
// MaxPaste one byte more is kept, so that whoever gets it sees that it is too
// long, and the rest is thrown away.
func (g *Guard) advancePaste() error {
	text, rest, found := bytes.Cut(g.buf, []byte(pasteEnd))
	if !found {
		keep := partialEnd(g.buf, pasteEnd)
		text, rest = g.buf[:len(g.buf)-keep], g.buf[len(g.buf)-keep:]
	}
	room := max(0, MaxPaste+1-len(g.paste))
	g.paste = append(g.paste, text[:min(len(text), room)]...)
	g.buf = rest
	if found {
		g.finishPaste(false)
		return nil
	}
	late, err := g.more(g.after(pasteWait))
	if late {
		g.buf = nil
		g.finishPaste(true)
	}
	return err
}

// finishPaste passes the paste on. Bubble Tea would drop bytes that are not
// UTF-8 from it; a paste that has such bytes, or no end, becomes the mark that
// stands for a broken one.
func (g *Guard) finishPaste(broken bool) {
	text := g.paste
	if len(text) > MaxPaste {
		text = wholeRunes(text)
	}
	if broken || !utf8.Valid(text) || bytes.ContainsRune(text, utf8.RuneError) {
		text = []byte(string(brokenMark))
	}
	g.out = append(append([]byte(pasteStart), text...), pasteEnd...)
	g.paste = nil
	g.enter(modeKeys)
}

// wholeRunes fills the place of a character cut in two, so that the text stays
// as long as it was.
func wholeRunes(b []byte) []byte {
	for i := 1; i < utf8.UTFMax && i <= len(b); i++ {
		if tail := b[len(b)-i:]; utf8.RuneStart(tail[0]) {
			if !utf8.FullRune(tail) {
				return append(b[:len(b)-i], bytes.Repeat([]byte{'?'}, i)...)
			}
			break
		}
	}
	return b
}

// partialEnd is how many of the last bytes may be the beginning of mark.
func partialEnd(b []byte, mark string) int {
	for n := min(len(b), len(mark)-1); n > 0; n-- {
		if bytes.HasSuffix(b, []byte(mark[:n])) {
			return n
		}
	}
	return 0
}

// advanceReply takes a terminal's answer, up to BEL or ESC \. It is thrown
// away unless it is a whole one of kitty's.
func (g *Guard) advanceReply() error {
	for i, c := range g.buf {
		switch {
		case c == 0x07, c == 0x18, c == 0x1a:
			g.buf = g.buf[i+1:]
			g.enter(modeKeys)
			return nil
		case c == 0x1b && i+1 < len(g.buf):
			used := i
			if g.buf[i+1] == '\\' {
				used = i + 2
				g.finishReply(g.buf[:used])
			}
			g.buf = g.buf[used:]
			g.enter(modeKeys)
			return nil
		}
	}
	keep := len(g.buf) - partialEnd(g.buf, "\x1b\\")
	g.collectReply(g.buf[:keep])
	g.buf = g.buf[keep:]
	late, err := g.more(g.after(replyWait))
	if late {
		g.enter(modeKeys)
	}
	return err
}
