package store

import (
	"bytes"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"strings"
	"time"
	"unicode/utf8"

	"filippo.io/age"
	"golang.org/x/text/unicode/norm"

	"okienko/model"
	"okienko/store/seal"
)

// Lock is how a new database is locked. The zero Lock leaves its key in the
// clear: whoever has the file reads it.
type Lock struct {
	Passphrase model.Secret
	Recipients []string // public keys of age that open it too
}

// Key is what opens a locked database; a database without a lock needs none.
type Key struct {
	Passphrase model.Secret
	Identity   model.Secret // the text of an age identity file
}

// Locks is what a database's key is wrapped by.
type Locks struct {
	Open       bool // by nothing: no passphrase is needed
	Recipients int
	Unscrubbed bool // pages from before the lock may still be in the file; the next opening tries again
}

// shortestPassphrase in letters.
const shortestPassphrase = 8

// CheckPassphrase says whether a passphrase may be one: ErrShortPassphrase if
// it is too short.
func CheckPassphrase(p model.Secret) error {
	if utf8.RuneCountInString(p.Reveal()) < shortestPassphrase {
		return ErrShortPassphrase
	}
	return nil
}

// typed is a passphrase as it counts: keyboards differ in how they put Polish
// letters together.
func typed(p model.Secret) string { return norm.NFC.String(p.Reveal()) }

// CheckRecipient says whether a text is a public key of age: ErrBadRecipient
// if not.
func CheckRecipient(r string) error {
	if _, err := age.ParseX25519Recipient(r); err != nil {
		return ErrBadRecipient
	}
	return nil
}

func (l Lock) check() error {
	if l.Passphrase != "" {
		if err := CheckPassphrase(l.Passphrase); err != nil {
			return err
		}
	}
	for _, r := range l.Recipients {
		if err := CheckRecipient(r); err != nil {
			return err
		}
	}
	return nil
}

// begin makes the data key of a database that has none, and seals what it
// holds, all in one transaction.
func (l Lock) begin(ctx context.Context, db *sql.DB, now time.Time) error {
	var begun int
	if err := db.QueryRowContext(ctx, "SELECT count(*) FROM sealing").Scan(&begun); err != nil || begun > 0 {
		return err
	}
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		return fmt.Errorf("sealing the database: %w", err)
	}
	defer func() { _ = tx.Rollback() }() // after Commit it does nothing
	// Another window may have sealed it while we waited for the lock.
	var lines int
	if err := tx.QueryRowContext(ctx, "SELECT (SELECT count(*) FROM sealing), (SELECT count(*) FROM register)").Scan(&begun, &lines); err != nil || begun > 0 {
		return err
	}
	if err := l.seal(ctx, tx, millis(now), lines > 0); err != nil {
		return fmt.Errorf("sealing the database: %w", err)
	}
	if err := tx.Commit(); err != nil {
		return fmt.Errorf("sealing the database: %w", err)
	}
	return nil
}

// seal is begin inside the transaction; scrub tells whether anything lay open.
func (l Lock) seal(ctx context.Context, tx *sql.Tx, now int64, scrub bool) error {
	box, err := seal.NewBox(seal.NewKey())
	if err != nil {
		return err
	}
	if _, err := tx.ExecContext(ctx, "INSERT INTO sealing (id, key_check, scrub, bound) VALUES (1, ?, ?, 1)", box.Check(), scrub); err != nil {
		return err
	}
	if err := reseal(ctx, tx, nil, box); err != nil {
		return err
	}
	if err := prove(ctx, tx, box); err != nil {
		return err
	}
	k := keyring{ctx, tx, box, now}
	if err := k.lock(l.Passphrase); err != nil {
		return err
	}
	for _, r := range l.Recipients {
		if err := k.add(r); err != nil {
			return err
		}
	}
	return k.newFileKey()
}

// prove reads everything through the box, so that nothing is given up that
// can't be read again.
func prove(ctx context.Context, tx *sql.Tx, box *seal.Box) error {
	if _, err := readRecords(ctx, tx, box, "1 = 1", "1 = 1"); err != nil {
		return err
	}
	_, err := verifyRegister(ctx, tx, box)
	return err
}

// keyring writes wraps of a box's key inside a transaction.
type keyring struct {
	ctx context.Context
	tx  *sql.Tx
	box *seal.Box
	now int64
}

// lock puts the one lock in place of what was there; no passphrase means that
// the key lies open.
func (k keyring) lock(passphrase model.Secret) error {
	if _, err := k.tx.ExecContext(k.ctx, "DELETE FROM keyring WHERE kind <> 'recipient'"); err != nil {
		return fmt.Errorf("changing the lock: %w", err)
	}
	kind, w := "open", seal.PassphraseWrap{Salt: []byte{}, Wrapped: k.box.Bare()}
	if passphrase != "" {
		var err error
		if w, err = k.box.Wrap(typed(passphrase)); err != nil {
			return err
		}
		kind = "passphrase"
	}
	id, err := k.number("keyring")
	if err != nil {
		return err
	}
	if _, err := k.tx.ExecContext(k.ctx, "INSERT INTO keyring (id, kind, passes, memory, lanes, salt, wrapped, made) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
		id, kind, w.Passes, w.Memory, w.Lanes, w.Salt, w.Wrapped, k.now); err != nil {
		return fmt.Errorf("changing the lock: %w", err)
	}
	return nil
}

func (k keyring) number(table string) (id int64, err error) {
	err = k.tx.QueryRowContext(k.ctx, "UPDATE numbers SET last = last + 1 WHERE name = ? RETURNING last", table).Scan(&id)
	if err != nil {
		return 0, fmt.Errorf("changing the lock: %w", err)
	}
	return id, nil
}

// newFileKey is what files are sealed with from here on.
func (k keyring) newFileKey() error {
	id, err := k.number("file_keys")
	if err != nil {
		return err
	}
	key := seal.NewKey()
	sealed := k.box.SealBytes(seal.Place{Column: "file_keys.key", Row: id}, key[:])
	if _, err := k.tx.ExecContext(k.ctx, "INSERT INTO file_keys (id, key) VALUES (?, ?)", id, sealed); err != nil {
		return fmt.Errorf("making a key for files: %w", err)
	}
	return nil
}

// add wraps the key for a recipient, unless it is already.
func (k keyring) add(recipient string) error {
	all, err := recipients(k.ctx, k.tx, k.box)
	if err != nil {
		return err
	}
	for _, r := range all {
		if r.key == recipient {
			return nil
		}
	}
	wrapped, err := k.box.WrapFor(recipient)
	if err != nil {
		return fmt.Errorf("%w: %w", ErrBadRecipient, err)
	}
	id, err := k.number("keyring")
	if err != nil {
		return err
	}
	sealed := k.box.Seal(seal.Place{Column: "keyring.recipient", Row: id}, recipient)
	if _, err := k.tx.ExecContext(k.ctx, "INSERT INTO keyring (id, kind, recipient, wrapped, made) VALUES (?, 'recipient', ?, ?, ?)",
		id, sealed, wrapped, k.now); err != nil {
		return fmt.Errorf("adding a recipient: %w", err)
	}
	return nil
}

type recipient struct {
	id  int64
	key string
}

func recipients(ctx context.Context, q interface {
	QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
}, box *seal.Box) ([]recipient, error) {
	rows, err := q.QueryContext(ctx, "SELECT id, recipient FROM keyring WHERE kind = 'recipient' ORDER BY id")
	if err != nil {
		return nil, fmt.Errorf("reading the recipients: %w", err)
	}
	defer func() { _ = rows.Close() }()
	var all []recipient
	for rows.Next() {
		var r recipient
		var sealed string
		if err := rows.Scan(&r.id, &sealed); err != nil {
			return nil, fmt.Errorf("reading the recipients: %w", err)
		}
		// A key that is not sealed was slipped in by somebody without ours.
		if r.key, err = box.Open(seal.Place{Column: "keyring.recipient", Row: r.id}, sealed); err != nil || r.key == "" {
			return nil, fmt.Errorf("reading the recipients: %w", ErrTampered)
		}
		all = append(all, r)
	}
	return all, rows.Err()
}

// unlock finds the data key. ErrLocked if the key at hand is of no kind that
// could open this database, ErrWrongPassphrase or ErrWrongIdentity if it is
// not the one.
func unlock(ctx context.Context, db *sql.DB, key Key) (*seal.Box, error) {
	var check []byte
	if err := db.QueryRowContext(ctx, "SELECT key_check FROM sealing").Scan(&check); err != nil {
		return nil, fmt.Errorf("reading the lock: %w", err)
	}
	rows, err := db.QueryContext(ctx, "SELECT kind, passes, memory, lanes, salt, wrapped FROM keyring ORDER BY kind")
	if err != nil {
		return nil, fmt.Errorf("reading the lock: %w", err)
	}
	defer func() { _ = rows.Close() }()
	refusal := ErrLocked
	for rows.Next() {
		var kind string
		var w seal.PassphraseWrap
		if err := rows.Scan(&kind, &w.Passes, &w.Memory, &w.Lanes, &w.Salt, &w.Wrapped); err != nil {
			return nil, fmt.Errorf("reading the lock: %w", errors.Join(ErrTampered, err))
		}
		found, err := key.unwrap(kind, w)
		switch {
		case errors.Is(err, seal.ErrBroken):
			return nil, tampered(err)
		case errors.Is(err, ErrLocked):
			continue
		case err != nil:
			refusal = err
			continue
		}
		box, err := seal.NewBox(found)
		if err == nil && !bytes.Equal(box.Check(), check) {
			err = ErrTampered // the wraps are of another database
		}
		return box, err
	}
	if err := rows.Err(); err != nil {
		return nil, fmt.Errorf("reading the lock: %w", err)
	}
	return nil, refusal
}

func (key Key) unwrap(kind string, w seal.PassphraseWrap) (seal.Key, error) {
	switch {
	case kind == "open":
		return seal.BareKey(w.Wrapped)
	case kind == "passphrase" && key.Passphrase != "":
		k, err := w.Unwrap(typed(key.Passphrase))
		if errors.Is(err, seal.ErrWrongPassphrase) {
			err = ErrWrongPassphrase
		}
		return k, err
	case kind == "recipient" && key.Identity != "":
		who, err := age.ParseIdentities(strings.NewReader(key.Identity.Reveal()))
		if err != nil {
			return seal.Key{}, ErrWrongIdentity // the cause may quote the key
		}
		k, err := seal.UnwrapAs(w.Wrapped, who...)
		if err != nil && !errors.Is(err, seal.ErrBroken) {
			err = ErrWrongIdentity
		}
		return k, err
	}
	return seal.Key{}, ErrLocked
}
