package store

import (
	"context"
	"fmt"
	"time"

	"okienko/model"
)

// claimTime is how long after its last renewal a claim counts: a desk that
// died is noticed by then. RenewEvery leaves a desk two tries that a busy
// database may make it miss.
const (
	claimTime  = time.Minute
	RenewEvery = 20 * time.Second
)

// Claimed is a code that is claimed, with no secret in it.
type Claimed struct {
	Student model.StudentID
	Code    int64
	Claim   model.Claim
}

// Claims reads what is claimed now. Renewing a claim writes no register line,
// so Changed does not tell of it. There are as many as desks that show a code,
// so asking costs microseconds.
func (db *DB) Claims(ctx context.Context) ([]Claimed, error) {
	rows, err := db.read.QueryContext(ctx, `SELECT student, id, claim_desk, claim_window, claim_operator, claim_since, claim_until
		FROM codes WHERE claim_desk <> '' ORDER BY student`)
	if err != nil {
		return nil, explain(fmt.Errorf("reading the claims: %w", err))
	}
	defer func() { _ = rows.Close() }()
	var all []Claimed
	for rows.Next() {
		var c Claimed
		var since, until int64
		if err := rows.Scan(&c.Student, &c.Code, &c.Claim.Desk, &c.Claim.Window, &c.Claim.Operator, &since, &until); err != nil {
			return nil, fmt.Errorf("reading the claims: %w", err)
		}
		c.Claim.Since, c.Claim.Until = moment(since), moment(until)
		all = append(all, c)
	}
	return all, explain(rows.Err())
}

// viewpoint is that of the deed.
func (d *deedTx) viewpoint() model.Viewpoint {
	return model.Viewpoint{Now: d.at, Desk: d.by.Desk, Window: d.by.Window}
}

// newClaim is the deed's own, from now on.
func (d *deedTx) newClaim() model.Claim {
	return model.Claim{Desk: d.by.Desk, Window: d.by.Window, Operator: d.by.Operator, Since: d.at, Until: d.at.Add(claimTime)}
}

func (d *deedTx) claim(c model.Code) error {
	_, err := d.exec("UPDATE codes SET claim_desk = ?, claim_window = ?, claim_operator = ?, claim_since = ?, claim_until = ?, spent = ? WHERE id = ?",
		c.Claim.Desk, c.Claim.Window, c.Claim.Operator, millis(c.Claim.Since), millis(c.Claim.Until), c.Spent, c.ID)
	if err != nil {
		return fmt.Errorf("claiming a code: %w", err)
	}
	return nil
}

// codeOnScreen returns the record and the code that this window has on its
// screen; ErrNotPresented if it has not. A claim that ended because the window
// could not renew it is still its own until somebody settles it.
func (d *deedTx) codeOnScreen(student model.StudentID, code int64) (model.Record, model.Code, error) {
	r, err := d.record(student)
	if err != nil {
		return r, model.Code{}, err
	}
	for _, c := range r.Codes {
		if c.ID == code && c.Claim.Desk != "" && c.Claim.Own(d.viewpoint()) {
			return r, c, nil
		}
	}
	return r, model.Code{}, ErrNotPresented
}

// RenewClaim keeps the code claimed for a window that still shows it; it wants
// to be done every RenewEvery. It writes no register line: the showing is on
// record already. ErrNotPresented if this window does not have it on its
// screen any more.
func (db *DB) RenewClaim(ctx context.Context, by model.Actor, student model.StudentID, code int64) error {
	return db.deed(ctx, by, func(d *deedTx) error {
		_, c, err := d.codeOnScreen(student, code)
		if err != nil {
			return err
		}
		if c.Claim.Since.After(d.at) { // the clock was set back; it would hold nobody
			c.Claim.Since = d.at
		}
		c.Claim.Until = d.at.Add(claimTime)
		return d.claim(c)
	})
}
