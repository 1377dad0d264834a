package model

import (
	"log/slog"
	"time"
)

// Secret is text that gives access: an activation code, a password. Printing
// it by accident shows nothing; Reveal is for the screen and the database.
type Secret string

// Reveal returns the text itself.
func (s Secret) Reveal() string { return string(s) }

// String hides the text.
func (s Secret) String() string {
	if s == "" {
		return ""
	}
	return "•••"
}

// GoString hides the text from %#v.
func (s Secret) GoString() string { return s.String() }

// MarshalText hides the text from JSON, also where a log writes a whole value.
func (s Secret) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// LogValue keeps the text out of every log.
func (s Secret) LogValue() slog.Value { return slog.StringValue("[kod]") }

// CodeKind is the kind of thing that is handed over.
type CodeKind string

// The kinds; see DOMAIN §0 for where each comes from.
const (
	CodeSIO         CodeKind = "sio"         // QR text or UUID, made by the school in SIO
	CodeZPE         CodeKind = "zpe"         // QR text or UUID, made on the student's ZPE account
	CodeLegacy      CodeKind = "legacy"      // QR text and a separate activation code
	CodeCredentials CodeKind = "credentials" // ZPE login and password
)

// CodeKinds in the order in which a desk offers them.
var CodeKinds = []CodeKind{CodeSIO, CodeZPE, CodeLegacy, CodeCredentials}

// Known reports whether k is one of the kinds.
func (k CodeKind) Known() bool {
	for _, known := range CodeKinds {
		if k == known {
			return true
		}
	}
	return false
}

// Code (kod aktywacyjny) is what a student is handed.
type Code struct {
	ID        int64
	Student   StudentID
	Kind      CodeKind
	Payload   Secret    // what the QR holds, byte for byte; "" for credentials
	Second    Secret    // legacy: the activation code; credentials: the password
	Login     string    // credentials only
	Generated time.Time // zero: not known
	Until     time.Time // end of life as the source states it; zero: by the profile
	Added     time.Time
	Spent     int  // hand-overs so far
	Forgotten bool // what it held is gone; the row is a fact that it was there
	SetAside  bool // it did not scan, or was not wanted any more: nobody gets it
	Claim     Claim
}

// Claim says that a code is on a screen, or was when its desk broke off.
type Claim struct {
	Desk     string
	Window   string // tells two windows of one desk apart; "" where there is one
	Operator string
	Since    time.Time // when the code was presented
	Until    time.Time // the desk lives at least till then; it moves this on
}

// paperWindow is the window of a claim by paper: it is nobody's own, so every
// desk sees at once that somebody has the code and that it is not known
// whether it was scanned.
const paperWindow = "paper"

// OnPaper is the claim by a slip that was printed at a desk.
func OnPaper(by Actor, at time.Time) Claim {
	return Claim{Desk: by.Desk, Window: paperWindow, Operator: by.Operator, Since: at, Until: at}
}

// OnPaper reports whether the code is on a slip, and not on a screen.
func (c Claim) OnPaper() bool { return c.Window == paperWindow }

// Same reports whether o is the same showing of the code, however often it was
// renewed.
func (c Claim) Same(o Claim) bool {
	return c.Desk == o.Desk && c.Window == o.Window && c.Since.Equal(o.Since)
}

// clockSlack is by how much the clocks of two desks may differ.
const clockSlack = time.Minute

// Own reports whether the asking window itself made the claim.
func (c Claim) Own(v Viewpoint) bool { return c.Desk == v.Desk && c.Window == v.Window }

// HeldAgainst reports whether another desk has the code on its screen. A claim
// of the future was made before the clock was set back, and holds nobody.
func (c Claim) HeldAgainst(v Viewpoint) bool {
	return c.Desk != "" && c.Desk != v.Desk && v.Now.Before(c.Until) && !v.Now.Add(clockSlack).Before(c.Since)
}

// Unfinished reports whether a desk showed the code and broke off without
// saying how it ended, so that nobody knows whether it was scanned. A window
// knows it of its own desk's earlier window at once, of others when their
// claim has ended.
func (c Claim) Unfinished(v Viewpoint) bool {
	return c.Desk != "" && !c.Own(v) && !c.HeldAgainst(v)
}

// Expires returns the end of a code's life: what its source states, else the
// moment it was generated (or, that being unknown, taken in) plus what the
// profile gives the kind. The zero time means that it does not expire.
func (c Code) Expires(p Profile) time.Time {
	if !c.Until.IsZero() {
		return c.Until
	}
	life := p.Codes[c.Kind].ValidFor
	if life == 0 {
		return time.Time{}
	}
	if !c.Generated.IsZero() {
		return c.Generated.Add(life)
	}
	return c.Added.Add(life)
}

// Expired reports whether the code's life is over.
func (c Code) Expired(p Profile, now time.Time) bool {
	end := c.Expires(p)
	return !end.IsZero() && !now.Before(end)
}

// UsedUp reports whether no hand-over is left.
func (c Code) UsedUp(p Profile) bool {
	uses := p.Codes[c.Kind].Uses
	return uses > 0 && c.Spent >= uses
}
