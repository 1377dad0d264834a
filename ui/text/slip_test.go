package text

import "testing"

// A family reads the limit that the school's own paper states: the
// profiles say "5 MB", which is 5 × 1,048,576 bytes.
func TestASlipSaysTheProfilesLimit(t *testing.T) {
	for n, want := range map[int64]map[Lang]string{
		5 << 20: {Polish: "najwyżej 5 MB", English: "at most 5 MB", Ukrainian: "щонайбільше 5 MB"},
		3 << 19: {Polish: "najwyżej 1,5 MB", English: "at most 1.5 MB", Ukrainian: "щонайбільше 1,5 MB"},
	} {
		for lang, words := range want {
			if got := OutIn(lang).Slip.PhotoBytes(n); got != words {
				t.Errorf("%d in %s: %q", n, lang, got)
			}
		}
	}
}
