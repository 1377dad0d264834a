package ui

import (
	"context"
	"errors"
	"io/fs"
	"os"

	"golang.org/x/term"

	"okienko/ui/desk"
	"okienko/ui/kit"
	"okienko/ui/text"
)

// window opens the window; it is what okienko does without a command.
func (c *command) window(ctx context.Context, _ []string) error {
	if !c.onTerminal() {
		return &saidError{sentence: c.t.NoTerminal}
	}
	if made, err := c.firstRun(); err != nil || !made {
		return c.windowEnded(err)
	}
	return c.inSchool(ctx, func(s *session) error {
		defer c.keepHouse(ctx, s)()
		return c.windowEnded(c.windowOf(s).Open(ctx))
	})
}

// firstRun makes a school where the data folder holds none; made is false if
// the person left instead.
func (c *command) firstRun() (made bool, err error) {
	if c.demo {
		return true, nil
	}
	if _, err := os.Stat(c.dataFolder().ProfileFile()); !errors.Is(err, fs.ErrNotExist) {
		return true, nil // what else is wrong, opening the school says
	}
	c.chosen, made, err = desk.OpenFirstRun(c.lang, c.dataFolder())
	return made, err
}

// windowEnded explains how a window ended.
func (c *command) windowEnded(err error) error {
	switch {
	case errors.Is(err, kit.ErrInputEnded):
		return nil // the terminal was closed: there is nobody to tell
	case errors.Is(err, kit.ErrCrashed):
		return &saidError{text.KitIn(c.lang).Crashed, err}
	}
	return err
}

// onTerminal reports whether stdin and stdout are a terminal.
func (c *command) onTerminal() bool {
	out, ok := c.Out.(*os.File)
	return ok && c.In != nil && term.IsTerminal(int(out.Fd())) && term.IsTerminal(int(c.In.Fd()))
}
