package desk

import (
	"okienko/model"
	"okienko/ui/kit"
	"okienko/ui/qr"
	"okienko/ui/text"
)

// Actions of the code's screen. None is ever off: the frame would write why
// over the last line of the code. What can't be done says so in the text.
func (s *qrScreen) Actions() []kit.Action {
	t := s.t
	if s.code == nil {
		return []kit.Action{{ID: "not", Keys: []string{"esc"}, Name: t.Not, Hint: t.NotHint, Do: s.cancel}}
	}
	collected := kit.Action{ID: "collected", Keys: []string{"enter"}, Name: t.Collected, Hint: t.CollectedHint, Footer: 1, Do: s.collect}
	blank := kit.Action{ID: "blank", Keys: []string{"space"}, Name: t.Blank, Hint: t.BlankHint, Footer: 3, Do: s.toggleBlank}
	language := kit.Action{ID: "language", Keys: []string{"l"}, Name: t.Switch, Hint: t.SwitchHint, Footer: 5, Do: s.act(s.nextLanguage)}
	not := kit.Action{ID: "not", Keys: []string{"esc"}, Name: t.Not, Hint: t.NotHint, Footer: 2, Do: s.notCollected}
	here := kit.Action{ID: "here", Keys: []string{"e"}, Name: text.DisplayIn(s.app.Lang).Here, Hint: text.DisplayIn(s.app.Lang).HereHint, Do: s.act(s.showHere)}
	if s.code.Kind == model.CodeCredentials {
		return []kit.Action{collected, not, blank, language, here}
	}
	if s.asText > 0 {
		back := kit.Action{ID: "back", Keys: []string{"esc"}, Name: t.Back, Hint: t.BackHint, Footer: 2, Do: s.act(s.backToCode)}
		return []kit.Action{collected, back, blank, language,
			{ID: "text", Keys: []string{"t"}, Name: t.AsText, Hint: t.AsTextHint, Do: s.act(s.nextText)}, here}
	}
	return []kit.Action{collected, not, blank,
		{ID: "no-scan", Keys: []string{"n"}, Name: t.NoScan, Hint: t.NoScanHint, Footer: 4, Do: s.act(s.nextHint)},
		language,
		{ID: "text", Keys: []string{"t"}, Name: t.AsText, Hint: t.AsTextHint, Footer: 6, Do: s.act(s.nextText)},
		{ID: "larger", Keys: []string{"+", "="}, Name: t.Larger, Hint: t.LargerHint, Do: s.act(s.larger)},
		{ID: "smaller", Keys: []string{"-"}, Name: t.Smaller, Hint: t.SmallerHint, Do: s.act(s.smaller)},
		here,
	}
}

// act is a key that changes what is shown: it also wakes a blank screen and
// has the new drawing read back.
func (s *qrScreen) act(do func()) func() kit.Turn {
	return func() kit.Turn {
		s.touch()
		if s.blank {
			s.blank = false
			return s.lookAgain()
		}
		do()
		ask := s.ask
		s.ask = nil
		return s.lookAgain().With(ask)
	}
}

// tooEarly reports whether a key was typed before the code could be seen.
func (s *qrScreen) tooEarly() bool { return s.code == nil || s.app.Now().Before(s.ready) }

func (s *qrScreen) collect() kit.Turn {
	if s.tooEarly() || !s.seen { // what nobody could scan, nobody collected
		return kit.Stay()
	}
	s.touch()
	s.blank, s.collecting = false, true
	return kit.Push(newCollect(s.app, s.id, s.code.ID), s.remember())
}

func (s *qrScreen) notCollected() kit.Turn {
	if s.tooEarly() {
		return kit.Stay()
	}
	return s.leave(kit.Good(s.t.NotCollected))
}

// cancel is Esc before the code came: it is given back as soon as it is there.
func (s *qrScreen) cancel() kit.Turn {
	s.cancelled = true
	return kit.Stay()
}

func (s *qrScreen) toggleBlank() kit.Turn {
	s.touch()
	s.blank = !s.blank
	return s.lookAgain()
}

func (s *qrScreen) nextLanguage() {
	all := s.languages()
	if len(all) < 2 {
		s.say = s.t.OneLanguage
		return
	}
	s.lang = (s.lang + 1) % len(all)
}

func (s *qrScreen) backToCode() { s.asText = 0 }

// nextText goes from the code to its texts and around.
func (s *qrScreen) nextText() { s.asText = (s.asText + 1) % (len(s.texts()) + 1) }

// larger and smaller step along the rungs that fit, the largest first.
func (s *qrScreen) larger() {
	switch {
	case s.step(-1):
	case s.grow():
		s.say = s.t.Growing
	default:
		s.say = s.t.LargestNow
	}
}

func (s *qrScreen) smaller() {
	if !s.shrink() && !s.step(1) {
		s.say = s.t.SmallestNow
	}
}

func (s *qrScreen) step(by int) bool {
	rungs := s.rungs()
	to := s.rungAt(rungs) + by
	if to < 0 || to >= len(rungs) {
		return false
	}
	s.rung, s.picked = rungs[to].Name, true
	return true
}

// rungAt is the place of the rung on screen.
func (s *qrScreen) rungAt(rungs []qr.Rung) int {
	if p := s.drawn(); p != nil && p.err == nil {
		for i, r := range rungs {
			if r.Name == p.drawing.Rung.Name {
				return i
			}
		}
	}
	return 0
}

// nextHint goes through what helps a phone that does not read: the largest
// drawing, other drawings, more light, and at last typing.
func (s *qrScreen) nextHint() {
	switch rungs := s.rungs(); {
	case len(rungs) == 0:
		s.asText, s.say = 1, s.t.TryTyping
	case s.hint == 0:
		s.rung, s.picked, s.say = "", true, s.t.TryLargest
		s.grow()
		s.hint++
	case s.rungAt(rungs)+1 < len(rungs) && s.hint < len(rungs):
		s.step(1)
		s.say = s.t.TryOther
		s.hint++
	case s.hint <= len(rungs):
		s.rung, s.say = "", s.t.TryBrighter
		s.hint = len(rungs) + 1
	default:
		s.asText, s.say = 1, s.t.TryTyping
		s.hint = 0
	}
}
