package desk

import (
	"bytes"
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"okienko/model"
	"okienko/store"
	"okienko/store/intake"
	"okienko/store/intake/scan"
)

// This file and job_scan_take.go are how codes get in that stand in pictures,
// PDFs, ZIPs and folders of them, for the window and the command line alike:
//
//	scanner := NewScanner(paths, records, folder, scan.Options{})
//	f := NewFinds(kind)
//	f.Add(item)            // for each item of the scanner
//	f.Settle()             // the same code in two files
//	f.Begin()              // freezes what is to be taken in
//	f.Step(ctx, db, by, i) // takes a hundred in
//
// Nothing is written before Step.

// listEndings are files with one row a code; imageEndings are files in which
// codes have to be looked for.
var (
	listEndings  = []string{".csv", ".txt", ".tsv", ".xlsx"}
	imageEndings = []string{".pdf", ".png", ".jpg", ".jpeg", ".gif", ".zip"}
)

// IsList reports whether a name is that of a table.
func IsList(name string) bool {
	return slices.Contains(listEndings, strings.ToLower(filepath.Ext(name)))
}

// Scannable reports whether codes have to be looked for at a path: in a folder,
// a picture, a PDF or a ZIP. A file whose name says neither this nor a list is
// opened.
func Scannable(path string) bool {
	if info, err := os.Stat(path); err == nil && info.IsDir() {
		return true
	}
	if IsList(path) {
		return false
	}
	return slices.Contains(imageEndings, strings.ToLower(filepath.Ext(path))) || looksLikePicture(path)
}

func looksLikePicture(path string) bool {
	file, err := intake.OpenRegular(path, true)
	if err != nil {
		return false
	}
	defer func() { _ = file.Close() }()
	head := make([]byte, 1024)
	n, err := io.ReadFull(file, head)
	if err != nil && !errors.Is(err, io.ErrUnexpectedEOF) {
		return false
	}
	head = head[:n]
	for _, start := range []string{"\x89PNG\r\n", "\xff\xd8\xff", "GIF8"} {
		if bytes.HasPrefix(head, []byte(start)) {
			return true
		}
	}
	return bytes.Contains(head, []byte("%PDF-"))
}

// NewScanner prepares the search for codes of these students. What the PDF
// reader compiles is kept in the school's folder, if it has one. It reads
// folders, so it belongs into commands.
func NewScanner(paths []string, records []model.Record, folder store.Folder, o scan.Options) *scan.Scanner {
	o.People = scan.NewPeople(records)
	if folder != "" && os.MkdirAll(folder.Cache(), 0o700) == nil {
		o.CacheDir = folder.Cache()
	}
	return scan.New(paths, o)
}

// Pair is a code that was found, and whose it is.
type Pair struct {
	scan.Found
	Owner model.StudentID // 0: nobody knows
	Said  bool            // a person said whose it is
	Out   bool            // a person left it out

	// Done says that Step was through with it. Problem is why it was not taken
	// in then; its ID is "" if it was.
	Done    bool
	Problem model.Problem
}

// Readable reports whether there is anything to take in.
func (p *Pair) Readable() bool { return p.Payload != "" || p.isLogin() }

func (p *Pair) isLogin() bool { return p.Login != "" && p.Second != "" }

// Open reports whether somebody has to say whose it is.
func (p *Pair) Open() bool { return p.Owner == 0 && p.Readable() && !p.Out }

// Taken reports whether it is in the database now, or was before.
func (p *Pair) Taken() bool {
	return p.Done && (p.Problem.ID == "" || p.Problem.ID == model.ProblemID(store.CodeKnown))
}

// FoundFile is what one file gave.
type FoundFile struct {
	scan.Item
	Pairs []*Pair
}

// Whole reports whether the file holds nothing more that is worth keeping it.
func (f FoundFile) Whole() bool {
	return f.Reason == "" && !slices.ContainsFunc(f.Pairs, func(p *Pair) bool { return !p.Taken() })
}

// Finds are codes on their way in.
type Finds struct {
	Files []FoundFile
	Kind  model.CodeKind // of codes that say nothing of their kind; "": sio

	take  []*Pair
	codes []model.Code
}

// NewFinds has found nothing yet.
func NewFinds(kind model.CodeKind) *Finds { return &Finds{Kind: kind} }

// Add takes what a file gave; its number is for Replace.
func (f *Finds) Add(item scan.Item) int {
	f.Files = append(f.Files, FoundFile{})
	f.Replace(len(f.Files)-1, item)
	return len(f.Files) - 1
}

// Replace puts another reading in the place of file i, after a password.
func (f *Finds) Replace(i int, item scan.Item) {
	file := FoundFile{Item: item}
	for _, found := range item.Found {
		p := &Pair{Found: found}
		if found.Sure && len(found.Candidates) == 1 {
			p.Owner = found.Candidates[0]
		}
		file.Pairs = append(file.Pairs, p)
	}
	file.Found = nil
	f.Files[i] = file
}

// any reports whether any code was found.
func (f *Finds) any() bool {
	for range f.pairs {
		return true
	}
	return false
}

// Settle looks at all files together: a code that one file gives to one
// student and another to somebody else is nobody's for sure.
func (f *Finds) Settle() {
	same := map[model.Secret][]*Pair{}
	for p := range f.pairs {
		if p.Sure && !p.Said && !p.Out && p.Payload != "" && !p.isLogin() {
			same[p.Payload] = append(same[p.Payload], p)
		}
	}
	for _, pairs := range same {
		var owners []model.StudentID
		for _, p := range pairs {
			if !slices.Contains(owners, p.Owner) {
				owners = append(owners, p.Owner)
			}
		}
		if len(owners) < 2 {
			continue
		}
		for _, p := range pairs {
			p.Sure, p.Why, p.Owner, p.Candidates = false, scan.TwoOwners, 0, owners
		}
	}
}

// pairs are those of all files, in their order.
func (f *Finds) pairs(yield func(*Pair) bool) {
	for _, file := range f.Files {
		for _, p := range file.Pairs {
			if !yield(p) {
				return
			}
		}
	}
}

// Give says whose a pair is.
func (p *Pair) Give(id model.StudentID) { p.Owner, p.Said, p.Out = id, true, false }

// PairCounts are the numbers of a search.
type PairCounts struct{ Sure, Said, Open, Out, Unreadable, Added, Known, Refused int }

// Counts counts all files.
func (f *Finds) Counts() PairCounts {
	var c PairCounts
	for p := range f.pairs {
		c.add(p)
	}
	return c
}

// Counts counts one file.
func (f FoundFile) Counts() PairCounts {
	var c PairCounts
	for _, p := range f.Pairs {
		c.add(p)
	}
	return c
}

func (c *PairCounts) add(p *Pair) {
	switch {
	case !p.Readable():
		c.Unreadable++
	case p.Out:
		c.Out++
	case p.Owner == 0:
		c.Open++
	case p.Said:
		c.Said++
	default:
		c.Sure++
	}
	switch {
	case !p.Done:
	case p.Problem.ID == "":
		c.Added++
	case p.Taken():
		c.Known++
	default:
		c.Refused++
	}
}
