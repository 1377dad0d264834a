package ui

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"okienko/assets"
	"okienko/model"
	"okienko/store"
)

// openDemo opens the invented school in a folder that goes away with the
// session.
func (c *command) openDemo(ctx context.Context) (_ *session, err error) {
	dir, err := os.MkdirTemp("", "okienko-demo-")
	if err != nil {
		return nil, fmt.Errorf("making a folder for the demo: %w", err)
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, os.RemoveAll(dir))
		}
	}()
	folder := store.Folder(dir)
	if err := writeDemo(folder); err != nil {
		return nil, err
	}
	// Past deeds carry past times: the clock stands where the seeding sets it,
	// and goes on from now when that is done.
	var standing time.Time
	db, err := folder.Open(ctx, store.Options{Scratch: true, Now: func() time.Time {
		if !standing.IsZero() {
			return standing
		}
		return c.now()
	}})
	if err != nil {
		return nil, err
	}
	plan, err := planDemo(c.now().In(db.Profile().Zone()))
	if err == nil {
		err = plan.play(ctx, db, &standing)
	}
	if err != nil {
		return nil, errors.Join(err, db.Close())
	}
	log, closeLog, err := openLog(folder)
	if err != nil {
		return nil, errors.Join(err, db.Close())
	}
	return &session{db: db, actor: c.actor(), log: log, folder: folder, close: func() error {
		return errors.Join(db.Close(), closeLog(), os.RemoveAll(dir))
	}}, nil
}

// writeDemo puts the profile in its place, and a roster to practise with into
// the inbox.
func writeDemo(folder store.Folder) error {
	if err := os.Mkdir(folder.Inbox(), 0o700); err != nil {
		return fmt.Errorf("making a folder for the demo: %w", err)
	}
	for path, text := range map[string][]byte{
		folder.ProfileFile():                           assets.DemoProfile(),
		filepath.Join(folder.Inbox(), "uczniowie.csv"): assets.DemoRoster(),
	} {
		if err := os.WriteFile(path, text, 0o600); err != nil {
			return fmt.Errorf("writing the demo: %w", err)
		}
	}
	return nil
}

// demoActor did everything before the demo was opened.
var demoActor = model.Actor{Operator: "Barbara Zmyślna", Desk: "sekretariat"}

// demoPlan is what happened in the invented school, in the order of time.
type demoPlan struct {
	roster model.RosterPlan
	start  time.Time
	days   []demoDay
}
