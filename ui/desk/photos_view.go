package desk

import (
	"strings"

	"okienko/store"
	"okienko/ui/kit"
	"okienko/ui/text"
)

// aboutLines is the room under the table for what is known of the photo under
// the cursor.
const aboutLines = 4

func (s *galleryScreen) View(w, h int) string {
	s.catchUp()
	top := kit.Strong.Paint(s.t.Search) + " " + s.search.View(w-kit.Width(s.t.Search)-30, true) + "   " + kit.Accent.Paint(s.filterText())
	switch {
	case !s.album.read:
		s.list.Empty = s.t.Reading
	case len(s.album.photos) == 0:
		s.list.Empty = s.t.Empty
	case s.view == text.PhotosToDo && s.search.Value() == "":
		s.list.Empty = s.t.AllDone
	default:
		s.list.Empty = s.t.NothingFound
	}
	lines := append([]string{top, kit.Dim.Paint(kit.Cut(s.counters(), w))}, kit.Fit(s.list.View(w, h-2-aboutLines), w, h-2-aboutLines)...)
	if p, ok := s.selected(); ok {
		lines = append(lines, s.about(p, w)...)
	}
	return strings.Join(lines, "\n")
}

// Row is a photo on one line.
func (s *galleryScreen) Row(i, w int) string {
	p, ok := s.album.get(s.shown[i])
	if !ok {
		return ""
	}
	sign, word, tone := s.album.photoLook(p)
	return s.cols.Row(w, kit.Cell{Text: p.Name}, kit.Cell{Text: s.studentCell(p, w)}, kit.Cell{Text: sign + " " + word, Tone: tone},
		kit.Cell{Text: s.album.said(p, " ")})
}

// studentRoom is the width of the column of students in a row of w cells.
func studentRoom(w int) int { return 21 + max(0, w-78)*2/7 }

// studentCell is a student with the class, which a cut must not take away.
func (s *galleryScreen) studentCell(p store.Photo, w int) string {
	e := s.app.School.Get(p.Student)
	if e == nil {
		return ""
	}
	class := " " + e.Record.Class.String()
	room := studentRoom(w) - kit.Width(class)
	return kit.Cut(s.app.rowName(e, room), room) + class
}

// counters are how many photos each view holds.
func (s *galleryScreen) counters() string {
	var parts []string
	for _, v := range text.PhotoViews {
		n := 0
		for _, p := range s.album.photos {
			if passes(v, p) && s.belongs(p) {
				n++
			}
		}
		parts = append(parts, text.Count(s.t.View[v], n))
	}
	return strings.Join(parts, " · ")
}

func (s *galleryScreen) filterText() string {
	class := ""
	if !s.class.IsZero() {
		class = strings.ToLower(s.t.PickClass) + " " + s.class.String()
	}
	return joined(", ", s.t.View[s.view], class)
}

// about is what the table has no room for: whose the photo is, when it goes,
// and every reason.
func (s *galleryScreen) about(p store.Photo, w int) []string {
	lines := []string{kit.Dim.Paint(strings.Repeat("-", w)), kit.Cut(kit.Safe(s.album.headline(p)), w)}
	said := s.album.said(p, " ")
	if said == "" {
		said = s.t.NothingWrong
	}
	reasons := kit.Wrap(kit.Safe(said), w)
	if more := aboutLines - len(lines); len(reasons) > more {
		reasons = append(reasons[:more-1], kit.Cut(strings.Join(reasons[more-1:], " "), w))
	}
	return append(lines, reasons...)
}

// headline is whose a photo is, what was decided by whom, and when it goes.
func (b *album) headline(p store.Photo) string {
	t := text.GalleryIn(b.app.Lang)
	whose, decided, mended := t.Nobody, "", ""
	if e := b.app.School.Get(p.Student); e != nil {
		whose = b.app.fullName(e)
	}
	if p.DecidedBy != "" {
		decided = joined(" ", t.State[p.State]+":", p.DecidedBy, b.app.moment(p.DecidedAt))
	}
	if p.Mended {
		mended = t.MendedNow
	}
	return joined(" · ", whose, t.DeletedOn+" "+p.Deletion.Polish(), decided, mended)
}

func (b *album) saving() string { return text.GalleryIn(b.app.Lang).Saving }

// worthTrying reports whether a photo is one that a class's mending takes.
func (b *album) worthTrying(p store.Photo) bool { return b.step(p) == text.PhotoMend }
