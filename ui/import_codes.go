package ui

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"golang.org/x/term"

	"okienko/model"
	"okienko/store/intake/scan"
	"okienko/ui/desk"
	"okienko/ui/text"
)

// importCodes takes codes in: lists as lists, everything else is searched for
// codes. Files of one sort that stand together are one search.
func (c *command) importCodes(ctx context.Context, kind model.CodeKind, passwordFile string, paths []string) error {
	if kind != "" && !kind.Known() {
		return &usageError{c.t.BadFlagValue("--kind")}
	}
	passwords, err := c.passwords(passwordFile)
	if err != nil {
		return err
	}
	return c.inSchool(ctx, func(s *session) error {
		i := &codesImport{command: c, s: s, kind: kind, passwords: passwords}
		for rest := paths; len(rest) > 0 && ctx.Err() == nil; {
			n := 0
			for n < len(rest) && desk.Scannable(rest[n]) {
				n++
			}
			var err error
			if n > 0 {
				err = i.search(ctx, rest[:n])
			} else {
				n, err = 1, i.list(ctx, rest[0])
			}
			if err != nil {
				return err
			}
			rest = rest[n:]
		}
		return i.end(ctx)
	})
}

// passwords reads the file of passwords, one a line. (A flag would show them to
// everybody who lists the processes.)
func (c *command) passwords(path string) (all []string, err error) {
	if path == "" {
		return nil, nil
	}
	file, err := os.Open(path)
	if err != nil {
		return nil, &saidError{c.t.CantRead(path), err}
	}
	defer func() { _ = file.Close() }()
	lines := bufio.NewScanner(io.LimitReader(file, 64<<10))
	for lines.Scan() {
		if line := strings.TrimSuffix(lines.Text(), "\r"); line != "" {
			all = append(all, line)
		}
	}
	if err := lines.Err(); err != nil {
		return nil, &saidError{c.t.CantRead(path), err}
	}
	return all, nil
}

// codesImport is one run of import codes.
type codesImport struct {
	*command
	s         *session
	kind      model.CodeKind
	passwords []string

	taken   int  // files of which something got in
	refused bool // something was not taken in
}

// end says how it went. What was done before an interruption is done.
func (i *codesImport) end(ctx context.Context) error {
	switch {
	case ctx.Err() != nil && i.taken > 0:
		i.say(i.t.Interrupted)
		return errRefused
	case ctx.Err() != nil:
		return context.Canceled
	case i.taken == 0:
		return errNothing
	case i.refused:
		return errRefused
	}
	return nil
}

// list takes a list in.
func (i *codesImport) list(ctx context.Context, path string) error {
	l, err := i.importFile(ctx, i.s, desk.CodesFile, i.kind, path)
	if err != nil {
		return err
	}
	if !l.nothing() {
		i.taken++
	}
	i.refused = i.refused || l.refusedAny()
	return i.report(l.object(), func() error { return i.printLanded(l) })
}

// search looks for codes, then takes in what is sure. Everything is read
// first, because a later file may say that a code is somebody else's. After
// an interruption what was read until then is taken in.
func (i *codesImport) search(ctx context.Context, paths []string) error {
	records, _, err := i.s.db.School(ctx)
	if err != nil {
		return err
	}
	scanner := desk.NewScanner(paths, records, i.s.folder, scan.Options{Passwords: i.passwords})
	defer scanner.Close()
	finds, lists, err := i.read(ctx, scanner, paths)
	if err != nil {
		return err
	}
	finds.Settle()
	if err := finds.Run(context.WithoutCancel(ctx), i.s.db, i.s.actor); err != nil {
		return err
	}
	people := make(map[model.StudentID]model.Record, len(records))
	for _, r := range records {
		people[r.ID] = r
	}
	for _, file := range finds.Files {
		if err := i.landedFile(file, people); err != nil {
			return err
		}
	}
	for _, path := range lists {
		if ctx.Err() != nil {
			return nil
		}
		if err := i.list(ctx, path); err != nil {
			return err
		}
	}
	return nil
}

// read drives the scanner to its end or to an interruption. Lists that lie in
// a folder are returned by their paths.
func (i *codesImport) read(ctx context.Context, scanner *scan.Scanner, paths []string) (f *desk.Finds, lists []string, err error) {
	f = desk.NewFinds(i.kind)
	show, wipe := i.progress()
	defer wipe()
	for n := 0; ; n++ {
		show(n, scanner.Len())
		item, err := scanner.Next(ctx)
		switch {
		case errors.Is(err, io.EOF), err != nil && ctx.Err() != nil:
			return f, lists, nil
		case err != nil:
			return nil, nil, err
		}
		if item.Reason == scan.EngineTrouble {
			i.s.log.Error("the reader of PDFs does not start", "error", item.Trouble)
		}
		if path := listIn(item); path != "" {
			lists = append(lists, path)
			continue
		}
		f.Add(item)
	}
}

// listIn is the path of an item that is a list lying in a folder; "" if it is
// none. What lies in a ZIP has no path, whatever its name says.
func listIn(item scan.Item) string {
	if item.Reason != scan.UnknownKind && item.Reason != scan.OfficeFile || !desk.IsList(item.File) {
		return ""
	}
	return item.Path()
}

// progress returns what shows "37/600" on a terminal, and what wipes it away.
func (c *command) progress() (show func(done, of int), wipe func()) {
	file, ok := c.Err.(*os.File)
	if !ok || !term.IsTerminal(int(file.Fd())) {
		return func(int, int) {}, func() {}
	}
	return func(done, of int) { _, _ = fmt.Fprintf(file, "\r%d/%d ", done, of) },
		func() { _, _ = fmt.Fprint(file, "\r\x1b[K") }
}

// landedFile reports one file that was searched.
func (i *codesImport) landedFile(file desk.FoundFile, people map[model.StudentID]model.Record) error {
	r := i.searched(file, people)
	if r.Added+r.Known > 0 {
		i.taken++
	}
	i.refused = i.refused || len(r.Refused) > 0
	return i.report(r, func() error { return i.printSearched(file, r) })
}

// printSearched says what became of the codes of a file.
func (c *command) printSearched(file desk.FoundFile, r searchReport) error {
	head := c.t.FileRefused(r.File)
	if r.Read > 0 {
		head = text.WaysIn(c.lang).Searched(r.File, r.Read, r.Added, r.Known, len(r.Refused))
	}
	lines := []string{head}
	for _, p := range r.Pairs {
		lines = append(lines, c.pairLine(p))
	}
	if file.Reason != "" {
		lines = append(lines, "  "+text.ScanReason(c.lang, file.Reason))
	}
	for _, line := range lines {
		if err := c.print(line); err != nil {
			return err
		}
	}
	return nil
}

// pairLine is a row of the table: page, student, sure or asked, and why.
func (c *command) pairLine(p pairReport) string {
	t := text.WaysIn(c.lang)
	who := text.Plain(strings.TrimSpace(p.Student + " " + p.Class))
	if who == "" {
		who = t.NobodyYet
	}
	state := t.Asked
	if p.Sure {
		state = t.Sure
	}
	return "  " + t.Page(p.Page) + ": " + who + " · " + state + " · " + p.message
}
