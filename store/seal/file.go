package seal

import (
	"crypto/cipher"
	"fmt"
	"io"

	"filippo.io/age"
	"golang.org/x/crypto/chacha20poly1305"
)

// stanzaType names the line of an age file's header that a file key opens.
const stanzaType = "okienko.file-key"

// fileKeys wraps what age seals one file with: it is an age recipient and
// identity.
type fileKeys struct{ aead cipher.AEAD }

// File seals a file with a key and for the recipients (public keys of age).
// What is written to the result is sealed onto w; Close ends it. The file is an
// ordinary age file: a recipient opens it without this program.
func File(w io.Writer, key Key, recipients ...string) (io.WriteCloser, error) {
	keys, err := newFileKeys(key)
	if err != nil {
		return nil, err
	}
	all := []age.Recipient{keys}
	for _, r := range recipients {
		to, err := age.ParseX25519Recipient(r)
		if err != nil {
			return nil, fmt.Errorf("reading a recipient: %w", err)
		}
		all = append(all, to)
	}
	out, err := age.Encrypt(w, all...)
	if err != nil {
		return nil, fmt.Errorf("sealing a file: %w", err)
	}
	return out, nil
}

// OpenFile opens a file that File made with one of the keys. ErrBroken if
// none of them sealed it, or it was changed.
func OpenFile(r io.Reader, keys ...Key) (io.Reader, error) {
	var all []age.Identity
	for _, key := range keys {
		k, err := newFileKeys(key)
		if err != nil {
			return nil, err
		}
		all = append(all, k)
	}
	plain, err := age.Decrypt(r, all...)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrBroken, err)
	}
	return plain, nil
}

func newFileKeys(key Key) (fileKeys, error) {
	aead, err := chacha20poly1305.NewX(key[:])
	if err != nil {
		return fileKeys{}, fmt.Errorf("making a box: %w", err)
	}
	return fileKeys{aead}, nil
}

// Wrap is age.Recipient's.
func (k fileKeys) Wrap(fileKey []byte) ([]*age.Stanza, error) {
	nonce := make([]byte, chacha20poly1305.NonceSizeX)
	fill(nonce)
	return []*age.Stanza{{Type: stanzaType, Body: k.aead.Seal(nonce, nonce, fileKey, []byte(stanzaType))}}, nil
}

// Unwrap is age.Identity's.
func (k fileKeys) Unwrap(stanzas []*age.Stanza) ([]byte, error) {
	for _, s := range stanzas {
		if s.Type != stanzaType || len(s.Body) < chacha20poly1305.NonceSizeX {
			continue
		}
		n := chacha20poly1305.NonceSizeX
		if plain, err := k.aead.Open(nil, s.Body[:n], s.Body[n:], []byte(stanzaType)); err == nil {
			return plain, nil
		}
	}
	return nil, age.ErrIncorrectIdentity
}
