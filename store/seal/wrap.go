package seal

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"runtime/debug"

	"filippo.io/age"
	"golang.org/x/crypto/argon2"
	"golang.org/x/crypto/chacha20poly1305"
)

// ErrWrongPassphrase means that the passphrase does not open this wrap.
var ErrWrongPassphrase = errors.New("wrong passphrase")

// Cost is what guessing one passphrase costs.
type Cost struct {
	Passes uint32
	Memory uint32 // KiB
	Lanes  uint8
}

// cost of new wraps: 0.2 s on two cores (RFC 9106's second choice).
var cost = Cost{Passes: 3, Memory: 64 << 10, Lanes: 2}

// bearable is false for a cost that nobody ever chose: a file made by somebody
// else must not eat the machine's memory.
func (c Cost) bearable() bool {
	return c.Passes >= 1 && c.Passes <= 20 && c.Memory >= 8<<10 && c.Memory <= 1<<20 && c.Lanes >= 1 && c.Lanes <= 16
}

// PassphraseWrap is a data key that a passphrase opens.
type PassphraseWrap struct {
	Cost
	Salt    []byte
	Wrapped []byte
}

const saltSize = 16

// bound ties the wrapped key to this use and to its cost.
func (w PassphraseWrap) bound() []byte {
	return fmt.Appendf(nil, "okienko passphrase %d %d %d", w.Passes, w.Memory, w.Lanes)
}

func (w PassphraseWrap) stretch(passphrase string) []byte {
	key := argon2.IDKey([]byte(passphrase), w.Salt, w.Passes, w.Memory, w.Lanes, chacha20poly1305.KeySize)
	// A window is opened in the morning and left open: without this it keeps the
	// 64 MiB for minutes, each window of a small box its own.
	debug.FreeOSMemory()
	return key
}

// Wrap wraps the box's data key by a passphrase. It takes 0.2 s and 64 MiB.
func (b *Box) Wrap(passphrase string) (PassphraseWrap, error) {
	w := PassphraseWrap{Cost: cost, Salt: make([]byte, saltSize)}
	fill(w.Salt)
	aead, err := chacha20poly1305.NewX(w.stretch(passphrase))
	if err != nil {
		return w, fmt.Errorf("wrapping the key: %w", err)
	}
	nonce := make([]byte, chacha20poly1305.NonceSizeX)
	fill(nonce)
	w.Wrapped = aead.Seal(nonce, nonce, b.key[:], w.bound())
	return w, nil
}

// Unwrap returns the data key. ErrWrongPassphrase if the passphrase is not the
// one, ErrBroken if no passphrase can be.
func (w PassphraseWrap) Unwrap(passphrase string) (Key, error) {
	var k Key
	if !w.bearable() || len(w.Wrapped) != chacha20poly1305.NonceSizeX+len(k)+chacha20poly1305.Overhead {
		return k, ErrBroken
	}
	aead, err := chacha20poly1305.NewX(w.stretch(passphrase))
	if err != nil {
		return k, fmt.Errorf("unwrapping the key: %w", err)
	}
	plain, err := aead.Open(nil, w.Wrapped[:chacha20poly1305.NonceSizeX], w.Wrapped[chacha20poly1305.NonceSizeX:], w.bound())
	if err != nil {
		return k, ErrWrongPassphrase
	}
	copy(k[:], plain)
	return k, nil
}

// Bare is the data key itself, for those who do without a lock.
func (b *Box) Bare() []byte { return bytes.Clone(b.key[:]) }

// WrapFor wraps the data key for the holder of an age identity. A recipient
// that is none is an error.
func (b *Box) WrapFor(recipient string) ([]byte, error) {
	to, err := age.ParseX25519Recipient(recipient)
	if err != nil {
		return nil, fmt.Errorf("reading a recipient: %w", err)
	}
	var out bytes.Buffer
	w, err := age.Encrypt(&out, to)
	if err != nil {
		return nil, fmt.Errorf("wrapping the key: %w", err)
	}
	if _, err := w.Write(b.key[:]); err != nil {
		return nil, fmt.Errorf("wrapping the key: %w", err)
	}
	if err := w.Close(); err != nil {
		return nil, fmt.Errorf("wrapping the key: %w", err)
	}
	return out.Bytes(), nil
}

// UnwrapAs returns the data key that was wrapped for one of the identities.
func UnwrapAs(wrapped []byte, identities ...age.Identity) (Key, error) {
	r, err := age.Decrypt(bytes.NewReader(wrapped), identities...)
	if err != nil {
		return Key{}, fmt.Errorf("unwrapping the key: %w", err)
	}
	return keyOf(io.LimitReader(r, int64(len(Key{}))+1))
}

// keyOf reads exactly one key.
func keyOf(r io.Reader) (k Key, err error) {
	b, err := io.ReadAll(r)
	if err != nil || len(b) != len(k) {
		return k, ErrBroken
	}
	copy(k[:], b)
	return k, nil
}

// BareKey is a key that lies in the clear.
func BareKey(b []byte) (Key, error) { return keyOf(bytes.NewReader(b)) }
