package remote

import (
	"bytes"
	"crypto/rsa"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strings"
	"sync"
	"time"

	gossh "golang.org/x/crypto/ssh"

	"okienko/model"
)

// Key is a line of authorized_keys: somebody who may come in.
type Key struct {
	Line        int
	Name        string // the comment: who works at the desk
	Role        model.Role
	Type        string
	Fingerprint string // SHA256:…, as OpenSSH writes it
	public      string // in the form of the wire, to compare by
}

// Problem is why a line of authorized_keys lets nobody in.
type Problem string

// The problems.
const (
	Unreadable  Problem = "unreadable"  // no public key
	NoName      Problem = "no_name"     // no comment, so nobody would stand in the register
	Weak        Problem = "weak"        // DSA, or RSA under 2048 bits
	Certificate Problem = "certificate" // no plain key
	BadOption   Problem = "option"      // an option that is not kept here
	BadRole     Problem = "role"        // no such role
	Twice       Problem = "twice"       // the key stands on an earlier line
)

// Problems are all of them, for tables and tests.
var Problems = []Problem{Unreadable, NoName, Weak, Certificate, BadOption, BadRole, Twice}

// BadLine is a line of authorized_keys that lets nobody in. It stops no other.
type BadLine struct {
	Line int
	Why  Problem
}

// Bounds of the file.
const (
	mostKeyBytes = 1 << 20
	mostName     = 60 // characters
	leastRSA     = 2048
)

// Errors of reading authorized_keys as a whole.
var (
	// ErrKeysOpen: others may write the file, so anybody might let themself in.
	ErrKeysOpen = errors.New("authorized_keys is writable by others")
	// ErrKeysTooLong: the file is longer than any school needs.
	ErrKeysTooLong = errors.New("authorized_keys is too long")
)

// ReadKeys takes authorized_keys apart. Options other than role are taken only
// where they hold anyway: nobody forwards anything here.
func ReadKeys(text []byte) (keys []Key, bad []BadLine) {
	seen := map[string]bool{}
	for i, line := range bytes.Split(text, []byte("\n")) {
		line = bytes.TrimSpace(line)
		if len(line) == 0 || line[0] == '#' {
			continue
		}
		k, problem := readKey(line)
		if problem == "" && seen[k.public] {
			problem = Twice
		}
		if problem != "" {
			bad = append(bad, BadLine{i + 1, problem})
			continue
		}
		seen[k.public] = true
		k.Line = i + 1
		keys = append(keys, k)
	}
	return keys, bad
}

func readKey(line []byte) (Key, Problem) {
	public, comment, options, rest, err := gossh.ParseAuthorizedKey(line)
	if err != nil || len(rest) > 0 {
		return Key{}, Unreadable
	}
	k := Key{Type: public.Type(), Fingerprint: gossh.FingerprintSHA256(public), public: string(public.Marshal())}
	if problem := judge(public); problem != "" {
		return Key{}, problem
	}
	name, _ := model.Clean(comment)
	if runes := []rune(strings.TrimSpace(name)); len(runes) > 0 {
		k.Name = string(runes[:min(len(runes), mostName)])
	} else {
		return Key{}, NoName
	}
	for _, o := range options {
		if problem := k.option(o); problem != "" {
			return Key{}, problem
		}
	}
	return k, ""
}

// judge refuses keys that are not worth much.
func judge(public gossh.PublicKey) Problem {
	if _, ok := public.(*gossh.Certificate); ok {
		return Certificate
	}
	switch public.Type() {
	case "ssh-dss":
		return Weak
	case gossh.KeyAlgoRSA:
		c, ok := public.(gossh.CryptoPublicKey)
		if !ok {
			return Unreadable
		}
		if r, ok := c.CryptoPublicKey().(*rsa.PublicKey); !ok || r.N.BitLen() < leastRSA {
			return Weak
		}
	}
	return ""
}

// kept are the options that hold for every key.
var kept = map[string]bool{"restrict": true, "no-port-forwarding": true, "no-agent-forwarding": true, "no-x11-forwarding": true,
	"no-user-rc": true, "pty": true}

func (k *Key) option(o string) Problem {
	name, value, _ := strings.Cut(o, "=")
	name = strings.ToLower(name)
	if name != "role" {
		if kept[name] {
			return ""
		}
		return BadOption
	}
	role, ok := model.ParseRole(strings.Trim(value, `"`))
	if !ok {
		return BadRole
	}
	k.Role = role
	return ""
}

// Keyring is authorized_keys as it stands. It may be used from several
// goroutines.
type Keyring struct {
	path string
	// changed is told what is wrong with the file each time it was read.
	changed func([]BadLine, error)

	mu    sync.Mutex
	stamp stamp
	keys  map[string]Key // by their public form
}

// stamp tells whether a file is still the one that was read.
type stamp struct {
	size    int64
	mode    fs.FileMode
	changed time.Time
}

// NewKeyring reads authorized_keys, and again whenever it changed. A file that
// is not there lets nobody in.
func NewKeyring(path string, changed func([]BadLine, error)) *Keyring {
	return &Keyring{path: path, changed: changed}
}

// Find returns the line of a public key.
func (r *Keyring) Find(public gossh.PublicKey) (Key, bool) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.refresh()
	k, ok := r.keys[string(public.Marshal())]
	return k, ok
}

// still reports whether a key lets the same person in as before.
func (r *Keyring) still(k Key) bool {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.refresh()
	now, ok := r.keys[k.public]
	return ok && now.Role == k.Role
}

// Len is how many keys let somebody in.
func (r *Keyring) Len() int {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.refresh()
	return len(r.keys)
}

// refresh reads the file if it changed. One that can't be read lets nobody in:
// whoever took a key out must be able to rely on that.
func (r *Keyring) refresh() {
	now := stamp{size: -1}
	if info, err := os.Stat(r.path); err == nil {
		now = stamp{info.Size(), info.Mode(), info.ModTime()}
	}
	if r.keys != nil && now == r.stamp {
		return
	}
	r.stamp, r.keys = now, map[string]Key{}
	keys, bad, err := LoadKeys(r.path)
	for _, k := range keys {
		r.keys[k.public] = k
	}
	r.changed(bad, err)
}

// LoadKeys reads the file. There are no keys if it does not exist.
func LoadKeys(path string) ([]Key, []BadLine, error) {
	f, err := os.Open(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil, nil
	}
	if err != nil {
		return nil, nil, fmt.Errorf("reading authorized_keys: %w", err)
	}
	defer func() { _ = f.Close() }()
	info, err := f.Stat()
	if err != nil {
		return nil, nil, fmt.Errorf("reading authorized_keys: %w", err)
	}
	if !private(info.Mode(), 0o022) {
		return nil, nil, ErrKeysOpen
	}
	text, err := io.ReadAll(io.LimitReader(f, mostKeyBytes+1))
	if err != nil {
		return nil, nil, fmt.Errorf("reading authorized_keys: %w", err)
	}
	if len(text) > mostKeyBytes {
		return nil, nil, ErrKeysTooLong
	}
	keys, bad := ReadKeys(text)
	return keys, bad, nil
}
