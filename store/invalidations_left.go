package store

import (
	"context"

	"okienko/model"
)

// InvalidateWhoLeft invalidates the physical cards of students who left the
// school, which SIO's own reasons name ("odejście ucznia ze szkoły"), as the
// school's report of the day. It says how many there were: whoever is here
// again, or has no valid card any more, is passed over.
func (db *DB) InvalidateWhoLeft(ctx context.Context, by model.Actor, ids []model.StudentID) (done int, err error) {
	err = db.deed(ctx, by, func(d *deedTx) error {
		done = 0
		for _, id := range ids {
			r, err := d.record(id)
			if err != nil {
				return err
			}
			if card, ok := model.CurrentCard(r.Cards); !ok || card.State != model.CardValid || !r.HasLeft(d.today()) {
				continue
			}
			i := model.Invalidation{Student: id, Reason: model.ReasonLeft, Reporter: model.ReportedBySchool, Reported: d.today()}
			if _, err := d.invalidate(r, i); err != nil {
				return err
			}
			done++
		}
		return nil
	})
	return done, err
}
