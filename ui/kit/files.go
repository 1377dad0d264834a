package kit

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	tea "github.com/charmbracelet/bubbletea"
)

// FileWords are the words of the file picker.
type FileWords struct {
	// Title is the screen's title, Open and Up name its actions.
	Title, Open, Up, Close string
	// Empty: nothing here fits. Unreadable: the folder can't be opened.
	// Missing: there is nothing of that path. Path: Enter opens what is typed.
	Empty, Unreadable, Missing, Path string
	// Outside: a path leads out of the folder that the picker is kept in.
	Outside string
	// Narrow stands in the empty search field.
	Narrow string
}

// Files picks a file. Typing narrows the entries of a folder; text that begins
// like a path ("/", "~") is one. Its result is the path (a string).
type Files struct {
	words *Words
	dir   string
	exts  []string
	field *Field
	list  *List
	all   []fs.DirEntry
	shown []fs.DirEntry
	fault string // a sentence about the path or folder asked for
	// back is the name of the folder just left, to put the cursor on.
	back string
	root string // "": every folder may be looked into
}

// NewFiles opens a folder. Only folders and files with one of the extensions
// (".csv", any case) are shown; none given: all.
func NewFiles(words *Words, dir string, exts ...string) *Files {
	f := &Files{words: words, dir: dir, exts: exts, field: NewField(longestPath)}
	f.field.Placeholder = words.Files.Narrow
	f.list = NewList(f, words)
	return f
}

// Within keeps the picker in the folder root and what is below it, whatever is
// typed and wherever links in it point, and returns it.
func (f *Files) Within(root string) *Files {
	if abs, err := filepath.Abs(root); err == nil {
		root = abs
	}
	f.root = root
	return f
}

// errOutside says that a path leads out of the picker's root.
var errOutside = errors.New("outside of the folder")

// allowed follows all links of a path: only where it really ends counts.
func allowed(root, path string) error {
	if root == "" {
		return nil
	}
	from, err := resolved(root)
	if err != nil {
		return err
	}
	to, err := resolved(path)
	if err != nil {
		return errOutside // whether it is there is nobody's business
	}
	if inside, err := filepath.Rel(from, to); err != nil || !filepath.IsLocal(inside) {
		return errOutside
	}
	return nil
}

func resolved(path string) (string, error) {
	path, err := filepath.Abs(path)
	if err != nil {
		return "", err
	}
	return filepath.EvalSymlinks(path)
}

// longestPath that can be typed, in characters.
const longestPath = 1000

// folderRead is what reading a folder gave.
type folderRead struct {
	dir     string
	entries []fs.DirEntry
	err     error
}

func readFolder(root, dir string) tea.Cmd {
	return func() tea.Msg {
		abs, err := filepath.Abs(dir)
		if err == nil {
			err = allowed(root, abs)
		}
		if err != nil {
			return folderRead{dir: dir, err: err}
		}
		entries, err := os.ReadDir(abs)
		return folderRead{abs, entries, err}
	}
}

// Init reads the first folder.
func (f *Files) Init() tea.Cmd { return readFolder(f.root, f.dir) }

// Title is given by the words.
func (f *Files) Title() string { return f.words.Files.Title }

// Dir is the folder that is shown.
func (f *Files) Dir() string { return f.dir }

// Typing is always true: letters narrow the list.
func (f *Files) Typing() bool { return true }

// Actions are open, up and close.
func (f *Files) Actions() []Action {
	w := f.words.Files
	return []Action{
		{ID: "open", Keys: []string{"enter"}, Name: w.Open, Footer: 1, Do: f.open},
		{ID: "up", Keys: []string{"left"}, Name: w.Up, Footer: 2, Do: f.up},
		{ID: "close", Keys: []string{"esc"}, Name: w.Close, Footer: 3, Do: func() Turn { return Pop(nil) }},
	}
}

func (f *Files) open() Turn {
	if typed := f.field.Value(); isPath(typed) {
		return f.Go(typed)
	}
	i := f.list.Cursor()
	if i < 0 {
		return Stay()
	}
	path := filepath.Join(f.dir, f.shown[i].Name())
	if f.shown[i].IsDir() {
		return f.enter(path, "")
	}
	return Pop(path)
}

// isPath tells a path from text that narrows.
func isPath(typed string) bool {
	return strings.HasPrefix(typed, "/") || strings.HasPrefix(typed, "~") || filepath.IsAbs(typed)
}

// pathSeen is what there is of a path.
type pathSeen struct {
	path string
	dir  bool
	err  error
}

// Go opens a path: a folder is shown, a file is the result. "~" is the home
// folder; a path that is not absolute begins in the folder shown.
func (f *Files) Go(path string) Turn {
	from, root := f.dir, f.root
	return Latest("folder", func() tea.Msg {
		if rest, ok := strings.CutPrefix(path, "~"); ok && (rest == "" || os.IsPathSeparator(rest[0])) {
			if home, err := os.UserHomeDir(); err == nil {
				path = home + rest
			}
		}
		if !filepath.IsAbs(path) {
			path = filepath.Join(from, path)
		}
		path = filepath.Clean(path)
		if err := allowed(root, path); err != nil {
			return pathSeen{path, false, err}
		}
		info, err := os.Stat(path)
		return pathSeen{path, err == nil && info.IsDir(), err}
	})
}

// seen goes where a path leads.
func (f *Files) seen(p pathSeen) Turn {
	switch {
	case p.err != nil:
		f.fault = f.faultOf(p.err)
		return Stay()
	case p.dir:
		return f.enter(p.path, "")
	}
	return Pop(p.path)
}

// faultOf is the sentence for a path that can't be opened.
func (f *Files) faultOf(err error) string {
	switch {
	case errors.Is(err, errOutside):
		return f.words.Files.Outside
	case errors.Is(err, fs.ErrNotExist):
		return f.words.Files.Missing
	}
	return f.words.Files.Unreadable
}

func (f *Files) up() Turn {
	parent := filepath.Dir(f.dir)
	if parent == f.dir || f.root == f.dir {
		return Stay()
	}
	return f.enter(parent, filepath.Base(f.dir))
}

func (f *Files) enter(dir, back string) Turn {
	f.back = back
	return Latest("folder", readFolder(f.root, dir))
}

// Update takes folders that were read, and typing.
func (f *Files) Update(msg tea.Msg) Turn {
	switch msg := msg.(type) {
	case folderRead:
		f.show(msg)
		return Stay()
	case pathSeen:
		return f.seen(msg)
	case tea.KeyMsg:
		if msg.Type == tea.KeyBackspace && f.field.Value() == "" {
			return f.up()
		}
	}
	if f.list.Update(msg) {
		return Stay()
	}
	if changed, _ := f.field.Update(msg); changed {
		f.narrow()
	}
	return Stay()
}

func (f *Files) show(r folderRead) {
	if r.err != nil {
		f.fault = f.words.Files.Unreadable
		if errors.Is(r.err, errOutside) {
			f.fault = f.words.Files.Outside
		}
		return
	}
	f.dir, f.fault, f.all = r.dir, "", nil
	for _, e := range r.entries {
		if !strings.HasPrefix(e.Name(), ".") && (e.IsDir() || f.fits(e.Name())) {
			f.all = append(f.all, e)
		}
	}
	f.field.Clear()
	f.narrow()
	for i, e := range f.shown {
		if e.Name() == f.back {
			f.list.SetCursor(i)
		}
	}
}

func (f *Files) fits(name string) bool {
	for _, e := range f.exts {
		if strings.EqualFold(filepath.Ext(name), e) {
			return true
		}
	}
	return len(f.exts) == 0
}

func (f *Files) narrow() {
	f.shown, f.fault, f.list.Empty = nil, "", f.words.Files.Empty
	if isPath(f.field.Value()) {
		f.list.Empty = f.words.Files.Path
		return
	}
	want := strings.ToLower(f.field.Value())
	for _, e := range f.all {
		if strings.Contains(strings.ToLower(e.Name()), want) {
			f.shown = append(f.shown, e)
		}
	}
	f.list.SetCursor(0)
}

// Len is the number of entries shown.
func (f *Files) Len() int { return len(f.shown) }

// Row draws an entry; folders end with a slash.
func (f *Files) Row(i, w int) string {
	name := Safe(f.shown[i].Name())
	if f.shown[i].IsDir() {
		name += "/"
	}
	return Cut(name, w)
}

// View draws the folder's path, the field and the entries.
func (f *Files) View(w, h int) string {
	dir := Safe(f.dir)
	if f.fault != "" {
		dir = BadTone.Paint(Cut(signs.bad+" "+f.fault, w))
	}
	return strings.Join([]string{Cut(dir, w), f.field.View(w, true), f.list.View(w, h-2)}, "\n")
}
