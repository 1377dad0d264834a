package desk

import (
	"context"

	tea "github.com/charmbracelet/bubbletea"

	"okienko/model"
	"okienko/ui/kit"
	"okienko/ui/text"
)

// today is what the register says of this day, as far as this window has read
// it.
type today struct {
	day    model.Date
	lines  []model.RegisterLine
	absent map[model.StudentID]bool // when their class was called; at every desk
	// called is who was called last of a class in this window.
	called map[model.Class]model.StudentID
}

// dayRead is the answer to readToday.
type dayRead struct {
	day   model.Date
	lines []model.RegisterLine // what is new
	err   error
}

// todays is what is known of this day: nothing on a new one.
func (a *App) todays() *today {
	if a.thisDay == nil || a.thisDay.day != a.today() {
		a.thisDay = &today{day: a.today(), absent: map[model.StudentID]bool{}, called: map[model.Class]model.StudentID{}}
	}
	return a.thisDay
}

// readToday is a command that asks the register for what it does not yet say
// here; its answer is a dayRead, which the screen gives to takeToday.
func (a *App) readToday() tea.Cmd {
	known, after := a.todays(), int64(0)
	if n := len(known.lines); n > 0 {
		after = known.lines[n-1].Seq
	}
	db, day, log := a.DB, known.day, a.Log
	return func() tea.Msg {
		ctx, cancel := context.WithTimeout(context.Background(), deedTime)
		defer cancel()
		lines, err := db.DayLines(ctx, day, after)
		if err != nil {
			log.Error("reading the day failed", "error", err)
		}
		return dayRead{day, lines, err}
	}
}

// takeToday takes in what was read; ok is false if it could not be.
func (a *App) takeToday(r dayRead) (n kit.Notice, ok bool) {
	known := a.todays()
	if r.err != nil {
		return kit.Bad(text.Error(a.Lang, r.err, a.profile().Zone())), false
	}
	if r.day != known.day { // asked for before midnight
		return kit.Notice{}, true
	}
	for _, l := range r.lines {
		// Two answers may overlap.
		if n := len(known.lines); n == 0 || l.Seq > known.lines[n-1].Seq {
			known.lines = append(known.lines, l)
		}
	}
	known.absent = model.Absent(known.lines)
	return kit.Notice{}, true
}
