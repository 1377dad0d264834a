package desk

import (
	"okienko/model"
	"okienko/ui/kit"
	"okienko/ui/text"
)

// pickStage is the menu of what the list shows: hand-overs that a desk broke
// off, the worklists in which somebody is, the stages, and at the end the
// worklists that are done.
func (s *listScreen) pickStage() kit.Turn {
	options := []pickOption{{name: s.t.AllStages, count: s.app.School.Here(), value: pickedStage("")}}
	at := 0
	add := func(current bool, o pickOption) {
		if current {
			at = len(options)
		}
		options = append(options, o)
	}
	if n := s.app.School.Unfinished(); n > 0 {
		add(s.filter.unfinished, pickOption{name: "! " + s.app.words().Blocker[model.BlockUnfinished], count: n, value: pickedUnfinished{}})
	}
	for _, done := range []bool{false, true} {
		for i, id := range model.WorklistIDs {
			if count := s.app.School.Worklists()[i]; (count == 0) == done {
				add(id == s.filter.list, pickOption{name: s.listName(id), count: count, value: pickedList(id)})
			}
		}
		if done {
			break
		}
		for _, stage := range model.Stages {
			sign, _ := stageSign(stage)
			name := joined(" ", sign, s.app.words().Stage[stage])
			add(stage == s.filter.stage, pickOption{name: name, count: s.app.School.Stages()[stage], value: pickedStage(stage)})
		}
	}
	return kit.Push(newPick(s.app, s.t.PickStage, at, options))
}

// listName is a worklist in the menu; the sign tells it from a stage, and what
// can't wait from the rest.
func (s *listScreen) listName(id model.WorklistID) string {
	sign := ">"
	if id == model.ListInvalidation && s.app.School.Urgent() > 0 {
		sign = "!"
	}
	return sign + " " + text.WorklistsIn(s.app.Lang).Name[id]
}
