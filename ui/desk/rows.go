package desk

import (
	"slices"

	"okienko/model"
	"okienko/ui/kit"
)

// studentAt is who is under the cursor of a list whose rows are students; nil
// if nobody is.
func studentAt(l *kit.List, rows []*Entry) *Entry {
	if i := l.Cursor(); i >= 0 && i < len(rows) {
		return rows[i]
	}
	return nil
}

// moveTo puts the cursor on a student. Whoever is not among the rows, and nil,
// leave it where it is.
func moveTo(l *kit.List, rows []*Entry, to *Entry) {
	if to == nil {
		return
	}
	if at := placeOf(rows, to.ID); at >= 0 {
		l.SetCursor(at)
	}
}

// placeOf is where a student stands among rows, -1 if nowhere.
func placeOf(rows []*Entry, id model.StudentID) int {
	return slices.IndexFunc(rows, func(e *Entry) bool { return e.ID == id })
}
