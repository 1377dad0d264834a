package kit

import (
	"sort"
	"strings"
)

// Action is one thing a screen can do. Dispatcher, footer, help, menu and the
// key list of the README are all made from the screen's table of actions.
type Action struct {
	// ID names the action for tests and logs. Unique on its screen.
	ID string
	// Keys are Bubble Tea's key names ("f2", "ctrl+n", "enter", "space", "d").
	// The first is the one shown. Empty: only in the menu.
	Keys []string
	// Name is two or three words, Hint a short sentence.
	Name, Hint string
	// Danger marks what can't be taken back; Do is expected to ask.
	Danger bool
	// Off is a sentence why the action can't be used now; "" if it can.
	Off string
	// Footer is the place in the footer, 1 first; 0: not there.
	Footer int
	// Do is what happens. It runs inside Update, so it does no I/O.
	Do func() Turn
}

// actions are a screen's, with what this person may not use off.
func (s *Stack) actions(screen Screen) []Action {
	all := screen.Actions()
	if s.opts.Denied == nil {
		return all
	}
	all = append([]Action(nil), all...)
	for i, a := range all {
		if why := s.opts.Denied(a); why != "" {
			all[i].Off = why
		}
	}
	return all
}

// findKey returns the action that owns a key.
func findKey(actions []Action, key string) (Action, bool) {
	for _, a := range actions {
		for _, k := range a.Keys {
			if k == key {
				return a, true
			}
		}
	}
	return Action{}, false
}

func findID(actions []Action, id string) (Action, bool) {
	for _, a := range actions {
		if a.ID == id {
			return a, true
		}
	}
	return Action{}, false
}

// run does what the action does, or says why it can't.
func (a Action) run() Turn {
	if a.Off != "" {
		return Stay().Say(Warn(a.Off))
	}
	if a.Do == nil {
		return Stay()
	}
	return a.Do()
}

// footer is one line of the most useful actions that can be used now. The menu
// and help always have their place at the end.
func footer(s Screen, actions []Action, words *Words, w int) string {
	end := words.KeyName(helpKey) + " " + words.Help
	if k := menuKey(s); k != "" {
		end = words.KeyName(k) + " " + words.Menu + "  " + end
	}
	actions = append([]Action(nil), actions...)
	sort.SliceStable(actions, func(i, j int) bool { return actions[i].Footer < actions[j].Footer })
	var parts []string
	left := w - Width(end) - 2
	for _, a := range actions {
		if a.Footer == 0 || a.Off != "" || len(a.Keys) == 0 {
			continue
		}
		part := words.KeyName(a.Keys[0]) + " " + a.Name
		if left -= Width(part) + 2; left < 0 {
			break
		}
		parts = append(parts, part)
	}
	return Cut(strings.Join(append(parts, end), "  "), w)
}

// KeyRow is a line of a list of keys.
type KeyRow struct{ Screen, Keys, Name, Hint string }

// KeyTable lists the keys of screens in their own order, for the README.
func KeyTable(words *Words, screens ...Screen) []KeyRow {
	var rows []KeyRow
	for _, s := range screens {
		for _, a := range s.Actions() {
			rows = append(rows, KeyRow{s.Title(), words.KeyNames(a.Keys), a.Name, a.Hint})
		}
	}
	return rows
}
