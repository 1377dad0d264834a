package desk

import (
	"log/slog"
	"path/filepath"
	"testing"
	"time"

	"okienko/model"
	"okienko/store"
	"okienko/ui/kit"
	"okienko/ui/kit/kittest"
	"okienko/ui/qr"
	"okienko/ui/text"
)

// window is a desk in a test: a real database and somebody at the keyboard.
type window struct {
	*kittest.Driver
	app *App
	t   *testing.T
}

// testProfile waits for a signed non-objection; classes I to III are collected
// by parents.
func testProfile() model.Profile {
	return model.Profile{
		School: "Szkoła Podstawowa", Policy: model.PolicyStatement, ParentOnlyUpToGrade: 3, Location: time.UTC,
		BlankAfter: 90 * time.Second, Languages: []string{"pl", "uk", "en"},
		Codes: map[model.CodeKind]model.CodeRule{
			model.CodeZPE:    {ValidFor: 10 * time.Minute, Uses: 1},
			model.CodeLegacy: {ValidFor: 720 * time.Hour, Uses: 1},
			model.CodeSIO:    {ValidFor: 720 * time.Hour, Uses: 1},
		},
	}
}

// testNow is when the driver's clock starts.
var testNow = time.Date(2026, 9, 1, 8, 0, 0, 0, time.UTC)

// newTestApp opens a database and takes the rows in.
func newTestApp(t *testing.T, rows ...model.RosterRow) *App {
	t.Helper()
	a := &App{Actor: model.Actor{Operator: "anna", Desk: "okno-1"}, Lang: text.Polish, Now: func() time.Time { return testNow },
		Log: slog.New(slog.DiscardHandler), Terminal: qr.Abilities{UTF8: true}}
	a.openFile(t, filepath.Join(t.TempDir(), "okienko.db"))
	db := a.DB
	if err := db.TakeRoster(t.Context(), a.Actor, model.RosterPlan{Add: rows}, 0); err != nil {
		t.Fatal(err)
	}
	a.reload(t)
	return a
}

// openFile opens a database for the desk's clock.
func (a *App) openFile(t *testing.T, path string) {
	t.Helper()
	db, err := store.Open(t.Context(), path, store.Options{Profile: testProfile(), Now: func() time.Time { return a.Now() }})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		delete(files, db)
		_ = db.Close()
	})
	files[db], a.DB = path, db
}

// files are the paths of the databases open in tests.
var files = map[*store.DB]string{}

// beside is another desk on the same file, with a database handle of its own.
func (a *App) beside(t *testing.T, by model.Actor) *App {
	t.Helper()
	b := &App{Actor: by, Lang: a.Lang, Now: a.Now, Log: a.Log, Terminal: a.Terminal}
	b.openFile(t, files[a.DB])
	b.reload(t)
	return b
}

// reload reads the list from the database, as at the start of the window.
func (a *App) reload(t *testing.T) {
	t.Helper()
	records, mark, err := a.DB.School(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	a.School = NewSchool(records, mark, a.profile(), a.Actor, a.Now())
}

// open starts the window on a screen at 80×24; the app's clock becomes the
// driver's.
func open(t *testing.T, a *App, first kit.Screen) window {
	t.Helper()
	return openAt(t, a, first, 80, 24)
}

func openAt(t *testing.T, a *App, first kit.Screen, w, h int) window {
	t.Helper()
	d := kittest.New(t, first, w, h, kit.Options{Words: *kitWords(a.Lang), Replied: a.replied})
	a.Now = d.Now
	return window{d, a, t}
}

// pupil is a roster row of an invented student with a valid card.
func pupil(last, first, class string, birth model.Date) model.RosterRow {
	c, err := model.ParseClass(class)
	if err != nil {
		panic(err)
	}
	return model.RosterRow{
		Student: model.Student{Last: last, First: first, Class: c, Birth: birth},
		Card: model.Card{Number: "7/2025", Kind: model.PlasticCard, Issued: model.MustDate(2025, 9, 1),
			ValidUntil: model.MustDate(2027, 9, 30), State: model.CardValid},
	}
}

// sign enters a parent's non-objection for everybody.
func (a *App) sign(t *testing.T) {
	t.Helper()
	for _, e := range a.School.All() {
		_, err := a.DB.RecordStatements(t.Context(), a.Actor, model.Statement{Student: e.ID, Kind: model.NonObjection,
			Signer: model.SignedByParent, SignerName: "Ewa " + e.Last, Signed: model.MustDate(2026, 8, 31)})
		if err != nil {
			t.Fatal(err)
		}
	}
	a.reload(t)
}

// give takes a code in for a student.
func (a *App) give(t *testing.T, c model.Code) {
	t.Helper()
	refused, err := a.DB.TakeCodes(t.Context(), a.Actor, c)
	if err != nil || refused[0] != nil {
		t.Fatal(err, refused)
	}
	if c.Kind == model.CodeCredentials { // a login waits for the card to be in SIO
		if err := a.DB.RegisterInSIO(t.Context(), a.Actor, []model.StudentID{c.Student}, a.today()); err != nil {
			t.Fatal(err)
		}
	}
	a.reload(t)
}
