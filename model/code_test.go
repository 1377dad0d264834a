package model_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"log/slog"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"okienko/model"
)

var noon = time.Date(2026, 11, 20, 11, 0, 0, 0, time.UTC) // noon in Warsaw, a Friday

// A code's text reaches the screen and the database, and nothing else.
func TestASecretDoesNotSlipOut(t *testing.T) {
	const text = "3f2a-secret-9c"
	code := model.Code{Kind: model.CodeLegacy, Payload: text, Second: text}
	var out bytes.Buffer
	for _, format := range []string{"%v", "%+v", "%#v", "%s", "%q", "%x"} {
		fmt.Fprintf(&out, format+"\n", code)
		fmt.Fprintf(&out, format+"\n", code.Payload)
		fmt.Fprintf(&out, format+"\n", &code)
	}
	for _, h := range []slog.Handler{slog.NewTextHandler(&out, nil), slog.NewJSONHandler(&out, nil)} {
		slog.New(h).Info("code", "code", code, "payload", code.Payload, "pesel", model.PESEL("19282199014"))
	}
	if err := json.NewEncoder(&out).Encode(code); err != nil {
		t.Fatal(err)
	}
	for _, secret := range []string{text, fmt.Sprintf("%x", text), "19282199014"} {
		if strings.Contains(out.String(), secret) {
			t.Errorf("%q in:\n%s", secret, out.String())
		}
	}
	if code.Payload.Reveal() != text {
		t.Error("the screen does not get it either")
	}
}

// DESIGN §2: life and uses come from the kind, overridable in the profile,
// and what the source states goes before both.
func TestTheEndOfACode(t *testing.T) {
	generated, added := noon.Add(-time.Hour), noon
	stated := noon.Add(7 * 24 * time.Hour)
	own := model.DefaultProfile()
	own.Codes[model.CodeSIO] = model.CodeRule{ValidFor: 48 * time.Hour}
	for _, test := range []struct {
		name    string
		profile model.Profile
		code    model.Code
		want    time.Time
	}{
		{"zpe: ten minutes (DOMAIN §0.1)", model.DefaultProfile(),
			model.Code{Kind: model.CodeZPE, Generated: generated, Added: added}, generated.Add(10 * time.Minute)},
		{"legacy: thirty days (DOMAIN §1a)", model.DefaultProfile(),
			model.Code{Kind: model.CodeLegacy, Generated: generated, Added: added}, generated.Add(720 * time.Hour)},
		{"sio: not known", model.DefaultProfile(), model.Code{Kind: model.CodeSIO, Generated: generated, Added: added}, time.Time{}},
		{"credentials: never", model.DefaultProfile(), model.Code{Kind: model.CodeCredentials, Added: added}, time.Time{}},
		{"sio: as the profile says", own, model.Code{Kind: model.CodeSIO, Generated: generated}, generated.Add(48 * time.Hour)},
		{"not known when generated", model.DefaultProfile(), model.Code{Kind: model.CodeZPE, Added: added}, added.Add(10 * time.Minute)},
		{"as the source states", model.DefaultProfile(),
			model.Code{Kind: model.CodeZPE, Generated: generated, Added: added, Until: stated}, stated},
	} {
		if got := test.code.Expires(test.profile); !got.Equal(test.want) {
			t.Errorf("%s: %v, want %v", test.name, got, test.want)
		}
	}
}

func TestACodeIsOverAtItsEndAndStaysSo(t *testing.T) {
	profile := model.DefaultProfile()
	code := model.Code{Kind: model.CodeZPE, Generated: noon}
	end := noon.Add(10 * time.Minute)
	if code.Expired(profile, end.Add(-time.Nanosecond)) || !code.Expired(profile, end) {
		t.Error("the end itself is over, the moment before is not")
	}
	rapid.Check(t, func(t *rapid.T) {
		code := anyCode().Draw(t, "code")
		profile := anyProfile().Draw(t, "profile")
		at := noon.Add(time.Duration(rapid.Int64Range(-1e15, 1e15).Draw(t, "at")))
		later := at.Add(time.Duration(rapid.Int64Range(0, 1e15).Draw(t, "later")))
		if code.Expired(profile, at) && !code.Expired(profile, later) {
			t.Fatal("an expired code came back to life")
		}
	})
}

func TestUses(t *testing.T) {
	profile := model.DefaultProfile()
	for _, test := range []struct {
		kind  model.CodeKind
		spent int
		want  bool
	}{
		{model.CodeZPE, 0, false}, {model.CodeZPE, 1, true}, {model.CodeLegacy, 1, true},
		{model.CodeSIO, 40, false}, {model.CodeCredentials, 3, false},
	} {
		if got := (model.Code{Kind: test.kind, Spent: test.spent}).UsedUp(profile); got != test.want {
			t.Errorf("%s after %d: %v", test.kind, test.spent, got)
		}
	}
}

// A code on one desk's screen is not drawn on another's, until the claim runs
// out.
func TestClaims(t *testing.T) {
	claim := model.Claim{Desk: "A", Since: noon, Until: noon.Add(time.Minute)}
	for _, test := range []struct {
		claim model.Claim
		desk  string
		at    time.Time
		want  bool
	}{
		{claim, "B", noon, true},
		{claim, "A", noon, false},
		{claim, "B", noon.Add(time.Minute), false},
		{model.Claim{}, "B", noon, false},
	} {
		if got := test.claim.HeldAgainst(model.Viewpoint{Now: test.at, Desk: test.desk}); got != test.want {
			t.Errorf("%+v against %s: %v", test.claim, test.desk, got)
		}
	}
}

func TestKnownKinds(t *testing.T) {
	for _, kind := range model.CodeKinds {
		if !kind.Known() {
			t.Errorf("%s is not known", kind)
		}
	}
	if model.CodeKind("usos").Known() || model.CodeKind("").Known() {
		t.Error("an unknown kind is known")
	}
}
