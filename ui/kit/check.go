package kit

import (
	"fmt"
	"strings"
)

// forbidden keys and why: terminals keep them for themselves, or they can't be
// told from other keys.
var forbidden = map[string]string{
	"ctrl+s": "stops the terminal's output",
	"ctrl+q": "resumes the terminal's output",
	"ctrl+z": "suspends the program",
	"ctrl+i": "is Tab",
	"ctrl+m": "is Enter",
	"ctrl+h": "is Backspace",
	"ctrl+j": "is a line feed",
	"ctrl+[": "is Esc",
	"ctrl+c": "interrupts; the stack owns it",
	"ctrl+l": "hides the window; the stack owns it",
	"f11":    "makes many terminals full-screen",
	helpKey:  "is help on every screen",
}

// Check looks for mistakes in a screen's action table: keys that clash, that
// terminals swallow, that type Polish letters (AltGr), that a text field would
// take, or that have no second way in. Tests run it over every screen.
func Check(s Screen) []error {
	var errs []error
	report := func(format string, args ...any) {
		errs = append(errs, fmt.Errorf("screen %q: "+format, append([]any{s.Title()}, args...)...))
	}
	menu := menuKey(s)
	if menu != "" && strings.HasPrefix(menu, "f") && len(menu) > 1 {
		report("menu key %q is a function key and has no second way in", menu)
	}
	owner, ids := map[string]string{}, map[string]bool{}
	if menu != "" {
		owner[menu] = "the menu"
	}
	for _, a := range s.Actions() {
		if a.ID == "" || a.Name == "" || a.Do == nil {
			report("action %q needs an ID, a name and something to do", a.ID)
		}
		if ids[a.ID] {
			report("two actions are called %q", a.ID)
		}
		ids[a.ID] = true
		for _, k := range a.Keys {
			if other, taken := owner[k]; taken {
				report("key %q belongs to %s and to %s", k, other, a.ID)
			}
			owner[k] = a.ID
			for _, why := range keyFaults(s, k, menu) {
				report("key %q of %s %s", k, a.ID, why)
			}
		}
	}
	return errs
}

func keyFaults(s Screen, key, menu string) (faults []string) {
	if why := forbidden[key]; why != "" {
		faults = append(faults, why)
	}
	msg, known := ParseKey(key)
	switch {
	case !known:
		faults = append(faults, "is not the name of a key")
	case msg.Alt:
		faults = append(faults, "uses Alt, which types Polish letters")
	case printable(msg) && typing(s):
		faults = append(faults, "would be typed into the field")
	}
	if len(key) > 1 && key[0] == 'f' && key[1] >= '1' && key[1] <= '9' && menu == "" {
		faults = append(faults, "has no second way in: the screen has no menu")
	}
	return faults
}
