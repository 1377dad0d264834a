package text

import (
	"testing"
	"time"

	"okienko/model"
)

func TestHelpIsThreeLinesForEveryKindOfCode(t *testing.T) {
	for _, l := range Langs {
		for _, k := range model.CodeKinds {
			for i, line := range QRIn(l).Help[k] {
				if line == "" {
					t.Errorf("%s, %s: line %d is empty", l, k, i+1)
				}
			}
		}
	}
}

func TestClock(t *testing.T) {
	for left, want := range map[time.Duration]string{
		-time.Second: "0:00", 0: "0:00", time.Millisecond: "0:01", 59 * time.Second: "0:59", time.Minute: "1:00",
		9*time.Minute + 32*time.Second: "9:32", 59*time.Minute + 59*time.Second: "59:59",
		time.Hour: "1 godz. 0 min", 23*time.Hour + 5*time.Minute: "23 godz. 5 min",
	} {
		if got := Clock(Polish, left); got != want {
			t.Errorf("%v: %q, want %q", left, got, want)
		}
	}
}

func TestMissingRoomIsNamed(t *testing.T) {
	for want, size := range map[string][2]int{"kolumn 3": {3, 0}, "wierszy 2": {0, 2}, "kolumn 3, wierszy 2": {3, 2}} {
		if got := missing(size[0], "kolumn", size[1], "wierszy"); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}
