package store

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"strings"

	"okienko/model"
	"okienko/store/seal"
)

// AboutKind is what a file that was written for people tells of.
type AboutKind string

// The kinds. A file about a photo goes with the photo; one with codes goes when
// none of them can be used any more; one about a student goes with the student.
const (
	AboutSchool  AboutKind = ""
	AboutPhoto   AboutKind = "photo"
	AboutCode    AboutKind = "code"
	AboutStudent AboutKind = "student"
)

// About is one thing that a file tells of.
type About struct {
	Kind AboutKind
	ID   int64
}

// NoteOutgoing notes a file that is about to be written, so that it goes when
// what it tells of goes; nothing stands for the whole school. Only files in the
// folder for what leaves the school are noted: what somebody has written
// elsewhere is theirs to delete. undo is for a file that was not written after
// all.
func (db *DB) NoteOutgoing(ctx context.Context, by model.Actor, path string, about ...About) (undo func(), err error) {
	undo = func() {}
	name, ok := db.outgoingName(path)
	if !ok {
		return undo, nil
	}
	if len(about) == 0 {
		about = []About{{}}
	}
	var first int64
	err = db.transact(ctx, by, func(d *deedTx) (err error) {
		if first, err = d.numbered("outgoing", len(about)); err != nil {
			return err
		}
		for i, a := range about {
			id := first + int64(i)
			if _, err := d.exec("INSERT INTO outgoing (id, name, made, about, subject) VALUES (?, ?, ?, ?, ?)",
				id, d.sealed("outgoing.name", id, name), d.today().String(), string(a.Kind), a.ID); err != nil {
				return fmt.Errorf("noting a file: %w", err)
			}
		}
		return nil
	})
	if err != nil {
		return undo, explain(err)
	}
	return func() {
		// Should it fail, a row about no file is left, and goes by itself.
		_, _ = db.write.ExecContext(context.WithoutCancel(ctx), "DELETE FROM outgoing WHERE id BETWEEN ? AND ?", first, first+int64(len(about))-1)
	}, nil
}

// outgoingName is the name of a file inside the folder for what leaves the
// school; ok is false for one elsewhere.
func (db *DB) outgoingName(path string) (name string, ok bool) {
	folder, err := filepath.Abs(Folder(filepath.Dir(db.path)).Outgoing())
	if err != nil {
		return "", false
	}
	if path, err = filepath.Abs(path); err != nil {
		return "", false
	}
	name, err = filepath.Rel(folder, path)
	return name, err == nil && filepath.IsLocal(name)
}

// outgoing is a file that was written for people.
type outgoing struct {
	name  string
	rows  []int64 // of the table
	made  model.Date
	about []About
	over  int  // how many of what it is about are gone
	asked bool // it tells of the student that was asked about
}

// goes is whether it goes on a day, by what it is about or by its age.
func (o outgoing) goes(p model.Profile, day model.Date) bool {
	if o.over == len(o.about) {
		return true
	}
	last, ok := o.lastDay(p)
	return ok && !last.After(day)
}

// lastDay is the day that its age gives it, where the profile does.
func (o outgoing) lastDay(p model.Profile) (model.Date, bool) {
	return o.made.AddDays(p.Retention.FilesDays), p.Retention.FilesDays > 0
}

// outgoings reads the files, and which of them may tell of a student (0: of
// nobody in particular).
func (db *DB) outgoings(ctx context.Context, student model.StudentID) (all []outgoing, err error) {
	box, err := db.sealedBy(ctx, db.read)
	if err != nil {
		return nil, explain(err)
	}
	rows, err := db.read.QueryContext(ctx, `SELECT id, name, made, about, subject,
		CASE about WHEN 'photo' THEN NOT EXISTS (SELECT 1 FROM photos WHERE id = subject)
			WHEN 'code' THEN NOT EXISTS (SELECT 1 FROM codes WHERE id = subject AND (payload <> '' OR second <> ''))
			WHEN 'student' THEN NOT EXISTS (SELECT 1 FROM students WHERE id = subject AND last <> '' AND erased = '')
			ELSE 0 END,
		CASE about WHEN 'photo' THEN EXISTS (SELECT 1 FROM photos WHERE id = subject AND student = ?1)
			WHEN 'code' THEN EXISTS (SELECT 1 FROM codes WHERE id = subject AND student = ?1)
			WHEN 'student' THEN subject = ?1 ELSE 1 END
		FROM outgoing ORDER BY id`, int64(student))
	if err != nil {
		return nil, explain(fmt.Errorf("reading what was written: %w", err))
	}
	defer func() { _ = rows.Close() }()
	at := map[string]int{}
	for rows.Next() {
		var id int64
		var name, made string
		var about About
		var over, asked bool
		if err := rows.Scan(&id, &name, &made, &about.Kind, &about.ID, &over, &asked); err != nil {
			return nil, explain(fmt.Errorf("reading what was written: %w", err))
		}
		if name, err = box.Open(seal.Place{Column: "outgoing.name", Row: id}, name); err != nil {
			return nil, tampered(err)
		}
		i, known := at[name]
		if !known {
			i, at[name] = len(all), len(all)
			all = append(all, outgoing{name: name})
		}
		o := &all[i]
		if o.made, err = model.ParseDate(made); err != nil {
			return nil, errCell
		}
		o.rows, o.about, o.asked = append(o.rows, id), append(o.about, about), o.asked || asked
		if over {
			o.over++
		}
	}
	return all, explain(rows.Err())
}

// removeOutgoing removes files and what was noted of them. One that is not
// there any more was taken away by somebody, and counts for nothing.
func (f Folder) removeOutgoing(ctx context.Context, db *DB, by model.Actor, files []outgoing) (gone int, err error) {
	var rows []int64
	for _, o := range files {
		if filepath.IsLocal(o.name) {
			removed, failed := removeFiles("a file that was written", []string{filepath.Join(f.Outgoing(), o.name)})
			gone += removed
			if failed != nil {
				err = errors.Join(err, failed)
				continue
			}
		}
		rows = append(rows, o.rows...)
	}
	if len(rows) == 0 {
		return gone, err
	}
	noted := db.transact(ctx, by, func(d *deedTx) error {
		for _, id := range rows {
			if _, err := d.exec("DELETE FROM outgoing WHERE id = ?", id); err != nil {
				return fmt.Errorf("forgetting a file: %w", err)
			}
		}
		if gone == 0 {
			return nil
		}
		return d.note(model.DeedFilesForgotten, 0, nil, filesForgottenFacts{Outgoing: gone})
	})
	return gone, errors.Join(err, noted)
}

// forgetOutgoing removes what was written for people and is due. What is not
// there any more is forgotten as well.
func (f Folder) forgetOutgoing(ctx context.Context, db *DB, by model.Actor) (gone int, err error) {
	all, err := db.outgoings(ctx, 0)
	if err != nil {
		return 0, err
	}
	var due []outgoing
	today := model.DateOf(db.now().In(db.profile.Zone()))
	for _, o := range all {
		// One that was noted today may be about to be written.
		takenAway := o.made.Before(today) && !exists(filepath.Join(f.Outgoing(), o.name))
		if takenAway || o.goes(db.profile, today) {
			due = append(due, o)
		}
	}
	return f.removeOutgoing(ctx, db, by, due)
}

// OldOutgoing are files for people that nobody noted, or that no rule of the
// profile ends, and that were written before a day: somebody should look after
// them.
func (f Folder) OldOutgoing(ctx context.Context, db *DB, before model.Date) (paths []string, err error) {
	noted, err := db.outgoings(ctx, 0)
	if err != nil {
		return nil, err
	}
	ends := map[string]bool{}
	for _, o := range noted {
		_, byAge := o.lastDay(db.profile)
		ends[o.name] = byAge || o.about[0].Kind != AboutSchool
	}
	err = filepath.WalkDir(f.Outgoing(), func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() || strings.HasPrefix(e.Name(), ".") {
			return nil //nolint:nilerr // what can't be looked into is nobody's here
		}
		name, err := filepath.Rel(f.Outgoing(), path)
		info, infoErr := e.Info()
		if err == nil && infoErr == nil && !ends[name] && model.DateOf(info.ModTime().In(db.profile.Zone())).Before(before) {
			paths = append(paths, path)
		}
		return nil
	})
	return paths, err
}
