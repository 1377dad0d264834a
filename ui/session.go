package ui

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"os"
	"os/user"
	"path/filepath"
	"strings"
	"sync/atomic"

	"github.com/adrg/xdg"

	"okienko/model"
	"okienko/store"
	"okienko/ui/kit"
	"okienko/ui/text"
)

// session is an open school: the folder, its database and its log.
type session struct {
	db     *store.DB
	actor  model.Actor
	log    *slog.Logger
	folder store.Folder
	key    store.Key // that opened the school
	close  func() error
	// backupFault is what desks are told of the daily backup, "" if it is well.
	backupFault atomic.Pointer[string]
}

// trouble is what every desk should see on its list, "" if there is nothing.
func (s *session) trouble() string {
	if fault := s.backupFault.Load(); fault != nil {
		return *fault
	}
	return ""
}

// dataFolder is where the school lives.
func (c *command) dataFolder() store.Folder {
	if c.folder != "" {
		return store.Folder(c.folder)
	}
	return store.Folder(filepath.Join(xdg.DataHome, "okienko"))
}

// inSchool opens the school, or the invented one, and gives it back after do.
// What goes wrong is in the log too.
func (c *command) inSchool(ctx context.Context, do func(*session) error) (err error) {
	s, err := c.open(ctx)
	if err != nil {
		c.noteUnopened(err)
		return err
	}
	defer func() { err = errors.Join(err, s.close()) }()
	c.zone = s.db.Profile().Zone()
	defer func() {
		if r := recover(); r != nil {
			err = c.crashed(s.log, kit.NewCrash(r))
		}
	}()
	if err = do(s); err != nil && !errors.Is(err, errRefused) && !errors.Is(err, errNothing) {
		s.log.Error("a command failed", "error", err)
	}
	return err
}

// crashed notes a crash and returns what is said of it.
func (c *command) crashed(log *slog.Logger, crash kit.Crash) error {
	log.Error("a command crashed", "trace", crash.Error())
	return &saidError{text.KitIn(c.lang).Crashed, kit.ErrCrashed}
}

// noteUnopened writes into the log of a school that could not be opened, since
// the sentence for a fault points there.
func (c *command) noteUnopened(err error) { c.note("the school can't be opened", err) }

// note writes into the log of a school that is not open.
func (c *command) note(what string, err error) {
	if c.demo || errors.Is(err, store.ErrNoFolder) {
		return
	}
	log, closeLog, logErr := openLog(c.dataFolder())
	if logErr != nil {
		return // the same fault, most likely
	}
	log.Error(what, "error", err)
	_ = closeLog() // nothing more can be done about a log
}

func (c *command) open(ctx context.Context) (*session, error) {
	if c.demo {
		return c.openDemo(ctx)
	}
	folder := c.dataFolder()
	db, key, err := c.unlocked(ctx, folder, store.Options{Now: c.now, Key: c.chosen})
	if err != nil {
		return nil, err
	}
	log, closeLog, err := openLog(folder)
	if err != nil {
		return nil, errors.Join(err, db.Close())
	}
	return &session{db: db, actor: c.actor(), log: log, folder: folder, key: key, close: func() error { return errors.Join(db.Close(), closeLog()) }}, nil
}

// openLog appends to the folder's log, which only the owner can read. Every
// error that reaches it goes through forLog, so that nobody who writes to it
// has to think of that.
func openLog(folder store.Folder) (*slog.Logger, func() error, error) {
	f, err := os.OpenFile(folder.Log(), os.O_WRONLY|os.O_CREATE|os.O_APPEND, 0o600)
	if err != nil {
		return nil, nil, fmt.Errorf("opening the log: %w", err)
	}
	fit := func(_ []string, a slog.Attr) slog.Attr {
		if err, ok := a.Value.Any().(error); ok {
			a.Value = slog.AnyValue(forLog(err))
		}
		return a
	}
	return slog.New(slog.NewTextHandler(f, &slog.HandlerOptions{ReplaceAttr: fit})), f.Close, nil
}

// errUntold stands in the log for a failure that has only a sentence.
var errUntold = errors.New("said on the terminal")

// forLog is what the log may know of an error: no sentence that was said, and
// no name of a foreign file, since both may hold a student's name.
func forLog(err error) error {
	var said *saidError
	var usage *usageError
	switch {
	case errors.As(err, &said) && said.cause != nil:
		return forLog(said.cause)
	case said != nil || errors.As(err, &usage):
		return errUntold
	}
	return withoutPath(err)
}

// withoutPath is an error without the name of the file, which may be somebody's.
func withoutPath(err error) error {
	var path *fs.PathError
	var link *os.LinkError
	switch {
	case errors.As(err, &path):
		return fmt.Errorf("%s: %w", path.Op, path.Err)
	case errors.As(err, &link):
		return fmt.Errorf("%s: %w", link.Op, link.Err)
	}
	return err
}

// actor is who works here, and where: as told, else the user of the system and
// the terminal.
func (c *command) actor() model.Actor {
	a := model.Actor{Operator: clean(c.operator), Desk: clean(c.desk), Role: model.RoleAdmin}
	if a.Operator == "" {
		a.Operator = clean(os.Getenv("USER"))
	}
	if u, err := user.Current(); a.Operator == "" && err == nil {
		a.Operator = clean(u.Username)
	}
	if a.Desk == "" {
		a.Desk = clean(c.deskName())
	}
	return a
}

func clean(s string) string {
	s, _ = model.Clean(s)
	return strings.TrimSpace(s)
}

// deskName tells one window from another: the machine, and the terminal or, if
// that can't be known, the process.
func (c *command) deskName() string {
	host, err := os.Hostname()
	if err != nil {
		host = "okienko"
	}
	if c.In != nil {
		tty, err := os.Readlink(fmt.Sprintf("/proc/self/fd/%d", c.In.Fd()))
		if short, ok := strings.CutPrefix(tty, "/dev/"); err == nil && ok && short != "null" {
			return host + " " + short
		}
	}
	return fmt.Sprintf("%s %d", host, os.Getpid())
}
