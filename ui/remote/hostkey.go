package remote

import (
	"crypto/ed25519"
	"crypto/rand"
	"encoding/pem"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"runtime"

	gossh "golang.org/x/crypto/ssh"
)

// Errors of the host key.
var (
	// ErrHostKeyOpen: others than its owner may read the host key.
	ErrHostKeyOpen = errors.New("the host key is readable by others")
	// ErrHostKey: the file holds no host key.
	ErrHostKey = errors.New("not a host key")
)

// HostKey reads the server's own key (ed25519), or makes it, mode 0600. Clients
// remember its fingerprint, so it is never replaced.
func HostKey(path string) (signer gossh.Signer, made bool, err error) {
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		if err := makeHostKey(path); err != nil {
			return nil, false, fmt.Errorf("making the host key: %w", err)
		}
		made = true
	case err != nil:
		return nil, false, fmt.Errorf("reading the host key: %w", err)
	case !private(info.Mode(), 0o077):
		return nil, false, ErrHostKeyOpen
	}
	text, err := os.ReadFile(path)
	if err != nil {
		return nil, made, fmt.Errorf("reading the host key: %w", err)
	}
	if signer, err = gossh.ParsePrivateKey(text); err != nil {
		return nil, made, ErrHostKey // what the parser says may hold parts of the key
	}
	return signer, made, nil
}

// makeHostKey writes a new key to a file of its own and gives it the name when
// it is whole: a power cut must not leave half a key.
func makeHostKey(path string) error {
	_, private, err := ed25519.GenerateKey(rand.Reader)
	if err != nil {
		return err
	}
	block, err := gossh.MarshalPrivateKey(private, "okienko")
	if err != nil {
		return err
	}
	fresh := path + ".new"
	if err := os.Remove(fresh); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	f, err := os.OpenFile(fresh, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return err
	}
	_, err = f.Write(pem.EncodeToMemory(block))
	if err = errors.Join(err, f.Sync(), f.Close()); err != nil {
		return errors.Join(err, os.Remove(fresh))
	}
	return os.Rename(fresh, path)
}

// private reports whether a file's mode gives others none of the bits. Windows
// has no such modes.
func private(mode fs.FileMode, others fs.FileMode) bool {
	return runtime.GOOS == "windows" || mode.Perm()&others == 0
}
