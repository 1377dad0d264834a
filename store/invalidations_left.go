package store

import (
	"context"

	"okienko/model"
)

// InvalidateWhoLeft invalidates the physical cards of students who left the
// school, which SIO's own reasons name ("odejście ucznia ze szkoły"), as the
// school's report of the day. It says how many there were: whoever is here
// again, or has no valid card any more, is passed over.
func (db *DB) InvalidateWhoLeft(ctx context.Context, by model.Actor, ids []model.StudentID) (int, error) {
	return db.deedForEach(ctx, by, ids, func(d *deedTx, r model.Record) (bool, error) {
		if card, ok := model.CurrentCard(r.Cards); !ok || card.State != model.CardValid || !r.HasLeft(d.today()) {
			return false, nil
		}
		_, err := d.invalidate(r, model.Invalidation{Student: r.ID, Reason: model.ReasonLeft, Reporter: model.ReportedBySchool, Reported: d.today()})
		return true, err
	})
}
