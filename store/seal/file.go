package seal

import (
	"crypto/cipher"
	"fmt"
	"io"

	"filippo.io/age"
	"golang.org/x/crypto/chacha20poly1305"
)

// stanzaType names the line of an age file's header that the data key opens.
const stanzaType = "okienko.data-key"

// fileKeys wraps the keys of files by the data key: it is an age recipient and
// identity.
type fileKeys struct{ aead cipher.AEAD }

// SealTo seals a file with the box's data key and for the recipients (public
// keys of age). What is written to the result is sealed onto w; Close ends it.
func (b *Box) SealTo(w io.Writer, recipients ...string) (io.WriteCloser, error) {
	keys, err := b.fileKeys()
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

// OpenFrom opens a file that SealTo made. ErrBroken if another key sealed it.
func (b *Box) OpenFrom(r io.Reader) (io.Reader, error) {
	keys, err := b.fileKeys()
	if err != nil {
		return nil, err
	}
	plain, err := age.Decrypt(r, keys)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrBroken, err)
	}
	return plain, nil
}

func (b *Box) fileKeys() (fileKeys, error) {
	aead, err := chacha20poly1305.NewX(b.files)
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
