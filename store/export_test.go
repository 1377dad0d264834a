package store

import (
	"context"
	"io"

	"filippo.io/age"
)

// Seal makes a backup of files as they are.
func Seal(ctx context.Context, to io.Writer, r age.Recipient, database, profile string) error {
	return sealArchive(ctx, to, []age.Recipient{r}, map[string]string{memberDatabase: database, memberProfile: profile})
}

// SmallSteps makes every step of what nobody waits for as small as it can be,
// however fast the machine is.
func (db *DB) SmallSteps() { db.step = 0 }
