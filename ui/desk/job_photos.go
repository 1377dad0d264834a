package desk

import (
	"context"
	"errors"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"time"

	"okienko/model"
	"okienko/model/portrait"
	"okienko/store"
	"okienko/store/intake"
)

// photoEndings are those of files that families send as photos.
var photoEndings = []string{".jpg", ".jpeg", ".jpe", ".jfif", ".png", ".webp", ".heic", ".heif", ".gif", ".bmp", ".tif", ".tiff", ".avif"}

// photoFormats are what a photo may turn out to be. A PDF is none, but what
// some send instead of one.
var photoFormats = []string{portrait.FormatJPEG, portrait.FormatPNG, portrait.FormatHEIC, portrait.FormatAVIF, portrait.FormatWebP,
	portrait.FormatGIF, portrait.FormatBMP, portrait.FormatTIFF, portrait.FormatJP2, portrait.FormatJXL, portrait.FormatPDF}

// namedPhoto reports whether a file is called like a photo.
func namedPhoto(name string) bool {
	return slices.Contains(photoEndings, strings.ToLower(filepath.Ext(name)))
}

// errNotPhoto: the file is something else.
var errNotPhoto = errors.New("not a picture")

// PhotoSkip names why a file was passed over, as scripts get it and sentences
// are found by.
func PhotoSkip(err error) string {
	for _, known := range []struct {
		err  error
		name string
	}{
		{intake.ErrPhotoLink, "link"}, {intake.ErrLink, "link"}, {intake.ErrPhotoNotFile, "not_a_file"}, {intake.ErrNotRegular, "not_a_file"},
		{intake.ErrPhotoTooLarge, "too_large"}, {intake.ErrPhotoChanging, "changing"}, {intake.ErrTooManyPhotos, "too_many"},
		{intake.ErrZIPEncrypted, "zip_encrypted"}, {intake.ErrZIPBomb, "zip_bomb"}, {intake.ErrZIPBroken, "zip_broken"},
		{errNotPhoto, "not_a_picture"}, {fs.ErrNotExist, "missing"},
	} {
		if errors.Is(err, known.err) {
			return known.name
		}
	}
	return "unreadable"
}

// What is in memory and in one transaction at a time: a line cut in mid-way
// loses no more than that.
const (
	photosAtOnce     = 8
	photoBytesAtOnce = 8 << 20
)

// photoQuiet is how long a file has to be left alone before it is read.
const photoQuiet = time.Second

// TookPhoto is what became of one file.
type TookPhoto struct {
	Path, Name string
	Outer      string // the file on the disk that it lies in
	Skip       string // why it was passed over; "": it is in the database
	Taken      store.TakenPhoto
	Report     portrait.Report
	Match      model.FileMatch // by its name
}

// PhotoIntake takes photos in, for the window and the command line alike. It
// knows no terminal.
type PhotoIntake struct {
	Files []intake.PhotoFile
	Rules portrait.Rules
	Index *model.NameIndex
	// Take is one deed; Progress, if not nil, hears how many files are done.
	Take     func(context.Context, []store.NewPhoto) ([]store.TakenPhoto, error)
	Progress func(done int)

	mu    sync.Mutex
	batch []store.NewPhoto
	named []TookPhoto // of the batch
	bytes int
	took  []TookPhoto
	err   error
}

// NamesOf prepares the matching of file names.
func NamesOf(records []model.Record) *model.NameIndex {
	students := make([]model.Student, len(records))
	for i, r := range records {
		students[i] = r.Student
	}
	return model.NewNameIndex(students)
}

// Run takes everything in. It returns what was done, also when it fails or is
// broken off in mid-way: what is returned is in the database, and nothing else
// is.
func (p *PhotoIntake) Run(ctx context.Context) ([]TookPhoto, error) {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	err := intake.EachQuietPhoto(ctx, p.Files, photoQuiet, func(_ int, f intake.PhotoFile) {
		if ctx.Err() == nil && !p.look(ctx, f) {
			cancel()
		}
	})
	if p.err == nil {
		// What was read before a stop is taken in, too.
		p.err = p.flush(context.WithoutCancel(ctx))
	}
	if p.err != nil {
		err = p.err
	}
	slices.SortStableFunc(p.took, func(a, b TookPhoto) int { return strings.Compare(a.Path, b.Path) })
	return p.took, err
}

// look judges a file and puts it into the batch; false ends the intake.
func (p *PhotoIntake) look(ctx context.Context, f intake.PhotoFile) bool {
	t := TookPhoto{Path: f.Path, Name: f.Name(), Outer: f.Outer()}
	if f.Err == nil && !namedPhoto(t.Name) && !slices.Contains(photoFormats, portrait.Format(f.Data)) {
		f.Err = errNotPhoto
	}
	if f.Err != nil {
		t.Skip = PhotoSkip(f.Err)
		p.mu.Lock()
		defer p.mu.Unlock()
		p.add(t)
		return p.err == nil
	}
	t.Report, t.Match = portrait.Inspect(t.Name, f.Data, p.Rules), model.MatchFileName(t.Name, p.Index)
	n := store.NewPhoto{Name: t.Name, Data: f.Data, Report: t.Report}
	if t.Match.Kind == model.MatchOne && !t.Match.ClassDiffer {
		n.Student = t.Match.Students[0]
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.err != nil {
		return false
	}
	p.batch, p.named, p.bytes = append(p.batch, n), append(p.named, t), p.bytes+len(f.Data)
	if len(p.batch) >= photosAtOnce || p.bytes >= photoBytesAtOnce {
		p.err = p.flush(context.WithoutCancel(ctx))
	}
	return p.err == nil
}

// flush takes the batch in.
func (p *PhotoIntake) flush(ctx context.Context) error {
	if len(p.batch) == 0 {
		return nil
	}
	taken, err := p.Take(ctx, p.batch)
	batch := p.named
	clear(p.batch) // lets go of the bytes
	p.batch, p.named, p.bytes = p.batch[:0], nil, 0
	if err != nil {
		return err
	}
	for i, t := range batch {
		t.Taken = taken[i]
		p.add(t)
	}
	return nil
}

func (p *PhotoIntake) add(t TookPhoto) {
	p.took = append(p.took, t)
	if p.Progress != nil {
		p.Progress(len(p.took))
	}
}

// PhotoCounts are the numbers of an intake.
type PhotoCounts struct{ Added, Known, Nobodys, Skipped int }

// CountPhotos counts; Nobodys are those of Added and Known of which nobody
// knows whose they are.
func CountPhotos(all []TookPhoto) (n PhotoCounts) {
	for _, t := range all {
		switch {
		case t.Skip != "":
			n.Skipped++
			continue
		case t.Taken.Known:
			n.Known++
		default:
			n.Added++
		}
		if t.Taken.Student == 0 {
			n.Nobodys++
		}
	}
	return n
}
