package remote

import (
	"fmt"
	"time"

	"github.com/charmbracelet/ssh"
	gossh "golang.org/x/crypto/ssh"

	"okienko/ui/kit"
)

// mostChannels is how many windows one connection may hold.
const mostChannels = 4

// The largest window that is drawn: a client may claim any size, and a frame
// takes memory.
const (
	mostCols, mostRows = 500, 300
	mostPixels         = 16384
)

// channel is one session of a connection. What asks for anything but a window
// in a terminal is refused here.
func (s *Server) channel(_ *ssh.Server, conn *gossh.ServerConn, asked gossh.NewChannel, ctx ssh.Context) {
	v, ok := ctx.Value(visitKey{}).(*visit)
	if !ok || !v.enter() {
		_ = asked.Reject(gossh.ResourceShortage, s.t.TooManyWindows)
		return
	}
	defer v.leave()
	ch, requests, err := asked.Accept()
	if err != nil {
		return
	}
	v.alive.Do(func() { go keepAlive(ctx, conn, s.Limits.Alive) })
	c := &client{server: s, channel: ch, visit: v, ctx: ctx, conn: conn, env: map[string]string{}}
	for r := range requests {
		ok := c.request(r)
		if r.WantReply {
			_ = r.Reply(ok, nil)
		}
		if c.then != nil {
			go c.then()
			c.then = nil
		}
	}
	c.gone()
}

// enter counts the channels of a connection. Its clock stops while it has one.
func (v *visit) enter() bool {
	v.mu.Lock()
	defer v.mu.Unlock()
	if v.channels >= mostChannels {
		return false
	}
	v.channels++
	_ = v.conn.SetDeadline(time.Time{})
	return true
}

func (v *visit) leave() {
	v.mu.Lock()
	defer v.mu.Unlock()
	if v.channels--; v.channels == 0 {
		v.hurry()
	}
}

// keepAlive asks the other end whether it is there. A line that went dead would
// otherwise keep its desk, and the code on it, for a quarter of an hour.
func keepAlive(ctx ssh.Context, conn gossh.Conn, every time.Duration) {
	for {
		select {
		case <-ctx.Done():
			return
		case <-time.After(every):
		}
		answered := make(chan struct{})
		go func() {
			defer close(answered)
			_, _, _ = conn.SendRequest("keepalive@openssh.com", true, nil)
		}()
		select {
		case <-answered:
		case <-ctx.Done():
			return
		case <-time.After(2 * every):
			_ = conn.Close()
			return
		}
	}
}

// client is what a session's client asked for so far.
type client struct {
	server  *Server
	channel gossh.Channel
	visit   *visit
	ctx     ssh.Context
	conn    *gossh.ServerConn

	env     map[string]string
	pty     bool
	session *session
	started bool
	then    func() // to be done once the request is answered
}

// told are the variables that a client may send: they tell of the terminal.
var told = map[string]bool{"LANG": true, "LC_ALL": true, "LC_CTYPE": true, "COLORTERM": true, "NO_COLOR": true,
	"VTE_VERSION": true, "KONSOLE_VERSION": true, "XTERM_VERSION": true, "WT_SESSION": true, "TERM_PROGRAM": true, "TMUX": true, "STY": true}

// mostValue is the longest value taken, in bytes.
const mostValue = 200

type (
	ptyRequest struct {
		Term                      string
		Cols, Rows, Width, Height uint32
		Modes                     string
	}
	sizeRequest struct{ Cols, Rows, Width, Height uint32 }
	envRequest  struct{ Name, Value string }
)

// request answers one request of the client.
func (c *client) request(r *gossh.Request) (ok bool) {
	t := c.server.t
	switch r.Type {
	case "env":
		var e envRequest
		if gossh.Unmarshal(r.Payload, &e) != nil || c.started || !told[e.Name] || len(e.Value) > mostValue {
			return false
		}
		c.env[e.Name] = e.Value
		return true
	case "pty-req":
		var p ptyRequest
		if gossh.Unmarshal(r.Payload, &p) != nil || c.pty || c.started || len(p.Term) > mostValue {
			return false
		}
		c.pty, c.env["TERM"] = true, p.Term
		c.session = newSession(c, sizeRequest{p.Cols, p.Rows, p.Width, p.Height}.clamp())
		return true
	case "window-change":
		var p sizeRequest
		if gossh.Unmarshal(r.Payload, &p) != nil || c.session == nil {
			return false
		}
		c.session.resize(p.clamp())
		return true
	case "shell":
		if c.pty {
			return c.start(c.session.run)
		}
		return c.start(func() { c.refuse(t.NoPty) })
	case "exec":
		return c.start(func() { c.refuse(t.NoExec) })
	case "subsystem":
		return c.start(func() { c.refuse(t.NoSubsystem) })
	}
	return false // agent and X11 forwarding, signals, breaks
}

// start lets a channel do one thing.
func (c *client) start(do func()) bool {
	if c.started {
		return false
	}
	c.started, c.then = true, do
	return true
}

// refuse says why and closes.
func (c *client) refuse(sentence string) {
	_, _ = fmt.Fprintf(c.channel.Stderr(), "%s\r\n", sentence)
	c.exit(1)
}

// exit tells the client how it went, and closes.
func (c *client) exit(code uint32) {
	_, _ = c.channel.SendRequest("exit-status", false, gossh.Marshal(struct{ Code uint32 }{code}))
	_ = c.channel.Close()
}

// gone ends the window of a client that closed its channel.
func (c *client) gone() {
	if c.session != nil {
		c.session.cancel()
	}
}

// clamp makes a size one that can be drawn.
func (p sizeRequest) clamp() kit.WindowSize {
	at := func(n uint32, most int) int { return int(min(n, uint32(most))) }
	return kit.WindowSize{Cols: at(p.Cols, mostCols), Rows: at(p.Rows, mostRows), Width: at(p.Width, mostPixels), Height: at(p.Height, mostPixels)}
}
