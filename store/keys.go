package store

import (
	"context"
	"fmt"
	"io"

	"okienko/model"
	"okienko/store/seal"
)

// Locks says what the data key is wrapped by.
func (db *DB) Locks(ctx context.Context) (Locks, error) {
	var l Locks
	err := db.read.QueryRowContext(ctx, `SELECT (SELECT count(*) FROM keyring WHERE kind = 'open') > 0,
		(SELECT count(*) FROM keyring WHERE kind = 'recipient'), (SELECT scrub FROM sealing)`).Scan(&l.Open, &l.Recipients, &l.Unscrubbed)
	if err != nil {
		return l, explain(fmt.Errorf("reading the lock: %w", err))
	}
	return l, nil
}

// Recipients are the public keys of age that open the database too, in the
// order in which they were added. ErrTampered if one was slipped in.
func (db *DB) Recipients(ctx context.Context) ([]string, error) {
	tx, err := db.read.BeginTx(ctx, nil)
	if err != nil {
		return nil, explain(fmt.Errorf("reading the recipients: %w", err))
	}
	defer func() { _ = tx.Rollback() }() // nothing was written
	box, err := db.sealedBy(ctx, tx)
	if err != nil {
		return nil, explain(err)
	}
	all, err := recipients(ctx, tx, box)
	if err != nil {
		return nil, explain(err)
	}
	keys := make([]string, len(all))
	for i, r := range all {
		keys[i] = r.key
	}
	return keys, nil
}

// Opens says whether a key would open the database now: nil, or ErrLocked,
// ErrWrongPassphrase, ErrWrongIdentity. For a passphrase it takes 0.2 s. A
// database without a lock is opened by any key.
func (db *DB) Opens(ctx context.Context, key Key) error {
	_, err := unlock(ctx, db.read, key)
	return explain(err)
}

// SetPassphrase changes the passphrase. The data key stays and is wrapped
// again, except where it lay open: then everything is sealed with a new one,
// what lay open is scrubbed away, and other windows have to be opened again.
func (db *DB) SetPassphrase(ctx context.Context, by model.Actor, passphrase model.Secret) error {
	if err := CheckPassphrase(passphrase); err != nil {
		return err
	}
	l, err := db.Locks(ctx)
	if err != nil {
		return err
	}
	if l.Open {
		return db.rekey(ctx, by, passphrase, "", model.DeedPassphraseSet, nil)
	}
	return db.deed(ctx, by, func(d *deedTx) error {
		if err := (keyring{ctx, d.Tx, d.box, millis(d.at)}).lock(passphrase); err != nil {
			return err
		}
		return d.note(model.DeedPassphraseSet, 0, nil, nil)
	})
}

// recipientFacts is how the register writes a recipient down.
type recipientFacts struct {
	Recipient string `json:"recipient"`
}

// AddRecipient lets the holder of an age identity open the database too. One
// that may already is nothing to do.
func (db *DB) AddRecipient(ctx context.Context, by model.Actor, recipient string) error {
	if err := CheckRecipient(recipient); err != nil {
		return err
	}
	return db.deed(ctx, by, func(d *deedTx) error {
		all, err := recipients(ctx, d.Tx, d.box)
		if err != nil {
			return err
		}
		for _, r := range all {
			if r.key == recipient {
				return nil
			}
		}
		if err := (keyring{ctx, d.Tx, d.box, millis(d.at)}).add(recipient); err != nil {
			return err
		}
		return d.note(model.DeedRecipientAdded, 0, nil, recipientFacts{recipient})
	})
}

// RemoveRecipient shuts one out: everything is sealed with a new data key,
// since they may have kept the old one. The passphrase is the present one ("" if
// there is none) and stays. What they carried off before they can still read.
// ErrGone if there is no such recipient.
func (db *DB) RemoveRecipient(ctx context.Context, by model.Actor, recipient string, passphrase model.Secret) error {
	l, err := db.Locks(ctx)
	if err != nil {
		return err
	}
	if l.Open {
		passphrase = ""
	} else if err := db.Opens(ctx, Key{Passphrase: passphrase}); err != nil {
		return err
	}
	return db.rekey(ctx, by, passphrase, recipient, model.DeedRecipientRemoved, recipientFacts{recipient})
}

// rekey seals everything with a new data key, wrapped by the passphrase and
// for all recipients but one.
func (db *DB) rekey(ctx context.Context, by model.Actor, passphrase model.Secret, without string, deed model.Deed, facts any) error {
	box, err := seal.NewBox(seal.NewKey())
	if err != nil {
		return err
	}
	box.OnlyBound()
	err = db.deed(ctx, by, func(d *deedTx) error {
		all, err := recipients(ctx, d.Tx, d.box)
		if err != nil {
			return err
		}
		if err := reseal(ctx, d.Tx, d.box, box); err != nil {
			return err
		}
		d.box = box
		if _, err := d.exec("UPDATE sealing SET key_check = ?, scrub = 1", box.Check()); err != nil {
			return fmt.Errorf("changing the key: %w", err)
		}
		if err := d.rewrap(all, without, passphrase); err != nil {
			return err
		}
		return d.note(deed, 0, nil, facts)
	})
	if err != nil {
		return err
	}
	db.box.Store(box)
	db.scrub(ctx)
	return nil
}

func (d *deedTx) rewrap(all []recipient, without string, passphrase model.Secret) error {
	if _, err := d.exec("DELETE FROM keyring"); err != nil {
		return fmt.Errorf("changing the key: %w", err)
	}
	k := keyring{d.ctx, d.Tx, d.box, millis(d.at)}
	if err := k.lock(passphrase); err != nil {
		return err
	}
	gone := without == ""
	for _, r := range all {
		if r.key == without {
			gone = true
			continue
		}
		if err := k.add(r.key); err != nil {
			return err
		}
	}
	if !gone {
		return ErrGone
	}
	return k.newFileKey()
}

// SealTo seals a file with a key of the database and for all recipients, as
// an age file. What is written to the result is sealed onto w; Close ends it.
func (db *DB) SealTo(ctx context.Context, w io.Writer) (io.WriteCloser, error) {
	to, err := db.Recipients(ctx)
	if err != nil {
		return nil, err
	}
	keys, err := db.fileKeys(ctx)
	if err != nil {
		return nil, err
	}
	return seal.File(w, keys[len(keys)-1], to...)
}

// OpenSealed opens a file that SealTo made. ErrTampered if it was made with a
// key of another school, or was changed; that may come to light while it is
// read, as an error of the reader.
func (db *DB) OpenSealed(ctx context.Context, r io.Reader) (io.Reader, error) {
	keys, err := db.fileKeys(ctx)
	if err != nil {
		return nil, err
	}
	plain, err := seal.OpenFile(r, keys...)
	return plain, tampered(err)
}

func (db *DB) fileKeys(ctx context.Context) (keys []seal.Key, err error) {
	tx, err := db.read.BeginTx(ctx, nil)
	if err != nil {
		return nil, explain(fmt.Errorf("reading the keys of files: %w", err))
	}
	defer func() { _ = tx.Rollback() }() // nothing was written
	box, err := db.sealedBy(ctx, tx)
	if err != nil {
		return nil, explain(err)
	}
	rows, err := tx.QueryContext(ctx, "SELECT id, key FROM file_keys ORDER BY id")
	if err != nil {
		return nil, explain(fmt.Errorf("reading the keys of files: %w", err))
	}
	defer func() { _ = rows.Close() }()
	for rows.Next() {
		at := seal.Place{Column: "file_keys.key"}
		var sealed []byte
		if err := rows.Scan(&at.Row, &sealed); err != nil {
			return nil, fmt.Errorf("reading the keys of files: %w", err)
		}
		plain, err := box.OpenBytes(at, sealed)
		if err != nil {
			return nil, fmt.Errorf("reading the keys of files: %w", tampered(err))
		}
		key, err := seal.BareKey(plain)
		if err != nil {
			return nil, fmt.Errorf("reading the keys of files: %w", tampered(err))
		}
		keys = append(keys, key)
	}
	if err := rows.Err(); err != nil {
		return nil, explain(fmt.Errorf("reading the keys of files: %w", err))
	}
	if len(keys) == 0 {
		return nil, fmt.Errorf("no key for files: %w", ErrTampered)
	}
	return keys, nil
}
