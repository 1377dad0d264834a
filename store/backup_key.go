package store

import (
	"bytes"
	"context"
	"crypto/hkdf"
	"crypto/rand"
	"crypto/sha256"
	"database/sql"
	"encoding/base64"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"filippo.io/age"
	"golang.org/x/crypto/chacha20poly1305"

	"okienko/store/seal"
)

// A backup is sealed for the holders of recovery keys, as any age file is, and
// for whoever knows the passphrase. For the latter its header carries what the
// database carries too: the data key, wrapped by the passphrase. So it can be
// made without anybody typing the passphrase, and be opened on a new machine.

// stanzaType names the line of the header that the passphrase opens.
const stanzaType = "okienko.passphrase"

// byPassphrase is that line: what the data key is wrapped by, and what comes of
// the data key.
type byPassphrase struct {
	wrap seal.PassphraseWrap
	key  []byte // for sealing; nil while opening
	with Key    // for opening
}

// backupRecipients are those who can open a backup. ErrBackupNoKey if nobody
// could: a key that lies open in the database is no key to a backup.
func (db *DB) backupRecipients(ctx context.Context) ([]age.Recipient, error) {
	keys, err := db.Recipients(ctx)
	if err != nil {
		return nil, err
	}
	var all []age.Recipient
	for _, key := range keys {
		r, err := age.ParseX25519Recipient(key)
		if err != nil {
			return nil, fmt.Errorf("reading a recipient: %w", err)
		}
		all = append(all, r)
	}
	by, err := db.byPassphrase(ctx)
	switch {
	case err != nil:
		return nil, explain(err)
	case by != nil:
		all = append(all, by)
	case len(all) == 0:
		return nil, ErrBackupNoKey
	}
	return all, nil
}

// byPassphrase is nil for a database that has no passphrase.
func (db *DB) byPassphrase(ctx context.Context) (*byPassphrase, error) {
	tx, err := db.read.BeginTx(ctx, nil)
	if err != nil {
		return nil, fmt.Errorf("reading the lock: %w", err)
	}
	defer func() { _ = tx.Rollback() }() // nothing was written
	box, err := db.sealedBy(ctx, tx)
	if err != nil {
		return nil, err
	}
	var w seal.PassphraseWrap
	err = tx.QueryRowContext(ctx, "SELECT passes, memory, lanes, salt, wrapped FROM keyring WHERE kind = 'passphrase'").
		Scan(&w.Passes, &w.Memory, &w.Lanes, &w.Salt, &w.Wrapped)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("reading the lock: %w", err)
	}
	key, err := backupKey(box.Bare())
	return &byPassphrase{wrap: w, key: key}, err
}

// backupKey is what a data key becomes for backups: each use has its own.
func backupKey(data []byte) ([]byte, error) {
	key, err := hkdf.Key(sha256.New, data, nil, "okienko 1 backup", chacha20poly1305.KeySize)
	if err != nil {
		return nil, fmt.Errorf("deriving a key: %w", err)
	}
	return key, nil
}

// Wrap is age.Recipient's.
func (b *byPassphrase) Wrap(fileKey []byte) ([]*age.Stanza, error) {
	aead, err := chacha20poly1305.NewX(b.key)
	if err != nil {
		return nil, fmt.Errorf("sealing a backup: %w", err)
	}
	nonce := make([]byte, chacha20poly1305.NonceSizeX)
	_, _ = rand.Read(nonce) // never fails: without randomness the program ends
	w := b.wrap
	args := []string{strconv.FormatUint(uint64(w.Passes), 10), strconv.FormatUint(uint64(w.Memory), 10), strconv.FormatUint(uint64(w.Lanes), 10),
		base64.RawStdEncoding.EncodeToString(w.Salt), base64.RawStdEncoding.EncodeToString(w.Wrapped)}
	return []*age.Stanza{{Type: stanzaType, Args: args, Body: aead.Seal(nonce, nonce, fileKey, bound(args))}}, nil
}

// bound ties the wrapped key to the line it stands in.
func bound(args []string) []byte { return []byte(stanzaType + " " + strings.Join(args, " ")) }

// Unwrap is age.Identity's.
func (b *byPassphrase) Unwrap(stanzas []*age.Stanza) ([]byte, error) {
	for _, s := range stanzas {
		if s.Type != stanzaType {
			continue
		}
		w, err := readWrap(s.Args)
		if err != nil {
			return nil, err
		}
		data, err := b.with.unwrap("passphrase", w)
		if errors.Is(err, ErrWrongPassphrase) || errors.Is(err, ErrLocked) {
			return nil, age.ErrIncorrectIdentity
		}
		if err != nil {
			return nil, err
		}
		return openStanza(s, data)
	}
	return nil, age.ErrIncorrectIdentity
}

func openStanza(s *age.Stanza, data seal.Key) ([]byte, error) {
	key, err := backupKey(data[:])
	if err != nil {
		return nil, err
	}
	aead, err := chacha20poly1305.NewX(key)
	const n = chacha20poly1305.NonceSizeX
	if err != nil || len(s.Body) < n {
		return nil, errors.Join(ErrBackupBad, err)
	}
	plain, err := aead.Open(nil, s.Body[:n], s.Body[n:], bound(s.Args))
	if err != nil {
		return nil, ErrBackupBad
	}
	return plain, nil
}

func readWrap(args []string) (w seal.PassphraseWrap, err error) {
	if len(args) != 5 {
		return w, ErrBackupBad
	}
	var numbers [3]uint64
	for i, bits := range []int{32, 32, 8} {
		var bad error
		numbers[i], bad = strconv.ParseUint(args[i], 10, bits)
		err = errors.Join(err, bad)
	}
	w.Cost = seal.Cost{Passes: uint32(numbers[0]), Memory: uint32(numbers[1]), Lanes: uint8(numbers[2])}
	for i, to := range []*[]byte{&w.Salt, &w.Wrapped} {
		var bad error
		*to, bad = base64.RawStdEncoding.DecodeString(args[3+i])
		err = errors.Join(err, bad)
	}
	if err != nil {
		return w, ErrBackupBad
	}
	return w, nil
}

// identities are what age tries on a backup. ErrWrongIdentity for a text that
// holds no recovery key.
func (key Key) identities() (all []age.Identity, err error) {
	if key.Identity != "" {
		if all, err = age.ParseIdentities(strings.NewReader(key.Identity.Reveal())); err != nil {
			return nil, ErrWrongIdentity // the cause may quote the key
		}
	}
	if key.Passphrase != "" {
		all = append(all, &byPassphrase{with: key})
	}
	return all, nil
}

// unlock finds the data key of the database that is being opened.
func (o Options) unlock(ctx context.Context, db *sql.DB) (*seal.Box, error) {
	if o.box == nil {
		return unlock(ctx, db, o.Key)
	}
	var check []byte
	if err := db.QueryRowContext(ctx, "SELECT key_check FROM sealing").Scan(&check); err != nil {
		return nil, fmt.Errorf("reading the lock: %w", err)
	}
	if !bytes.Equal(check, o.box.Check()) {
		return nil, ErrKeyChanged
	}
	return o.box, nil
}
