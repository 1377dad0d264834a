package desk

import (
	"slices"
	"strings"

	"okienko/model/portrait"
	"okienko/store"
	"okienko/ui/kit"
	"okienko/ui/text"
)

// remarks reports whether accepting a photo is accepting it despite something.
func (b *album) remarks(p store.Photo) bool {
	return p.Effective().Verdict != portrait.Accept || slices.Contains(p.Among, portrait.DuplicateFile)
}

// facts is what is known of a photo, w cells wide.
func (s *photoScreen) facts(p store.Photo, w int) []string {
	b, report := s.album, p.Effective()
	lines := kit.Wrap(kit.Safe(p.Name), w)
	for i := range lines {
		lines[i] = kit.Strong.Paint(lines[i])
	}
	sign, word, tone := b.photoLook(p)
	decided := ""
	if p.DecidedBy != "" {
		decided = joined(" ", s.t.DecidedBy, kit.Safe(p.DecidedBy)+",", s.app.moment(p.DecidedAt))
	}
	whose := s.t.Nobody
	if e := s.app.School.Get(p.Student); e != nil {
		whose = s.app.fullName(e)
	}
	mended := ""
	if p.Mended {
		mended = s.t.MendedNow
	}
	lines = append(lines, kit.Wrap(kit.Safe(whose), w)...)
	lines = append(lines, kit.Cut(joined("   ", tone.Paint(sign+" "+word), decided), w),
		kit.Cut(joined(", ", s.size(p), report.Format, mended), w),
		kit.Cut(s.t.Arrived+" "+p.Arrived.Polish()+" · "+s.t.DeletedOn+" "+p.Deletion.Polish(), w), "")
	found := b.reasons(p)
	if len(found) == 0 {
		return append(lines, kit.GoodTone.Paint(kit.Cut(s.t.NothingWrong, w)))
	}
	return append(lines, s.findings(found, report.Format, w)...)
}

func (s *photoScreen) size(p store.Photo) string {
	r := p.Effective()
	if r.DisplayWidth == 0 {
		return weightOf(s.app, p)
	}
	return s.t.InSize(r.DisplayWidth, r.DisplayHeight, weightOf(s.app, p))
}

// weightOf is what the file of a photo weighs that would go out.
func weightOf(a *App, p store.Photo) string {
	return text.PhotoIn(a.Lang).Weight(int64(p.Effective().Bytes))
}

// valueWidth is the width of a column of measured values.
const valueWidth = 9

// findings are the reasons, what was measured beside what is allowed.
func (s *photoScreen) findings(found []portrait.Finding, format string, w int) []string {
	said := text.PhotoIn(s.app.Lang)
	room := w - 2*(valueWidth+2)
	cols := kit.Columns{{Title: s.t.Reasons, Width: room}, {Title: s.t.Measured, Width: valueWidth, Right: true}, {Title: s.t.Limit, Width: valueWidth, Right: true}}
	lines := []string{cols.Header(w)}
	for _, f := range found {
		sign, tone := "! ", kit.WarnTone
		if f.Level == portrait.Error {
			sign, tone = "x ", kit.BadTone
		}
		reason := said.Reason[f.ID]
		if f.ID == portrait.NotJPEG {
			reason = said.Finding(f, format)
		}
		measured, allowed := said.Values(f)
		for i, line := range kit.Wrap(reason, room-2) {
			if i > 0 {
				lines = append(lines, strings.Repeat(" ", 2)+tone.Paint(line))
				continue
			}
			lines = append(lines, cols.Row(w, kit.Cell{Text: sign + line, Tone: tone}, kit.Cell{Text: measured}, kit.Cell{Text: allowed}))
		}
	}
	return lines
}
