package desk

import (
	"cmp"
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"okienko/model"
	"okienko/store"
	"okienko/store/export"
	"okienko/ui/kit"
	"okienko/ui/text"
)

// importTime bounds reading, comparing and writing one part of a file.
const importTime = 5 * time.Minute

// importPhase is where a file is on its way in.
type importPhase int

const (
	importChoosing  importPhase = iota
	importReading               // and comparing
	importPreviewed             // nothing is written yet
	importWriting
	importFinished
)

// importScreen takes a file in: choose, read, preview, ask, write, result.
type importScreen struct {
	app   *App
	t     *text.Import
	phase importPhase

	path     string
	data     []byte         // nil: to be read again
	kind     FileKind       // "": to be recognised
	wanted   FileKind       // of every file that is chosen; "": any
	from     string         // folder to look for it in; "": the inbox or home
	codeKind model.CodeKind // of rows that name none

	file    *Import
	answers map[int]Answered  // by line, of a comparison that another desk made out of date
	missing []model.StudentID // in order of class and name
	ticked  map[model.StudentID]bool
	skipped map[int]bool // doubts that a person said to leave out
	counts  Counts
	lists   []*importList
	at      int

	steps  *kit.Steps
	result Result
	ended  kit.Notice
}

func newImport(a *App) kit.Screen {
	return &importScreen{app: a, t: text.ImportIn(a.Lang)}
}

func (s *importScreen) Title() string { return s.t.Title }

// Init looks where files may be: the inbox if there is one in it, else home.
func (s *importScreen) Init() tea.Cmd {
	inbox := s.app.Folder.Inbox()
	if s.app.Folder == "" {
		inbox = ""
	}
	switch from := s.from; {
	case from != "":
		return func() tea.Msg {
			if err := export.MakeFolder(from); err != nil {
				s.app.Log.Error("no folder for files", "error", err)
			}
			return startIn(from)
		}
	case s.app.afar:
		return func() tea.Msg { return startIn(inbox) }
	}
	return func() tea.Msg { return startIn(filesFolder(inbox)) }
}

// startIn is the folder that the choice of a file begins with.
type startIn string

func filesFolder(inbox string) string {
	entries, err := os.ReadDir(inbox)
	if inbox != "" && err == nil && slices.ContainsFunc(entries, func(e fs.DirEntry) bool { return !e.IsDir() }) {
		return inbox
	}
	if home, err := os.UserHomeDir(); err == nil {
		return home
	}
	return "."
}

// choose shows the files of a folder.
func (s *importScreen) choose(dir string) kit.Turn {
	pick := newFilePick
	if s.wanted != "" {
		pick = newListPick
	}
	return kit.Ask(pick(s.app, dir, cmp.Or(s.from, s.app.Folder.Inbox())), func(result any) kit.Turn {
		path, _ := result.(string)
		switch {
		case path != "":
			s.path, s.data, s.kind, s.codeKind = path, nil, s.wanted, ""
			return s.read()
		case s.file == nil:
			return kit.Pop(nil)
		}
		return kit.Stay()
	})
}

// importRead is a file that was read and compared.
type importRead struct {
	data    []byte
	kind    FileKind
	file    *Import
	missing []model.StudentID
	search  bool // no list: codes have to be looked for
	err     error
}

// read reads the file and compares it, again if that was done before.
func (s *importScreen) read() kit.Turn {
	s.phase, s.file, s.lists = importReading, nil, nil
	path, data, kind, db := s.path, s.data, s.kind, s.app.DB
	follow := !dropped(path, s.app.Folder)
	o := ReadOptions{Today: s.app.today(), Zone: s.app.profile().Zone(), CodeKind: s.codeKind}
	return kit.Latest("read", func() tea.Msg {
		r := importRead{data: data, kind: kind}
		if r.data == nil {
			if r.search = Scannable(path); r.search {
				return r
			}
			if r.data, r.err = loadFile(path, follow); r.err != nil {
				return r
			}
		}
		if r.kind == "" {
			r.kind = RecogniseFile(path, r.data, o)
		}
		r.file = ReadImport(r.kind, path, r.data, o)
		if !r.file.Refused() {
			ctx, cancel := context.WithTimeout(context.Background(), importTime)
			defer cancel()
			r.err = r.file.Compare(ctx, db)
		}
		r.missing = byClass(r.file, r.file.Plan.Missing)
		return r
	})
}

// byClass orders students as a class register does.
func byClass(f *Import, ids []model.StudentID) []model.StudentID {
	collator, key := model.NewCollator(), make(map[model.StudentID]string, len(ids))
	for _, id := range ids {
		key[id] = collator.Key(f.Student(id).ListName())
	}
	sorted := slices.Clone(ids)
	slices.SortFunc(sorted, func(a, b model.StudentID) int {
		return cmp.Or(f.Student(a).CompareInRegister(f.Student(b).Student), strings.Compare(key[a], key[b]), cmp.Compare(a, b))
	})
	return sorted
}

func (s *importScreen) Update(msg tea.Msg) kit.Turn {
	switch msg := msg.(type) {
	case startIn:
		return s.choose(string(msg))
	case importRead:
		if msg.search {
			return kit.Replace(newScan(s.app, s.path))
		}
		return s.show(msg)
	case moved:
		return s.left(msg)
	case kit.StepDone:
		return s.stepped(msg)
	}
	if l := s.list(); l != nil {
		l.Update(msg)
	}
	return kit.Stay()
}

// show is the preview of what was read.
func (s *importScreen) show(r importRead) kit.Turn {
	if r.err != nil {
		s.phase = importChoosing
		// The path is left out of the log: it may hold a name.
		s.app.Log.Error("a file could not be read or compared", "error", r.err)
		turn := s.choose(filepath.Dir(s.path))
		return turn.Say(kit.Bad(s.fileError(r.err)))
	}
	s.phase, s.data, s.kind, s.file, s.missing = importPreviewed, r.data, r.kind, r.file, r.missing
	answers, ticked := s.answers, s.ticked
	s.ticked, s.skipped, s.answers = map[model.StudentID]bool{}, map[int]bool{}, nil
	s.remember(answers, ticked)
	s.recount()
	s.lists = s.previewLists()
	s.at = 0
	for i, l := range s.lists {
		if l.rows.Len() > 0 {
			s.at = i
			break
		}
	}
	return kit.Stay()
}

// remember puts what the person had decided into a comparison that was made
// anew because another desk changed the list, as far as it still fits.
func (s *importScreen) remember(answers map[int]Answered, ticked map[model.StudentID]bool) {
	if answers == nil {
		return
	}
	for i, d := range s.file.Plan.Doubts {
		a, ok := answers[d.Row.Line]
		if ok && slices.Equal(a.Candidates, d.Candidates) && s.file.Obstacle(i, a.Answer) == NoObstacle {
			s.file.Settle(i, a.Answer)
		}
	}
	for _, id := range s.missing {
		s.ticked[id] = ticked[id]
	}
}

// fileError is the sentence for a file that can't be read.
func (s *importScreen) fileError(err error) string {
	var path *fs.PathError
	switch {
	case errors.Is(err, ErrFileTooLarge):
		return s.t.TooLarge
	case errors.Is(err, fs.ErrNotExist):
		return s.t.NotFound
	case errors.Is(err, syscall.EISDIR):
		return s.t.NotAFile
	case errors.As(err, &path) && !errors.Is(err, fs.ErrPermission):
		return s.t.Bad
	}
	return text.Error(s.app.Lang, err, s.app.profile().Zone())
}

// recount follows what the person decided.
func (s *importScreen) recount() {
	var left []model.StudentID
	for _, id := range s.missing {
		if s.ticked[id] {
			left = append(left, id)
		}
	}
	s.file.Leave(left)
	s.counts = s.file.Counts()
}

// take asks about each doubt that is open, then whether to write.
func (s *importScreen) take() kit.Turn {
	for i := range s.file.Plan.Doubts {
		if _, settled := s.file.Settled(i); !settled && !s.skipped[i] {
			return s.settle(i, s.take)
		}
	}
	lines := []string{s.t.TakeAsk(s.counts.Added, s.counts.Updated)}
	if s.counts.Left > 0 {
		lines = append(lines, s.t.LeftAsk(s.counts.Left))
	}
	if n := len(s.skipped); n > 0 {
		lines = append(lines, s.t.DoubtsAsk(n))
	}
	if s.counts.Added+s.counts.Updated+s.counts.Left == 0 {
		return kit.Stay().Say(kit.Warn(s.t.NothingToTake))
	}
	return kit.Confirm(s.app.ask(s.t.Take, "enter", lines...), s.write)
}

// write does the steps, one after the other.
func (s *importScreen) write() kit.Turn {
	s.phase, s.result = importWriting, s.file.Begin()
	// Steps run one after the other, so each may go on from the mark of the one
	// before.
	file, app, since := s.file, s.app, s.app.School.Mark()
	s.steps = kit.NewSteps(file.Steps(), func(i int) any {
		d := app.perform(since, importTime, func(ctx context.Context) (any, error) { return file.Step(ctx, app.DB, app.Actor, i) })
		since = d.news.mark
		return d
	})
	return kit.Stay(s.steps.Next())
}

// stepped takes what one step did.
func (s *importScreen) stepped(step kit.StepDone) kit.Turn {
	if !s.steps.Took(step) {
		return kit.Stay()
	}
	d := step.Value.(done)
	n, ok := s.app.take(d)
	if errors.Is(d.err, store.ErrMoved) {
		s.answers = s.file.Answers()
		return s.read().Say(n)
	}
	if ok {
		s.result.Add(d.value.(Progress))
	}
	if ok && !s.steps.Over() {
		return kit.Stay(s.steps.Next())
	}
	s.end(n)
	return kit.Stay().Say(s.ended)
}

// end shows the result. failed is the notice of a step that failed.
func (s *importScreen) end(failed kit.Notice) {
	s.phase, s.data = importFinished, nil
	s.ended = kit.Good(s.summary())
	switch {
	case failed.Text != "":
		s.ended = failed
	case s.steps.Done() < s.steps.Total():
		s.ended = kit.Warn(s.t.Stopped)
	}
	s.lists, s.at = []*importList{s.problemList(s.result.Report.Problems, s.t.NoProblems)}, 0
}

func (s *importScreen) summary() string {
	r := s.result
	line := s.t.Done(r.Added, r.Updated, r.Unchanged, r.Refused)
	if r.Left > 0 {
		line += " " + s.t.DoneLeft(r.Left)
	}
	return line
}
