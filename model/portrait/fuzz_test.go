package portrait_test

import (
	"errors"
	"testing"
	"time"

	"okienko/model/portrait"
)

func seeds(f *testing.F) {
	good := photo(f, 64, 80)
	f.Add(good)
	f.Add(tagged(good, 6, true))
	f.Add(good[:len(good)/2])
	f.Add(append(good, "PK\x03\x04"...))
	f.Add(without(good, 0xDB))
	f.Add(without(good, 0xC4))
	f.Add(changed(good, 0, 0xC2)) // baseline data under a progressive header
	f.Add(changed(good, 4, 0x27, 0x10, 0x27, 0x10))
	f.Add(withSegment(good, 0xDD, []byte{0, 3}))
	f.Add([]byte("\xFF\xD8\xFF"))
	f.Add([]byte{})
	f.Add([]byte(progressive))
}

// FuzzCheck walks and unpacks whatever comes: no panic, no long work.
func FuzzCheck(f *testing.F) {
	seeds(f)
	f.Fuzz(func(t *testing.T, data []byte) {
		started := time.Now()
		r := portrait.Check("a.jpg", data, schoolA)
		sound(t, r, started)
	})
}

// FuzzInspect is the whole inspection.
func FuzzInspect(f *testing.F) {
	seeds(f)
	f.Fuzz(func(t *testing.T, data []byte) {
		started := time.Now()
		r := portrait.Inspect("a.jpg", data, schoolA)
		sound(t, r, started)
	})
}

// FuzzMend mends whatever comes: what comes out keeps the rules and is small.
func FuzzMend(f *testing.F) {
	seeds(f)
	f.Add([]byte("\x89PNG\r\n\x1A\n"))
	f.Add([]byte("RIFF\x10\x00\x00\x00WEBPVP8 "))
	f.Fuzz(func(t *testing.T, data []byte) {
		started := time.Now()
		m, err := portrait.Mend(data, schoolA)
		var cant *portrait.CantMend
		switch {
		case err == nil:
			if r := portrait.Check("a.jpg", m.Bytes, schoolA); r.Verdict == portrait.Reject {
				t.Errorf("mended, and %v", r.IDs())
			}
		case !errors.As(err, &cant) || cant.Reason == "":
			t.Errorf("no reason: %v", err)
		}
		if took := time.Since(started); took > 20*time.Second {
			t.Errorf("took %v", took)
		}
	})
}

// sound holds for every report: the verdict follows from the findings, an
// unusable file has one such reason and no picture was judged.
func sound(t *testing.T, r portrait.Report, started time.Time) {
	t.Helper()
	unreadable := 0
	for _, f := range r.Findings {
		if f.ID.Unreadable() {
			unreadable++
		}
	}
	if unreadable > 1 || unreadable == 1 && r.Verdict != portrait.Reject {
		t.Errorf("%v: %s", r.IDs(), r.Verdict)
	}
	if unreadable == 1 {
		for _, id := range r.IDs() {
			if isSoft(string(id)) {
				t.Errorf("judged without a picture: %v", r.IDs())
			}
		}
	}
	if took := time.Since(started); took > 20*time.Second {
		t.Errorf("took %v", took)
	}
}
