package desk

import (
	"strings"

	"okienko/model"
	"okienko/ui/kit"
	"okienko/ui/text"
)

// Actions: a letter a kind of sheet.
func (s *sheetsScreen) Actions() []kit.Action {
	nobody := ""
	if s.selected() == nil {
		nobody = s.t.NobodyHere
	}
	enter := func(kind model.StatementKind) func() kit.Turn {
		return func() kit.Turn { return s.ask(s.selected(), kind) }
	}
	actions := []kit.Action{{ID: "wanted", Keys: []string{"enter"}, Name: s.t.Wanted, Hint: s.t.WantedHint, Off: nobody, Footer: 1,
		Do: enter(s.wanted())}}
	for i, k := range []struct {
		key  string
		kind model.StatementKind
	}{{"n", model.NonObjection}, {"w", model.Application}, {"s", model.Objection}, {"c", model.Withdrawal}} {
		a := kit.Action{ID: string(k.kind), Keys: []string{k.key}, Name: s.t.Short[k.kind], Hint: s.t.KindHint[k.kind], Off: nobody, Do: enter(k.kind)}
		if k.kind != model.Withdrawal && k.kind != s.wanted() { // Enter is in the footer already
			a.Footer = 2 + i
		}
		actions = append(actions, a)
	}
	return append(actions,
		kit.Action{ID: "undo", Keys: []string{"u", "backspace"}, Name: s.t.Undo, Hint: s.t.UndoHint, Footer: 5, Do: s.undo},
		kit.Action{ID: "date", Keys: []string{"d"}, Name: s.t.ChangeDate, Hint: s.t.DateHint, Footer: 6, Do: s.changeDate},
		kit.Action{ID: "signer", Keys: []string{"r"}, Name: s.t.ChangeSigner, Hint: s.t.SignerHint, Do: s.changeSigner},
		kit.Action{ID: "place", Keys: []string{"m"}, Name: s.t.ChangePlace, Hint: s.t.PlaceHint, Do: s.changePlace},
		kit.Action{ID: "name", Keys: []string{"i"}, Name: s.t.TypeName, Hint: s.t.NameHint, Off: nobody, Do: s.typeName},
		kit.Action{ID: "leave", Keys: []string{"esc"}, Name: s.t.Leave, Hint: s.t.LeaveHint, Do: s.leave},
	)
}

// ask enters a sheet, after a question where it stops everything or sets aside
// what stops everything.
func (s *sheetsScreen) ask(e *Entry, kind model.StatementKind) kit.Turn {
	do := func() kit.Turn { return s.enter(e, kind) }
	current, ok := model.CurrentStatement(e.Statements)
	switch {
	case kind == model.Objection:
		return kit.Confirm(s.app.ask(s.t.AskObjection, "s", s.t.ObjectionStops(s.app.rowName(e, 60))), do)
	case kind == model.Withdrawal:
		return kit.Confirm(s.app.ask(s.t.AskWithdrawal, "c", s.t.WithdrawalMeans(s.app.rowName(e, 60))), do)
	case ok && current.Kind == model.Objection, s.justObjected(e.ID):
		day := s.signed
		if ok {
			day = current.Signed
		}
		return kit.Confirm(s.app.ask(s.t.AskOverObjection, "", s.t.OverObjection(s.app.rowName(e, 60), day.Polish())), do)
	}
	return do()
}

// enter writes the sheet and moves on at once; the answer comes later.
func (s *sheetsScreen) enter(e *Entry, kind model.StatementKind) kit.Turn {
	sheet := model.Statement{Student: e.ID, Kind: kind, Signer: usualSigner(e.Student, s.signed, s.by), SignerName: s.names[e.ID],
		Signed: s.signed, Place: s.place}
	delete(s.names, e.ID)
	s.add(sheet, e.Statements)
	turn := s.run()
	s.moveTo(e.ID)
	if !s.goOn() {
		turn = turn.Say(kit.Good(s.t.AllDone))
	}
	return turn
}

func (s *sheetsScreen) changeDate() kit.Turn {
	check := func(v string) string {
		switch day, ok := readSheetDay(v, s.app.today()); {
		case !ok:
			return s.t.BadDate
		case day.After(s.app.today()):
			return s.t.FutureDate
		}
		return ""
	}
	return kit.Ask(newDayPrompt(s.app, s.t.DateLabel, s.t.DateFormat, s.signed, check), func(result any) kit.Turn {
		if v, _ := result.(string); v != "" {
			s.signed, _ = readSheetDay(v, s.app.today())
		}
		return kit.Stay()
	})
}

// readSheetDay reads a day as it is typed at the desk: the year may be left
// out, and is then the last in which the day has come.
func readSheetDay(v string, today model.Date) (model.Date, bool) {
	v = strings.TrimSpace(strings.NewReplacer(",", ".", " ", ".", "/", ".").Replace(strings.TrimSpace(v)))
	if strings.Count(strings.TrimSuffix(v, "."), ".") == 1 {
		v = strings.TrimSuffix(v, ".")
		day, ok := model.ReadDay(v + "." + today.String()[:4])
		if ok && day.After(today) {
			return model.ReadDay(v + "." + today.AddDays(-366).String()[:4])
		}
		return day, ok
	}
	if !strings.ContainsAny(v, ".-") { // not a spreadsheet's number
		return model.Date{}, false
	}
	day, ok := model.ReadDay(v)
	return day, ok && !day.IsZero() && day.Year >= 1990
}

func (s *sheetsScreen) changePlace() kit.Turn {
	return kit.Ask(newPrompt(s.app, s.t.PlaceLabel, s.t.PlaceFormat, s.place, nil), func(result any) kit.Turn {
		if v, ok := result.(string); ok {
			s.place = strings.TrimSpace(v)
		}
		return kit.Stay()
	})
}

func (s *sheetsScreen) changeSigner() kit.Turn {
	if s.by == model.SignedByParent {
		s.by = model.SignedByGuardian
	} else {
		s.by = model.SignedByParent
	}
	return kit.Stay()
}

func (s *sheetsScreen) typeName() kit.Turn {
	id := s.selected().ID
	return kit.Ask(newPrompt(s.app, s.t.NameLabel, s.t.NameFormat, s.names[id], nil), func(result any) kit.Turn {
		if v, ok := result.(string); ok {
			s.names[id] = strings.TrimSpace(v)
		}
		return kit.Stay()
	})
}

// leave waits for what is still being written.
func (s *sheetsScreen) leave() kit.Turn {
	if s.busy() {
		s.leaving = true
		return kit.Stay()
	}
	return kit.Pop(nil)
}

// undo takes back the sheet entered last.
func (s *sheetsScreen) undo() kit.Turn {
	id, ok := s.takeBack()
	if !ok {
		return kit.Stay().Say(kit.Warn(s.t.NothingToUndo))
	}
	s.moveTo(id)
	return s.run()
}

// run sends the next deed of the queue, one at a time, so that they reach the
// register in the order of the keys.
func (s *sheetsScreen) run() kit.Turn {
	deed := s.next()
	if deed == nil {
		if s.leaving && !s.busy() {
			return kit.Pop(nil)
		}
		return kit.Stay()
	}
	return kit.Stay(s.app.do(deed(s.app.DB, s.app.Actor)))
}

// answered takes the answer of one deed and sends the next.
func (s *sheetsScreen) answered(d done) kit.Turn {
	a := d.value.(sheetAnswer)
	known := a.known(s.app.School.Get(a.of.sheet.Student))
	n, ok := s.app.take(d)
	s.finish(a, ok, known)
	turn := s.run()
	name := s.name(a.of.sheet.Student)
	switch {
	case !ok && a.undo:
		return turn.Say(kit.Bad(name + ": " + n.Text))
	case !ok:
		s.moveTo(a.of.sheet.Student)
		if typed := a.of.sheet.SignerName; typed != "" && s.names[a.of.sheet.Student] == "" {
			s.names[a.of.sheet.Student] = typed
		}
		s.leaving = false
		return turn.Say(kit.Bad(s.t.Failed(name, n.Text)))
	case a.undo:
		return turn.Say(kit.Good(s.t.Undone(s.app.words().Statement[a.of.sheet.Kind], name)))
	case known:
		return turn.Say(kit.Warn(s.t.KnownAlready(name)))
	}
	return turn
}

func (s *sheetsScreen) name(id model.StudentID) string {
	if e := s.app.School.Get(id); e != nil {
		return e.ListName()
	}
	return text.In(s.app.Lang).Unknown
}
