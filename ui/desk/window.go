package desk

import (
	"context"
	"crypto/rand"
	"errors"
	"io"
	"log/slog"
	"os"
	"runtime/debug"
	"time"

	"okienko/model"
	"okienko/store"
	"okienko/ui/kit"
	"okienko/ui/qr"
	"okienko/ui/text"
)

// Window is what a window is opened with.
type Window struct {
	DB       *store.DB
	Folder   store.Folder // where its inbox is; may be ""
	Actor    model.Actor
	Lang     text.Lang
	Terminal qr.Abilities
	// TerminalName is what the terminal is remembered by.
	TerminalName string
	Now          func() time.Time
	Log          *slog.Logger
	Demo         bool
	// Trouble is a sentence about the school that every desk should see on its
	// list, "" if there is none; nil: there never is. It is asked from any goroutine.
	Trouble func() string
	// Remote is the terminal at the other end of a line; nil: the program's.
	Remote *Remote
}

// Remote is a terminal at the other end of a line.
type Remote struct {
	In      io.Reader
	Out     io.Writer
	Env     func(string) string // its environment, as far as it was sent
	Measure func() kit.WindowSize
	Started func(kit.Handle) // gets the handle of the running window
	// HangUp closes the window and then the line, and says that it was locked.
	HangUp func()
}

// run shows a stack in the window's terminal.
func (w Window) run(ctx context.Context, s *kit.Stack) error {
	if r := w.Remote; r != nil {
		return kit.Run(s, kit.RunOptions{In: r.In, Out: r.Out, Env: r.Env, Context: ctx, Started: r.Started})
	}
	return kit.Run(s, kit.RunOptions{})
}

// app is what the window's screens share, but for the school.
func (w Window) app() *App {
	w.Actor.Window = windowToken()
	a := &App{DB: w.DB, Folder: w.Folder, Actor: w.Actor, Lang: w.Lang, Terminal: w.Terminal, TerminalName: w.TerminalName, Now: w.Now, Log: w.Log, Demo: w.Demo, trouble: w.Trouble, underWay: &deeds{}}
	a.Out, a.Measure, a.Look = os.Stdout, func() kit.WindowSize { return kit.Measure(os.Stdout) }, kit.LookOf(os.Getenv)
	if r := w.Remote; r != nil {
		a.Out, a.Measure, a.Look, a.afar, a.hangUp = r.Out, r.Measure, kit.LookOf(r.Env), true, r.HangUp
	}
	return a
}

// school reads the school into the app. What is read stays: collecting garbage
// less often until it is read brings the first frame of a large school sooner.
func (w Window) school(ctx context.Context, a *App) error {
	if w.Remote == nil { // one setting for all windows of a process
		defer debug.SetGCPercent(debug.SetGCPercent(150))
	}
	records, mark, err := w.DB.School(ctx)
	if err != nil {
		return err
	}
	locks, err := w.DB.Locks(ctx)
	if err != nil {
		return err
	}
	a.Unlocked = locks.Open
	a.School = NewSchool(a.seen(records), mark, w.DB.Profile(), a.Actor, w.Now())
	return nil
}

// Open shows the window of a school until it is closed. The error is the
// store's, or one of kit.Run.
func (w Window) Open(ctx context.Context) error {
	a := w.app()
	if err := w.school(ctx, a); err != nil {
		return err
	}
	if w.Remote == nil {
		// What opening sealed values left behind is more than the school itself.
		defer time.AfterFunc(time.Second, debug.FreeOSMemory).Stop()
	}
	a.recallDrawings()
	a.dropped.watch = watchInbox(a.Folder)
	defer a.dropped.watch.close()
	err := w.run(ctx, kit.NewStack(newList(a), a.options()))
	a.underWay.end()
	a.endMirror(context.WithoutCancel(ctx))
	if back := a.putBack(); back != nil {
		back()
	}
	return errors.Join(err, a.GiveBack(context.WithoutCancel(ctx)))
}

// windowToken tells this window from every other, also from one that was opened
// under the same desk's name before or is open now.
func windowToken() string { return rand.Text() }

func (a *App) options() kit.Options {
	return kit.Options{Words: *kitWords(a.Lang), Status: a.status, Interrupt: a.Interrupt, Replied: a.replied, Denied: a.denied(), Log: crashLog{a.Log}, Veil: a.veil()}
}

// status is the right end of the header: the school, who works and where. The
// invented school can't be taken for a real one.
func (a *App) status(w int) string {
	school := a.profile().School
	if a.Demo {
		school = text.KitIn(a.Lang).Demo
	}
	if a.Unlocked && !a.Demo {
		school = text.LockIn(a.Lang).Status + " · " + school
	}
	return statusLine(school, a.Actor, w)
}

// longOperator is the length in cells to which the operator's name is cut where
// room is short; leastSchool is the least of a school's name worth showing.
const (
	longOperator = 12
	leastSchool  = 6
)

// statusLine keeps the desk's name whole where room is short: with two desks
// side by side it is what tells them apart. The operator gives way first, then
// the school.
func statusLine(school string, by model.Actor, w int) string {
	const sep = " · "
	school, operator, desk := kit.Safe(school), kit.Safe(by.Operator), kit.Safe(by.Desk)
	if all := school + sep + operator + sep + desk; kit.Width(all) <= w {
		return all
	}
	end := kit.Cut(operator, longOperator) + sep + desk
	room := w - kit.Width(sep+end)
	switch {
	case room >= min(leastSchool, kit.Width(school)):
		return kit.Cut(school, room) + sep + end
	case kit.Width(end) <= w:
		return end
	}
	return kit.Cut(desk, w)
}

// crashLog brings the stack trace of a crash into the log.
type crashLog struct{ log *slog.Logger }

func (c crashLog) Write(p []byte) (int, error) {
	c.log.Error("the window crashed", "trace", string(p))
	return len(p), nil
}

var _ io.Writer = crashLog{}
