package remote

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"sync/atomic"
	"time"

	"github.com/charmbracelet/ssh"

	"okienko/model"
	"okienko/ui/desk"
	"okienko/ui/kit"
	"okienko/ui/qr"
	"okienko/ui/text"
)

// session is one window at the other end of a line.
type session struct {
	client *client
	key    Key
	ctx    context.Context // ends with the line
	cancel context.CancelFunc
	last   atomic.Int64 // when a key came last, Unix milliseconds

	mu      sync.Mutex
	size    kit.WindowSize
	handle  *kit.Handle // nil: not running yet
	parting string      // said on the terminal when the window is gone
	over    bool        // it was told to end
	warned  bool
}

func newSession(c *client, size kit.WindowSize) *session {
	s := &session{client: c, size: size}
	s.ctx, s.cancel = context.WithCancel(c.ctx)
	return s
}

// Read is the terminal's input; it notes that somebody is there.
func (s *session) Read(p []byte) (int, error) {
	n, err := s.client.channel.Read(p)
	s.last.Store(s.client.server.Now().UnixMilli())
	return n, err
}

func (s *session) touched() time.Time { return time.UnixMilli(s.last.Load()) }

// env is the environment of the terminal.
func (s *session) env(name string) string { return s.client.env[name] }

func (s *session) display() bool { return s.key.Role == model.RoleDisplay }

// run shows the window; it is the goroutine of the session.
func (s *session) run() {
	defer s.cancel()
	srv := s.client.server
	public, _ := s.client.ctx.Value(ssh.ContextKeyPublicKey).(ssh.PublicKey)
	if public == nil {
		s.client.refuse(srv.t.KeyGone)
		return
	}
	key, ok := srv.Keys.Find(public)
	if !ok {
		s.client.refuse(srv.t.KeyGone)
		return
	}
	name, leave, ok := srv.doorman.enter(key, s.client.visit.address)
	if !ok {
		s.client.refuse(srv.t.TooManyWindows)
		return
	}
	defer leave()
	s.key = key
	s.last.Store(srv.Now().UnixMilli())
	if !srv.admit(s) {
		s.client.refuse(srv.t.Stopped)
		return
	}
	defer srv.dismiss(s)
	srv.Log.Info("a window opens", "desk", name, "key", key.Fingerprint, "role", key.Role.String())
	err := s.open(name)
	srv.Log.Info("a window closes", "desk", name)
	s.close(err)
}

// open shows the window until it ends. A fault in one window must not end the
// others, so what panics outside of the screens ends here. The value of a panic
// may hold data: only its type is told.
func (s *session) open(name string) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("%w: %T", kit.ErrCrashed, r)
		}
	}()
	srv := s.client.server
	w := desk.Window{DB: srv.DB, Folder: srv.Folder, Lang: srv.Lang, Now: srv.Now, Log: srv.Log, Trouble: srv.Trouble,
		Actor:    model.Actor{Operator: s.key.Name, Desk: name, Role: s.key.Role},
		Terminal: qr.Detect(s.env), TerminalName: qr.TerminalName(s.env),
		Remote: &desk.Remote{In: s, Out: s.client.channel, Env: s.env, Measure: s.measure, Started: s.started,
			HangUp: func() { s.end(srv.t.Locked) }}}
	if s.display() {
		return w.OpenDisplay(s.ctx)
	}
	return w.Open(s.ctx)
}

// close says how it ended, on the screen that was there before the window.
func (s *session) close(err error) {
	srv := s.client.server
	s.mu.Lock()
	sentence := s.parting
	s.mu.Unlock()
	code := uint32(0)
	switch {
	case s.ctx.Err() != nil || errors.Is(err, kit.ErrInputEnded):
		// The line is gone: there is nobody to tell.
	case errors.Is(err, kit.ErrCrashed):
		sentence, code = text.KitIn(srv.Lang).Crashed, 1
		srv.Log.Error("a window crashed", "error", err)
	case err != nil:
		sentence, code = text.Error(srv.Lang, err, srv.DB.Profile().Zone()), 1
		srv.Log.Error("a window failed", "error", err)
	}
	if sentence != "" {
		_, _ = fmt.Fprintf(s.client.channel, "%s\r\n", sentence)
	}
	s.client.exit(code)
}

// started gets the running window.
func (s *session) started(h kit.Handle) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.handle = &h
	h.Resize(s.size.Cols, s.size.Rows)
	if s.over {
		h.Quit()
	}
}

func (s *session) measure() kit.WindowSize {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.size
}

func (s *session) resize(size kit.WindowSize) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.size = size
	if s.handle != nil {
		s.handle.Resize(size.Cols, size.Rows)
	}
}

// say shows a sentence in the window.
func (s *session) say(sentence string) { s.send(kit.Warn(sentence)) }

func (s *session) send(n kit.Notice) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.handle != nil {
		// A terminal that takes no bytes holds its window up; nobody waits for it.
		go s.handle.Say(n)
	}
}

// warn says once that the window will close for want of keys.
func (s *session) warn(sentence string) {
	if !s.setWarned(true) {
		s.say(sentence)
	}
}

// unwarn takes that back when a key came.
func (s *session) unwarn() {
	if s.setWarned(false) {
		s.send(kit.Notice{})
	}
}

func (s *session) setWarned(now bool) (before bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	before, s.warned = s.warned, now
	return before
}

// end closes the window, with a sentence. One that can't be closed, since its
// terminal takes no bytes any more, is cut off.
func (s *session) end(sentence string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.over {
		return
	}
	s.over, s.parting = true, sentence
	if s.handle != nil {
		go s.handle.Quit()
	}
	cut := time.AfterFunc(cutAfter, func() { _ = s.client.conn.Close() })
	context.AfterFunc(s.ctx, func() { cut.Stop() })
}
