package ui

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"golang.org/x/term"

	"okienko/model"
	"okienko/store"
	"okienko/ui/kit"
	"okienko/ui/text"
)

// A passphrase comes from the terminal, from a file or from systemd, and never
// from an argument or the environment, where other users and logs see it.

const (
	// credential is what systemd hands over as LoadCredential=okienko-passphrase.
	credential = "okienko-passphrase"
	// tries to type a passphrase.
	tries = 3
	// longestSecret is more than any passphrase or identity file has, in bytes.
	longestSecret = 4096
)

// keyFlags are the ways to open a school without a terminal.
type keyFlags struct{ passphraseFile, identityFile string }

// givenKey is the key that was handed over without a terminal; the zero Key if
// none was.
func (c *command) givenKey() (store.Key, error) {
	var key store.Key
	var err error
	if c.identityFile != "" {
		if key.Identity, err = c.secretFile(c.identityFile); err != nil {
			return key, err
		}
	}
	key.Passphrase, err = c.givenPassphrase()
	return key, err
}

// givenPassphrase is the one from --passphrase-file or systemd; "" if there is
// none.
func (c *command) givenPassphrase() (model.Secret, error) {
	file := c.passphraseFile
	if dir := os.Getenv("CREDENTIALS_DIRECTORY"); file == "" && dir != "" {
		// A service may have other credentials than ours.
		if _, err := os.Lstat(filepath.Join(dir, credential)); err == nil {
			file = filepath.Join(dir, credential)
		}
	}
	if file == "" {
		return "", nil
	}
	return c.passphraseFrom(file)
}

// passphraseFrom is the one line of a file.
func (c *command) passphraseFrom(file string) (model.Secret, error) {
	secret, err := c.secretFile(file)
	if err != nil {
		return "", err
	}
	line := strings.TrimRight(secret.Reveal(), "\r\n")
	if line == "" || strings.ContainsAny(line, "\r\n") {
		return "", &saidError{sentence: text.LockIn(c.lang).FileBad(file)}
	}
	return model.Secret(line), nil
}

// secretFile reads a file that nobody else can read.
func (c *command) secretFile(file string) (model.Secret, error) {
	f, err := os.Open(file)
	if err != nil {
		return "", &saidError{c.t.CantRead(file), err}
	}
	defer func() { _ = f.Close() }() // it was only read
	info, err := f.Stat()
	switch {
	case err != nil:
		return "", &saidError{c.t.CantRead(file), err}
	case !info.Mode().IsRegular() || info.Size() > longestSecret:
		return "", &saidError{sentence: text.LockIn(c.lang).FileBad(file)}
	case !ownersOnly(info, handedBySystemd(file)):
		return "", &saidError{sentence: text.LockIn(c.lang).FileOthers(file)}
	}
	b, err := io.ReadAll(io.LimitReader(f, longestSecret))
	if err != nil {
		return "", &saidError{c.t.CantRead(file), err}
	}
	return model.Secret(b), nil
}

// handedBySystemd reports whether a file is a credential of this service, as
// the unit of serve --print-unit passes it.
func handedBySystemd(file string) bool {
	dir := os.Getenv("CREDENTIALS_DIRECTORY")
	return dir != "" && filepath.Dir(file) == filepath.Clean(dir)
}

// canAsk reports whether there is somebody to ask.
func (c *command) canAsk() bool { return c.In != nil && term.IsTerminal(int(c.In.Fd())) }

// askSecret asks on the terminal, with nothing shown of what is typed. stdout
// may be a file, so the question goes to stderr.
func (c *command) askSecret(ctx context.Context, question string) (model.Secret, error) {
	fd := int(c.In.Fd())
	before, err := term.GetState(fd)
	if err != nil {
		return "", fmt.Errorf("asking for a passphrase: %w", err)
	}
	// Also where the program ends before an answer: typing is to be seen again.
	defer func() { _ = term.Restore(fd, before) }()
	if err := kit.HideTyping(fd); err != nil {
		return "", fmt.Errorf("asking for a passphrase: %w", err)
	}
	if _, err := fmt.Fprint(c.Err, question); err != nil {
		return "", fmt.Errorf("asking for a passphrase: %w", err)
	}
	type typed struct {
		line []byte
		err  error
	}
	answer := make(chan typed, 1)
	go func() {
		line, err := term.ReadPassword(fd)
		answer <- typed{line, err}
	}()
	select {
	case <-ctx.Done():
		_, _ = fmt.Fprintln(c.Err)
		return "", ctx.Err()
	case a := <-answer:
		_, _ = fmt.Fprintln(c.Err)
		if a.err != nil {
			return "", fmt.Errorf("asking for a passphrase: %w", a.err)
		}
		return model.Secret(a.line), nil
	}
}

// askNew asks for a new passphrase, twice, after saying what losing it means.
func (c *command) askNew(ctx context.Context) (model.Secret, error) {
	t := text.LockIn(c.lang)
	if !c.canAsk() {
		return "", &usageError{t.NoNew}
	}
	c.say(t.Losing, t.Unseen)
	for range tries {
		first, err := c.askSecret(ctx, t.AskNew)
		if err != nil {
			return "", err
		}
		if err := store.CheckPassphrase(first); err != nil {
			c.say(text.Error(c.lang, err, c.zone))
			continue
		}
		again, err := c.askSecret(ctx, t.AskAgain)
		if err != nil {
			return "", err
		}
		if first == again {
			return first, nil
		}
		c.say(t.Differ)
	}
	return "", &saidError{sentence: t.Differ}
}

// unlocked opens a school with the key at hand, and asks for the passphrase
// where that is needed. It returns the key that opened it.
func (c *command) unlocked(ctx context.Context, folder store.Folder, o store.Options) (*store.DB, store.Key, error) {
	var err error
	if o.Key == (store.Key{}) {
		if o.Key, err = c.givenKey(); err != nil {
			return nil, o.Key, err
		}
	}
	given := o.Key != store.Key{}
	db, err := folder.Open(ctx, o)
	t := text.LockIn(c.lang)
	if given && errors.Is(err, store.ErrWrongPassphrase) {
		return nil, o.Key, &saidError{t.FileWrong, err} // nobody typed it
	}
	if !errors.Is(err, store.ErrLocked) || given {
		return db, o.Key, err
	}
	if !c.canAsk() {
		return nil, o.Key, &saidError{t.NoTerminal, err}
	}
	for range tries {
		if o.Key.Passphrase, err = c.askSecret(ctx, t.Ask); err != nil {
			return nil, o.Key, err
		}
		if db, err = folder.Open(ctx, o); !errors.Is(err, store.ErrWrongPassphrase) && !errors.Is(err, store.ErrLocked) {
			return db, o.Key, err
		}
		c.say(t.Wrong)
	}
	return nil, o.Key, &saidError{t.TooOften, err}
}
