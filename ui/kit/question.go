package kit

import (
	"errors"
	"fmt"
	"io"
	"os"
	"time"
)

// Question puts a question to a terminal outside of a window, and gives each answer
// to got until that reports that it has heard enough, or the time is over.
// What is typed meanwhile is lost. Where answers are not told from keys nothing
// is asked.
func Question(stdin *os.File, out io.Writer, question string, most time.Duration, got func(Reply) bool) (err error) {
	if !Guarded || question == "" {
		return nil
	}
	in, restore, err := OpenTerminal(stdin)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, restore()) }()
	replies := make(chan Reply, 8)
	if g, ok := in.(*Guard); ok {
		g.onReply = func(r Reply) {
			select {
			case replies <- r:
			default: // more than were asked for
			}
		}
	}
	go discard(in)
	if _, err := io.WriteString(out, question); err != nil {
		return fmt.Errorf("ask the terminal: %w", err)
	}
	over := time.After(most)
	for {
		select {
		case r := <-replies:
			if got(r) {
				return nil
			}
		case <-over:
			return nil
		}
	}
}

// discard reads keys until the input is closed.
func discard(in io.Reader) {
	var b [64]byte
	for {
		if _, err := in.Read(b[:]); err != nil {
			return
		}
	}
}
