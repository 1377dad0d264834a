package desk

import (
	"context"

	tea "github.com/charmbracelet/bubbletea"

	"okienko/model"
	"okienko/store"
	"okienko/ui/kit"
	"okienko/ui/text"
)

// pageScreen is one student: what stands in the way on top, then all that is
// there. It keeps nothing of the student; it reads the list each time it is
// drawn, so another desk's work shows at once.
type pageScreen struct {
	app   *App
	t     *text.Page
	id    model.StudentID
	list  model.WorklistID // in which it was opened; "": in none
	busy  bool             // a deed is under way
	paper scroller
}

func newPage(a *App, id model.StudentID) kit.Screen {
	return &pageScreen{app: a, t: text.PageIn(a.Lang), id: id}
}

func (p *pageScreen) entry() *Entry { return p.app.School.Get(p.id) }

func (p *pageScreen) Title() string {
	if e := p.entry(); e != nil {
		return e.Name()
	}
	return p.t.Data
}

func (p *pageScreen) Update(msg tea.Msg) kit.Turn {
	switch msg := msg.(type) {
	case tea.KeyMsg:
		if text, ok := typedSearch(msg); ok && !p.busy {
			return kit.Pop(text)
		}
		p.paper.key(msg)
	case kit.Paste:
		return p.paste(msg)
	case done:
		p.busy = false
		notice, ok := p.app.take(msg)
		if f, was := msg.value.(store.StudentForgotten); was && ok {
			return p.forgotten(f)
		}
		if ok {
			said, _ := msg.value.(string)
			notice = kit.Good(p.app.andThen(said, p.id))
		}
		return kit.Stay().Say(notice)
	case kit.Returned:
		switch v := msg.Value.(type) {
		case kit.Notice:
			return kit.Stay().Say(v)
		case handedOver:
			return kit.Pop(v)
		case settled:
			return kit.Stay().Say(v.notice)
		}
	}
	return kit.Stay()
}

// andThen adds to a sentence about what was done what there is to do now.
func (a *App) andThen(said string, id model.StudentID) string {
	t := text.PageIn(a.Lang)
	e := a.School.Get(id)
	switch {
	case e == nil:
		return said
	case e.Verdict.Stage == model.StageStopped:
		return said + " " + a.stop(e) + "."
	case e.Verdict.Next == model.StepNothing || e.Verdict.Next == "":
		return said
	}
	return said + " " + t.Then(a.words().Step[e.Verdict.Next])
}

// stop is the word for a student to whom nothing may be given.
func (a *App) stop(e *Entry) string {
	if e.Verdict.Has(model.BlockResigned) {
		return text.AfterIn(a.Lang).StopResigned
	}
	return text.PageIn(a.Lang).Stop
}

// deed does one deed and says the sentence when it is done. e is the student as
// the question showed them: of one who was changed since, the deed is refused.
func (p *pageScreen) deed(e *Entry, said string, do func(context.Context, *store.DB) error) kit.Turn {
	p.busy = true
	return kit.Stay(p.app.do(func(ctx context.Context) (any, error) { return said, do(ctx, p.app.DB.IfUnchanged(e.ID, e.Version)) }))
}

// paste takes pasted text for this student's code.
func (p *pageScreen) paste(msg kit.Paste) kit.Turn {
	switch {
	case msg.Broken:
		return kit.Stay().Say(kit.Bad(p.app.pasteRefused(kit.ErrPasteBroken)))
	case msg.TooLong:
		return kit.Stay().Say(kit.Bad(p.app.pasteRefused(kit.ErrPasteTooLong)))
	}
	return p.takeCode("", oneLine(msg.Text))
}

// TakeBurst takes what a handheld scanner types for this student's code.
func (p *pageScreen) TakeBurst(scanned string) (kit.Turn, bool) {
	if p.app.looksOnly() {
		return kit.Stay(), false
	}
	return p.takeCode("", scanned), true
}

// takeCode opens the code form with a payload, "" for none. key is the letter
// that did it, if one did.
func (p *pageScreen) takeCode(key, payload string) kit.Turn {
	e := p.entry()
	if e == nil {
		return kit.Stay()
	}
	if off := p.codeOff(e); off != "" {
		return kit.Stay().Say(kit.Warn(off))
	}
	return p.open(key, newCodeForm(p.app, e, payload))
}
