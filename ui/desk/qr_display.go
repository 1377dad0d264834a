package desk

import (
	"slices"
	"strings"

	"okienko/store"
	"okienko/ui/kit"
	"okienko/ui/text"
)

// reflect tells the student's screen what to show: what this one would.
func (s *qrScreen) reflect() {
	if s.mirrored {
		return
	}
	state := store.DisplayState{Lang: string(s.studentLang()), Page: s.asText}
	if s.code != nil && !s.blank && !s.app.locked {
		state.Code = s.code.ID
	}
	s.app.mirror.show(state)
}

// elsewhere reports whether the code is on the student's screen alone.
func (s *qrScreen) elsewhere() bool { return !s.mirrored && !s.here && s.app.mirror.isPaired() }

// showHere is the key that shows the code on both screens, or again on one.
func (s *qrScreen) showHere() {
	t := text.DisplayIn(s.app.Lang)
	if !s.app.mirror.isPaired() {
		s.say = t.NoDisplay
		return
	}
	if s.here = !s.here; s.here {
		s.say = t.HereToo
	}
}

// keysElsewhere is the line of keys while the code is on the student's screen.
// What the student's phone or language may need comes where there is room.
func (s *qrScreen) keysElsewhere(w int) string {
	if all := s.keyLine("collected", "not", "back", "blank", "here", "no-scan", "language"); kit.Width(all) <= w {
		return all
	}
	return s.keyLine("collected", "not", "back", "blank", "here")
}

// keyLine names the keys of some actions, in the order of the action table,
// and the one of the help.
func (s *qrScreen) keyLine(ids ...string) string {
	words := kitWords(s.app.Lang)
	var parts []string
	for _, a := range s.Actions() {
		if slices.Contains(ids, a.ID) {
			parts = append(parts, words.KeyName(a.Keys[0])+" "+a.Name)
		}
	}
	return strings.Join(append(parts, "F1 "+words.Help), "  ")
}
