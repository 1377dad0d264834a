package scan

import (
	"bytes"
	"errors"
	"io"
	"io/fs"

	"okienko/store/intake"
)

// source is one file that is still to be read, or the reason why it won't be.
type source struct {
	name    string // for people
	path    string // of a file on disk; "" in a ZIP
	named   bool   // by a person: it may be a link
	archive *archive
	entry   int // in archive
	nesting int // ZIPs around it
	reason  Reason
}

// content is the opened bytes of a source.
type content struct {
	io.ReaderAt
	size  int64
	held  int64 // bytes of memory that the content itself takes
	close func()
}

// reader reads the content from its beginning; each call another one.
func (c *content) reader() *io.SectionReader { return io.NewSectionReader(c, 0, c.size) }

// open opens the bytes. A file of a ZIP is unpacked into memory.
func (s source) open(l Limits) (*content, Reason) {
	if s.reason != "" {
		return nil, s.reason
	}
	if s.archive != nil {
		data, reason := s.archive.read(s.entry, l)
		if reason != "" {
			return nil, reason
		}
		return &content{bytes.NewReader(data), int64(len(data)), int64(len(data)), func() {}}, ""
	}
	return openFile(s.path, s.named, l)
}

func openFile(path string, follow bool, l Limits) (*content, Reason) {
	f, err := intake.OpenRegular(path, follow)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, Missing
	case errors.Is(err, intake.ErrLink):
		return nil, SymbolicLink
	case errors.Is(err, intake.ErrNotRegular):
		return nil, SpecialFile
	case err != nil:
		return nil, Unreadable
	}
	shut := func() { _ = f.Close() } // it was only read
	info, err := f.Stat()
	if err != nil || info.Size() > l.FileBytes {
		shut()
		if err != nil {
			return nil, Unreadable
		}
		return nil, TooLarge
	}
	return &content{f, info.Size(), 0, shut}, ""
}

// kind is what a file is by its first bytes.
type kind int

const (
	kindUnknown kind = iota
	kindPicture
	kindPDF
	kindZIP
	kindEmpty
)

// kindOf tells by content: names lie, and many have no ending.
func kindOf(c *content) kind {
	head := make([]byte, 1024)
	n, err := c.ReadAt(head, 0)
	if err != nil && !errors.Is(err, io.EOF) {
		return kindUnknown
	}
	head = head[:n]
	switch {
	case n == 0:
		return kindEmpty
	case bytes.HasPrefix(head, []byte("\x89PNG\r\n\x1a\n")),
		bytes.HasPrefix(head, []byte("\xff\xd8\xff")),
		bytes.HasPrefix(head, []byte("GIF8")):
		return kindPicture
	case bytes.HasPrefix(head, []byte("PK\x03\x04")), bytes.HasPrefix(head, []byte("PK\x05\x06")):
		return kindZIP
	case bytes.Contains(head, []byte("%PDF-")): // Acrobat accepts it within the first 1024 bytes
		return kindPDF
	}
	return kindUnknown
}
