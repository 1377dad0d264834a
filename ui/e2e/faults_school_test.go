//go:build linux

package e2e

import (
	"os"
	"path/filepath"

	"filippo.io/age"

	"okienko/model"
)

// backup makes one for a new recovery key and returns the file that holds it.
func (s school) backup(to string) (key string) {
	s.t.Helper()
	identity, err := age.GenerateX25519Identity()
	if err != nil {
		s.t.Fatal(err)
	}
	db := s.open()
	err = db.AddRecipient(s.t.Context(), model.Actor{Operator: "próba", Desk: "próba"}, identity.Recipient().String())
	if err != nil {
		s.t.Fatal(err)
	}
	if err := db.Close(); err != nil {
		s.t.Fatal(err)
	}
	key = filepath.Join(s.t.TempDir(), "klucz.txt")
	if err := os.WriteFile(key, []byte(identity.String()+"\n"), 0o600); err != nil {
		s.t.Fatal(err)
	}
	s.okienko("backup", to)
	return key
}

func (s school) restore(from, key string) {
	s.t.Helper()
	s.okienko("restore", from, "--identity-file", key)
}
