package remote

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"okienko/model"
	"okienko/ui/text"
)

// Invented keys, made for this test.
const (
	keyA   = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4f"
	keyB   = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAEBAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4f"
	broken = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIA"
)

func TestReadKeys(t *testing.T) {
	for _, test := range []struct {
		name, text string
		want       []Key // line, name and role
		bad        []BadLine
	}{
		{name: "nothing"},
		{name: "comments and empty lines", text: "# who\n\n  \t\n"},
		{name: "a desk", text: keyA + " Anna Nowak", want: []Key{{Line: 1, Name: "Anna Nowak"}}},
		{name: "Windows line ends", text: keyA + " Łucja Żak\r\n", want: []Key{{Line: 1, Name: "Łucja Żak"}}},
		{name: "roles", text: `role="reader" ` + keyA + " Ewa\n" + `restrict,role="admin" ` + keyB + " Jan",
			want: []Key{{Line: 1, Name: "Ewa", Role: model.RoleReader}, {Line: 2, Name: "Jan", Role: model.RoleAdmin}}},
		{name: "a display", text: `role="display" ` + keyA + " monitor", want: []Key{{Line: 1, Name: "monitor", Role: model.RoleDisplay}}},
		{name: "one bad line stops no other", text: broken + " Ewa\n" + keyA + " Anna",
			want: []Key{{Line: 2, Name: "Anna"}}, bad: []BadLine{{1, Unreadable}}},
		{name: "no name", text: keyA, bad: []BadLine{{1, NoName}}},
		{name: "a name of control characters", text: keyA + " \x1b\x07", bad: []BadLine{{1, NoName}}},
		{name: "no such role", text: `role="boss" ` + keyA + " Ewa", bad: []BadLine{{1, BadRole}}},
		{name: "an option that would not be kept", text: `from="10.0.0.1" ` + keyA + " Ewa", bad: []BadLine{{1, BadOption}}},
		{name: "twice", text: keyA + " Ewa\n" + keyA + " Anna", want: []Key{{Line: 1, Name: "Ewa"}}, bad: []BadLine{{2, Twice}}},
		{name: "no key at all", text: "Anna Nowak", bad: []BadLine{{1, Unreadable}}},
	} {
		keys, bad := ReadKeys([]byte(test.text))
		var got []Key
		for _, k := range keys {
			got = append(got, Key{Line: k.Line, Name: k.Name, Role: k.Role})
		}
		if diff := cmp.Diff(test.want, got, cmp.AllowUnexported(Key{})); diff != "" {
			t.Errorf("%s: keys\n%s", test.name, diff)
		}
		if diff := cmp.Diff(test.bad, bad); diff != "" {
			t.Errorf("%s: bad lines\n%s", test.name, diff)
		}
	}
}

func TestWeakKeysLetNobodyIn(t *testing.T) {
	_, weak := newKey(t, "-t", "rsa", "-b", "1024")
	_, strong := newKey(t, "-t", "rsa", "-b", "2048")
	keys, bad := ReadKeys([]byte(weak + " Ewa\n" + strong + " Anna"))
	if len(keys) != 1 || keys[0].Name != "Anna" || len(bad) != 1 || bad[0].Why != Weak {
		t.Errorf("%v, %v", keys, bad)
	}
}

func TestAKeyringFollowsItsFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "authorized_keys")
	var bad []BadLine
	var fault error
	ring := NewKeyring(path, func(b []BadLine, err error) { bad, fault = b, err })
	if ring.Len() != 0 || fault != nil {
		t.Fatalf("without a file: %d keys, %v", ring.Len(), fault)
	}
	write := func(text string, mode os.FileMode) {
		t.Helper()
		if err := os.WriteFile(path, []byte(text), mode); err != nil {
			t.Fatal(err)
		}
		if err := os.Chmod(path, mode); err != nil {
			t.Fatal(err)
		}
		// Two writes within the clock's grain must not look the same.
		later := time.Now().Add(time.Duration(len(text)) * time.Second)
		if err := os.Chtimes(path, later, later); err != nil {
			t.Fatal(err)
		}
	}
	write(keyA+" Anna\nx\n", 0o600)
	if ring.Len() != 1 || len(bad) != 1 || bad[0].Line != 2 {
		t.Errorf("%d keys, bad lines %v", ring.Len(), bad)
	}
	keys, _ := ReadKeys([]byte(keyA + " Anna"))
	if !ring.still(keys[0]) {
		t.Error("the key no longer lets in")
	}
	write(`role="reader" `+keyA+" Anna\n", 0o600)
	if ring.still(keys[0]) {
		t.Error("the key still has the role that was taken from it")
	}
	write(keyA+" Anna\n", 0o666)
	if ring.Len() != 0 || !errors.Is(fault, ErrKeysOpen) {
		t.Errorf("writable by others: %d keys, %v", ring.Len(), fault)
	}
	write(strings.Repeat("#", mostKeyBytes+1), 0o600)
	if ring.Len() != 0 || !errors.Is(fault, ErrKeysTooLong) {
		t.Errorf("too long: %d keys, %v", ring.Len(), fault)
	}
}

func TestEveryProblemHasASentence(t *testing.T) {
	for _, l := range text.Langs {
		for _, p := range Problems {
			if text.RemoteIn(l).KeyProblem[string(p)] == "" {
				t.Errorf("%s has nothing for %s", l, p)
			}
		}
	}
}

func FuzzReadKeys(f *testing.F) {
	for _, s := range []string{keyA + " Anna", `role="reader" ` + keyA + " Ewa\n" + keyB + " Jan", broken, `command="a b\"c",role=` + keyA, "\x00\n\r\n# x"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		keys, bad := ReadKeys(text)
		lines := bytes.Count(text, []byte("\n")) + 1
		seen := map[int]bool{}
		note := func(line int) {
			if line < 1 || line > lines || seen[line] {
				t.Errorf("line %d of %d, again: %v", line, lines, seen[line])
			}
			seen[line] = true
		}
		for _, k := range keys {
			note(k.Line)
			if clean, _ := model.Clean(k.Name); k.Name == "" || clean != k.Name {
				t.Errorf("a name that is no name: %q", k.Name)
			}
			if k.public == "" || !strings.HasPrefix(k.Fingerprint, "SHA256:") {
				t.Error("a key that is no key")
			}
			again, _ := ReadKeys(bytes.Split(text, []byte("\n"))[k.Line-1])
			if len(again) != 1 || again[0].Role != k.Role || again[0].public != k.public {
				t.Error("a line means something else alone")
			}
		}
		for _, b := range bad {
			note(b.Line)
		}
	})
}
