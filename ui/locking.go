package ui

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"

	"github.com/spf13/cobra"

	"okienko/model"
	"okienko/store"
	"okienko/store/export"
	"okienko/ui/text"
)

// lockState is what okienko passphrase --show reports.
type lockState struct {
	Passphrase bool     `json:"passphrase"`
	Recipients []string `json:"recipients"`
}

// passphraseCommand changes the passphrase, or who else opens the school.
func (c *command) passphraseCommand() *cobra.Command {
	var file string
	var add, remove []string
	var show bool
	v := c.verb("passphrase", nil, func(ctx context.Context, _ []string) error {
		return c.inSchool(ctx, func(s *session) error {
			switch {
			case show:
				return c.showLock(ctx, s)
			case len(add)+len(remove) > 0:
				return c.changeRecipients(ctx, s, add, remove)
			}
			return c.changePassphrase(ctx, s, file)
		})
	})
	c.text(v.Flags(), &file, "new-passphrase-file", "")
	c.texts(v.Flags(), &add, "recipient")
	c.texts(v.Flags(), &remove, "remove-recipient")
	v.Flags().BoolVar(&show, "show", false, c.t.Flag["show"])
	return c.withJSON(v)
}

func (c *command) changePassphrase(ctx context.Context, s *session, file string) (err error) {
	t := text.LockIn(c.lang)
	if c.demo {
		return &usageError{c.t.NotWithDemo}
	}
	var next model.Secret
	switch {
	case file != "":
		next, err = c.passphraseFrom(file)
	case !c.canAsk():
		err = &usageError{t.NoNext}
	default:
		next, err = c.askNew(ctx)
	}
	if err != nil {
		return err
	}
	before, err := s.db.Locks(ctx)
	if err != nil {
		return err
	}
	if err := s.db.SetPassphrase(ctx, s.actor, next); err != nil {
		return err
	}
	if c.json {
		return c.showLock(ctx, s)
	}
	if before.Open {
		return c.tell(t.Sealed)
	}
	return c.tell(t.Changed)
}

func (c *command) changeRecipients(ctx context.Context, s *session, add, remove []string) error {
	t := text.LockIn(c.lang)
	for _, r := range add {
		if err := s.db.AddRecipient(ctx, s.actor, r); err != nil {
			return err
		}
	}
	for _, r := range remove {
		pass := s.key.Passphrase
		if locks, err := s.db.Locks(ctx); err != nil {
			return err
		} else if pass == "" && !locks.Open && c.canAsk() {
			if pass, err = c.askSecret(ctx, t.Ask); err != nil {
				return err
			}
		}
		err := s.db.RemoveRecipient(ctx, s.actor, r, pass)
		if errors.Is(err, store.ErrGone) {
			return &saidError{t.NoSuchRecipient, err}
		}
		if err != nil {
			return err
		}
	}
	switch {
	case c.json:
		return c.showLock(ctx, s)
	case len(remove) > 0:
		return c.tell(t.Removed)
	}
	return c.tell(t.Added)
}

func (c *command) showLock(ctx context.Context, s *session) error {
	t := text.LockIn(c.lang)
	locks, err := s.db.Locks(ctx)
	if err != nil {
		return err
	}
	who, err := s.db.Recipients(ctx)
	if err != nil {
		return err
	}
	return c.report(lockState{!locks.Open, append([]string{}, who...)}, func() error {
		lines := []string{t.Locks, t.Recipients(len(who))}
		if locks.Open {
			lines[0] = t.NoLock
		}
		for _, l := range append(lines, who...) {
			if err := c.print(l); err != nil {
				return err
			}
		}
		return nil
	})
}

// unsealed is what okienko unseal reports.
type unsealed struct {
	File string `json:"file"`
}

// unsealCommand opens a file that was sealed when it was put aside.
func (c *command) unsealCommand() *cobra.Command {
	var output string
	var force bool
	v := c.verb("unseal", []string{c.t.FileArgument}, func(ctx context.Context, args []string) error {
		if output == "" {
			return &usageError{c.t.FlagRequired("--output")}
		}
		return c.inSchool(ctx, func(s *session) error { return c.unseal(ctx, s, args[0], output, force) })
	})
	c.text(v.Flags(), &output, "output", "o")
	v.Flags().Lookup("output").Usage = c.t.Flag["unsealed"]
	v.Flags().BoolVar(&force, "force", false, c.t.Flag["force"])
	return c.withJSON(v)
}

func (c *command) unseal(ctx context.Context, s *session, file, output string, force bool) error {
	in, err := os.Open(file)
	if err != nil {
		return &saidError{c.t.CantRead(file), err}
	}
	defer func() { _ = in.Close() }() // it was only read
	plain, err := s.db.OpenSealed(ctx, in)
	if errors.Is(err, store.ErrTampered) {
		return &saidError{text.LockIn(c.lang).NotSealed(file), err}
	}
	if err != nil {
		return err
	}
	// A file that was changed shows itself only while it is read.
	var copyErr error
	err = export.Stream(output, force, func(w io.Writer) error {
		_, copyErr = io.Copy(w, plain)
		return copyErr
	})
	var path *fs.PathError
	switch {
	case errors.Is(err, export.ErrExists):
		return &saidError{sentence: c.t.Exists(output)}
	case copyErr != nil && !errors.As(copyErr, &path):
		return &saidError{text.LockIn(c.lang).NotSealed(file), fmt.Errorf("unsealing: %w", err)}
	case err != nil:
		return &saidError{c.t.CantWrite(output), err}
	}
	return c.report(unsealed{output}, func() error { return c.tell(text.LockIn(c.lang).Unsealed(output)) })
}
