package store

import (
	"context"
	"fmt"

	"okienko/model"
	"okienko/store/seal"
)

// PrintCodes puts codes on paper for those of the students whose code may go
// out that way (model.Assessment.MayPrint). print gets the codes with the text
// of their QR code, never with a second secret: that one stays at the desk. It
// returns whose it printed into a file that has no name yet; the file is kept
// only if PrintCodes returns no error, so no code is on paper that is not on
// record.
//
// A printed code counts as presented, and as one of which nobody knows how it
// ended: no desk shows it to somebody else before SettleHandover says whether
// it was collected.
func (db *DB) PrintCodes(ctx context.Context, by model.Actor, students []model.StudentID,
	print func(map[model.StudentID]model.Code) (printed []model.StudentID, err error)) error {
	return db.deed(ctx, by, func(d *deedTx) error {
		codes := map[model.StudentID]model.Code{}
		for _, id := range students {
			r, err := d.record(id)
			if err != nil {
				return err
			}
			if a := model.Assess(r, db.profile, d.viewpoint()); a.MayPrint(db.profile, d.at) {
				if codes[id], err = d.forPaper(*a.Code); err != nil {
					return err
				}
			}
		}
		printed, err := print(codes)
		if err != nil {
			return err
		}
		for _, id := range printed {
			c := codes[id]
			c.Claim = model.OnPaper(by, d.at)
			if err := d.claim(c); err != nil {
				return err
			}
			if err := d.line(model.DeedCodePrinted, id, nil, factsOfCode(c)); err != nil {
				return err
			}
		}
		return nil
	})
}

// forPaper opens the text of a code's QR code.
func (d *deedTx) forPaper(c model.Code) (model.Code, error) {
	var payload string
	if err := d.QueryRowContext(d.ctx, "SELECT payload FROM codes WHERE id = ?", c.ID).Scan(&payload); err != nil {
		return c, fmt.Errorf("reading a code: %w", err)
	}
	payload, err := d.box.Open(seal.Place{Column: "codes.payload", Row: c.ID, Owner: int64(c.Student)}, payload)
	if err != nil {
		return c, tampered(err)
	}
	c.Payload, c.Second, c.Login = model.Secret(payload), "", ""
	return c, nil
}
