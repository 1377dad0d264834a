package desk

import (
	"fmt"

	tea "github.com/charmbracelet/bubbletea"

	"okienko/store"
)

// windowName is what a window's size is remembered by.
func windowName(w, h int) string { return fmt.Sprintf("%dx%d", w, h) }

// recallDrawings reads what was chosen at this desk and terminal. Without it
// the best drawing is taken, so a failure stops nothing.
func (a *App) recallDrawings() {
	a.chosen = map[string]string{}
	if a.Folder == "" {
		return
	}
	chosen, err := a.Folder.Drawings(a.Actor.Desk, a.TerminalName)
	if err != nil {
		a.Log.Error("the chosen drawings can't be read", "error", err)
		return
	}
	a.chosen = chosen
}

// recall takes the rung remembered for the window, unless somebody has stepped
// along the rungs since. One that does not fit this code makes room for the
// best.
func (s *qrScreen) recall() {
	if !s.picked {
		s.rung = s.app.chosen[windowName(s.w, s.h)]
	}
}

// remember keeps the rung that somebody chose, once the code was read off it.
// The best one needs no memory.
func (s *qrScreen) remember() tea.Cmd {
	a, window, rung := s.app, windowName(s.w, s.h), s.rung
	if best := s.sheet().draw(""); best.err == nil && best.drawing.Rung.Name == rung {
		rung = ""
	}
	if !s.picked || a.Folder == "" || rung == a.chosen[window] {
		return nil
	}
	if a.chosen == nil {
		a.chosen = map[string]string{}
	}
	a.chosen[window] = rung
	return func() tea.Msg {
		err := a.Folder.KeepDrawing(store.Drawing{Desk: a.Actor.Desk, Terminal: a.TerminalName, Window: window, Rung: rung})
		if err != nil {
			a.Log.Error("the chosen drawing can't be remembered", "error", err)
		}
		return nil
	}
}
