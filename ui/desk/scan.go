package desk

import (
	"context"
	"errors"
	"io"
	"os"
	"path"
	"path/filepath"
	"sync/atomic"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"okienko/model"
	"okienko/store"
	"okienko/store/intake/scan"
	"okienko/ui/kit"
	"okienko/ui/text"
)

// scanPhase is where the search for codes is.
type scanPhase int

const (
	scanReading  scanPhase = iota
	scanReviewed           // nothing is written yet
	scanWriting
	scanFinished
)

// scanScreen looks for codes in a picture, a PDF, a ZIP or a folder of them:
// read, show whose they are, ask where that is not sure, write, result.
type scanScreen struct {
	app   *App
	t     *text.Ways
	path  string
	phase scanPhase
	busy  bool // a command is under way outside of the steps

	scanner *scan.Scanner
	cancel  context.CancelFunc
	pages   *pageCount
	steps   *kit.Steps
	stopped bool
	offered bool // photos that hold no code
	quiet   bool // no more questions for passwords while reading

	finds *Finds
	rows  []scanRow
	list  *kit.List
	ended kit.Notice
}

// pageCount is how far the file under way is read; the reading command writes
// it, the screen shows it.
type pageCount struct{ done, of atomic.Int64 }

func newScan(a *App, path string) kit.Screen {
	s := &scanScreen{app: a, t: text.WaysIn(a.Lang), path: path, finds: NewFinds(""), pages: &pageCount{}}
	s.list = kit.NewList(s, kitWords(a.Lang))
	s.list.Header, s.list.Empty = s.columns().Header, s.t.NothingHere
	return s
}

func (s *scanScreen) Title() string { return s.t.Title }

// scanOpened is a search that can begin.
type scanOpened struct{ scanner *scan.Scanner }

// Init lists the files.
func (s *scanScreen) Init() tea.Cmd {
	records := make([]model.Record, 0, s.app.School.Len())
	for _, e := range s.app.School.All() {
		records = append(records, *e.Record)
	}
	folder, from, pages := s.app.Folder, s.path, s.pages
	return func() tea.Msg {
		return scanOpened{NewScanner(pathsIn(from, folder), records, folder, scan.Options{NoLinks: dropped(from, folder), Progress: func(_ string, page, of int) {
			pages.done.Store(int64(page))
			pages.of.Store(int64(of))
		}})}
	}
}

// pathsIn is what is searched: what was chosen, but of the inbox not what was
// put aside there.
func pathsIn(chosen string, folder store.Folder) []string {
	if folder == "" || !samePath(chosen, folder.Inbox()) {
		return []string{chosen}
	}
	entries, err := os.ReadDir(chosen)
	if err != nil {
		return []string{chosen}
	}
	var paths []string
	for _, e := range entries {
		if p := filepath.Join(chosen, e.Name()); p != folder.Taken() {
			paths = append(paths, p)
		}
	}
	return paths
}

func samePath(a, b string) bool {
	a, errA := filepath.Abs(a)
	b, errB := filepath.Abs(b)
	return errA == nil && errB == nil && a == b
}

// scanned is what the scanner said of one file.
type scanned struct {
	item  scan.Item
	total int
	err   error
}

// scanTick redraws the pages of a long file.
type scanTick struct{}

const scanTickEvery = 300 * time.Millisecond

func (s *scanScreen) opened(scanner *scan.Scanner) kit.Turn {
	ctx, cancel := context.WithCancel(context.Background())
	s.scanner, s.cancel = scanner, cancel
	pages := s.pages
	s.steps = kit.NewSteps(scanner.Len(), func(int) any {
		item, err := scanner.Next(ctx)
		pages.done.Store(0)
		pages.of.Store(0)
		return scanned{item, scanner.Len(), err}
	})
	return s.goOn().With(kit.After(scanTickEvery, scanTick{}))
}

// goOn reads the next file, or shows what was read.
func (s *scanScreen) goOn() kit.Turn {
	if s.phase != scanReading {
		s.show()
		return kit.Stay()
	}
	if !s.steps.Over() {
		return kit.Stay(s.steps.Next())
	}
	s.cancel()
	s.phase = scanReviewed
	s.finds.Settle()
	s.show()
	if s.stopped {
		return kit.Stay().Say(kit.Warn(s.t.ReadingStopped))
	}
	if !s.finds.any() && len(portraits(s.finds.Files)) > 0 {
		return s.offerPhotos(func() kit.Turn { return kit.Stay() })
	}
	return kit.Stay()
}

func (s *scanScreen) Update(msg tea.Msg) kit.Turn {
	switch msg := msg.(type) {
	case scanOpened:
		return s.opened(msg.scanner)
	case scanTick:
		if s.phase == scanReading {
			return kit.Stay(kit.After(scanTickEvery, scanTick{}))
		}
	case kit.StepDone:
		return s.stepped(msg)
	case unlocked:
		return s.unlocked(msg)
	case moved:
		return s.left(msg)
	}
	s.list.Update(msg)
	return kit.Stay()
}

func (s *scanScreen) stepped(step kit.StepDone) kit.Turn {
	if !s.steps.Took(step) {
		return kit.Stay()
	}
	if d, writing := step.Value.(done); writing {
		return s.wrote(step.I, d)
	}
	r := step.Value.(scanned)
	s.steps.Grow(r.total)
	switch {
	case r.err == nil:
	case errors.Is(r.err, io.EOF), errors.Is(r.err, context.Canceled):
		s.steps.Stop()
		return s.goOn()
	default:
		s.steps.Stop()
		return s.goOn().Say(kit.Bad(text.Error(s.app.Lang, r.err, s.app.profile().Zone())))
	}
	if r.item.Reason == scan.EngineTrouble {
		s.app.Log.Error("the reader of PDFs does not start", "error", r.item.Trouble)
	}
	i := s.finds.Add(r.item)
	if r.item.Reason == scan.NeedsPassword && !s.quiet && !s.stopped {
		return s.askPassword(i, kit.Notice{})
	}
	return s.goOn()
}

// askPassword asks for the password of file i. It is kept no longer than the
// screen.
func (s *scanScreen) askPassword(i int, say kit.Notice) kit.Turn {
	item := s.finds.Files[i].Item
	prompt := newPrompt(s.app, s.t.PasswordFor(kit.Safe(path.Base(item.File))), s.t.PasswordHint, "", nil)
	return kit.Ask(prompt, func(result any) kit.Turn {
		password, _ := result.(string)
		if password == "" {
			s.quiet = true
			return s.goOn()
		}
		s.busy = true
		scanner := s.scanner
		return kit.Stay(func() tea.Msg {
			ctx, cancel := context.WithTimeout(context.Background(), importTime)
			defer cancel()
			return unlocked{i, scanner.Unlock(ctx, item, password)}
		})
	}).Say(say)
}

// unlocked is a file that was read again with a password.
type unlocked struct {
	file int
	item scan.Item
}

func (s *scanScreen) unlocked(u unlocked) kit.Turn {
	s.busy = false
	s.finds.Replace(u.file, u.item)
	if u.item.Reason == scan.WrongPassword {
		return s.askPassword(u.file, kit.Bad(text.ScanReason(s.app.Lang, scan.WrongPassword)))
	}
	if s.phase == scanReviewed {
		s.finds.Settle()
	}
	return s.goOn()
}

// stop ends the reading after the page under way.
func (s *scanScreen) stop() kit.Turn {
	s.stopped = true
	s.steps.Stop()
	s.cancel()
	return kit.Stay().Say(kit.Warn(s.t.Stopping))
}

// take asks whether to write, with the numbers.
func (s *scanScreen) take() kit.Turn {
	n := s.finds.Counts()
	if n.Sure+n.Said == 0 {
		return kit.Stay().Say(kit.Warn(s.t.NothingToTake))
	}
	lines := []string{s.t.TakeAsk(n.Sure, n.Said)}
	if n.Open > 0 {
		lines = append(lines, s.t.OpenAsk(n.Open))
	}
	if n.Out > 0 {
		lines = append(lines, s.t.OutAsk(n.Out))
	}
	return kit.Confirm(s.app.ask(s.t.Take, "enter", lines...), s.write)
}

func (s *scanScreen) write() kit.Turn {
	s.phase, s.stopped = scanWriting, false
	s.finds.Begin()
	finds, app, since := s.finds, s.app, s.app.School.Mark()
	s.steps = kit.NewSteps(finds.Steps(), func(i int) any {
		d := app.perform(since, importTime, func(ctx context.Context) (any, error) { return finds.Step(ctx, app.DB, app.Actor, i) })
		since = d.news.mark
		return d
	})
	if s.steps.Over() {
		return s.end(kit.Notice{})
	}
	return kit.Stay(s.steps.Next())
}

// wrote takes what step i of the writing did.
func (s *scanScreen) wrote(i int, d done) kit.Turn {
	n, ok := s.app.take(d)
	if ok {
		s.finds.Took(i, d.value.([]model.Problem))
	}
	if ok && !s.steps.Over() {
		return kit.Stay(s.steps.Next())
	}
	return s.end(n)
}

// end shows the result. failed is the notice of a step that failed.
func (s *scanScreen) end(failed kit.Notice) kit.Turn {
	s.phase = scanFinished
	s.ended = kit.Good(s.summary())
	switch {
	case failed.Text != "":
		s.ended = failed
	case s.steps.Done() < s.steps.Total():
		s.ended = kit.Warn(s.t.WritingStopped)
	}
	s.show()
	return kit.Stay().Say(s.ended)
}

func (s *scanScreen) summary() string {
	n := s.finds.Counts()
	return s.t.Done(n.Added, n.Known, n.Refused, n.Open+n.Out+n.Unreadable)
}

// leave gives the files back and offers to put aside those of the inbox that
// were taken in whole.
func (s *scanScreen) leave() kit.Turn {
	if !s.offered && len(portraits(s.finds.Files)) > 0 {
		return s.offerPhotos(s.putAside)
	}
	return s.putAside()
}

// offerPhotos offers to take in what holds no code and may be a photo, and
// then goes on.
func (s *scanScreen) offerPhotos(then func() kit.Turn) kit.Turn {
	s.offered = true
	found, t := portraits(s.finds.Files), text.AlbumIn(s.app.Lang)
	return kit.Ask(s.app.ask(t.Title, "enter", t.Offer(len(found))), func(yes any) kit.Turn {
		if yes != true {
			return then()
		}
		return kit.Ask(newPhotosTake(s.app, s.path, found), func(result any) kit.Turn {
			if n, ok := result.(kit.Notice); ok {
				s.ended = n
			}
			return s.putAside()
		})
	})
}

func (s *scanScreen) putAside() kit.Turn {
	var whole []string
	if s.phase == scanFinished {
		whole = wholeInInbox(s.finds.Files, s.path, s.app.Folder)
	}
	s.phase, s.busy = scanFinished, true
	return s.app.offerAside(whole, func(m moved) kit.Turn { return s.left(m) })
}

// left leaves the screen.
func (s *scanScreen) left(m moved) kit.Turn {
	var result any
	switch {
	case m.failed:
		result = kit.Bad(s.t.NotMoved)
	case s.ended.Text != "":
		result = s.ended
	}
	scanner := s.scanner
	return kit.Pop(result).With(func() tea.Msg {
		scanner.Close()
		return nil
	})
}
