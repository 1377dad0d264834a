package model

import (
	"testing"
	"time"
)

// TestWhenACodeIsForgotten: part 5, F: "codes and second secrets at hand-over
// or expiry".
func TestWhenACodeIsForgotten(t *testing.T) {
	p := Profile{Location: time.UTC, Codes: map[CodeKind]CodeRule{
		CodeZPE: {ValidFor: 10 * time.Minute, Uses: 1}, CodeLegacy: {ValidFor: 720 * time.Hour, Uses: 1}, CodeSIO: {}, CodeCredentials: {Uses: 2}}}
	now := time.Date(2026, 11, 20, 12, 0, 0, 0, time.UTC)
	midnight := time.Date(2026, 11, 21, 0, 0, 0, 0, time.UTC)
	handed := []Handover{{ID: 1, Code: 7, At: now}}
	for _, c := range []struct {
		name string
		code Code
		r    Record
		at   time.Time // zero: not known
	}{
		{"its life ends", Code{ID: 7, Kind: CodeZPE, Added: now}, Record{}, now.Add(10 * time.Minute)},
		{"its source states the end", Code{ID: 7, Kind: CodeSIO, Added: now, Until: now.Add(time.Hour)}, Record{}, now.Add(time.Hour)},
		{"without an end it stays", Code{ID: 7, Kind: CodeSIO, Added: now}, Record{}, time.Time{}},
		{"handed over for the last time", Code{ID: 7, Kind: CodeLegacy, Added: now, Spent: 1}, Record{Handovers: handed}, midnight},
		{"handed over, and life ends before midnight", Code{ID: 7, Kind: CodeZPE, Added: now, Spent: 1}, Record{Handovers: handed}, now.Add(10 * time.Minute)},
		{"its card was invalidated", Code{ID: 7, Kind: CodeSIO, Added: now.AddDate(0, 0, -9)},
			Record{Invalidations: []Invalidation{{ID: 1, LastCode: 7, EnteredAt: now}}}, midnight},
		{"an invalidation that was undone", Code{ID: 7, Kind: CodeSIO, Added: now},
			Record{Invalidations: []Invalidation{{ID: 1, LastCode: 7, EnteredAt: now, Undone: true}}}, time.Time{}},
		{"it did not scan", Code{ID: 7, Kind: CodeSIO, Added: now, SetAside: true}, Record{}, midnight},
		{"one device of two", Code{ID: 7, Kind: CodeCredentials, Added: now, Spent: 1}, Record{Handovers: handed}, time.Time{}},
		{"both devices", Code{ID: 7, Kind: CodeCredentials, Added: now, Spent: 2}, Record{Handovers: handed}, midnight},
		{"any number of devices", Code{ID: 7, Kind: CodeSIO, Added: now, Spent: 3}, Record{Handovers: handed}, time.Time{}},
		{"the student left", Code{ID: 7, Kind: CodeSIO, Added: now}, Record{Student: Student{Left: MustDate(2026, 11, 20)}}, midnight},
		{"forgotten before", Code{ID: 7, Kind: CodeZPE, Added: now, Forgotten: true}, Record{}, time.Time{}},
		{"on a screen", Code{ID: 7, Kind: CodeZPE, Added: now.Add(-time.Hour), Claim: Claim{Desk: "a", Until: now.Add(time.Minute)}}, Record{}, time.Time{}},
		{"a desk broke off, and it may still be used", Code{ID: 7, Kind: CodeLegacy, Added: now, Claim: Claim{Desk: "a", Until: now.Add(-time.Minute)}}, Record{}, time.Time{}},
		{"a desk broke off, and its life is over", Code{ID: 7, Kind: CodeZPE, Added: now.Add(-time.Hour), Claim: Claim{Desk: "a", Until: now.Add(-time.Minute)}}, Record{}, now.Add(-50 * time.Minute)},
	} {
		at, ok := CodeForgottenAt(c.code, c.r, p, now)
		if !at.Equal(c.at) || ok == c.at.IsZero() {
			t.Errorf("%s: %s %v, want %s", c.name, at, ok, c.at)
		}
	}
}

// TestWhenAStudentIsForgotten: part 5, F: "statements' scans, register years as
// set, whole students N months after they left", "with what must legally stay
// named" (2019 regulation § 5 ust. 2, DOMAIN §5).
func TestWhenAStudentIsForgotten(t *testing.T) {
	now := time.Date(2026, 11, 20, 12, 0, 0, 0, time.UTC)
	left := Student{Last: "A", Left: MustDate(2026, 8, 31), Class: Class{4, "a"}}
	here := Student{Last: "A", Class: Class{4, "a"}}
	bare := Student{Last: "A", Left: MustDate(2026, 8, 31), Erased: MustDate(2027, 3, 1)} // nothing but what the register names
	atDesk := Student{Last: "A", Erased: MustDate(2026, 11, 20)}                          // erased while at school
	sheet := []Statement{{ID: 3, SignerName: "B"}}
	collected := []Handover{{ID: 1, Code: 1, At: time.Date(2025, 10, 1, 9, 0, 0, 0, time.UTC)}}
	rules := func(sheets, student, register int) RetentionRules {
		return RetentionRules{StatementMonths: sheets, StudentMonths: student, RegisterYears: register}
	}
	for _, c := range []struct {
		name  string
		r     Record
		rules RetentionRules
		want  map[ForgetKind]string // the day that begins then
	}{
		{"no key: kept", Record{Student: left, Statements: sheet}, rules(0, 0, 0), nil},
		{"who is here is kept", Record{Student: here, Statements: sheet}, rules(1, 1, 1), nil},
		{"sheets", Record{Student: left, Statements: sheet}, rules(6, 0, 0), map[ForgetKind]string{ForgetSheet: "2027-03-01"}},
		{"a sheet without details", Record{Student: left, Statements: []Statement{{ID: 3}}}, rules(6, 0, 0), nil},
		{"the student", Record{Student: left}, rules(0, 6, 0), map[ForgetKind]string{ForgetWhole: "2027-03-01"}},
		{"who collected, a register without end: once", Record{Student: left, Handovers: collected}, rules(0, 6, 0), map[ForgetKind]string{ForgetWhole: "2027-03-01"}},
		{"and never the name", Record{Student: bare, Handovers: collected}, rules(0, 6, 0), nil},
		{"the name after the register's years", Record{Student: bare, Handovers: collected}, rules(0, 6, 5), map[ForgetKind]string{ForgetWhole: "2030-10-02"}},
		{"nor of who was erased while at school", Record{Student: atDesk, Handovers: collected}, rules(0, 0, 0), nil},
		{"whose name goes with the register, too", Record{Student: atDesk, Handovers: collected}, rules(0, 0, 5), map[ForgetKind]string{ForgetWhole: "2030-10-02"}},
		{"and at once if the profile's years are over", Record{Student: atDesk, Handovers: collected}, rules(0, 0, 1), map[ForgetKind]string{ForgetWhole: "2026-11-21"}},
		{"a register that is over before", Record{Student: left, Handovers: collected}, rules(0, 6, 1), map[ForgetKind]string{ForgetWhole: "2027-03-01"}},
		{"nobody any more", Record{Student: Student{Left: MustDate(2026, 8, 31)}}, rules(0, 6, 0), nil},
	} {
		got := map[ForgetKind]string{}
		for _, w := range WhenForgotten(c.r, Profile{Location: time.UTC, Retention: c.rules}, now) {
			got[w.Kind] = DateOf(w.At).String()
		}
		if len(got) != len(c.want) {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
		for k, day := range c.want {
			if got[k] != day {
				t.Errorf("%s: %s on %q, want %s", c.name, k, got[k], day)
			}
		}
	}
}

// TestWhatHoldsForgettingBack: a hand-over that may have taken place has to come
// on record ("never lose a recorded deed"), and what is to be invalidated in SIO
// can't be done there without a name (DOMAIN §6).
func TestWhatHoldsForgettingBack(t *testing.T) {
	p := Profile{Location: time.UTC}
	day := MustDate(2026, 11, 20)
	open, done, undone := Invalidation{ID: 1}, Invalidation{ID: 1, Done: day}, Invalidation{ID: 1, Undone: true}
	collected := []Handover{{ID: 1, Code: 1, At: time.Date(2025, 10, 1, 9, 0, 0, 0, time.UTC)}}
	for _, c := range []struct {
		name string
		r    Record
		hold Hold
	}{
		{"nothing", Record{}, NoHold},
		{"a code on a screen, or one that nobody settled", Record{Codes: []Code{{ID: 1, Claim: Claim{Desk: "a"}}}}, HoldUnfinished},
		{"to be done in SIO", Record{Invalidations: []Invalidation{open}}, HoldInSIO},
		{"done in SIO", Record{Invalidations: []Invalidation{done}}, NoHold},
		{"undone", Record{Invalidations: []Invalidation{undone}}, NoHold},
		{"to be done in SIO, and the register keeps the name", Record{Invalidations: []Invalidation{open}, Handovers: collected}, NoHold},
	} {
		if got := c.r.HeldFor(p, day); got != c.hold {
			t.Errorf("%s: %q", c.name, got)
		}
	}
	p.Retention.StudentMonths = 1
	f := NewForecast(p, time.Date(2026, 11, 20, 12, 0, 0, 0, time.UTC))
	f.Add(Record{Student: Student{Last: "A", Left: MustDate(2026, 9, 1)}, Invalidations: []Invalidation{open}})
	if len(f.Days()) != 0 || f.Held() != 1 {
		t.Errorf("forecast %+v, %d held", f.Days(), f.Held())
	}
}

func TestMonthsKeepToTheMonth(t *testing.T) {
	for _, c := range []struct {
		from Date
		n    int
		want Date
	}{
		{MustDate(2026, 8, 31), 6, MustDate(2027, 2, 28)}, {MustDate(2026, 1, 31), 1, MustDate(2026, 2, 28)},
		{MustDate(2023, 1, 31), 13, MustDate(2024, 2, 29)}, {MustDate(2024, 2, 29), -12, MustDate(2023, 2, 28)},
		{MustDate(2026, 11, 5), 2, MustDate(2027, 1, 5)},
	} {
		if got := c.from.AddMonths(c.n); got != c.want {
			t.Errorf("%s and %d months: %s, want %s", c.from, c.n, got, c.want)
		}
	}
}

// TestAForecastShowsAWeek: part 5, F: "shown in advance".
func TestAForecastShowsAWeek(t *testing.T) {
	p := Profile{Location: time.UTC, Codes: map[CodeKind]CodeRule{CodeSIO: {}}}
	now := time.Date(2026, 11, 20, 12, 0, 0, 0, time.UTC)
	f := NewForecast(p, now)
	for _, days := range []int{-3, 0, 2, 2, 7, 8} {
		f.Add(Record{Student: Student{Last: "A"}, Codes: []Code{{ID: 1, Kind: CodeSIO, Added: now, Until: now.AddDate(0, 0, days)}}})
	}
	f.AddDay(ForgetPortraits, MustDate(2026, 11, 22), 5)
	want := []Forthcoming{{ForgetCode, MustDate(2026, 11, 20), 2}, {ForgetCode, MustDate(2026, 11, 22), 2},
		{ForgetPortraits, MustDate(2026, 11, 22), 5}, {ForgetCode, MustDate(2026, 11, 27), 1}}
	got := f.Days()
	if len(got) != len(want) {
		t.Fatalf("%+v", got)
	}
	for i := range want {
		if got[i] != want[i] {
			t.Errorf("%+v, want %+v", got[i], want[i])
		}
	}
}
