package desk

import (
	"path/filepath"

	"okienko/model"
	"okienko/ui/kit"
	"okienko/ui/text"
)

// Actions depend on where the file is.
func (s *importScreen) Actions() []kit.Action {
	closing := kit.Action{ID: "close", Keys: []string{"esc"}, Name: s.t.Close, Hint: s.t.CloseHint, Footer: 9,
		Do: func() kit.Turn { return kit.Pop(nil) }}
	switch s.phase {
	case importWriting:
		return []kit.Action{{ID: "stop", Keys: []string{"esc"}, Name: s.t.Stop, Hint: s.t.StopHint, Footer: 1, Do: s.stop}}
	case importFinished:
		closing.Keys = []string{"enter", "esc"}
		closing.Do = s.leave
		return []kit.Action{closing}
	case importPreviewed:
		return append(s.previewActions(), closing)
	}
	return []kit.Action{closing}
}

// leave offers to put a file of the inbox aside that was taken in whole.
func (s *importScreen) leave() kit.Turn {
	var whole []string
	if s.whole() {
		whole = []string{s.path}
	}
	return s.app.offerAside(whole, s.left)
}

// whole reports whether the file lies in the inbox and nothing of it is left.
func (s *importScreen) whole() bool {
	return s.app.Folder != "" && samePath(filepath.Dir(s.path), s.app.Folder.Inbox()) && s.ended.Kind == kit.KindGood && s.result.Refused == 0
}

// knownInFull reports whether the file lies in the inbox and says nothing that
// is not known: it was taken in before and stayed.
func (s *importScreen) knownInFull() bool {
	return s.app.Folder != "" && samePath(filepath.Dir(s.path), s.app.Folder.Inbox()) && s.counts.Refused == 0 && s.counts.Unchanged > 0
}

func (s *importScreen) putAway() kit.Turn { return s.app.offerAside([]string{s.path}, s.left) }

func (s *importScreen) left(m moved) kit.Turn {
	if m.failed {
		return kit.Pop(kit.Bad(text.WaysIn(s.app.Lang).NotMoved))
	}
	return kit.Pop(s.ended)
}

func (s *importScreen) stop() kit.Turn {
	s.steps.Stop()
	return kit.Stay().Say(kit.Warn(s.t.Stopping))
}

func (s *importScreen) previewActions() []kit.Action {
	refused, nothing, notCodes, space := "", "", "", s.spaceAction()
	if s.file.Refused() {
		refused = s.t.FileRefused
	}
	if c := s.counts; refused == "" && c.Added+c.Updated+c.Left+len(s.file.Plan.Doubts) == 0 {
		nothing = s.t.NothingToTake
	}
	if s.kind != CodesFile {
		notCodes = s.t.OnlyForCodes
	}
	notMissing := ""
	if s.lists[s.at].id != listMissing {
		notMissing = s.t.NotMissingList
	}
	take := kit.Action{ID: "take", Keys: []string{"enter"}, Name: s.t.Take, Hint: s.t.TakeHint, Off: refused + nothing, Footer: 1, Do: s.take}
	if nothing != "" && s.knownInFull() {
		take.Name, take.Hint, take.Off, take.Do = s.t.PutAway, s.t.PutAwayHint, "", s.putAway
	}
	return []kit.Action{
		take,
		{ID: "next", Keys: []string{"right"}, Name: s.t.NextList, Hint: s.t.NextListHint, Footer: 2, Do: func() kit.Turn { return s.turnTo(s.at + 1) }},
		{ID: "previous", Keys: []string{"left"}, Name: s.t.PrevList, Hint: s.t.PrevListHint, Do: func() kit.Turn { return s.turnTo(s.at - 1) }},
		space,
		{ID: "all", Keys: []string{"a"}, Name: s.t.TickAll, Hint: s.t.TickAllHint, Off: notMissing, Footer: 4, Do: s.tickAll},
		{ID: "kind", Keys: []string{"k"}, Name: s.t.ChangeKind, Hint: s.t.ChangeKindHint, Footer: 5, Do: s.chooseKind},
		{ID: "codes", Keys: []string{"r"}, Name: s.t.CodeKind, Hint: s.t.CodeKindHint, Off: notCodes, Footer: 6, Do: s.chooseCodeKind},
		{ID: "other", Keys: []string{"o"}, Name: s.t.OtherFile, Hint: s.t.OtherFileHint, Do: func() kit.Turn { return s.choose(filepath.Dir(s.path)) }},
	}
}

// spaceAction works on the row under the cursor.
func (s *importScreen) spaceAction() kit.Action {
	a := kit.Action{ID: "tick", Keys: []string{"space"}, Name: s.t.Tick, Hint: s.t.TickHint, Footer: 3, Do: s.tick}
	switch s.lists[s.at].id {
	case listMissing:
	case listDoubts:
		a.ID, a.Name, a.Hint, a.Do = "settle", s.t.Settle, s.t.SettleHint, func() kit.Turn {
			i := s.lists[s.at].Cursor()
			if i < 0 {
				return kit.Stay()
			}
			return s.settle(i, func() kit.Turn { return kit.Stay() })
		}
	default:
		a.Off = s.t.NotMissingList
	}
	return a
}

func (s *importScreen) turnTo(i int) kit.Turn {
	s.at = (i + len(s.lists)) % len(s.lists)
	return kit.Stay()
}

func (s *importScreen) tick() kit.Turn {
	l := s.lists[s.at]
	if i := l.Cursor(); i >= 0 {
		s.ticked[s.missing[i]] = !s.ticked[s.missing[i]]
		l.SetCursor(i + 1)
		s.recount()
	}
	return kit.Stay()
}

// tickAll ticks everybody; if they all are, nobody.
func (s *importScreen) tickAll() kit.Turn {
	all := s.counts.Left == len(s.missing)
	for _, id := range s.missing {
		s.ticked[id] = !all
	}
	s.recount()
	return kit.Stay()
}

func (s *importScreen) chooseKind() kit.Turn {
	var options []chooseOption
	at := 0
	for i, k := range FileKinds {
		if k == s.kind {
			at = i
		}
		options = append(options, chooseOption{name: s.t.Kind[string(k)], value: k})
	}
	return kit.Ask(newChoose(s.app, s.t.ChangeKind, nil, options, at), func(result any) kit.Turn {
		kind, ok := result.(FileKind)
		if !ok {
			return kit.Stay()
		}
		s.kind = kind
		return s.read()
	})
}

func (s *importScreen) chooseCodeKind() kit.Turn {
	words := text.In(s.app.Lang)
	options, at := []chooseOption{{name: s.t.CodeKindOfFile, value: model.CodeKind("")}}, 0
	for _, k := range model.CodeKinds {
		if k == s.codeKind {
			at = len(options)
		}
		options = append(options, chooseOption{name: words.Code[k], value: k})
	}
	return kit.Ask(newChoose(s.app, s.t.CodeKind, nil, options, at), func(result any) kit.Turn {
		kind, ok := result.(model.CodeKind)
		if !ok {
			return kit.Stay()
		}
		s.codeKind = kind
		return s.read()
	})
}
