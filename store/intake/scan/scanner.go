package scan

import (
	"context"
	"errors"
	"image"
	"io"
	"runtime/debug"

	pdferrors "github.com/klippa-app/go-pdfium/errors"

	"okienko/model"
)

// Options are what an import needs to know.
type Options struct {
	People    *People                            // whose codes they may be
	CacheDir  string                             // keeps PDFium's compiled form, about 15 MB; "" for none: then every start takes a second or two
	Passwords []string                           // to be tried on encrypted PDFs
	NoLinks   bool                               // nobody named the paths, they were found in a folder: links among them are not followed
	Limits    Limits                             // the zero value: the usual ones
	Progress  func(file string, page, pages int) // called after each page of a PDF; nil for none
}

// Scanner goes through files, one an item. It is for use by one goroutine.
type Scanner struct {
	options Options
	limits  Limits
	queue   []source
	total   int
	opened  []*archive
	engine  engine
}

// New prepares a Scanner over paths: folders, ZIPs, pictures, PDFs. Folders
// are listed now; files are read by Next.
func New(paths []string, o Options) *Scanner {
	if o.People == nil {
		o.People = NewPeople(nil)
	}
	s := &Scanner{options: o, limits: o.Limits.usual(), engine: newEngine(o.CacheDir)}
	s.queue = list(paths, o.NoLinks, s.limits)
	s.total = len(s.queue)
	return s
}

// Len is how many items there are in all, as far as is known: a ZIP counts as
// one until it is opened.
func (s *Scanner) Len() int { return s.total }

// Next reads the next file. It returns io.EOF after the last one, and ctx's
// error, without having taken a file, if that is done. If ctx ends in the
// middle of a file, the item says Stopped and holds what was found until
// then. Nothing that a file holds is an error.
func (s *Scanner) Next(ctx context.Context) (Item, error) {
	for {
		if err := ctx.Err(); err != nil {
			return Item{}, err
		}
		if len(s.queue) == 0 {
			return Item{}, io.EOF
		}
		next := s.queue[0]
		s.queue = s.queue[1:]
		item, more := s.read(ctx, next, s.options.Passwords)
		if len(more) > 0 {
			s.queue = append(more, s.queue...)
			s.total += len(more) - 1
			continue
		}
		return item, nil
	}
}

// Unlock reads a PDF again that Next or Unlock returned with NeedsPassword or
// WrongPassword. A password that opens it is tried on all files behind it.
func (s *Scanner) Unlock(ctx context.Context, item Item, password string) Item {
	again, _ := s.read(ctx, item.source, []string{password})
	if again.Reason == NeedsPassword {
		again.Reason = WrongPassword
	}
	return again
}

// Close lets go of all files and of PDFium.
func (s *Scanner) Close() {
	for _, a := range s.opened {
		if a.left > 0 {
			a.content.close()
		}
	}
	s.opened, s.queue = nil, nil
	s.engine.close()
}

// read reads one source: an item, or, of a ZIP, the sources in it.
func (s *Scanner) read(ctx context.Context, from source, passwords []string) (item Item, more []source) {
	item = Item{File: from.name, source: from}
	c, reason := from.open(s.limits)
	if reason == "" {
		var kept bool
		if item, more, kept = s.inspect(ctx, c, from, passwords); !kept {
			c.close()
		}
	} else {
		item.Reason = reason
	}
	item.File, item.source = from.name, from
	// What still waits for a password will be read once more.
	if from.archive != nil && item.Reason != NeedsPassword && item.Reason != WrongPassword {
		from.archive.done()
	}
	return item, more
}

// inspect reads opened bytes of any kind. kept says that a ZIP needs them
// further on.
func (s *Scanner) inspect(ctx context.Context, c *content, from source, passwords []string) (item Item, more []source, kept bool) {
	switch kindOf(c) {
	case kindPicture:
		return s.picture(c, from.name), nil, false
	case kindPDF:
		return s.pdf(ctx, c, from.name, passwords), nil, false
	case kindZIP:
		more, reason := unzip(c, from, s.limits)
		if len(more) == 0 {
			if reason == "" {
				reason = NothingFound
			}
			return Item{Reason: reason}, nil, false
		}
		s.opened = append(s.opened, more[0].archive)
		return Item{}, more, true
	case kindEmpty:
		return Item{Reason: Broken}, nil, false
	}
	return Item{Reason: UnknownKind}, nil, false
}

// picture reads a picture: one page without words.
func (s *Scanner) picture(c *content, name string) Item {
	need, reason := weighPicture(c, s.limits)
	if reason != "" {
		return Item{Reason: reason}
	}
	large := need > largePicture
	if large {
		s.engine.drop() // what PDFium took would come on top
		debug.FreeOSMemory()
	}
	g, reason := decodePicture(c)
	if reason != "" {
		return Item{Reason: reason}
	}
	if large {
		debug.FreeOSMemory() // of what the decoder left behind
	}
	pages := []facts{newFacts(1, find(g, thorough), mentions{})}
	item := Item{Pages: 1}
	for _, claim := range s.options.People.judge(name, pages) {
		f := claim.found(name, pages)
		if !f.Sure {
			f.Crop = crop(g, f.Box)
		}
		item.Found = append(item.Found, f)
	}
	if len(item.Found) == 0 {
		item.Reason = NothingFound
	}
	return item
}

// found is what the caller sees of a claim.
func (c claim) found(file string, pages []facts) Found {
	page := pages[c.page]
	code := page.codes[c.code]
	return Found{File: file, Page: page.number, Box: code.box, Payload: model.Secret(code.payload),
		Second: model.Secret(c.second), Login: c.login, Candidates: distinct(c.students), Sure: c.sure, Why: c.why}
}

// pdf reads a PDF, with one of the passwords if it needs one.
func (s *Scanner) pdf(ctx context.Context, c *content, name string, passwords []string) Item {
	d, err := s.engine.openPDF(c, "", s.limits)
	for i := 0; i < len(passwords) && errors.Is(err, pdferrors.ErrPassword); i++ {
		if d, err = s.engine.openPDF(c, passwords[i], s.limits); err == nil {
			s.remember(passwords[i])
		}
	}
	if err != nil {
		return failure(err)
	}
	r := reading{scanner: s, pdf: d, content: c, name: name}
	defer r.close()
	if reason := d.weigh(); reason != "" {
		return Item{Reason: reason}
	}
	return r.all(ctx)
}

// remember puts a password that has worked first.
func (s *Scanner) remember(password string) {
	for _, known := range s.options.Passwords {
		if known == password {
			return
		}
	}
	s.options.Passwords = append([]string{password}, s.options.Passwords...)
}

// failure is the item of a PDF that could not be opened.
func failure(err error) Item {
	item := Item{Reason: reasonOf(err)}
	if item.Reason == EngineTrouble {
		item.Trouble = err
	}
	return item
}

// reasonOf tells what went wrong with a PDF.
func reasonOf(err error) Reason {
	switch {
	case errors.Is(err, pdferrors.ErrPassword):
		return NeedsPassword
	case errors.Is(err, errSlow), errors.Is(err, errPaused):
		return TooSlow
	case errors.Is(err, errPageTooBig):
		return PageTooBig
	case errors.Is(err, errEngine):
		return EngineTrouble
	}
	return Broken
}

// reading is a PDF on its way to an item.
type reading struct {
	scanner *Scanner
	pdf     *pdf
	content *content
	name    string
	pages   []facts
	sheets  []sheet // by facts: how the page was drawn
	failed  int
	last    error // of the page that failed last
}

func (r *reading) close() { r.pdf.close() }

// mostFailures is how many pages of a document may fail before the rest is
// left alone.
const mostFailures = 5

// all reads the pages and judges the codes.
func (r *reading) all(ctx context.Context) Item {
	item := Item{}
	for i := 0; i < r.pdf.pages && r.failed < mostFailures; i++ {
		s, err := r.pdf.read(ctx, i)
		if ctx.Err() != nil {
			item.Reason = Stopped
			break
		}
		if err != nil {
			r.failed++
			r.last = err
			// What ran away once would do so again.
			if errors.Is(err, errSlow) || r.pdf.lost() && !r.reopen() {
				r.failed = mostFailures
			}
			continue
		}
		m := r.scanner.options.People.mentioned(runsOf(s.letters))
		s.letters = nil
		r.pages, r.sheets = append(r.pages, newFacts(i+1, s.codes, m)), append(r.sheets, s)
		if r.scanner.options.Progress != nil {
			r.scanner.options.Progress(r.name, i+1, r.pdf.pages)
		}
	}
	item.Pages = len(r.pages)
	for _, claim := range r.scanner.options.People.judge(r.name, r.pages) {
		item.Found = append(item.Found, claim.found(r.name, r.pages))
	}
	r.cut(ctx, item.Found)
	switch {
	case item.Reason != "":
	case r.failed > 0 && len(r.pages) == 0:
		item = failure(r.last)
	case r.failed > 0:
		item.Reason = PartlyReadable
	case len(item.Found) == 0:
		item.Reason = NothingFound
	}
	return item
}

// reopen opens the document in a new box, after a page has cost the old one.
func (r *reading) reopen() bool {
	r.pdf.close()
	for _, password := range append([]string{""}, r.scanner.options.Passwords...) {
		if d, err := r.scanner.engine.openPDF(r.content, password, r.scanner.limits); err == nil {
			r.pdf = d
			return true
		}
	}
	return false
}

// cut gives the doubts their pictures. Those that can't be drawn any more
// stay without.
func (r *reading) cut(ctx context.Context, found []Found) {
	for i, f := range r.pages {
		var boxes []image.Rectangle
		var at []int
		for j := range found {
			if found[j].Page == f.number && !found[j].Sure {
				boxes, at = append(boxes, found[j].Box), append(at, j)
			}
		}
		if len(boxes) == 0 {
			continue
		}
		// Also after a stop: these are codes that have been found.
		going := context.WithoutCancel(ctx)
		if r.pdf.lost() && !r.reopen() {
			return
		}
		pictures, err := r.pdf.crops(going, f.number-1, r.sheets[i], boxes)
		if err != nil || len(pictures) != len(at) {
			return
		}
		for k, j := range at {
			found[j].Crop = pictures[k]
		}
	}
}
