package store

import (
	"context"
	"crypto/rand"
	"database/sql"
	"errors"
	"fmt"
	"math/big"
	"time"

	"okienko/model"
	"okienko/store/seal"
)

// Errors of displays.
var (
	// ErrNoSuchNumber: no desk offers a display this number (any more).
	ErrNoSuchNumber = errors.New("no desk offers this number")
	// ErrUnpaired: the desk of a display is gone, or took another display.
	ErrUnpaired = errors.New("the display's desk is gone")
)

const (
	// numberLife is how long a number may be typed at a display.
	numberLife = 3 * time.Minute
	// mostTries is after how many wrong numbers, typed anywhere, an open one is
	// taken back: it has four digits, and nobody may try them all.
	mostTries = 10
	// displayGone is after what silence a desk or a display counts as gone. Both
	// give a sign of life more often than that; see DisplayBeat.
	displayGone = 12 * time.Second
	// DisplayBeat is how often a desk and a display give a sign of life.
	DisplayBeat = 4 * time.Second
)

// DisplayID names a pairing.
type DisplayID int64

// DisplayState is what a desk wants its display to show.
type DisplayState struct {
	Code int64  // 0: blank paper
	Lang string // of the help
	Page int    // 0: the code; n: its n-th text
}

// OfferDisplay returns a number of four digits that pairs one display with this
// desk, once, and until when. What was paired with this window before is let go.
func (db *DB) OfferDisplay(ctx context.Context, by model.Actor) (number string, until time.Time, err error) {
	err = db.deed(ctx, by, func(d *deedTx) error {
		if err := d.letGo(); err != nil {
			return err
		}
		if _, err := d.exec("DELETE FROM displays WHERE desk_seen <= ?", millis(d.at.Add(-displayGone))); err != nil {
			return fmt.Errorf("offering a number: %w", err)
		}
		until = d.at.Add(numberLife)
		for {
			n, err := rand.Int(rand.Reader, big.NewInt(10000))
			if err != nil {
				return fmt.Errorf("offering a number: %w", err)
			}
			number = fmt.Sprintf("%04d", n)
			result, err := d.exec(`INSERT INTO displays (desk, window, number, until, desk_seen) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
				by.Desk, by.Window, number, millis(until), millis(d.at))
			if err != nil {
				return fmt.Errorf("offering a number: %w", err)
			}
			if rows, err := result.RowsAffected(); err != nil || rows == 1 {
				return err
			}
		}
	})
	return number, until, err
}

func (d *deedTx) letGo() error {
	if _, err := d.exec("DELETE FROM displays WHERE desk = ? AND window = ?", d.by.Desk, d.by.Window); err != nil {
		return fmt.Errorf("letting a display go: %w", err)
	}
	return nil
}

// LetDisplayGo ends what this desk offered or has: its window closes.
func (db *DB) LetDisplayGo(ctx context.Context, by model.Actor) error {
	return db.deed(ctx, by, (*deedTx).letGo)
}

// PairDisplay joins a display to the desk that offers the number; the number is
// used up. ErrNoSuchNumber if none does.
func (db *DB) PairDisplay(ctx context.Context, number string) (id DisplayID, err error) {
	wrong := false
	err = explain(db.transact(ctx, model.Actor{}, func(d *deedTx) error {
		row := d.QueryRowContext(ctx, "SELECT id FROM displays WHERE number = ? AND number <> '' AND until > ? AND desk_seen > ?",
			number, millis(d.at), millis(d.at.Add(-displayGone)))
		switch err := row.Scan(&id); {
		case errors.Is(err, sql.ErrNoRows):
			wrong = true
			return d.wrongNumber()
		case err != nil:
			return fmt.Errorf("pairing a display: %w", err)
		}
		if _, err := d.exec("UPDATE displays SET number = '', until = 0, seen = ? WHERE id = ?", millis(d.at), id); err != nil {
			return fmt.Errorf("pairing a display: %w", err)
		}
		return nil
	}))
	if err == nil && wrong {
		err = ErrNoSuchNumber
	}
	return id, err
}

// wrongNumber counts against every open number, since nobody can tell which
// one was meant.
func (d *deedTx) wrongNumber() error {
	if _, err := d.exec("UPDATE displays SET tries = tries + 1 WHERE number <> ''"); err != nil {
		return fmt.Errorf("counting a wrong number: %w", err)
	}
	if _, err := d.exec("DELETE FROM displays WHERE number <> '' AND tries >= ?", mostTries); err != nil {
		return fmt.Errorf("counting a wrong number: %w", err)
	}
	return nil
}

// SteerDisplay says what the desk's display is to show, and that the desk is
// there. paired is false while no display has taken the number, or when it is
// gone; ErrUnpaired if the offer is over.
func (db *DB) SteerDisplay(ctx context.Context, by model.Actor, to DisplayState) (paired bool, err error) {
	err = db.deed(ctx, by, func(d *deedTx) error {
		var seen int64
		err := d.QueryRowContext(ctx, "SELECT seen FROM displays WHERE desk = ? AND window = ? AND (number = '' OR until > ?)", by.Desk, by.Window, millis(d.at)).Scan(&seen)
		if errors.Is(err, sql.ErrNoRows) {
			return ErrUnpaired
		}
		if err != nil {
			return fmt.Errorf("steering a display: %w", err)
		}
		paired = moment(seen).After(d.at.Add(-displayGone))
		if _, err := d.exec("UPDATE displays SET desk_seen = ?, code = ?, lang = ?, page = ? WHERE desk = ? AND window = ?",
			millis(d.at), to.Code, to.Lang, to.Page, by.Desk, by.Window); err != nil {
			return fmt.Errorf("steering a display: %w", err)
		}
		return nil
	})
	return paired, err
}

// BeatDisplay is a display's sign of life; ErrUnpaired if its desk is gone.
func (db *DB) BeatDisplay(ctx context.Context, id DisplayID) error {
	return explain(db.transact(ctx, model.Actor{}, func(d *deedTx) error {
		result, err := d.exec("UPDATE displays SET seen = ? WHERE id = ? AND desk_seen > ?", millis(d.at), id, millis(d.at.Add(-displayGone)))
		if err != nil {
			return fmt.Errorf("a display's sign of life: %w", err)
		}
		if rows, err := result.RowsAffected(); err != nil || rows == 0 {
			return errors.Join(err, ErrUnpaired)
		}
		return nil
	}))
}

// Display tells a display what to show. The code counts only while the desk
// has it claimed, so that what was handed over, given back or taken by another
// desk goes off the screen, whatever the desk says, and so does at once what
// was invalidated. ErrUnpaired if the desk is
// gone. Asking costs microseconds.
func (db *DB) Display(ctx context.Context, id DisplayID) (DisplayState, error) {
	var s DisplayState
	now := db.now()
	err := db.read.QueryRowContext(ctx, `SELECT ifnull(c.id, 0), d.lang, d.page FROM displays d
		LEFT JOIN codes c ON c.id = d.code AND c.claim_desk = d.desk AND c.claim_window = d.window AND c.claim_until > ?1
			AND (c.kind = 'credentials' OR NOT EXISTS (SELECT 1 FROM invalidations i WHERE i.student = c.student AND i.undone = 0 AND c.id <= i.last_code))
		WHERE d.id = ?2 AND d.desk_seen > ?3`, millis(now), id, millis(now.Add(-displayGone))).Scan(&s.Code, &s.Lang, &s.Page)
	if errors.Is(err, sql.ErrNoRows) {
		return s, ErrUnpaired
	}
	if err != nil {
		return s, explain(fmt.Errorf("reading a display: %w", err))
	}
	return s, nil
}

// DisplayedCode returns the code that a display shows, with its secrets, and
// whose it is, as a display may see them. ErrNotPresented if its desk does not
// have the code on screen any more.
func (db *DB) DisplayedCode(ctx context.Context, id DisplayID) (model.Code, model.Record, error) {
	state, err := db.Display(ctx, id)
	if err != nil {
		return model.Code{}, model.Record{}, err
	}
	var student model.StudentID
	var payload, second string
	err = db.read.QueryRowContext(ctx, "SELECT student, payload, second FROM codes WHERE id = ?", state.Code).Scan(&student, &payload, &second)
	if errors.Is(err, sql.ErrNoRows) {
		return model.Code{}, model.Record{}, ErrNotPresented
	}
	if err != nil {
		return model.Code{}, model.Record{}, explain(fmt.Errorf("reading a code: %w", err))
	}
	r, err := db.Record(ctx, student)
	if err != nil {
		return model.Code{}, model.Record{}, err
	}
	for _, c := range r.Codes {
		if c.ID == state.Code {
			c, err = db.unsealed(ctx, c, payload, second)
			return c, r.Seen(model.RoleDisplay), err
		}
	}
	return model.Code{}, model.Record{}, ErrNotPresented
}

// unsealed is a code with its secrets.
func (db *DB) unsealed(ctx context.Context, c model.Code, payload, second string) (model.Code, error) {
	box, err := db.sealedBy(ctx, db.read)
	if err != nil {
		return c, err
	}
	if payload, err = box.Open(seal.Place{Column: "codes.payload", Row: c.ID, Owner: int64(c.Student)}, payload); err != nil {
		return c, tampered(err)
	}
	if second, err = box.Open(seal.Place{Column: "codes.second", Row: c.ID, Owner: int64(c.Student)}, second); err != nil {
		return c, tampered(err)
	}
	c.Payload, c.Second = model.Secret(payload), model.Secret(second)
	return c, nil
}
