package intake

import (
	"archive/zip"
	"errors"
	"io"
	"path"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// Why a file of a ZIP is not unpacked.
var (
	ErrZIPEncrypted = errors.New("a ZIP with a password")
	ErrZIPBomb      = errors.New("unpacks to far more than it is")
	ErrZIPTooLarge  = errors.New("a file in a ZIP is too large")
	ErrZIPBroken    = errors.New("a damaged ZIP")
)

// ZIPLimits bound what a ZIP can make of itself. Sizes are in bytes.
type ZIPLimits struct {
	Entry int64 // of one file unpacked
	All   int64 // of all files unpacked, those of ZIPs in it included
	Ratio int64 // how many times smaller a file of over 1 MB may be packed
}

// encryptedEntry is the bit of a ZIP entry that says it is encrypted.
const encryptedEntry = 1

// EntryName returns the name of a ZIP's file for people; ok is false for
// folders and what systems leave behind. Names that are not UTF-8 come from a
// Polish Windows, which writes them in code page 852.
func EntryName(f *zip.File) (name string, ok bool) {
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
		if Housekeeping(part) && part != "." && part != ".." {
			return "", false
		}
	}
	// Nothing is unpacked to disk; the way out of a folder is only left out of
	// what a person reads.
	name = strings.TrimPrefix(path.Clean("/"+name), "/")
	return name, name != ""
}

// Housekeeping reports names that systems leave in folders and ZIPs and that
// nobody means.
func Housekeeping(name string) bool {
	switch strings.ToLower(name) {
	case "thumbs.db", "desktop.ini", "__macosx":
		return true
	}
	return strings.HasPrefix(name, ".")
}

// ReadEntry unpacks one file of a ZIP into memory. spent is what was unpacked
// of the ZIP so far, which it adds to. What the ZIP says of sizes is not
// believed.
func ReadEntry(f *zip.File, spent *int64, l ZIPLimits) ([]byte, error) {
	packed, unpacked := int64(f.CompressedSize64), int64(f.UncompressedSize64)
	switch {
	case f.Flags&encryptedEntry != 0:
		return nil, ErrZIPEncrypted
	case unpacked < 0 || unpacked > l.Entry:
		return nil, ErrZIPTooLarge
	case unpacked > 1<<20 && unpacked > packed*l.Ratio, *spent+unpacked > l.All:
		return nil, ErrZIPBomb
	}
	r, err := f.Open()
	if err != nil {
		return nil, errors.Join(ErrZIPBroken, err)
	}
	defer func() { _ = r.Close() }() // it was only read
	data, err := io.ReadAll(io.LimitReader(r, unpacked+1))
	*spent += int64(len(data))
	if int64(len(data)) > unpacked {
		return nil, ErrZIPBomb
	}
	if err != nil && !errors.Is(err, io.EOF) {
		return nil, errors.Join(ErrZIPBroken, err)
	}
	return data, nil
}
