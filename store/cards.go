package store

import (
	"context"
	"fmt"

	"okienko/model"
)

// cardFacts is how the register writes a card down.
type cardFacts struct {
	Number      string          `json:"number,omitempty"`
	Kind        model.CardKind  `json:"kind,omitempty"`
	Issued      string          `json:"issued,omitempty"`
	ValidUntil  string          `json:"valid_until,omitempty"`
	State       model.CardState `json:"state,omitempty"`
	DuplicateOf string          `json:"duplicate_of,omitempty"`
}

func factsOfCard(c model.Card) cardFacts {
	return cardFacts{c.Number, c.Kind, c.Issued.String(), c.ValidUntil.String(), c.State, c.DuplicateOf}
}

func (d *deedTx) cardValues(id int64, student model.StudentID, c model.Card) []any {
	if c.State == "" {
		c.State = model.CardValid
	}
	return []any{int64(student), d.owned("cards.number", id, student, fit(c.Number)), string(c.Kind), c.Issued.String(),
		c.ValidUntil.String(), string(c.State), d.owned("cards.duplicate_of", id, student, fit(c.DuplicateOf))}
}

// EnterCard records a physical card. seen is the student's version that the
// desk had before its eyes.
func (db *DB) EnterCard(ctx context.Context, by model.Actor, seen int64, c model.Card) error {
	return db.deed(ctx, by, func(d *deedTx) error {
		if _, err := d.seenRecord(c.Student, seen); err != nil {
			return err
		}
		return d.enterCard(c)
	})
}

func (d *deedTx) enterCard(c model.Card) error {
	id, err := d.numbered("cards", 1)
	if err != nil {
		return err
	}
	if err := d.insert(cardInsert, cardInsertColumns, append([]any{id}, d.cardValues(id, c.Student, c)...)); err != nil {
		return fmt.Errorf("entering a card: %w", err)
	}
	return d.line(model.DeedCardEntered, c.Student, nil, factsOfCard(c))
}

// ChangeCard corrects a card that is on record. ErrGone if it is not.
func (db *DB) ChangeCard(ctx context.Context, by model.Actor, seen int64, c model.Card) error {
	return db.deed(ctx, by, func(d *deedTx) error {
		r, err := d.seenRecord(c.Student, seen)
		if err != nil {
			return err
		}
		for _, old := range r.Cards {
			if old.ID == c.ID {
				return d.changeCard(model.DeedCardChanged, r, old, c)
			}
		}
		return ErrGone
	})
}

func (d *deedTx) changeCard(deed model.Deed, r model.Record, before, after model.Card) error {
	if before == after {
		return nil
	}
	args := append(d.cardValues(after.ID, after.Student, after), after.ID)
	if _, err := d.exec(`UPDATE cards SET student = ?, number = ?, kind = ?, issued = ?, valid_until = ?, state = ?, duplicate_of = ?
		WHERE id = ?`, args...); err != nil {
		return fmt.Errorf("changing a card: %w", err)
	}
	if err := d.line(deed, after.Student, factsOfCard(before), factsOfCard(after)); err != nil {
		return err
	}
	return d.extended(r, before, after)
}

// cardFromRoster enters the card that a roster states, or fills in and
// corrects the one on record if it has the same number.
func (d *deedTx) cardFromRoster(student model.StudentID, c model.Card) error {
	if c.Number == "" {
		return nil
	}
	c.Student = student
	r, err := d.record(student)
	if err != nil {
		return err
	}
	for _, old := range r.Cards {
		if old.Number != c.Number {
			continue
		}
		after := old
		if !c.Issued.IsZero() {
			after.Issued = c.Issued
		}
		if !c.ValidUntil.IsZero() {
			after.ValidUntil = c.ValidUntil
		}
		return d.changeCard(model.DeedCardChanged, r, old, after)
	}
	return d.enterCard(c)
}

// ExtendCards sets the last day of the valid cards of several students, as
// the autumn stamp does for a whole class. It returns how many were extended;
// students without a valid card are left out, and so are those whose card is
// valid longer: another desk may have stamped it since the list was looked at.
func (db *DB) ExtendCards(ctx context.Context, by model.Actor, ids []model.StudentID, until model.Date) (int, error) {
	return db.deedForEach(ctx, by, ids, func(d *deedTx, r model.Record) (bool, error) {
		card, ok := model.CurrentCard(r.Cards)
		if !ok || card.State != model.CardValid || !card.ValidUntil.IsZero() && !card.ValidUntil.Before(until) {
			return false, nil
		}
		after := card
		after.ValidUntil = until
		return true, d.changeCard(model.DeedCardExtended, r, card, after)
	})
}
