package desk

import (
	"context"
	"io"
	"log/slog"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"okienko/model"
	"okienko/store"
	"okienko/ui/kit"
	"okienko/ui/qr"
	"okienko/ui/text"
)

// App is what all screens of one window share.
type App struct {
	DB       *store.DB
	Folder   store.Folder // "": the school lives in no folder of its own
	School   *School
	Actor    model.Actor
	Lang     text.Lang
	Terminal qr.Abilities
	Look     kit.Look // what the terminal can't show
	// TerminalName and the desk are what a chosen drawing is remembered by.
	TerminalName string
	Now          func() time.Time
	Log          *slog.Logger // never gets a name, a PESEL or a code
	Demo         bool
	Unlocked     bool // the school has no passphrase

	// Out is the terminal, for what the frames of the window don't say; nil:
	// nothing is said.
	Out io.Writer
	// Measure tells the terminal's size; nil: nobody knows it in pixels.
	Measure func() kit.WindowSize

	asked    bool              // whether the terminal was asked about pictures
	before   windowSize        // the window before it was asked to grow
	chosen   map[string]string // drawings that were chosen here, by the window's size
	onScreen onScreen          // the code that this window shows, if it does
	quitting bool              // somebody chose to quit with a code on screen
	last     lastUsed          // what the forms offer again
	dropped  inbox             // files in the inbox
	underWay *deeds            // nil: nobody waits for them
	locked   bool              // the window hides itself
	thisDay  *today            // see todays
	calling  model.Class       // whose queue a hand-over comes back to; zero: nobody's
	mirror   *mirror           // steers the student's screen; nil: there is none
	afar     bool              // the terminal is at the other end of a line
	hangUp   func()            // closes that line
	trouble  func() string     // see Window; nil: there never is any
}

// words are the names of things in the window's language.
func (a *App) words() *text.Words { return text.In(a.Lang) }

// profile is the school's.
func (a *App) profile() model.Profile { return a.DB.Profile() }

// today is the day in the school's zone.
func (a *App) today() model.Date { return model.DateOf(a.local(a.Now())) }

// local brings a moment into the school's zone.
func (a *App) local(t time.Time) time.Time { return t.In(a.profile().Zone()) }

// news is what the database holds that the list in memory does not yet.
type news struct {
	records []model.Record
	mark    store.Mark
	claims  []store.Claimed // nil: not looked
	inbox   int             // files in the inbox; -1: not looked
}

// done is the answer of a deed.
type done struct {
	value any // what the deed returned
	err   error
	news  news
}

// deedTime bounds a deed: a database locked by a foreign program must end in
// a sentence, not in a window that says nothing.
const deedTime = 15 * time.Second

// do makes a command of a deed. Its answer is a done, which the screen gives
// to take.
func (a *App) do(deed func(context.Context) (any, error)) tea.Cmd { return a.doWithin(deedTime, deed) }

// doWithin is do for a deed that may take longer.
func (a *App) doWithin(limit time.Duration, deed func(context.Context) (any, error)) tea.Cmd {
	since := a.School.Mark()
	return func() tea.Msg { return a.perform(since, limit, deed) }
}

// perform runs a deed and reads what changed since the mark. It belongs into
// commands.
func (a *App) perform(since store.Mark, limit time.Duration, deed func(context.Context) (any, error)) done {
	if !a.underWay.begin() {
		return done{err: errWindowEnds, news: news{mark: since, inbox: -1}}
	}
	defer a.underWay.over()
	ctx, cancel := context.WithTimeout(context.Background(), limit)
	defer cancel()
	value, err := deed(ctx)
	if err != nil {
		a.Log.Error("a deed failed", "error", err)
	}
	records, mark, newsErr := a.DB.Changed(ctx, since)
	if newsErr != nil {
		a.Log.Error("reading what changed failed", "error", newsErr)
		mark = since
	}
	return done{value, err, news{records: a.seen(records), mark: mark, inbox: -1}}
}

// take brings the list up to date with what a deed did. It returns the notice
// for a deed that failed; ok is false then.
func (a *App) take(d done) (n kit.Notice, ok bool) {
	a.School.Apply(d.news.records, d.news.mark, a.Now())
	if d.err != nil {
		return kit.Bad(text.Error(a.Lang, d.err, a.profile().Zone())), false
	}
	return kit.Notice{}, true
}

// viewpoint is that of this window now.
func (a *App) viewpoint() model.Viewpoint {
	return model.Viewpoint{Now: a.Now(), Desk: a.Actor.Desk, Window: a.Actor.Window}
}

// watch is a command that asks the database whether anything changed since
// the list was read, and now and then the inbox; its answer is a news.
func (a *App) watch() tea.Cmd {
	since, folder := a.School.Mark(), a.dueInbox()
	return func() tea.Msg {
		ctx, cancel := context.WithTimeout(context.Background(), deedTime)
		defer cancel()
		records, mark, err := a.DB.Changed(ctx, since)
		if err != nil {
			a.Log.Error("reading what changed failed", "error", err)
			return news{mark: since, inbox: -1}
		}
		claims, err := a.DB.Claims(ctx)
		if err != nil {
			a.Log.Error("reading the claims failed", "error", err)
		}
		return news{a.seen(records), mark, claims, countFiles(folder)}
	}
}
