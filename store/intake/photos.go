package intake

import (
	"archive/zip"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"
	"sync"
	"time"
)

// Why a file is passed over that a photo was looked for in.
var (
	ErrPhotoLink     = errors.New("a link, not a file")
	ErrPhotoNotFile  = errors.New("neither a file nor a folder")
	ErrPhotoTooLarge = errors.New("larger than any photo")
	ErrPhotoChanging = errors.New("changed while it was read")
	ErrTooManyPhotos = errors.New("more files than any school sends")
)

const (
	// MaxPhoto is the size in bytes beyond which a file is not read: several
	// times what the largest camera writes.
	MaxPhoto = 64 << 20
	// MaxPhotos is how many files are listed at most.
	MaxPhotos = 20_000
)

// photoZIP bounds ZIPs of photos. Photos hardly pack, so what unpacks to many
// times its size is none.
var photoZIP = ZIPLimits{Entry: MaxPhoto, All: 8 << 30, Ratio: 100}

// PhotoFile is a file that may be a photo. Data is there while Err is nil.
type PhotoFile struct {
	Path string // of a file in a ZIP: the ZIP's, and the name in it
	Data []byte
	Err  error // one of those above, of a ZIP's, or the system's

	zip   *photoArchive // nil: a file of its own
	entry int
	seen  version
}

// Name is that of the file without what it lies in.
func (f PhotoFile) Name() string {
	if f.zip != nil {
		return path.Base(f.Path)
	}
	return filepath.Base(f.Path)
}

// Outer is the path of the file on the disk: of the ZIP, where it lies in one.
func (f PhotoFile) Outer() string {
	if f.zip != nil {
		return f.zip.path
	}
	return f.Path
}

// version is what changes when a file is written to.
type version struct {
	size     int64
	modified time.Time
}

func versionOf(info fs.FileInfo) version { return version{info.Size(), info.ModTime()} }

// photoArchive is an opened ZIP.
type photoArchive struct {
	path  string
	mu    sync.Mutex // one at a time: spent counts what all unpacked
	file  *os.File
	files []*zip.File
	spent int64
}

// ListPhotos lists the files that paths name: files themselves, of folders all
// that lies in them, and of ZIPs what is packed in them, in the order of
// names. Hidden files and folders are left out unless they are named. What
// can't be read is listed with its error, so that it can be reported. ZIPs
// stay open until EachPhoto is through with them.
func ListPhotos(paths []string) (files []PhotoFile) {
	for _, path := range paths {
		info, err := os.Lstat(path)
		switch {
		case err != nil:
			files = append(files, PhotoFile{Path: path, Err: fmt.Errorf("looking for photos: %w", err)})
		case info.IsDir():
			files = append(files, listFolder(path)...)
		default:
			files = append(files, listFile(path, info)...)
		}
	}
	if len(files) > MaxPhotos {
		files = append(files[:MaxPhotos:MaxPhotos], PhotoFile{Path: files[MaxPhotos].Path, Err: ErrTooManyPhotos})
	}
	return files
}

func listFolder(folder string) (files []PhotoFile) {
	// A folder that vanishes or can't be read is in the list with its error.
	_ = filepath.WalkDir(folder, func(path string, entry fs.DirEntry, err error) error {
		hidden := path != folder && Housekeeping(filepath.Base(path))
		switch {
		case err != nil:
			files = append(files, PhotoFile{Path: path, Err: fmt.Errorf("looking for photos: %w", err)})
		case entry.IsDir() && hidden:
			return fs.SkipDir
		case entry.IsDir() || hidden:
		default:
			info, err := entry.Info()
			if err != nil {
				files = append(files, PhotoFile{Path: path, Err: fmt.Errorf("looking for photos: %w", err)})
				break
			}
			files = append(files, listFile(path, info)...)
		}
		if len(files) > MaxPhotos {
			return fs.SkipAll
		}
		return nil
	})
	return files
}

// listFile lists a file, or what a ZIP holds.
func listFile(path string, info fs.FileInfo) []PhotoFile {
	f := PhotoFile{Path: path, Err: unfit(info.Mode()), seen: versionOf(info)}
	if f.Err != nil || !strings.EqualFold(filepath.Ext(path), ".zip") {
		return []PhotoFile{f}
	}
	return listZIP(f)
}

func listZIP(outer PhotoFile) (files []PhotoFile) {
	file, err := OpenRegular(outer.Path, false)
	if err != nil {
		outer.Err = err
		return []PhotoFile{outer}
	}
	a := &photoArchive{path: outer.Path, file: file}
	reader, err := zip.NewReader(file, outer.seen.size)
	if err != nil {
		_ = file.Close() // it was only read
		outer.Err = errors.Join(ErrZIPBroken, err)
		return []PhotoFile{outer}
	}
	a.files = reader.File
	for i, f := range reader.File {
		if name, want := EntryName(f); want && len(files) <= MaxPhotos {
			files = append(files, PhotoFile{Path: outer.Path + "/" + name, zip: a, entry: i})
		}
	}
	return files
}

func (a *photoArchive) read(entry int) ([]byte, error) {
	a.mu.Lock()
	defer a.mu.Unlock()
	if a.file == nil {
		return nil, fs.ErrClosed
	}
	data, err := ReadEntry(a.files[entry], &a.spent, photoZIP)
	if errors.Is(err, ErrZIPTooLarge) {
		return nil, ErrPhotoTooLarge
	}
	return data, err
}

func (a *photoArchive) close() {
	a.mu.Lock()
	defer a.mu.Unlock()
	if a.file != nil {
		_ = a.file.Close() // it was only read
		a.file = nil
	}
}

func unfit(mode fs.FileMode) error {
	switch {
	case mode&fs.ModeSymlink != 0:
		return ErrPhotoLink
	case !mode.IsRegular():
		return ErrPhotoNotFile
	}
	return nil
}

// ReadPhoto reads a listed file whole. It follows no link and waits for no
// pipe; a file that is being written is an ErrPhotoChanging.
func ReadPhoto(path string) ([]byte, error) {
	file, err := OpenRegular(path, false)
	switch {
	case errors.Is(err, ErrLink):
		return nil, ErrPhotoLink
	case errors.Is(err, ErrNotRegular):
		return nil, ErrPhotoNotFile
	case err != nil:
		return nil, fmt.Errorf("reading a photo: %w", err)
	}
	defer func() { _ = file.Close() }() // it was only read
	before, err := file.Stat()
	if err != nil {
		return nil, fmt.Errorf("reading a photo: %w", err)
	}
	if before.Size() > MaxPhoto {
		return nil, ErrPhotoTooLarge
	}
	data := make([]byte, 0, before.Size()+1)
	for len(data) < cap(data) {
		n, err := file.Read(data[len(data):cap(data)])
		data = data[:len(data)+n]
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, fmt.Errorf("reading a photo: %w", err)
		}
	}
	after, err := file.Stat()
	if err != nil {
		return nil, fmt.Errorf("reading a photo: %w", err)
	}
	if int64(len(data)) != before.Size() || after.Size() != before.Size() || !after.ModTime().Equal(before.ModTime()) {
		return nil, ErrPhotoChanging
	}
	return data, nil
}
