package model

import (
	"cmp"
	"iter"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// CardKind is the form of a physical card.
type CardKind string

// Paper cards were issued until 12 July 2024 and stay valid; plastic ID-1
// cards since (rozporządzenie MEN, Dz.U. 2023 poz. 1120, § 74).
const (
	PaperCard   CardKind = "paper"
	PlasticCard CardKind = "plastic"
)

// CardState is whether a physical card can be used.
type CardState string

// States of a card.
const (
	CardValid       CardState = "valid"
	CardInvalidated CardState = "invalidated"
)

// Card (legitymacja papierowa, plastikowa) is the physical card that the
// mobile one mirrors: same number, same dates, same validity.
type Card struct {
	ID          int64
	Student     StudentID
	Number      string
	Kind        CardKind
	Issued      Date
	ValidUntil  Date // zero: not known
	State       CardState
	DuplicateOf string // number of the card it stands in for, "" if it is none
}

// ValidOn reports whether the card is good on a day. A card without a known
// last day is taken as good: many rosters carry only the number.
func (c Card) ValidOn(day Date) bool {
	return c.State == CardValid && (c.ValidUntil.IsZero() || !c.ValidUntil.Before(day))
}

var usualCardNumber = regexp.MustCompile(`^\d{1,4}/(19|20)\d{2}$`)

// UsualCardNumber reports whether a number looks like most do, "123/2024".
// Others are legal and only worth a second look.
func UsualCardNumber(number string) bool { return usualCardNumber.MatchString(number) }

// NextCardNumber is the number that follows those given in a year, "124/2026"
// after "123/2026"; "1/2026" is the first. Evidence numbers run on within a
// calendar year, and a duplicate gets the next one, not the original's
// (pomoc.sio.gov.pl p=13113; DOMAIN §6). Numbers of another form don't count.
func NextCardNumber(given iter.Seq[string], year int) string {
	last, of := 0, "/"+strconv.Itoa(year)
	for number := range given {
		if n, ok := strings.CutSuffix(number, of); ok && len(n) <= 6 {
			if v, err := strconv.Atoi(n); err == nil {
				last = max(last, v)
			}
		}
	}
	return strconv.Itoa(last+1) + of
}

// CurrentCard returns the card that counts: among those not invalidated, or
// else among all, the one issued last, then entered last. A card whose day of
// issue is not known counts as issued no earlier than those entered before it.
func CurrentCard(all []Card) (current Card, ok bool) {
	if len(all) == 1 {
		return all[0], true
	}
	var issued Date // the current one's, as far as it is known
	for _, c := range slices.SortedFunc(slices.Values(all), func(a, b Card) int { return cmp.Compare(a.ID, b.ID) }) {
		on := c.Issued
		if on.IsZero() {
			on = issued
		}
		sameState := (c.State == CardValid) == (current.State == CardValid)
		if !ok || sameState && !on.Before(issued) || !sameState && c.State == CardValid {
			current, ok, issued = c, true, on
		}
	}
	return current, ok
}
