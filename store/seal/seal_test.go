package seal

import (
	"bytes"
	"errors"
	"io"
	"strings"
	"testing"

	"filippo.io/age"
	"pgregory.net/rapid"
)

func newBox(t interface{ Fatal(...any) }) *Box {
	b, err := NewBox(NewKey())
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// TestOnlyAtItsPlace: a value opens where it was sealed, and nowhere else.
func TestOnlyAtItsPlace(t *testing.T) {
	one, other := newBox(t), newBox(t)
	rapid.Check(t, func(t *rapid.T) {
		plain := rapid.StringN(1, -1, 200).Draw(t, "plain")
		at := Place{rapid.StringMatching(`[a-z]+\.[a-z]+`).Draw(t, "column"), rapid.Int64().Draw(t, "row"), rapid.Int64Range(0, 3).Draw(t, "owner")}
		sealed := one.Seal(at, plain)
		if strings.ContainsAny(sealed, "\x1e\x1f\x00") || len(plain) > 4 && strings.Contains(sealed, plain) {
			t.Fatalf("sealed as %q", sealed)
		}
		if got, err := one.Open(at, sealed); err != nil || got != plain {
			t.Fatalf("%q came back as %q, %v", plain, got, err)
		}
		for _, wrong := range []Place{{at.Column + "x", at.Row, at.Owner}, {at.Column, at.Row + 1, at.Owner}} {
			if _, err := one.Open(wrong, sealed); !errors.Is(err, ErrBroken) {
				t.Fatalf("opened at %v: %v", wrong, err)
			}
		}
		if _, err := other.Open(at, sealed); !errors.Is(err, ErrBroken) {
			t.Fatalf("another key opened it: %v", err)
		}
		if one.Seal(at, plain) == sealed {
			t.Fatal("sealed twice alike")
		}
	})
}

// TestOnlyOfItsOwner: a value of somebody's row opens in nobody else's, and no
// byte of it makes it one that is bound to nobody.
func TestOnlyOfItsOwner(t *testing.T) {
	b := newBox(t)
	mine, hers, nobodys := Place{"a.b", 1, 7}, Place{"a.b", 1, 8}, Place{"a.b", 1, 0}
	sealed := b.SealBytes(mine, []byte("kod"))
	for _, wrong := range []Place{hers, nobodys} {
		if _, err := b.OpenBytes(wrong, sealed); !errors.Is(err, ErrBroken) {
			t.Errorf("opened at %v: %v", wrong, err)
		}
		sealed[0] ^= version ^ versionOwned
		if _, err := b.OpenBytes(wrong, sealed); !errors.Is(err, ErrBroken) {
			t.Errorf("opened with another version at %v: %v", wrong, err)
		}
		sealed[0] ^= version ^ versionOwned
	}
	// What was sealed before rows had owners.
	if got, err := b.OpenBytes(mine, b.SealBytes(nobodys, []byte("kod"))); err != nil || string(got) != "kod" {
		t.Errorf("an old value: %q, %v", got, err)
	}
}

func TestNoBrokenValueIsAPanic(t *testing.T) {
	b := newBox(t)
	rapid.Check(t, func(t *rapid.T) {
		if got, err := b.Open(Place{"a.b", 1, 0}, rapid.String().Draw(t, "sealed")); err == nil && got != "" {
			t.Fatalf("opened as %q", got)
		}
	})
}

func TestEmptyStaysEmpty(t *testing.T) {
	b := newBox(t)
	if s := b.Seal(Place{"a.b", 1, 0}, ""); s != "" {
		t.Errorf("sealed as %q", s)
	}
	if s, err := b.Open(Place{"a.b", 1, 0}, ""); s != "" || err != nil {
		t.Errorf("opened as %q, %v", s, err)
	}
}

func TestIndex(t *testing.T) {
	one, other := newBox(t), newBox(t)
	if !bytes.Equal(one.Index("n", "a", "b"), one.Index("n", "a", "b")) {
		t.Error("the same value has two indexes")
	}
	for name, i := range map[string][]byte{
		"another name": one.Index("m", "a", "b"), "cut elsewhere": one.Index("n", "ab", ""), "another key": other.Index("n", "a", "b"),
	} {
		if bytes.Equal(i, one.Index("n", "a", "b")) {
			t.Errorf("%s has the same index", name)
		}
	}
}

func TestPassphrase(t *testing.T) {
	b := newBox(t)
	w, err := b.Wrap("długie hasło")
	if err != nil {
		t.Fatal(err)
	}
	if k, err := w.Unwrap("długie hasło"); err != nil || k != b.key {
		t.Errorf("not unwrapped: %v", err)
	}
	if _, err := w.Unwrap("długie hasło "); !errors.Is(err, ErrWrongPassphrase) {
		t.Errorf("a wrong passphrase: %v", err)
	}
	cheaper, huge := w, w
	cheaper.Passes, huge.Memory = 1, 1<<31
	if _, err := cheaper.Unwrap("długie hasło"); !errors.Is(err, ErrWrongPassphrase) {
		t.Errorf("a cheaper wrap: %v", err)
	}
	if _, err := huge.Unwrap("długie hasło"); !errors.Is(err, ErrBroken) {
		t.Errorf("a wrap of 2 TB: %v", err)
	}
}

func TestRecipient(t *testing.T) {
	b := newBox(t)
	who, err := age.GenerateX25519Identity()
	if err != nil {
		t.Fatal(err)
	}
	w, err := b.WrapFor(who.Recipient().String())
	if err != nil {
		t.Fatal(err)
	}
	if k, err := UnwrapAs(w, who); err != nil || k != b.key {
		t.Errorf("not unwrapped: %v", err)
	}
	stranger, err := age.GenerateX25519Identity()
	if err != nil {
		t.Fatal(err)
	}
	if _, err := UnwrapAs(w, stranger); err == nil {
		t.Error("a stranger unwrapped it")
	}
}

func TestFile(t *testing.T) {
	old, key := NewKey(), NewKey()
	who, err := age.GenerateX25519Identity()
	if err != nil {
		t.Fatal(err)
	}
	plain := bytes.Repeat([]byte("Ćwiąkalska;12250112345\n"), 10_000)
	var file bytes.Buffer
	w, err := File(&file, key, who.Recipient().String())
	if err != nil {
		t.Fatal(err)
	}
	if _, err := w.Write(plain); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	if bytes.Contains(file.Bytes(), []byte("12250112345")) {
		t.Error("the file tells what it holds")
	}
	byKey, err := OpenFile(bytes.NewReader(file.Bytes()), old, key)
	if err != nil {
		t.Fatal(err)
	}
	byRecipient, err := age.Decrypt(bytes.NewReader(file.Bytes()), who)
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range []io.Reader{byKey, byRecipient} {
		if got, err := io.ReadAll(r); err != nil || !bytes.Equal(got, plain) {
			t.Errorf("%d bytes, %v", len(got), err)
		}
	}
	if _, err := OpenFile(bytes.NewReader(file.Bytes()), old); !errors.Is(err, ErrBroken) {
		t.Errorf("another key: %v", err)
	}
}
