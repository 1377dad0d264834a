package remote

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"sync"
	"time"

	"github.com/charmbracelet/ssh"
	"github.com/charmbracelet/wish"
	gossh "golang.org/x/crypto/ssh"

	"okienko/store"
	"okienko/ui/text"
)

// Options are what a server needs.
type Options struct {
	DB     *store.DB
	Folder store.Folder // where inbox, authorized_keys and host key are
	Lang   text.Lang
	Log    *slog.Logger // never gets a name, a PESEL or a code
	Now    func() time.Time
	Keys   *Keyring
	Host   gossh.Signer
	Limits Limits
	// Trouble is that of desk.Window.
	Trouble func() string
}

// Server serves windows over SSH, each on the one open database.
type Server struct {
	Options
	t       *text.Remote
	ssh     *ssh.Server
	doorman *doorman

	mu       sync.Mutex
	live     map[*session]struct{}
	stopping bool
	sessions sync.WaitGroup // goroutines of windows
}

// New makes a server. It does not listen yet.
func New(o Options) (*Server, error) {
	s := &Server{Options: o, t: text.RemoteIn(o.Lang), doorman: newDoorman(o.Limits, o.Now), live: map[*session]struct{}{}}
	var err error
	s.ssh, err = wish.NewServer(
		func(srv *ssh.Server) error { srv.AddHostKey(o.Host); return nil },
		wish.WithVersion("okienko"),
		wish.WithPublicKeyAuth(func(_ ssh.Context, key ssh.PublicKey) bool {
			_, ok := o.Keys.Find(key)
			return ok
		}),
	)
	if err != nil {
		return nil, fmt.Errorf("making the SSH server: %w", err)
	}
	s.ssh.ConnCallback = s.knock
	s.ssh.ServerConfigCallback = s.config
	// Nothing but windows: no forwarding of ports, agents or X11.
	s.ssh.ChannelHandlers = map[string]ssh.ChannelHandler{"session": s.channel}
	s.ssh.RequestHandlers = map[string]ssh.RequestHandler{}
	s.ssh.SubsystemHandlers = map[string]ssh.SubsystemHandler{}
	return s, nil
}

// visit is a connection.
type visit struct {
	conn    net.Conn
	address string
	limits  Limits
	decide  func(in bool) // called once, when it is clear whether they are let in

	mu       sync.Mutex
	channels int
	alive    sync.Once
}

type visitKey struct{}

// knock is asked about every connection before anything is read from it.
func (s *Server) knock(ctx ssh.Context, conn net.Conn) net.Conn {
	address := addressOf(conn.RemoteAddr())
	if !s.doorman.knock(address) {
		s.Log.Warn("too many connections that did not log in", "address", address)
		return nil
	}
	v := &visit{conn: conn, address: address, limits: s.Limits}
	var once sync.Once
	v.decide = func(in bool) { once.Do(func() { s.doorman.decided(address, in) }) }
	v.hurry()
	ctx.SetValue(visitKey{}, v)
	context.AfterFunc(ctx, func() { v.decide(false) })
	return line{conn}
}

// line is a connection whose deadline the SSH library leaves alone; it would
// take it away with each read.
type line struct{ net.Conn }

// SetDeadline does nothing: the visit sets deadlines.
func (line) SetDeadline(time.Time) error { return nil }

// hurry bounds the time without a window: for logging in, and for opening one.
func (v *visit) hurry() { _ = v.conn.SetDeadline(time.Now().Add(v.limits.Handshake)) }

// config is that of one connection.
func (s *Server) config(ctx ssh.Context) *gossh.ServerConfig {
	c := &gossh.ServerConfig{MaxAuthTries: 6}
	c.AuthLogCallback = func(_ gossh.ConnMetadata, method string, err error) {
		if v, ok := ctx.Value(visitKey{}).(*visit); ok && err == nil && method == "publickey" {
			v.decide(true)
		}
	}
	return c
}

// Serve lets people in until the context ends; then every desk is told, has
// Limits.Grace to finish, and is closed. When it returns, no deed is under way
// and every code is given back. The error is nil for such an end.
func (s *Server) Serve(ctx context.Context, l net.Listener) error {
	ended := make(chan error, 1)
	go func() { ended <- s.ssh.Serve(l) }()
	look := time.NewTicker(lookEvery)
	defer look.Stop()
	for {
		select {
		case err := <-ended:
			s.stop(0)
			if errors.Is(err, ssh.ErrServerClosed) {
				err = nil
			}
			return err
		case <-ctx.Done():
			_ = l.Close() // nobody new; those inside stay
			s.stop(s.Limits.Grace)
			return nil
		case <-look.C:
			s.look()
		}
	}
}

// lookEvery is how often windows are looked at: whether somebody is there, and
// whether the key still lets them in.
const lookEvery = 2 * time.Second

func (s *Server) look() {
	now := s.Now()
	for _, one := range s.all() {
		quiet := now.Sub(one.touched())
		switch {
		case !s.Keys.still(one.key):
			one.end(s.t.KeyGone)
		case one.display() || quiet < s.Limits.Idle-idleWarning:
			one.unwarn()
		case quiet >= s.Limits.Idle:
			one.end(s.t.IdleEnded)
		default:
			one.warn(s.t.IdleSoon)
		}
	}
}

// idleWarning is how long before its end an idle window says so.
const idleWarning = time.Minute

func (s *Server) all() []*session {
	s.mu.Lock()
	defer s.mu.Unlock()
	all := make([]*session, 0, len(s.live))
	for one := range s.live {
		all = append(all, one)
	}
	return all
}

// admit notes a window; false when the server stops.
func (s *Server) admit(one *session) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.stopping {
		return false
	}
	s.live[one] = struct{}{}
	s.sessions.Add(1)
	return true
}

func (s *Server) dismiss(one *session) {
	s.mu.Lock()
	defer s.mu.Unlock()
	delete(s.live, one)
	s.sessions.Done()
}

// cutAfter is how long a window may take to end that was told to: longer than
// a deed may take.
const cutAfter = 20 * time.Second

// stop ends all windows.
func (s *Server) stop(grace time.Duration) {
	s.mu.Lock()
	s.stopping = true
	s.mu.Unlock()
	over := make(chan struct{})
	go func() {
		s.sessions.Wait()
		close(over)
	}()
	for _, one := range s.all() {
		one.say(s.t.Stopping(int(grace.Seconds())))
	}
	if within(over, grace) {
		_ = s.ssh.Close()
		return
	}
	for _, one := range s.all() {
		one.end(s.t.Stopped)
	}
	ended := within(over, cutAfter)
	_ = s.ssh.Close() // a terminal that takes no bytes any more lets go now
	if !ended {
		<-over
	}
}

// within waits for a channel, but not longer than that.
func within(over <-chan struct{}, most time.Duration) bool {
	timer := time.NewTimer(most)
	defer timer.Stop()
	select {
	case <-over:
		return true
	case <-timer.C:
		return false
	}
}
