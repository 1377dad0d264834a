package intake

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"
)

// Why a file is passed over that a photo was looked for in.
var (
	ErrPhotoLink     = errors.New("a link, not a file")
	ErrPhotoNotFile  = errors.New("neither a file nor a folder")
	ErrPhotoTooLarge = errors.New("larger than any photo")
	ErrPhotoChanging = errors.New("changed while it was read")
)

// MaxPhoto is the size in bytes beyond which a file is not read: several
// times what the largest camera writes.
const MaxPhoto = 64 << 20

// PhotoFile is a file that may be a photo. Data is there while Err is nil.
type PhotoFile struct {
	Path string
	Data []byte
	Err  error // one of those above, or the system's
}

// ListPhotos lists the files that paths name: files themselves, and of
// folders all that lies in them, in the order of names. Hidden files and
// folders are left out unless they are named. What can't be read is listed
// with its error, so that it can be reported.
func ListPhotos(paths []string) (files []PhotoFile) {
	for _, path := range paths {
		info, err := os.Lstat(path)
		switch {
		case err != nil:
			files = append(files, PhotoFile{Path: path, Err: fmt.Errorf("looking for photos: %w", err)})
		case info.IsDir():
			files = append(files, listFolder(path)...)
		default:
			files = append(files, PhotoFile{Path: path, Err: unfit(info.Mode())})
		}
	}
	return files
}

func listFolder(folder string) (files []PhotoFile) {
	// A folder that vanishes or can't be read is in the list with its error.
	_ = filepath.WalkDir(folder, func(path string, entry fs.DirEntry, err error) error {
		hidden := path != folder && strings.HasPrefix(filepath.Base(path), ".")
		switch {
		case err != nil:
			files = append(files, PhotoFile{Path: path, Err: fmt.Errorf("looking for photos: %w", err)})
		case entry.IsDir() && hidden:
			return fs.SkipDir
		case entry.IsDir() || hidden:
		default:
			files = append(files, PhotoFile{Path: path, Err: unfit(entry.Type())})
		}
		return nil
	})
	return files
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
	before, err := os.Lstat(path)
	if err != nil {
		return nil, fmt.Errorf("reading a photo: %w", err)
	}
	if err := unfit(before.Mode()); err != nil {
		return nil, err
	}
	if before.Size() > MaxPhoto {
		return nil, ErrPhotoTooLarge
	}
	file, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("reading a photo: %w", err)
	}
	defer func() { _ = file.Close() }()
	if opened, err := file.Stat(); err != nil || !os.SameFile(before, opened) {
		return nil, errors.Join(ErrPhotoChanging, err)
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

// photoWorkers bounds how many photos are in memory at once.
const photoWorkers = 2

// EachPhoto reads the listed files and hands each, with its place in the
// list, to look, from at most two goroutines at once; those with an error of
// their own too. It ends early with the context's error.
func EachPhoto(ctx context.Context, files []PhotoFile, look func(i int, f PhotoFile)) error {
	places := make(chan int)
	var workers sync.WaitGroup
	for range photoWorkers {
		workers.Go(func() {
			for i := range places {
				f := files[i]
				if f.Err == nil {
					f.Data, f.Err = ReadPhoto(f.Path)
				}
				look(i, f)
			}
		})
	}
	var err error
	for i := range files {
		if err = ctx.Err(); err != nil {
			break
		}
		places <- i
	}
	close(places)
	workers.Wait()
	return err
}
