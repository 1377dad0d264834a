package ui

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"

	"github.com/spf13/cobra"

	"okienko/store"
)

// finding is one thing that doctor looked at.
type finding struct {
	ID      string `json:"id"` // "database", "register", "modes"
	OK      bool   `json:"ok"`
	Message string `json:"message"`
}

// health is what doctor reports.
type health struct {
	OK     bool      `json:"ok"`
	Lines  int64     `json:"register_lines"`
	Checks []finding `json:"checks"`
}

func (c *command) doctorCommand() *cobra.Command {
	return c.withJSON(c.verb("doctor", nil, c.doctor))
}

// doctor looks at everything that can go wrong unnoticed. What it finds bad
// makes exit code 1.
func (c *command) doctor(ctx context.Context, _ []string) error {
	return c.inSchool(ctx, func(s *session) error {
		h := health{OK: true}
		add := func(id string, ok bool, message string) {
			h.OK = h.OK && ok
			h.Checks = append(h.Checks, finding{id, ok, message})
		}
		add("database", true, c.t.DatabaseOpens)
		lines, err := s.db.VerifyRegister(ctx)
		var broken *store.BrokenChainError
		switch {
		case errors.As(err, &broken):
			add("register", false, c.t.RegisterBroken(broken.Seq))
		case err != nil:
			return err
		default:
			h.Lines = lines
			add("register", true, c.t.RegisterWhole(lines))
		}
		if open := readableByOthers(s.folder); len(open) > 0 {
			add("modes", false, c.t.ModesBad(open))
		} else {
			add("modes", true, c.t.ModesGood)
		}
		if err := c.report(h, func() error { return c.printHealth(h) }); err != nil {
			return err
		}
		if !h.OK {
			return errRefused
		}
		return nil
	})
}

func (c *command) printHealth(h health) error {
	for _, f := range h.Checks {
		sign := c.t.HealthGood
		if !f.OK {
			sign = c.t.HealthBad
		}
		if err := c.print(fmt.Sprintf("%-8s %s", sign, f.Message)); err != nil {
			return err
		}
	}
	return nil
}

// readableByOthers names the files of the folder that others may read. Windows
// knows no such modes.
func readableByOthers(folder store.Folder) (open []string) {
	if runtime.GOOS == "windows" {
		return nil
	}
	if info, err := os.Stat(string(folder)); err == nil && info.Mode().Perm()&0o077 == 0 {
		return nil // nobody else gets in at all
	}
	for _, path := range []string{folder.Database(), folder.Database() + "-wal", folder.Database() + "-shm", folder.ProfileFile(), folder.Log()} {
		if info, err := os.Stat(path); err == nil && info.Mode().Perm()&0o077 != 0 {
			open = append(open, filepath.Base(path))
		}
	}
	return open
}
