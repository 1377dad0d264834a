package ui

import (
	"context"
	"errors"
	"os"

	"github.com/spf13/cobra"
	"golang.org/x/term"

	"okienko/ui/kit"
	"okienko/ui/qr"
	"okienko/ui/text"
)

func (c *command) qrCommand() *cobra.Command {
	var rung string
	var list, try bool
	v := c.verb("qr", []string{c.t.TextArgument}, func(ctx context.Context, args []string) error {
		switch {
		case try:
			return c.tryCodes(ctx, args)
		case list:
			return c.listRungs(args[0])
		}
		return c.showCode(args[0], rung)
	})
	c.text(v.Flags(), &rung, "rung", "")
	v.Flags().BoolVar(&list, "rungs", false, c.t.Flag["rungs"])
	v.Flags().BoolVar(&try, "try", false, c.t.Flag["try"])
	exactly := v.Args
	v.Args = func(cc *cobra.Command, args []string) error {
		if try && len(args) == 0 {
			return nil // there is a sample
		}
		return exactly(cc, args)
	}
	return c.withJSON(v)
}

// size is the terminal's, or the least there is.
func (c *command) size() (cols, rows int) {
	if out, ok := c.Out.(*os.File); ok {
		if w, h, err := term.GetSize(int(out.Fd())); err == nil && w > 0 && h > 0 {
			return w, h
		}
	}
	return 80, 24
}

// showCode fills the terminal with a code until a key is pressed.
func (c *command) showCode(payload, rung string) error {
	if !c.onTerminal() {
		return &saidError{sentence: c.t.NoTerminal}
	}
	terminal := qr.Detect(os.Getenv)
	cols, rows := c.size()
	cells := rung
	if isPicture(rung) {
		cells = "" // until the terminal has answered, and where it does not
	}
	if _, err := qr.Draw(payload, cols, rows, terminal, cells); err != nil {
		return &saidError{c.codeFault(err, rung), err}
	}
	s := &codeScreen{c: c, payload: payload, rung: rung, terminal: terminal, out: os.Stdout,
		measure: func() kit.WindowSize { return kit.Measure(os.Stdout) }}
	return c.windowEnded(kit.Run(kit.NewStack(s, kit.Options{}), kit.RunOptions{}))
}

// codeFault explains why a code can't be drawn.
func (c *command) codeFault(err error, rung string) string {
	var small *qr.TooSmallError
	switch {
	case errors.As(err, &small):
		said := c.t.CodeTooSmall(small.Cols, small.Rows)
		if !qr.Detect(os.Getenv).Glyphs {
			said += " " + text.QRIn(c.lang).NoGlyphs
		}
		return said
	case errors.Is(err, qr.ErrTooLong):
		return c.t.CodeTooLong
	case errors.Is(err, qr.ErrEmpty):
		return c.t.CodeEmpty
	case errors.Is(err, qr.ErrNoRung):
		return c.t.CodeNoRung(rung)
	case errors.Is(err, qr.ErrNotHere):
		return c.t.CodeNotHere(rung)
	}
	return text.Error(c.lang, err, c.zone)
}
