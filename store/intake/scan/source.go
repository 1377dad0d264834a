package scan

import (
	"bytes"
	"errors"
	"io"
	"os"
)

// source is one file that is still to be read, or the reason why it won't be.
type source struct {
	name    string // for people
	path    string // of a file on disk; "" in a ZIP
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
	return openFile(s.path, l)
}

func openFile(path string, l Limits) (*content, Reason) {
	// Asked before opening, because opening a pipe waits for its other end.
	info, err := os.Stat(path)
	switch {
	case os.IsNotExist(err):
		return nil, Missing
	case err != nil:
		return nil, Unreadable
	case !info.Mode().IsRegular():
		return nil, SpecialFile
	case info.Size() > l.FileBytes:
		return nil, TooLarge
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, Unreadable
	}
	return &content{f, info.Size(), 0, func() { _ = f.Close() }}, ""
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
