// Package seal hides values from whoever carries off the disk. It knows no
// database: it turns a value and the place where it stands into text, and back
// only at the same place.
//
// All keys come from one data key of 32 bytes; wrap.go says how that key is
// kept, file.go how whole files are sealed.
package seal

import (
	"bytes"
	"crypto/cipher"
	"crypto/hkdf"
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"errors"
	"fmt"
	"sync"

	"golang.org/x/crypto/chacha20poly1305"
)

// Key is a data key.
type Key [chacha20poly1305.KeySize]byte

// NewKey makes a data key up.
func NewKey() Key {
	var k Key
	fill(k[:])
	return k
}

// fill is crypto/rand.Read, which never fails: where the system has no
// randomness it ends the program.
func fill(b []byte) { _, _ = rand.Read(b) }

// ErrBroken means that the value was not sealed with this key at this place, or it was
// changed since.
var ErrBroken = errors.New("a sealed value does not belong where it stands")

// The first byte of a sealed value. Those of version 2 are bound to the owner
// of their row too; there may be values of version 1 in such rows, sealed before
// that was so, see OnlyBound. Neither opens as the other.
const (
	version      = 1
	versionOwned = 2
)

// indexSize of a keyed index, in bytes.
const indexSize = 16

// Box seals and opens the values of one database. It may be used from several
// goroutines.
type Box struct {
	key    Key
	fields cipher.AEAD
	index  []byte
	check  []byte
	bound  bool // see OnlyBound
}

// NewBox derives what a data key is used for: each use has a key of its own.
func NewBox(key Key) (*Box, error) {
	fields, err := derive(key, "fields")
	if err != nil {
		return nil, err
	}
	b := &Box{key: key}
	if b.fields, err = chacha20poly1305.NewX(fields); err != nil {
		return nil, fmt.Errorf("making a box: %w", err)
	}
	if b.index, err = derive(key, "index"); err != nil {
		return nil, err
	}
	b.check = b.Index("check")
	return b, nil
}

func derive(key Key, use string) ([]byte, error) {
	k, err := hkdf.Key(sha256.New, key[:], nil, "okienko 1 "+use, chacha20poly1305.KeySize)
	if err != nil {
		return nil, fmt.Errorf("deriving a key: %w", err)
	}
	return k, nil
}

// OnlyBound has the box believe no value in somebody's row that is not bound to
// them: where all were sealed anew since that is so, one of version 1 was put
// there by somebody else. It is to be called before the box is shared.
func (b *Box) OnlyBound() { b.bound = true }

// Check tells one data key from another and nothing else about either.
func (b *Box) Check() []byte { return b.check }

// Place is where a value stands: the name of its column, with the table, the
// number of its row, and that of the row that it belongs to, so that nobody
// hangs one student's code on another.
type Place struct {
	Column string // "students.last"
	Row    int64
	Owner  int64 // 0: none
}

// version is that of values sealed at the place.
func (p Place) version() byte {
	if p.Owner != 0 {
		return versionOwned
	}
	return version
}

// bound appends the place, as values of a version know it, in a form that no
// other place shares: columns have no byte 0, and all numbers are of one length.
func (p Place) bound(to []byte, version byte) []byte {
	to = binary.BigEndian.AppendUint64(append(to, p.Column...), uint64(p.Row))
	if version == versionOwned {
		to = binary.BigEndian.AppendUint64(to, uint64(p.Owner))
	}
	return to
}

// Seal returns the value as text of the alphabet of base64; "" stays "".
func (b *Box) Seal(at Place, plain string) string {
	if plain == "" {
		return ""
	}
	return base64.RawStdEncoding.EncodeToString(b.SealBytes(at, []byte(plain)))
}

// SealBytes is Seal for bytes.
func (b *Box) SealBytes(at Place, plain []byte) []byte {
	if len(plain) == 0 {
		return []byte{}
	}
	sealed := make([]byte, 1+chacha20poly1305.NonceSizeX, 1+chacha20poly1305.NonceSizeX+len(plain)+chacha20poly1305.Overhead)
	sealed[0] = at.version()
	nonces.take(sealed[1:])
	return b.fields.Seal(sealed, sealed[1:], plain, at.bound(make([]byte, 0, 64), sealed[0]))
}

// nonces of all boxes. Asking the system for each would cost as much as the
// sealing.
var nonces stock

// stock is randomness fetched in advance. Nothing is given out twice.
type stock struct{ pool sync.Pool }

// stockSize is how much is fetched at once, in bytes.
const stockSize = 4096

func (s *stock) take(into []byte) {
	b, ok := s.pool.Get().(*bytes.Buffer)
	if !ok {
		b = new(bytes.Buffer)
	}
	if b.Len() < len(into) {
		fresh := make([]byte, stockSize)
		fill(fresh)
		b = bytes.NewBuffer(fresh)
	}
	_, _ = b.Read(into) // there is enough
	s.pool.Put(b)
}

// Open returns the value that was sealed at the place, or ErrBroken.
func (b *Box) Open(at Place, sealed string) (string, error) {
	var r Reader
	return r.Open(b, at, sealed)
}

// OpenBytes is Open for bytes.
func (b *Box) OpenBytes(at Place, sealed []byte) ([]byte, error) {
	if len(sealed) == 0 {
		return []byte{}, nil
	}
	return b.open(nil, make([]byte, 0, 64), at, sealed)
}

// open appends the value to to; bound is memory for what it is bound to.
func (b *Box) open(to, bound []byte, at Place, sealed []byte) ([]byte, error) {
	const head = 1 + chacha20poly1305.NonceSizeX
	if len(sealed) < head || sealed[0] != at.version() && (b.bound || sealed[0] != version) {
		return nil, ErrBroken
	}
	bound = at.bound(bound[:0], sealed[0])
	plain, err := b.fields.Open(to, sealed[1:head], sealed[head:], bound)
	if err != nil {
		return nil, ErrBroken
	}
	return plain, nil
}

// Reader opens many values with the same memory. It is for one goroutine.
type Reader struct{ raw, plain, bound []byte }

// Open is Box.Open.
func (r *Reader) Open(b *Box, at Place, sealed string) (string, error) {
	if sealed == "" {
		return "", nil
	}
	var err error
	if r.raw, err = base64.RawStdEncoding.AppendDecode(r.raw[:0], []byte(sealed)); err != nil {
		return "", ErrBroken
	}
	if cap(r.bound) == 0 {
		r.bound = make([]byte, 0, 64)
	}
	plain, err := b.open(r.plain[:0], r.bound, at, r.raw)
	if err != nil {
		return "", err
	}
	r.plain = plain
	return string(plain), nil
}

// Index is what a value is found by without being opened: equal values of the
// same name have equal indexes, and without the key nobody can compute them.
func (b *Box) Index(name string, values ...string) []byte {
	mac := hmac.New(sha256.New, b.index)
	for _, v := range append([]string{name}, values...) {
		var n [8]byte
		binary.BigEndian.PutUint64(n[:], uint64(len(v)))
		mac.Write(n[:])
		mac.Write([]byte(v))
	}
	return mac.Sum(nil)[:indexSize]
}
