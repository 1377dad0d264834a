package desk

import (
	"slices"
	"strings"
	"time"

	"okienko/model"
	"okienko/store"
	"okienko/ui/kit"
	"okienko/ui/text"
)

// factColumn is the width of the labels of what is there.
const factColumn = 14

func (p *pageScreen) View(w, h int) string {
	e := p.entry()
	if e == nil {
		return p.t.Gone
	}
	lines := p.head(e, w)
	if p.list != "" && e.lists.Has(p.list) {
		lines = append(lines, kit.Accent.Paint(kit.Cut("> "+text.WorklistsIn(p.app.Lang).Step[p.list], w)))
	}
	lines = append(lines, p.verdict(e, w)...)
	lines = append(append(lines, ""), p.facts(e, w)...)
	p.paper.step = h - 1 // the last line says which lines these are
	if len(lines) <= h {
		return strings.Join(p.paper.cut(lines, h), "\n")
	}
	shown := p.paper.cut(lines, h-1)
	where := text.KitIn(p.app.Lang).Position(p.paper.top+1, p.paper.top+h-1, len(lines))
	return strings.Join(append(slices.Clone(shown), kit.Dim.Paint(where)), "\n")
}

// head is who it is. This is the secretary's screen, so the PESEL is whole.
func (p *pageScreen) head(e *Entry, w int) []string {
	words := p.app.words()
	name := joined(" ", e.Last, e.First, e.Second)
	class := words.NoClass
	if !e.Record.Class.IsZero() {
		class = p.t.Class + " " + e.Record.Class.String()
	}
	pesel := words.NoPESEL
	if e.PESEL != "" {
		pesel = "PESEL " + string(e.PESEL)
	}
	born, age := "", p.t.Minor
	if d := e.BirthDate(); !d.IsZero() {
		born = p.t.Born + " " + d.Polish()
	}
	if e.IsAdult(p.app.today()) {
		age = p.t.Adult
	}
	return []string{
		kit.Strong.Paint(kit.Cut(kit.Safe(joined(" · ", name, class)), w)),
		kit.Cut(joined(" · ", pesel, born, age), w),
		"",
	}
}

// verdict is the first thing seen: how far it is, and everything in the way
// with what removes it and who can, what matters first on top.
func (p *pageScreen) verdict(e *Entry, w int) []string {
	words, v := p.app.words(), e.Verdict
	sign, tone := stageSign(v.Stage)
	if v.Stage == model.StageStopped {
		banner := kit.BadTone.Paint(kit.Pad(sign+" "+p.app.stop(e), w))
		lines := append([]string{banner}, indented(words.Remedy[v.Blockers[0].ID], w, kit.BadTone)...)
		if v.Unfinished != nil {
			lines = append(lines, p.unfinished(e, w)...)
		}
		return lines
	}
	if tone == kit.Plain {
		tone = kit.Strong
	}
	stage := tone.Paint(strings.TrimSpace(sign + " " + words.Stage[v.Stage]))
	switch {
	case v.Stage == model.StageReady || v.Stage == model.StageHeld:
		stage += "   " + words.Pickup[v.Pickup.Why]
	case v.Again:
		stage += "   " + p.t.AgainHint
	case v.Stage == model.StageHandedOver && v.Next == model.StepTakeCode:
		stage += "   " + text.AfterIn(p.app.Lang).WaitsForOne
	case v.Stage == model.StageHandedOver:
		stage += "   " + p.t.Done
	}
	lines := []string{kit.Cut(stage, w)}
	if v.Unfinished != nil && !v.Has(model.BlockUnfinished) {
		lines = append(lines, p.unfinished(e, w)...)
	}
	for i, b := range v.Blockers {
		tone := kit.Plain
		if i == 0 {
			tone = kit.WarnTone
		}
		what := "! " + p.blocker(e, b) + "  (" + p.t.RemovedBy + " " + words.Fixer[b.Fixer] + ")"
		lines = append(lines, tone.Paint(kit.Cut(what, w)))
		lines = append(lines, indented(p.remedy(e, b), w, tone)...)
	}
	return lines
}

// unfinished is the notice of a hand-over that a desk broke off.
func (p *pageScreen) unfinished(e *Entry, w int) []string {
	lines := []string{kit.WarnTone.Paint(kit.Cut("! "+p.app.words().Blocker[model.BlockUnfinished], w))}
	return append(lines, indented(p.brokenOff(e), w, kit.WarnTone)...)
}

// brokenOff says which desk broke off, since when, and what to do.
func (p *pageScreen) brokenOff(e *Entry) string {
	c := e.Verdict.Unfinished
	said := kit.Safe(text.Unfinished(p.app.Lang, c.Claim, p.app.profile().Zone()))
	if c.Claim.OnPaper() && e.Void(*c) {
		said += " " + text.AfterIn(p.app.Lang).SlipVoid
	}
	return said + " " + p.app.words().Remedy[model.BlockUnfinished]
}

// waitFor says which desk has the code on its screen, who is there and since
// when.
func (p *pageScreen) waitFor(e *Entry) string {
	remedy := p.app.words().Remedy[model.BlockOtherDesk]
	if e.Verdict.Code == nil {
		return remedy
	}
	held := &store.NotReadyError{Assessment: e.Verdict, Holder: e.Verdict.Code.Claim}
	return kit.Safe(text.Error(p.app.Lang, held, p.app.profile().Zone())) + " " + remedy
}

func indented(s string, w int, tone kit.Tone) []string {
	lines := kit.Wrap(s, w-2)
	for i, l := range lines {
		lines[i] = "  " + tone.Paint(l)
	}
	return lines
}

// facts is all that is there.
func (p *pageScreen) facts(e *Entry, w int) []string {
	var lines []string
	add := func(label string, values ...string) {
		if len(values) == 0 {
			values = []string{p.t.Nothing}
		}
		for _, v := range values {
			for _, l := range kit.Wrap(kit.Safe(v), w-factColumn) {
				lines = append(lines, kit.Dim.Paint(kit.Pad(label, factColumn))+l)
				label = ""
			}
		}
	}
	add(p.t.Statement, p.statement(e)...)
	add(p.t.Card, p.cards(e)...)
	add(p.t.Photo, p.photo(e)...)
	add(p.t.SIO, p.registered(e)...)
	add(p.t.Code, p.code(e)...)
	add(p.t.Handovers, p.handovers(e)...)
	if gone := p.invalidations(e); len(gone) > 0 {
		add(text.AfterIn(p.app.Lang).Facts, gone...)
	}
	if more := p.more(e); more != "" {
		add(p.t.Data, more)
	}
	return lines
}

func (p *pageScreen) statement(e *Entry) []string {
	s, ok := model.CurrentStatement(e.Statements)
	switch {
	case !ok && s.Kind == model.Withdrawal:
		return []string{joined(" ", p.t.WithdrawnOn, s.Signed.Polish())}
	case !ok:
		return nil
	}
	return []string{p.app.sheetInWords(s)}
}

// sheetInWords is a sheet on one line: kind, signer, date, where it lies.
func (a *App) sheetInWords(s model.Statement) string {
	words := a.words()
	signer := words.Signer[s.Signer]
	if s.SignerName != "" {
		signer = s.SignerName + " (" + signer + ")"
	}
	place := ""
	if s.Place != "" {
		place = text.PageIn(a.Lang).LiesIn + " " + s.Place
	}
	return joined(", ", words.Statement[s.Kind], signer, s.Signed.Polish(), place)
}

// cardInWords is a card on one line: number, kind, state, dates.
func (a *App) cardInWords(c model.Card) string {
	words, t := a.words(), text.PageIn(a.Lang)
	state := ""
	if c.State != model.CardValid {
		state = words.CardState[c.State]
	}
	return joined(", ", c.Number, words.Card[c.Kind], state, labelled(t.Issued, c.Issued.Polish()),
		labelled(words.ValidUntil, c.ValidUntil.Polish()), labelled(t.DuplicateOf, c.DuplicateOf))
}

func (p *pageScreen) photo(e *Entry) []string {
	state, deletion := "", ""
	if e.Portrait != nil {
		state = joined(" ", p.app.words().Portrait[e.Portrait.State], e.Portrait.Decided.Polish())
	}
	if e.Verdict.Has(model.BlockUnjudged) {
		state = joined(", ", state, p.t.PhotoWaits)
	}
	if state == "" {
		return nil
	}
	if due := e.PhotoDue(p.app.profile()); !due.IsZero() {
		deletion = p.t.DeleteOn + " " + due.Polish()
	}
	return []string{joined(", ", state, deletion)}
}

func (p *pageScreen) registered(e *Entry) []string {
	if e.Registered.IsZero() {
		return nil
	}
	return []string{p.t.RegisteredOn + " " + e.Registered.Polish()}
}

// code is what may be said of a code: never what it holds.
func (p *pageScreen) code(e *Entry) []string {
	waits := ""
	if !e.Waiting.IsZero() {
		waits = text.AfterIn(p.app.Lang).Waits + " " + p.app.moment(e.Waiting)
	}
	c := e.Verdict.Code
	if c == nil {
		return nil
	}
	screen, others := "", ""
	if c.Claim.HeldAgainst(p.app.viewpoint()) {
		screen = p.t.OnScreen + " " + c.Claim.Desk + " (" + c.Claim.Operator + ")"
	}
	if n := len(e.Codes) - 1; n > 0 {
		others = p.t.MoreCodes(n)
	}
	return []string{joined(", ", p.app.words().Code[c.Kind], p.life(e, *c), p.t.GivenTimes(c.Spent), screen, others, waits)}
}

func (p *pageScreen) life(e *Entry, c model.Code) string {
	end, now := c.Expires(p.app.profile()), p.app.Now()
	switch {
	case c.SetAside:
		return text.AfterIn(p.app.Lang).SetAside
	case e.Void(c):
		return text.AfterIn(p.app.Lang).CodeVoid
	case c.UsedUp(p.app.profile()):
		return p.t.UsedUp
	case end.IsZero() && c.Kind == model.CodeCredentials:
		return p.t.NoEnd
	case end.IsZero(): // nobody published how long a code of SIO lives
		return p.t.EndUnknown
	case !now.Before(end):
		return p.t.Expired + " " + p.app.moment(end)
	}
	return p.t.Life(text.Remaining(p.app.Lang, end.Sub(now)))
}

// handovers are all of them, the newest first; what was corrected stays and
// says so.
func (p *pageScreen) handovers(e *Entry) []string {
	counts := map[int64]bool{}
	for _, h := range model.EffectiveHandovers(e.Handovers) {
		counts[h.ID] = true
	}
	var lines []string
	for _, h := range slices.Backward(e.Handovers) {
		line := p.app.handoverInWords(h, e.Handovers)
		if !counts[h.ID] && !h.Void {
			line += " – " + p.t.Corrected
		}
		lines = append(lines, line)
	}
	return lines
}

// handoverInWords is one of a student's hand-overs on one line.
func (a *App) handoverInWords(h model.Handover, all []model.Handover) string {
	words, t := a.words(), text.PageIn(a.Lang)
	if h.Void {
		return joined(", ", a.moment(h.At), t.NotHanded, words.Code[h.Kind], h.Operator)
	}
	to := words.Recipient[h.To]
	if h.ToName != "" {
		to = h.ToName + " (" + to + ")"
	}
	shown := t.CardNotShown
	if h.CardShown {
		shown = t.CardShown
	}
	return joined(", ", a.moment(model.CollectedAt(h, all)), words.Code[h.Kind], to, shown, h.Operator)
}

func (p *pageScreen) more(e *Entry) string {
	return joined(", ", labelled(p.t.RegisterNo, e.RegisterNoText()), labelled(p.t.BookNo, e.BookNo), labelled(p.t.Document, e.Document), labelled(p.t.LeftOn, e.Left.Polish()))
}

// moment is a point in time in the school's zone.
func (a *App) moment(t time.Time) string { return a.local(t).Format(text.Moment) }

// joined puts the parts that say something together.
func joined(sep string, parts ...string) string {
	return strings.Join(slices.DeleteFunc(parts, func(s string) bool { return s == "" }), sep)
}

// labelled is a value with its name, "" where there is no value.
func labelled(label, value string) string {
	if value == "" {
		return ""
	}
	return label + " " + value
}
