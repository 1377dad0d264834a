package model

import (
	"strings"
	"unicode"
)

// SIORow is one line of SIO's import of cards that exist
// (pomoc.sio.gov.pl, "import istniejących legitymacji").
type SIORow struct {
	Student  StudentID
	PESEL    PESEL
	Number   string
	Issued   Date
	Disabled bool // the card is one for a student with a disability
}

// SIOFault is something that SIO would refuse a line for.
type SIOFault string

// The faults. SIO wants all four values of a line, tells students by PESEL and
// cards by number, and its file has no way to quote a separator.
const (
	SIOPeselBad      SIOFault = "pesel_bad"      // not a PESEL
	SIONoNumber      SIOFault = "no_number"      // the card has none
	SIONumberChars   SIOFault = "number_chars"   // separators, quotes or signs of a formula in it
	SIONumberTwice   SIOFault = "number_twice"   // two students' cards have it
	SIONoIssued      SIOFault = "no_issued"      // the day of issue is not known
	SIOIssuedFuture  SIOFault = "issued_future"  // the day of issue is still to come
	SIOIssuedUnborn  SIOFault = "issued_unborn"  // the day of issue is before the student was born
	SIOIssuedTooLate SIOFault = "issued_expired" // the day of issue is after the card's last day
)

// SIOFaults are all of them, for tables and tests.
var SIOFaults = []SIOFault{SIOPeselBad, SIONoNumber, SIONumberChars, SIONumberTwice, SIONoIssued, SIOIssuedFuture,
	SIOIssuedUnborn, SIOIssuedTooLate}

// SIORefused is a student who is not in the file, and everything that keeps
// them out.
type SIORefused struct {
	Student  StudentID
	Blockers []BlockerID
	Faults   []SIOFault
}

// SIOFile is what goes to SIO and what does not. Students who left are in
// neither; those registered already, or with an objection, are only counted:
// nothing is to be done about them.
type SIOFile struct {
	Rows       []SIORow
	Refused    []SIORefused
	Registered int
	Objected   int
}

// SIOOptions are what the person who makes the file knows beside the records.
type SIOOptions struct {
	// Disabled are the students whose card is one for students with a
	// disability. The program keeps no such note: it would be data on health
	// (RODO art. 9) that nothing else here needs.
	Disabled map[StudentID]bool
	// WithoutPortraits takes in students whose photo is missing: the file has
	// no photos, they can be added in SIO later.
	WithoutPortraits bool
}

// ForSIO judges who goes into the file: whose card is complete by the school's
// rules (Assess) and whose line SIO would not refuse. The records' order is
// kept.
func ForSIO(records []Record, p Profile, v Viewpoint, o SIOOptions) (f SIOFile) {
	day := DateOf(v.Now.In(p.Zone()))
	bearers := map[string]int{}
	for _, r := range records {
		if card, ok := CurrentCard(r.Cards); ok && card.Number != "" && (r.Left.IsZero() || day.Before(r.Left)) {
			bearers[card.Number]++
		}
	}
	for _, r := range records {
		a := Assess(r, p, v)
		switch a.Stage {
		case StageLeft:
			continue
		case StageStopped:
			f.Objected++
			continue
		case StageRegistered, StageHeld, StageReady, StageHandedOver:
			f.Registered++
			continue
		}
		refused := SIORefused{Student: r.ID}
		for _, b := range a.Blockers {
			photo := b.ID == BlockNoPortrait || b.ID == BlockPortrait || b.ID == BlockUnjudged
			if b.ID != BlockNotInSIO && (!photo || !o.WithoutPortraits) {
				refused.Blockers = append(refused.Blockers, b.ID)
			}
		}
		card, has := CurrentCard(r.Cards)
		if has {
			refused.Faults = sioFaults(r.Student, card, day)
			if bearers[card.Number] > 1 {
				refused.Faults = append(refused.Faults, SIONumberTwice)
			}
		}
		if len(refused.Blockers)+len(refused.Faults) > 0 {
			f.Refused = append(f.Refused, refused)
			continue
		}
		f.Rows = append(f.Rows, SIORow{r.ID, r.PESEL, card.Number, card.Issued, o.Disabled[r.ID]})
	}
	return f
}

func sioFaults(s Student, c Card, day Date) (faults []SIOFault) {
	if _, bad := ParsePESEL(string(s.PESEL)); s.PESEL != "" && bad != "" {
		faults = append(faults, SIOPeselBad)
	}
	switch {
	case strings.TrimSpace(c.Number) == "":
		faults = append(faults, SIONoNumber)
	case !plainNumber(c.Number):
		faults = append(faults, SIONumberChars)
	}
	switch birth := s.BirthDate(); {
	case c.Issued.IsZero():
		faults = append(faults, SIONoIssued)
	case c.Issued.After(day):
		faults = append(faults, SIOIssuedFuture)
	case !birth.IsZero() && c.Issued.Before(birth):
		faults = append(faults, SIOIssuedUnborn)
	case !c.ValidUntil.IsZero() && c.Issued.After(c.ValidUntil):
		faults = append(faults, SIOIssuedTooLate)
	}
	return faults
}

// plainNumber reports whether a card's number can stand in the file as it is.
func plainNumber(s string) bool {
	return strings.TrimSpace(s) == s && !strings.ContainsFunc(s, func(r rune) bool {
		return unicode.IsControl(r) || unicode.Is(unicode.Cf, r) || strings.ContainsRune(`;"'`, r)
	}) && !strings.ContainsAny(s[:1], "=+-@\t")
}
