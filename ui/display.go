package ui

import (
	"context"
	"os"

	"github.com/spf13/cobra"

	"okienko/model"
	"okienko/ui/desk"
	"okienko/ui/qr"
)

// displayCommand shows what its desk presents: on a second monitor, a tablet,
// a Raspberry Pi.
func (c *command) displayCommand() *cobra.Command { return c.verb("display", nil, c.display) }

func (c *command) display(ctx context.Context, _ []string) error {
	switch {
	case c.demo:
		return &usageError{c.t.NotWithDemo}
	case !c.onTerminal():
		return &saidError{sentence: c.t.NoTerminal}
	}
	return c.inSchool(ctx, func(s *session) error {
		s.actor.Role = model.RoleDisplay
		return c.windowEnded(c.windowOf(s).OpenDisplay(ctx))
	})
}

// windowOf is the window of an open school in this terminal.
func (c *command) windowOf(s *session) desk.Window {
	return desk.Window{DB: s.db, Folder: s.folder, Actor: s.actor, Lang: c.lang, Terminal: qr.Detect(os.Getenv), TerminalName: qr.TerminalName(os.Getenv),
		Now: c.now, Log: s.log, Demo: c.demo, Trouble: s.trouble}
}
