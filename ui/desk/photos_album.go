package desk

import (
	"cmp"
	"context"
	"slices"

	tea "github.com/charmbracelet/bubbletea"

	"okienko/model"
	"okienko/model/portrait"
	"okienko/store"
	"okienko/ui/kit"
	"okienko/ui/text"
)

// album is what a window knows of the photos: all but their pictures. The
// table and the screens above it share one.
type album struct {
	app     *App
	photos  []store.Photo // in the order in which they came
	at      map[int64]int // places in photos
	of      map[model.StudentID][]int
	mark    store.Mark
	read    bool
	version int       // counts changes, for whoever keeps something derived
	busy    bool      // a deed is under way; no screen is left then
	letters text.Lang // in which the last letter was written; "": none was
	mend    mender
}

func newAlbum(a *App) *album { return &album{app: a, mend: mendPhoto} }

// photosRead is the answer of the list of photos.
type photosRead struct {
	photos []store.Photo
	mark   store.Mark
	same   bool // nothing has changed
	err    error
}

// load is the command that reads the list, unless it is still the same.
func (b *album) load() tea.Cmd {
	known, read := b.mark, b.read
	return func() tea.Msg {
		ctx, cancel := context.WithTimeout(context.Background(), deedTime)
		defer cancel()
		return b.app.readPhotos(ctx, known, read)
	}
}

// readPhotos belongs into commands.
func (a *App) readPhotos(ctx context.Context, known store.Mark, read bool) photosRead {
	if read {
		if mark, err := a.DB.PhotosMark(ctx); err == nil && mark == known {
			return photosRead{mark: mark, same: true}
		}
	}
	photos, mark, err := a.DB.Photos(ctx)
	if err != nil {
		a.Log.Error("reading the photos failed", "error", err)
	}
	return photosRead{photos: photos, mark: mark, err: err}
}

// take brings the album up to date. An answer older than what is known is
// left out.
func (b *album) take(r photosRead) kit.Notice {
	switch {
	case r.err != nil:
		return kit.Bad(text.Error(b.app.Lang, r.err, b.app.profile().Zone()))
	case r.same, b.read && r.mark < b.mark:
		return kit.Notice{}
	}
	b.photos, b.mark, b.read = r.photos, r.mark, true
	b.version++
	b.at, b.of = map[int64]int{}, map[model.StudentID][]int{}
	for i, p := range b.photos {
		b.at[p.ID] = i
		if p.Student != 0 {
			b.of[p.Student] = append(b.of[p.Student], i)
		}
	}
	return kit.Notice{}
}

// get is a photo as it is now; ok is false if it is gone.
func (b *album) get(id int64) (p store.Photo, ok bool) {
	i, ok := b.at[id]
	if !ok {
		return store.Photo{}, false
	}
	return b.photos[i], true
}

// rivals are the other photos of the same student between which nobody has
// chosen yet.
func (b *album) rivals(p store.Photo) (others []store.Photo) {
	if p.Student == 0 || p.State != model.PhotoToDo {
		return nil
	}
	for _, i := range b.of[p.Student] {
		if o := b.photos[i]; o.ID != p.ID && (o.State == model.PhotoToDo || o.State.Accepted()) {
			others = append(others, o)
		}
	}
	return others
}

// photoDone is the answer of a deed about a photo.
type photoDone struct {
	said   string
	letter int64 // the refused photo whose family is to be written to; 0: none
	stays  bool  // the photo is still the one to look at
	read   photosRead
}

// deed does something about photos and reads the list again, also where it
// was refused: somebody else was faster then.
func (b *album) deed(answer photoDone, do func(context.Context, *store.DB) error) tea.Cmd {
	b.busy = true
	known := b.mark
	return b.app.do(func(ctx context.Context) (any, error) {
		err := do(ctx, b.app.DB)
		answer.read = b.app.readPhotos(ctx, known, true)
		return answer, err
	})
}

// done takes the answer of a deed; ok is false if it was refused. The notice
// says what happened.
func (b *album) done(d done) (v photoDone, n kit.Notice, ok bool) {
	b.busy = false
	n, ok = b.app.take(d)
	v, _ = d.value.(photoDone)
	if unread := b.take(v.read); ok && unread.Text != "" {
		return v, unread, true
	}
	if ok {
		n = kit.Good(v.said)
	}
	return v, n, ok
}

// who is the student of a photo in words.
func (b *album) who(p store.Photo) string {
	if e := b.app.School.Get(p.Student); e != nil {
		return joined(" ", e.ListName(), e.Record.Class.String())
	}
	return kit.Safe(p.Name)
}

// inOrder are the photos that pass, those of nobody first, then in the order
// of the list of students.
func (b *album) inOrder(pass func(store.Photo) bool) []int64 {
	var in []store.Photo
	for _, p := range b.photos {
		if pass(p) {
			in = append(in, p)
		}
	}
	place := func(p store.Photo) int {
		if e := b.app.School.Get(p.Student); e != nil {
			return e.at
		}
		return -1
	}
	slices.SortStableFunc(in, func(p, q store.Photo) int { return cmp.Compare(place(p), place(q)) })
	ids := make([]int64, len(in))
	for i, p := range in {
		ids[i] = p.ID
	}
	return ids
}

// passes reports whether a photo belongs to a view.
func passes(v text.PhotoView, p store.Photo) bool {
	switch v {
	case text.PhotosToDo:
		return p.State == model.PhotoToDo
	case text.PhotosUnmatched:
		return p.Student == 0 && p.State == model.PhotoToDo
	case text.PhotosRefused:
		return p.State.Refused()
	case text.PhotosFine:
		return p.State.Accepted()
	}
	return true
}

// step is the next sensible thing to do about a photo.
func (b *album) step(p store.Photo) text.PhotoStep {
	report := p.Effective()
	switch {
	case p.State == model.PhotoRefused:
		return text.PhotoWrite
	case p.State != model.PhotoToDo:
		return text.PhotoLook
	case p.Student == 0:
		return text.PhotoSettle
	case len(b.rivals(p)) > 0:
		return text.PhotoChoose
	}
	return stepOf(p, report)
}

// stepOf is step for a photo that is its student's only one.
func stepOf(p store.Photo, report portrait.Report) text.PhotoStep {
	switch {
	case slices.Contains(p.Among, portrait.DuplicateFile):
		return text.PhotoLook // perhaps another child's
	case report.Verdict == portrait.Accept:
		return text.PhotoAccept
	case p.MendedReport == nil && worthMending(report):
		return text.PhotoMend
	case report.Verdict == portrait.Warn:
		return text.PhotoLook
	}
	return text.PhotoRefuse
}

// mendable are the reasons that mending can remove; hopeless those that it
// refuses.
var (
	mendable = map[portrait.ID]bool{
		portrait.Truncated: true, portrait.TooSmall: true, portrait.TooLargePx: true, portrait.WrongRatio: true, portrait.TooHeavy: true,
		portrait.NearLimit: true, portrait.RotatedEXIF: true, portrait.GPSData: true, portrait.TrailingData: true,
		portrait.BadExtension: true, portrait.CMYK: true, portrait.RotatedPixels: true, portrait.FaceTooSmall: true,
		portrait.FaceOffCentre: true,
	}
	hopeless = map[portrait.ID]bool{portrait.NoFace: true, portrait.ManyFaces: true, portrait.Blurred: true}
	// convertible are the formats that mending reads besides JPEG.
	convertible = map[string]bool{portrait.FormatPNG: true, portrait.FormatWebP: true}
)

// worthMending reports whether mending may leave less to say. Only trying
// tells for sure.
func worthMending(r portrait.Report) bool {
	worth := false
	for _, f := range r.Findings {
		can := mendable[f.ID] || f.ID == portrait.NotJPEG && convertible[r.Format]
		if hopeless[f.ID] || f.Level == portrait.Error && !can {
			return false
		}
		worth = worth || can
	}
	return worth
}

// photoLook is the sign, the word and the colour of a photo's verdict.
func (b *album) photoLook(p store.Photo) (sign, word string, tone kit.Tone) {
	t := text.GalleryIn(b.app.Lang)
	switch {
	case p.State.Accepted():
		return "=", t.State[p.State], kit.Dim
	case p.State == model.PhotoReplaced:
		return "-", t.State[p.State], kit.Dim
	case p.State == model.PhotoTold:
		return "x", t.State[p.State], kit.Dim
	case p.State == model.PhotoRefused:
		return "x", t.State[p.State], kit.BadTone
	}
	step := b.step(p)
	word = t.Look[step]
	switch step {
	case text.PhotoAccept:
		return "+", word, kit.GoodTone
	case text.PhotoRefuse:
		return "x", word, kit.BadTone
	case text.PhotoSettle, text.PhotoChoose:
		return "?", word, kit.WarnTone
	}
	return "!", word, kit.WarnTone
}
