package desk

import (
	"cmp"
	"context"
	"errors"
	"slices"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"okienko/model"
	"okienko/store"
	"okienko/ui/kit"
	"okienko/ui/text"
)

// onPaper are the students whose code is on a slip of paper of which nobody has
// said yet how it ended, class by class.
func (a *App) onPaper() (all []*Entry) {
	for _, e := range a.School.All() {
		if c := e.Verdict.Unfinished; c != nil && c.Claim.OnPaper() {
			all = append(all, e)
		}
	}
	slices.SortStableFunc(all, func(a, b *Entry) int { return a.CompareInRegister(b.Student) })
	return all
}

// homeScreen settles printed codes, a stack at a time: twenty slips went out,
// these came back. Nothing is recorded before it is confirmed.
type homeScreen struct {
	app  *App
	t    *text.HomeText
	rows []*Entry
	said map[model.StudentID]slipEnd
	seen int
	list *kit.List
	cols kit.Columns
	busy bool
}

// slipEnd is how a printed code ended, for the claim that was on screen when
// somebody said so.
type slipEnd struct {
	code model.Code
	to   model.Recipient // "": nobody collected it
	name string          // the parent's
}

func newHome(a *App) kit.Screen {
	s := &homeScreen{app: a, t: &text.OutIn(a.Lang).Home, said: map[model.StudentID]slipEnd{}, seen: -1}
	s.cols = kit.Columns{{Title: s.t.Class, Width: 5}, {Title: s.t.Student, Width: 28, Grow: 2}, {Title: s.t.Printed, Width: 11},
		{Title: s.t.What, Width: 27, Grow: 2}}
	s.list = kit.NewList(s, kitWords(a.Lang))
	s.list.Header, s.list.Empty = s.cols.Header, s.t.Empty
	s.catchUp()
	return s
}

func (s *homeScreen) Title() string { return s.t.Title }
func (s *homeScreen) Len() int      { return len(s.rows) }

// catchUp follows the school. What was said of a code that another desk has
// settled, or that was printed anew, is forgotten.
func (s *homeScreen) catchUp() {
	if s.seen == s.app.School.Version() {
		return
	}
	under := s.selected()
	s.rows, s.seen = s.app.onPaper(), s.app.School.Version()
	open := make(map[model.StudentID]bool, len(s.rows))
	for _, e := range s.rows {
		end, ok := s.said[e.ID]
		open[e.ID] = ok && end.code.ID == e.Verdict.Unfinished.ID && end.code.Claim.Same(e.Verdict.Unfinished.Claim)
	}
	moveTo(s.list, s.rows, under)
	for id := range s.said {
		if !open[id] {
			delete(s.said, id)
		}
	}
}

func (s *homeScreen) selected() *Entry {
	return studentAt(s.list, s.rows)
}

// Row shows whose slip it is, since when it is out, and what was said of it.
func (s *homeScreen) Row(i, w int) string {
	e := s.rows[i]
	what := kit.Cell{Text: "  " + s.t.Open, Tone: kit.Dim}
	if end, ok := s.said[e.ID]; ok {
		switch end.to {
		case model.ToStudent:
			what = kit.Cell{Text: "+ " + s.t.ByStudent, Tone: kit.GoodTone}
		case model.ToParent:
			what = kit.Cell{Text: "+ " + s.t.ByParent(end.name), Tone: kit.GoodTone}
		default:
			what = kit.Cell{Text: "- " + s.t.Back, Tone: kit.WarnTone}
		}
	}
	return s.cols.Row(w, kit.Cell{Text: e.Record.Class.String()}, kit.Cell{Text: s.app.rowName(e, 28)},
		kit.Cell{Text: s.app.local(e.Verdict.Unfinished.Claim.Since).Format("02.01 15:04")}, what)
}

// Actions of the screen.
func (s *homeScreen) Actions() []kit.Action {
	nobody, nothing := "", ""
	if len(s.rows) == 0 {
		nobody = s.t.Empty
	}
	if len(s.said) == 0 {
		nothing = cmp.Or(nobody, s.t.Nothing)
	}
	if s.busy {
		nobody, nothing = text.FormsIn(s.app.Lang).Saving, text.FormsIn(s.app.Lang).Saving
	}
	return []kit.Action{
		{ID: "save", Keys: []string{"enter"}, Name: s.t.Save, Hint: s.t.SaveHint, Off: nothing, Footer: 1, Do: s.ask},
		{ID: "student", Keys: []string{"u"}, Name: s.t.Stu, Hint: s.t.StuHint, Off: nobody, Footer: 2, Do: func() kit.Turn { return s.mark(model.ToStudent) }},
		{ID: "parent", Keys: []string{"r"}, Name: s.t.Par, Hint: s.t.ParHint, Off: nobody, Footer: 3, Do: func() kit.Turn { return s.mark(model.ToParent) }},
		{ID: "nobody", Keys: []string{"n"}, Name: s.t.Not, Hint: s.t.NotHint, Off: nobody, Footer: 4, Do: func() kit.Turn { return s.mark("") }},
		{ID: "all", Keys: []string{"a"}, Name: s.t.AllLeft, Hint: s.t.AllHint, Off: nobody, Footer: 5, Do: s.markRest},
		{ID: "clear", Keys: []string{"space"}, Name: s.t.Clear, Hint: s.t.ClearHint, Off: nobody, Do: func() kit.Turn {
			delete(s.said, s.selected().ID)
			s.list.SetCursor(s.list.Cursor() + 1)
			return kit.Stay()
		}},
		{ID: "back", Keys: []string{"esc"}, Name: text.KitIn(s.app.Lang).Back, Footer: 6, Do: func() kit.Turn {
			switch {
			case s.busy:
				return kit.Stay()
			case len(s.said) > 0:
				return kit.Confirm(s.app.ask(s.t.Title, "esc", s.t.LeaveAsk(len(s.said))), func() kit.Turn { return kit.Pop(nil) })
			}
			return kit.Pop(nil)
		}},
	}
}

// pickup is who could collect the code when it was printed.
func (s *homeScreen) pickup(e *Entry) model.Pickup {
	return model.WhoMayCollect(e.Student, s.app.profile(), model.DateOf(s.app.local(e.Verdict.Unfinished.Claim.Since)))
}

// mark notes how the slip under the cursor ended and goes to the next.
func (s *homeScreen) mark(to model.Recipient) kit.Turn {
	e := s.selected()
	end := slipEnd{code: *e.Verdict.Unfinished, to: to}
	switch may := s.pickup(e); {
	case to == model.ToStudent && !may.Student:
		return kit.Stay().Say(kit.Warn(s.t.OnlyParent))
	case to == model.ToParent && !may.Parent:
		return kit.Stay().Say(kit.Warn(s.t.OnlySelf))
	case to == model.ToParent:
		if end.name = parentOf(*e.Record); end.name == "" {
			return s.askName(e.ID, end)
		}
	}
	s.said[e.ID] = end
	s.list.SetCursor(s.list.Cursor() + 1)
	return kit.Stay()
}

// askName asks which parent collected, where no sheet says who signs for the
// student.
func (s *homeScreen) askName(id model.StudentID, end slipEnd) kit.Turn {
	check := func(v string) string {
		if strings.TrimSpace(v) == "" {
			return s.t.NameMissing
		}
		return ""
	}
	return kit.Ask(newPrompt(s.app, s.t.ParentName, "", "", check), func(result any) kit.Turn {
		if name, _ := result.(string); strings.TrimSpace(name) != "" {
			end.name = strings.TrimSpace(name)
			s.said[id] = end
			s.list.SetCursor(s.list.Cursor() + 1)
		}
		return kit.Stay()
	})
}

// markRest notes that everybody of whom nothing was said yet collected: the
// student where they may, else the parent who signs. Where no parent is known,
// the name has to be asked, so those stay open.
func (s *homeScreen) markRest() kit.Turn {
	unnamed := 0
	for _, e := range s.rows {
		if _, ok := s.said[e.ID]; ok {
			continue
		}
		end := slipEnd{code: *e.Verdict.Unfinished, to: model.ToStudent}
		if !s.pickup(e).Student {
			end.to, end.name = model.ToParent, parentOf(*e.Record)
			if end.name == "" {
				unnamed++
				continue
			}
		}
		s.said[e.ID] = end
	}
	if unnamed > 0 {
		return kit.Stay().Say(kit.Warn(s.t.Unnamed(unnamed)))
	}
	return kit.Stay()
}

func (s *homeScreen) counts() (collected, back int) {
	for _, end := range s.said {
		if end.to == "" {
			back++
		} else {
			collected++
		}
	}
	return collected, back
}

func (s *homeScreen) ask() kit.Turn {
	return kit.Confirm(s.app.ask(s.t.Title, "enter", s.t.Ask(s.counts())), s.save)
}

// slipsSettled is what became of a stack.
type slipsSettled struct{ settled, elsewhere int }

func (s *homeScreen) save() kit.Turn {
	var all []slipEnd
	for _, e := range s.rows {
		if end, ok := s.said[e.ID]; ok {
			all = append(all, end)
		}
	}
	s.busy = true
	db, by := s.app.DB, s.app.Actor
	return kit.Stay(s.app.do(func(ctx context.Context) (any, error) { return settleSlips(ctx, db, by, all) }))
}

// settleSlips records each by itself: what is recorded stays so, whatever
// becomes of the next.
func settleSlips(ctx context.Context, db *store.DB, by model.Actor, all []slipEnd) (n slipsSettled, err error) {
	for _, end := range all {
		_, err := db.SettleHandover(ctx, by, end.code.Claim, model.Handover{Student: end.code.Student, Code: end.code.ID,
			To: end.to, ToName: end.name, Void: end.to == ""})
		switch {
		case errors.Is(err, store.ErrSettled):
			n.elsewhere++
		case err != nil:
			return n, err
		default:
			n.settled++
		}
	}
	return n, nil
}

func (s *homeScreen) Update(msg tea.Msg) kit.Turn {
	s.catchUp()
	d, ok := msg.(done)
	if !ok {
		if !s.busy {
			s.list.Update(msg)
		}
		return kit.Stay()
	}
	s.busy = false
	n, ok := s.app.take(d)
	s.catchUp()
	if !ok {
		return kit.Stay().Say(n)
	}
	result, _ := d.value.(slipsSettled)
	n = kit.Good(s.t.Done(result.settled, result.elsewhere))
	if len(s.rows) == 0 {
		return kit.Pop(n)
	}
	return kit.Stay().Say(n)
}

func (s *homeScreen) View(w, h int) string {
	s.catchUp()
	collected, back := s.counts()
	head := kit.Strong.Paint(kit.Cut(s.t.Sum(collected, back, len(s.rows)-len(s.said)), w))
	return head + "\n\n" + s.list.View(w, h-2)
}
