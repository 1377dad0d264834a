package ui_test

import (
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// module is the name that our own imports begin with.
const module = "okienko"

// arrows says for each room which rooms it may import (DESIGN §3). A room is
// a folder with all below it that has no entry of its own; a room may always
// import itself.
var arrows = map[string][]string{
	".":              {"ui", "ui/kit", "ui/qr", "ui/text"},
	"ui":             {"store", "store/intake", "store/export", "model", "model/portrait", "assets", "ui/desk", "ui/remote", "ui/kit", "ui/qr", "ui/picture", "ui/text"},
	"ui/remote":      {"store", "model", "assets", "ui/desk", "ui/kit", "ui/qr", "ui/text"},
	"ui/desk":        {"store", "store/intake", "store/export", "model", "model/portrait", "assets", "ui/kit", "ui/qr", "ui/picture", "ui/text"},
	"ui/picture":     {"ui/kit", "ui/qr"}, // a photo in cells and pixels; knows of no school
	"ui/kit":         {},
	"ui/qr":          {},
	"ui/text":        {"model", "model/portrait", "store", "store/intake"}, // it puts their typed errors into words
	"store":          {"model", "model/portrait", "assets", "store/intake"},
	"store/intake":   {"model", "model/portrait", "assets"},
	"store/export":   {"model", "model/portrait", "assets"},
	"model":          {"assets"},
	"model/portrait": {"model", "assets"},
	"assets":         {},
}

// strangers are foreign packages that a room never sees: "ui never sees SQL,
// store never sees a terminal, model sees neither".
var strangers = map[string][]string{
	"ui":    {"database/sql", "github.com/mattn/go-sqlite3"},
	"store": {"github.com/charmbracelet", "golang.org/x/term", "os/signal"},
	"model": {"database/sql", "github.com/mattn/go-sqlite3", "github.com/charmbracelet", "golang.org/x/term",
		"os", "os/exec", "io/ioutil", "path/filepath", "net", "net/http"},
}

// roomOf returns the room that a folder of the module belongs to, "" if none.
func roomOf(folder string) string {
	if folder == "." {
		return "."
	}
	for room := folder; room != "."; room = path.Dir(room) {
		if _, ok := arrows[room]; ok {
			return room
		}
	}
	return ""
}

// wrong says why a folder may not import a package, "" if it may.
func wrong(folder, imported string) string {
	room := roomOf(folder)
	if room == "" {
		return "the folder belongs to no room"
	}
	if ours, ok := strings.CutPrefix(imported, module+"/"); ok {
		to := roomOf(ours)
		for _, allowed := range append([]string{room}, arrows[room]...) {
			if to == allowed {
				return ""
			}
		}
		return room + " may not import " + to
	}
	top, _, _ := strings.Cut(room, "/")
	for _, stranger := range strangers[top] {
		if imported == stranger || stranger != "os" && strings.HasPrefix(imported, stranger+"/") {
			return top + " never sees " + stranger
		}
	}
	return ""
}

func TestArrowsRunOneWay(t *testing.T) {
	files := 0
	err := filepath.WalkDir("..", func(file string, entry fs.DirEntry, err error) error {
		name := entry.Name()
		switch {
		case err != nil:
			return err
		case entry.IsDir() && name != ".." && (strings.HasPrefix(name, ".") || name == "testdata"):
			return filepath.SkipDir
		case entry.IsDir() || !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go"):
			return nil
		}
		files++
		folder, err := filepath.Rel("..", filepath.Dir(file))
		if err != nil {
			return err
		}
		for _, imported := range importsOf(t, file) {
			if why := wrong(filepath.ToSlash(folder), imported); why != "" {
				t.Errorf("%s imports %s: %s", file, imported, why)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if files < 10 {
		t.Errorf("only %d files were looked at", files)
	}
}

// importsOf returns what a file imports; nothing for programs that are no
// part of the build, such as generators. Files for other systems count.
func importsOf(t *testing.T, file string) []string {
	t.Helper()
	parsed, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.ImportsOnly|parser.ParseComments)
	if err != nil {
		t.Fatal(err)
	}
	for _, group := range parsed.Comments {
		for _, comment := range group.List {
			if comment.Text == "//go:build ignore" {
				return nil
			}
		}
	}
	var imports []string
	for _, spec := range parsed.Imports {
		imported, err := strconv.Unquote(spec.Path.Value)
		if err != nil {
			t.Fatal(err)
		}
		imports = append(imports, imported)
	}
	return imports
}

// The guard itself: what it lets through and what it stops.
func TestTheGuardOfTheArrows(t *testing.T) {
	for _, test := range []struct {
		folder, imported string
		stopped          bool
	}{
		{".", "okienko/ui", false},
		{".", "okienko/store", true},
		{"ui", "okienko/store", false},
		{"ui/desk", "okienko/store", false},
		{"ui/desk", "okienko/ui/kit", false},
		{"ui", "okienko/ui/remote", false},
		{"ui/remote", "okienko/ui/desk", false},
		{"ui/remote", "okienko/ui", true},
		{"ui/desk", "okienko/ui/remote", true},
		{"ui/kit", "okienko/ui/kit/quiet", false},
		{"ui/kit/kittest", "okienko/ui/kit", false},
		{"ui/kit", "okienko/ui/text", true},
		{"ui/kit", "okienko/model", true},
		{"ui/qr", "okienko/assets", true},
		{"ui/picture", "okienko/ui/qr", false},
		{"ui/picture", "okienko/ui/text", true},
		{"ui/kit", "okienko/ui/picture", true},
		{"ui/text", "okienko/store/intake", false},
		{"ui/text", "okienko/ui/kit", true},
		{"ui", "database/sql", true},
		{"ui/desk", "github.com/mattn/go-sqlite3", true},
		{"store", "okienko/store/intake", false},
		{"store/intake", "okienko/store", true},
		{"store", "okienko/ui/text", true},
		{"store", "database/sql", false},
		{"store", "github.com/charmbracelet/lipgloss", true},
		{"model", "okienko/assets", false},
		{"model", "okienko/store", true},
		{"model", "os", true},
		{"model", "okienko/model/portrait", true},
		{"model/portrait", "okienko/model", false},
		{"model", "golang.org/x/text/collate", false},
		{"assets", "okienko/model", true},
		{"cmd/tool", "fmt", true},
	} {
		if why := wrong(test.folder, test.imported); (why != "") != test.stopped {
			t.Errorf("%s → %s: %q", test.folder, test.imported, why)
		}
	}
}

// The top level holds the program's rooms and nothing else. Dotfiles may be
// there, and whatever .gitignore names.
func TestTheTopLevel(t *testing.T) {
	allowed := map[string]bool{"main.go": true, "ui": true, "model": true, "store": true, "assets": true,
		"go.mod": true, "go.sum": true, "README.md": true, "LICENSE": true}
	ignored, err := os.ReadFile("../.gitignore")
	if err != nil {
		t.Fatal(err)
	}
	entries, err := os.ReadDir("..")
	if err != nil {
		t.Fatal(err)
	}
	for _, entry := range entries {
		if name := entry.Name(); !allowed[name] && !strings.HasPrefix(name, ".") && !matchesAny(name, string(ignored)) {
			t.Errorf("%s does not belong on the top level", name)
		}
	}
}

// matchesAny reports whether a name is one of the patterns, one a line.
func matchesAny(name, patterns string) bool {
	for _, pattern := range strings.Fields(patterns) {
		if ok, _ := path.Match(strings.Trim(pattern, "/"), name); ok {
			return true
		}
	}
	return false
}
