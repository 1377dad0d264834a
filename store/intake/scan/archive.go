package scan

import (
	"archive/zip"
	"errors"

	"okienko/store/intake"
)

// archive is an opened ZIP. It stays open while files of it are still to be
// read.
type archive struct {
	zip     *zip.Reader
	content *content
	spent   *int64 // bytes unpacked so far, of a ZIP and those in it together
	left    int    // sources that still point here
}

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
		name, want := intake.EntryName(f)
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

// read unpacks one file.
func (a *archive) read(i int, l Limits) ([]byte, Reason) {
	data, err := intake.ReadEntry(a.zip.File[i], a.spent, intake.ZIPLimits{Entry: l.EntryBytes, All: l.ZIPBytes, Ratio: l.Ratio})
	switch {
	case err == nil:
		return data, ""
	case errors.Is(err, intake.ErrZIPEncrypted):
		return nil, ZIPEncrypted
	case errors.Is(err, intake.ErrZIPTooLarge):
		return nil, TooLarge
	case errors.Is(err, intake.ErrZIPBomb):
		return nil, ZIPBomb
	}
	return nil, Broken
}

// done says that one more source of the archive has been read.
func (a *archive) done() {
	if a.left--; a.left == 0 {
		a.content.close()
	}
}
