package store_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"okienko/model"
	"okienko/store"
)

// manyCodes is a school of n students whose codes end at noon of the next day,
// opened by two desks. looked is called whenever the first looks at the clock,
// which it does once in every step.
func manyCodes(t testing.TB, n int, looked func()) (db, other *store.DB) {
	t.Helper()
	at := noon
	path := filepath.Join(t.TempDir(), "okienko.db")
	open := func(looked func()) *store.DB {
		db, err := store.Open(t.Context(), path, store.Options{Profile: profile(), Now: func() time.Time { looked(); return at }})
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { _ = db.Close() })
		return db
	}
	db, other = open(looked), open(func() {})
	if err := db.TakeRoster(t.Context(), deskA, bigSchool(n), 0); err != nil {
		t.Fatal(err)
	}
	var codes []model.Code
	for i := range n {
		codes = append(codes, model.Code{Student: model.StudentID(i + 1), Kind: model.CodeSIO, Payload: model.Secret(fmt.Sprintf("otw:%06d", i)), Until: noon.AddDate(0, 0, 1)})
	}
	if _, err := db.TakeCodes(t.Context(), deskA, codes...); err != nil {
		t.Fatal(err)
	}
	at = noon.AddDate(0, 0, 2)
	return db, other
}

// forgottenCodes are the numbers that the register's lines give, and what is
// left of the codes.
func forgottenCodes(t testing.TB, db *store.DB) (lines []int, left int) {
	t.Helper()
	err := db.Register(t.Context(), 0, func(l model.RegisterLine) error {
		var facts struct{ Codes int }
		if l.Deed != model.DeedCodesForgotten {
			return nil
		}
		if err := json.Unmarshal([]byte(l.After), &facts); err != nil {
			return err
		}
		lines = append(lines, facts.Codes)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	all, _, err := db.School(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range all {
		for _, c := range r.Codes {
			if !c.Forgotten {
				left++
			}
		}
	}
	return lines, left
}

func sum(all []int) (n int) {
	for _, i := range all {
		n += i
	}
	return n
}

// TestForgettingGoesOnWhereItWasCutOff: each step is whole with its line, so a
// program that ends between two loses nothing, and the next takes it up again.
func TestForgettingGoesOnWhereItWasCutOff(t *testing.T) {
	const n = 120
	looks, cut := 0, context.CancelFunc(func() {})
	db, _ := manyCodes(t, n, func() {
		if looks--; looks == 0 {
			cut() // as a step begins
		}
	})
	db.SmallSteps()
	cuts := 0
	for left := n; left > 0; cuts++ {
		ctx, cancel := context.WithCancel(t.Context())
		looks, cut = 4, cancel // the first look is for what is due
		f, err := db.Forget(ctx, deskA)
		cancel()
		if err != nil && !errors.Is(err, context.Canceled) {
			t.Fatal(err)
		}
		if err != nil && f.Codes == 0 {
			t.Fatal("nothing was done before it was cut off")
		}
		lines, now := forgottenCodes(t, db)
		if sum(lines) != n-now {
			t.Fatalf("the lines say %d were forgotten, %d are gone", sum(lines), n-now)
		}
		if f.Codes > left-now {
			t.Fatalf("said %d, did %d", f.Codes, left-now)
		}
		left = now
	}
	if cuts < 2 {
		t.Error("it was never cut off, so this test proves nothing")
	}
	if lines, left := forgottenCodes(t, db); left != 0 || slices.Max(lines) > n/2 {
		t.Errorf("%d are left; the largest step took %d", left, slices.Max(lines))
	}
	if _, err := db.VerifyRegister(t.Context()); err != nil {
		t.Error(err)
	}
	if f, err := db.Forget(t.Context(), deskA); err != nil || !f.None() {
		t.Errorf("again: %+v, %v", f, err)
	}
}

// TestTheRegisterForgetsInSteps: with gaps, since some lines were emptied with
// their students before.
func TestTheRegisterForgetsInSteps(t *testing.T) {
	d := forgetful(t, model.RetentionRules{RegisterYears: 5})
	ids := d.crowd(120)
	for i := 1; i < len(ids); i += 10 {
		_, err := d.forget(admin, ids[i])
		d.must(err)
	}
	var before int
	raw := rawDB(t, d.path)
	due := "SELECT (SELECT count(*) FROM register WHERE salt <> x'') + (SELECT count(*) FROM handovers WHERE name <> '')"
	d.must(raw.QueryRowContext(t.Context(), due).Scan(&before))
	*d.now = noon.AddDate(5, 0, 1)
	f, err := d.Forget(t.Context(), deskA)
	d.must(err)
	done := f.Lines + f.Collected
	var left int
	d.must(raw.QueryRowContext(t.Context(), due).Scan(&left))
	var fresh int
	d.must(raw.QueryRowContext(t.Context(), "SELECT count(*) FROM register WHERE at >= ?", d.now.UnixMilli()).Scan(&fresh))
	if left != fresh || done != before {
		t.Errorf("%d details are left (%d of them of now), %d of %d were forgotten", left, fresh, done, before)
	}
	d.sound()
}

// BenchmarkDesksWhileForgetting measures how long another desk's deed takes
// while what 10,000 codes held is forgotten.
func BenchmarkDesksWhileForgetting(b *testing.B) {
	for b.Loop() {
		db, other := manyCodes(b, 10_000, func() {})
		done := make(chan error, 1)
		begun := time.Now()
		go func() {
			f, err := db.Forget(b.Context(), deskA)
			if err == nil && f.Codes != 10_000 {
				err = fmt.Errorf("%d codes were forgotten", f.Codes)
			}
			done <- err
		}()
		var waits []time.Duration
		every := time.NewTicker(15 * time.Millisecond)
		var took time.Duration
		for i := 0; took == 0; i++ {
			select {
			case err := <-done:
				if err != nil {
					b.Fatal(err)
				}
				took = time.Since(begun)
			case <-every.C:
				from := time.Now()
				if err := other.MarkLeft(b.Context(), deskB, []model.StudentID{model.StudentID(i%10_000 + 1)}, model.MustDate(2026, 11, 22)); err != nil {
					b.Fatal(err)
				}
				waits = append(waits, time.Since(from))
			}
		}
		slices.Sort(waits)
		ms := func(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }
		b.ReportMetric(ms(took), "ms-all")
		b.ReportMetric(ms(waits[len(waits)/2]), "ms-p50")
		b.ReportMetric(ms(waits[len(waits)*99/100]), "ms-p99")
		b.ReportMetric(ms(waits[len(waits)-1]), "ms-most")
		b.ReportMetric(float64(len(waits)), "deeds")
	}
}
