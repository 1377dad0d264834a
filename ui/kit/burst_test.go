package kit_test

import (
	"testing"
	"time"

	"okienko/ui/kit"
	"okienko/ui/kit/kittest"
)

func TestScannerTextGoesToTheScreen(t *testing.T) {
	for _, typing := range []bool{true, false} {
		ran := 0
		p := &scanProbe{probe: probe{name: "p", typing: typing}, take: true}
		p.actions = []kit.Action{
			do("k", "k", func() kit.Turn { ran++; return kit.Stay() }),
			do("enter", "enter", func() kit.Turn { ran += 100; return kit.Stay() }),
		}
		d := kittest.New(t, p, 80, 24, opts).Scan("kodżkod1")
		if len(p.scanned) != 1 || p.scanned[0] != "kodżkod1" || ran != 0 {
			t.Errorf("typing %v: scanned %q, ran %d", typing, p.scanned, ran)
		}
		if fields := len(p.got); typing != (fields == 8) {
			t.Errorf("typing %v: the field got %d characters", typing, fields)
		}
		if d.Press("k"); !typing && ran != 1 {
			t.Errorf("a letter typed by hand ran %d actions", ran)
		}
		d.Scan("kod1234")
		if len(p.scanned) != 1 {
			t.Errorf("typing %v: a short text was taken for a scan", typing)
		}
	}
}

func TestScanNobodyWants(t *testing.T) {
	entered := 0
	count := do("enter", "enter", func() kit.Turn { entered++; return kit.Stay() })
	letters := &scanProbe{probe: probe{name: "p", actions: []kit.Action{count}}}
	kittest.New(t, letters, 80, 24, opts).Scan("12345678")
	if entered != 0 || letters.heard() != "" {
		t.Errorf("a refused scan ran the main action %d times, heard %q", entered, letters.heard())
	}
	field := &scanProbe{probe: probe{name: "p", typing: true, actions: []kit.Action{count}}}
	kittest.New(t, field, 80, 24, opts).Scan("12345678")
	if entered != 1 {
		t.Errorf("Enter in a field ran the main action %d times", entered)
	}
}

func TestScanWithoutEnterRunsNoLetters(t *testing.T) {
	ran := 0
	p := &scanProbe{probe: probe{name: "p"}}
	p.actions = []kit.Action{do("k", "k", func() kit.Turn { ran++; return kit.Stay() })}
	d := kittest.New(t, p, 80, 24, opts)
	d.PressAtOnce("k", "k", "k", "k", "k", "k", "k", "k").Advance(time.Second)
	if ran != 0 {
		t.Errorf("ran %d actions", ran)
	}
	d.PressAtOnce("k", "k").Advance(10 * time.Millisecond)
	if ran != 0 {
		t.Error("letters are not held")
	}
	if d.PressAtOnce("down"); ran != 2 || p.heard() != "key:down" {
		t.Errorf("ran %d actions, heard %q", ran, p.heard())
	}
	d.Type("12345678").Press("enter")
	if len(p.scanned) != 0 {
		t.Errorf("slow typing was taken for a scan: %q", p.scanned)
	}
}

// A held key repeats more slowly than a scanner types: every repeat counts. And
// what it opens does not hear the rest.
func TestHeldLetterCounts(t *testing.T) {
	ran := 0
	p := &probe{name: "p"}
	p.actions = []kit.Action{do("k", "k", func() kit.Turn { ran++; return kit.Stay() })}
	d := kittest.New(t, p, 80, 24, opts)
	for range 20 {
		d.PressAtOnce("k").Advance(33 * time.Millisecond)
	}
	if d.Advance(time.Second); ran != 20 {
		t.Errorf("%d of 20 repeats ran", ran)
	}
}

func TestScanAnswersNoDialog(t *testing.T) {
	yes := false
	p := &probe{name: "p", actions: []kit.Action{do("d", "d", func() kit.Turn {
		return kit.Confirm(&kit.Dialog{Heading: "Usunąć?", Yes: "Tak", No: "Nie", YesKey: "t"},
			func() kit.Turn { yes = true; return kit.Stay() })
	})}}
	d := kittest.New(t, p, 80, 24, opts).Press("d").Scan("tttttttt").Expect("Usunąć?")
	d.Press("esc").PressAtOnce("d", "enter").Expect("Usunąć?")
	if yes {
		t.Error("a scan said yes")
	}
}
