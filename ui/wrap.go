package ui

import (
	"fmt"
	"io"
	"os"
	"strings"

	"golang.org/x/term"

	"okienko/ui/kit"
)

// columns is the width in cells of the terminal that w writes to; 0 if it
// writes to none, or to one that does not say.
func columns(w io.Writer) int {
	file, ok := w.(*os.File)
	if !ok || !term.IsTerminal(int(file.Fd())) {
		return 0
	}
	width, _, err := term.GetSize(int(file.Fd()))
	if err != nil {
		return 0
	}
	return width
}

// wrapped breaks a text at spaces into lines of at most width cells; 0: it is
// left alone. A longer word, a path for example, stays whole, so that it can be
// copied.
func wrapped(text string, width int) string {
	if width <= 0 {
		return text
	}
	lines := strings.Split(text, "\n")
	for i, line := range lines {
		lines[i] = wrappedLine(line, width)
	}
	return strings.Join(lines, "\n")
}

// entry is a sentence behind a word in a column of its own, which the sentence's
// further lines leave free.
func entry(word, sentence string, width int) string {
	const column = 9
	if width > 0 {
		width = max(1, width-column)
	}
	return fmt.Sprintf("%-*s", column, word) + strings.ReplaceAll(wrapped(sentence, width), "\n", "\n"+strings.Repeat(" ", column))
}

func wrappedLine(line string, width int) string {
	var b strings.Builder
	at := 0
	for i, word := range strings.Split(line, " ") {
		n := kit.Width(word)
		switch {
		case i == 0:
		case at+1+n > width:
			b.WriteByte('\n')
			at = 0
		default:
			b.WriteByte(' ')
			at++
		}
		b.WriteString(word)
		at += n
	}
	return b.String()
}
