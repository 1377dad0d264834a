package scan

import (
	"io/fs"
	"os"
	"path/filepath"

	"okienko/store/intake"
)

// list turns paths into sources, folders with all that is in them. Nothing is
// read but the folders.
func list(paths []string, noLinks bool, l Limits) []source {
	w := walk{limits: l}
	look := os.Stat
	if noLinks {
		look = os.Lstat
	}
	for _, path := range paths {
		// What a person names may be a link; what lies in a folder is not
		// followed.
		info, err := look(path)
		name := filepath.Base(filepath.Clean(path))
		switch {
		case os.IsNotExist(err):
			w.skip(name, Missing)
		case err != nil:
			w.skip(name, Unreadable)
		case info.IsDir():
			w.folder(path, name, 0)
		default:
			w.file(path, name, info.Mode(), !noLinks)
		}
	}
	return w.found
}

type walk struct {
	limits Limits
	found  []source
	full   bool
}

func (w *walk) skip(name string, r Reason) { w.add(source{name: name, reason: r}) }

// add takes a source; the one beyond the limit is the last and says so.
func (w *walk) add(s source) {
	if w.full {
		return
	}
	if len(w.found) >= w.limits.Files {
		w.full = true
		s = source{name: s.name, reason: TooManyFiles}
	}
	w.found = append(w.found, s)
}

func (w *walk) folder(path, name string, depth int) {
	if depth > w.limits.Depth {
		w.skip(name, TooDeep)
		return
	}
	entries, err := os.ReadDir(path)
	if err != nil {
		w.skip(name, Unreadable)
		return
	}
	for _, e := range entries {
		if w.full {
			return
		}
		if intake.Housekeeping(e.Name()) {
			continue
		}
		inside, below := filepath.Join(path, e.Name()), name+"/"+e.Name()
		if e.IsDir() {
			w.folder(inside, below, depth+1)
		} else {
			w.file(inside, below, e.Type(), false)
		}
	}
}

func (w *walk) file(path, name string, mode fs.FileMode, named bool) {
	switch {
	case mode&fs.ModeSymlink != 0:
		w.skip(name, SymbolicLink)
	case !mode.IsRegular():
		w.skip(name, SpecialFile)
	default:
		w.add(source{name: name, path: path, named: named})
	}
}
