package desk

import (
	"okienko/model"
	"okienko/ui/kit"
	"okienko/ui/text"
)

// counted are the stages worth a number in the lines above the list, the most
// urgent first.
var counted = []model.Stage{model.StageReady, model.StageRegistered, model.StageComplete, model.StageIncomplete,
	model.StageHeld, model.StageStopped, model.StageHandedOver}

// counters are one or two lines.
func (s *listScreen) counters(w int) []string {
	count, words := s.app.School.Stages(), s.app.words()
	lines := []string{s.app.inboxLine()}
	urgent := ""
	if n := s.app.School.Unfinished(); n > 0 {
		urgent = text.Count("! "+words.Blocker[model.BlockUnfinished], n)
	}
	for _, stage := range counted {
		if count[stage] == 0 {
			continue
		}
		part, last := text.Count(words.Stage[stage], count[stage]), len(lines)-1
		switch {
		case lines[last] == "":
			lines[last] = part
		case kit.Width(lines[last]+" · "+part) <= w:
			lines[last] += " · " + part
		default:
			lines = append(lines, part)
		}
	}
	for i := range lines {
		lines[i] = kit.Dim.Paint(lines[i])
	}
	if s.app.trouble != nil {
		if trouble := s.app.trouble(); trouble != "" {
			lines = append([]string{kit.WarnTone.Paint(kit.Cut("! "+trouble, w))}, lines...)
		}
	}
	if s.filter.list != "" {
		t := text.WorklistsIn(s.app.Lang)
		step := t.Step[s.filter.list]
		if t.Tick[s.filter.list] != "" {
			step += t.SeveralKey
		}
		lines = append(lines, kit.Accent.Paint(kit.Cut("> "+step, w)))
	}
	if n := s.app.School.Urgent(); n > 0 {
		lines = append([]string{kit.WarnTone.Paint(kit.Cut("! "+text.SIOWorkIn(s.app.Lang).Urgent(n), w))}, lines...)
	}
	if urgent != "" {
		lines = append([]string{kit.WarnTone.Paint(urgent + " " + s.t.SettleKey)}, lines...)
	}
	return lines
}
