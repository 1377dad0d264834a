package scan

import (
	"archive/zip"
	"errors"
	"io"
	"path"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// archive is an opened ZIP. It stays open while files of it are still to be
// read.
type archive struct {
	zip     *zip.Reader
	content *content
	spent   *int64 // bytes unpacked so far, of a ZIP and those in it together
	left    int    // sources that still point here
}

// zipped is the bit of a ZIP entry that says it is encrypted.
const zipped = 1

// unzip lists the files of a ZIP; outer is the source that it came from.
func unzip(c *content, outer source, l Limits) ([]source, Reason) {
	if outer.nesting > 1 {
		return nil, ZIPNested
	}
	reader, err := zip.NewReader(c, c.size)
	if err != nil {
		return nil, Broken
	}
	a := &archive{zip: reader, content: c, spent: new(int64)}
	if outer.archive != nil {
		a.spent = outer.archive.spent
	}
	var found []source
	for i, f := range reader.File {
		if f.Name == "[Content_Types].xml" || f.Name == "mimetype" {
			return nil, OfficeFile
		}
		name, want := entryName(f)
		if !want {
			continue
		}
		s := source{name: outer.name + "/" + name, archive: a, entry: i, nesting: outer.nesting + 1}
		if len(found) >= l.Files {
			s.reason = TooManyFiles
			found = append(found, s)
			break
		}
		found = append(found, s)
	}
	a.left = len(found)
	return found, ""
}

// entryName returns the name for people; ok is false for folders and what
// systems leave behind. Names that are not UTF-8 come from a Polish Windows,
// which writes them in code page 852.
func entryName(f *zip.File) (name string, ok bool) {
	name = f.Name
	if !utf8.ValidString(name) {
		if decoded, err := charmap.CodePage852.NewDecoder().String(name); err == nil {
			name = decoded
		}
	}
	name = strings.ReplaceAll(name, `\`, "/")
	if strings.HasSuffix(name, "/") || f.FileInfo().IsDir() {
		return "", false
	}
	for _, part := range strings.Split(name, "/") {
		if housekeeping(part) && part != "." && part != ".." {
			return "", false
		}
	}
	// Nothing is unpacked to disk; the way out of a folder is only left out of
	// what a person reads.
	name = strings.TrimPrefix(path.Clean("/"+name), "/")
	return name, name != ""
}

// read unpacks one file.
func (a *archive) read(i int, l Limits) ([]byte, Reason) {
	f := a.zip.File[i]
	packed, unpacked := int64(f.CompressedSize64), int64(f.UncompressedSize64)
	switch {
	case f.Flags&zipped != 0:
		return nil, ZIPEncrypted
	case unpacked < 0 || unpacked > l.EntryBytes:
		return nil, TooLarge
	case unpacked > 1<<20 && unpacked > packed*l.Ratio, *a.spent+unpacked > l.ZIPBytes:
		return nil, ZIPBomb
	}
	r, err := f.Open()
	if err != nil {
		return nil, Broken
	}
	defer func() { _ = r.Close() }()
	// One byte more than the ZIP says there is: what it says is not believed.
	data, err := io.ReadAll(io.LimitReader(r, unpacked+1))
	*a.spent += int64(len(data))
	if int64(len(data)) > unpacked {
		return nil, ZIPBomb
	}
	if err != nil && !errors.Is(err, io.EOF) {
		return nil, Broken
	}
	return data, ""
}

// done says that one more source of the archive has been read.
func (a *archive) done() {
	if a.left--; a.left == 0 {
		a.content.close()
	}
}
