package desk

import (
	"okienko/model"
	"okienko/store/intake/scan"
	"okienko/ui/kit"
)

// Actions depend on how far the search is.
func (s *scanScreen) Actions() []kit.Action {
	closing := kit.Action{ID: "close", Keys: []string{"esc"}, Name: s.t.Close, Hint: s.t.CloseHint, Footer: 4, Do: s.close}
	switch {
	case s.steps == nil || s.busy:
		closing.Off = s.t.Busy
		return []kit.Action{closing}
	case s.phase == scanReading, s.phase == scanWriting:
		stop := s.stop
		if s.phase == scanWriting {
			stop = s.stopWriting
		}
		return []kit.Action{{ID: "stop", Keys: []string{"esc"}, Name: s.t.Stop, Hint: s.t.StopHint, Footer: 1, Do: stop}}
	case s.phase == scanFinished:
		closing.Keys, closing.Do = []string{"enter", "esc"}, s.leave
		return []kit.Action{closing}
	}
	return append(s.reviewActions(), closing)
}

func (s *scanScreen) reviewActions() []kit.Action {
	nothing, notCode := "", ""
	if n := s.finds.Counts(); n.Sure+n.Said == 0 {
		nothing = s.t.NothingToTake
	}
	row, ok := s.row()
	if !ok || row.pair == nil || !row.pair.Readable() {
		notCode = s.t.NotACode
	}
	// Enter goes on with the row: it asks where a person is needed, and only
	// where that is not so it is about writing.
	enter := kit.Action{ID: "take", Keys: []string{"enter", "w"}, Name: s.t.Take, Hint: s.t.TakeHint, Off: nothing, Footer: 1, Do: s.take}
	actions := []kit.Action{enter}
	if ok && (s.state(row) == stateOpen || s.state(row) == stateLocked) {
		actions[0].Keys, actions[0].Footer = []string{"w"}, 2
		ask := kit.Action{ID: "whose", Keys: []string{"enter"}, Name: s.t.Whose, Hint: s.t.WhoseHint, Footer: 1,
			Do: func() kit.Turn { return s.askWhose(row) }}
		if row.pair == nil {
			ask.ID, ask.Name, ask.Hint = "password", s.t.GivePassword, s.t.GivePasswordHint
			ask.Do = func() kit.Turn { return s.askPassword(row.file, kit.Notice{}) }
		}
		actions = append([]kit.Action{ask}, actions...)
	}
	return append(actions,
		kit.Action{ID: "other", Keys: []string{"u"}, Name: s.t.Other, Hint: s.t.OtherHint, Off: notCode, Footer: 5,
			Do: func() kit.Turn { return s.askWhose(row) }},
		kit.Action{ID: "out", Keys: []string{"space"}, Name: s.t.LeaveOut, Hint: s.t.LeaveOutHint, Off: notCode, Footer: 3,
			Do: func() kit.Turn { return s.leaveOut(row.pair) }},
		kit.Action{ID: "kind", Keys: []string{"r"}, Name: s.t.Kind, Hint: s.t.KindHint, Footer: 6, Do: s.chooseKind})
}

func (s *scanScreen) row() (scanRow, bool) {
	i := s.list.Cursor()
	if i < 0 || i >= len(s.rows) {
		return scanRow{}, false
	}
	return s.rows[i], true
}

func (s *scanScreen) stopWriting() kit.Turn {
	s.steps.Stop()
	return kit.Stay().Say(kit.Warn(s.t.Stopping))
}

// close leaves without writing; answers that were given are not thrown away
// unasked.
func (s *scanScreen) close() kit.Turn {
	if s.finds.Counts().Said == 0 {
		return s.leave()
	}
	return kit.Confirm(s.app.ask(s.t.Close, "esc", s.t.CloseAsk(s.finds.Counts().Said)), s.leave)
}

// leaveOut leaves a code out, or takes that back.
func (s *scanScreen) leaveOut(p *Pair) kit.Turn {
	p.Out = !p.Out
	s.list.SetCursor(s.list.Cursor() + 1)
	return kit.Stay()
}

// askWhose asks whose a code is. Where it is not clear what belongs to it, that
// is asked too.
func (s *scanScreen) askWhose(r scanRow) kit.Turn {
	p := r.pair
	return kit.Ask(newScanAsk(s.app, p), func(result any) kit.Turn {
		id, ok := result.(model.StudentID)
		if !ok {
			return kit.Stay()
		}
		if p.Why == scan.SecondUnclear && p.Second == "" {
			return s.askSecond(p, id)
		}
		return s.give(p, id)
	})
}

func (s *scanScreen) askSecond(p *Pair, id model.StudentID) kit.Turn {
	return kit.Ask(newPrompt(s.app, s.t.Second, s.t.SecondHint, "", nil), func(result any) kit.Turn {
		second, ok := result.(string)
		if !ok {
			return kit.Stay()
		}
		p.Second = model.Secret(second)
		return s.give(p, id)
	})
}

// give notes whose a code is; the cursor goes on to the next question.
func (s *scanScreen) give(p *Pair, id model.StudentID) kit.Turn {
	p.Give(id)
	for i := range s.rows {
		next := (s.list.Cursor() + 1 + i) % len(s.rows)
		if s.state(s.rows[next]) == stateOpen {
			s.list.SetCursor(next)
			break
		}
	}
	return kit.Stay()
}

func (s *scanScreen) chooseKind() kit.Turn {
	options, at := []chooseOption{{name: s.t.KindPrinted, value: model.CodeKind("")}}, 0
	for _, k := range model.CodeKinds {
		if k == s.finds.Kind {
			at = len(options)
		}
		options = append(options, chooseOption{name: s.app.words().Code[k], value: k})
	}
	return kit.Ask(newChoose(s.app, s.t.Kind, []string{s.t.KindText}, options, at), func(result any) kit.Turn {
		if kind, ok := result.(model.CodeKind); ok {
			s.finds.Kind = kind
		}
		return kit.Stay()
	})
}
