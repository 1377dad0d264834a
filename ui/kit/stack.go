package kit

import (
	"io"
	"time"

	tea "github.com/charmbracelet/bubbletea"
)

// Options are what the app tells the stack.
type Options struct {
	Words Words
	// Status is the right end of the header (school, desk, operator), at most w
	// cells; what is longer is cut.
	Status func(w int) string
	// Interrupt is what Ctrl+C does; nil: quit.
	Interrupt func() Turn
	// MinW and MinH are the smallest window drawn in cells; 0: 80 and 24, and
	// never less than 20 and 4. Full-screen screens are always drawn.
	MinW, MinH int
	// Now and Tick are the clock; nil: the real one.
	Now  func() time.Time
	Tick func(d time.Duration, msg tea.Msg) tea.Cmd
	// Look is what the terminal can't show; Run finds it out by itself.
	Look Look
	// Denied says why somebody may not use an action, "" if they may; nil:
	// everybody may use everything.
	Denied func(Action) string
	// Replied gets what the terminal answered, before the screens do; nil:
	// nobody.
	Replied func(Reply)
	// Veil hides the window on demand; without a Screen nothing does.
	Veil Veil
	// Log gets the stack trace of a crash, free of data; nil: nobody.
	Log io.Writer
}

// Stack is the root model: it owns the screens, the size of the window, the
// notice and the keys.
type Stack struct {
	opts    Options
	layers  []*layer
	nextID  int
	w, h    int
	notice  Notice
	lasting Notice // said from outside; stays
	burst   burst
	over    overlays
	touched time.Time // the last key
	ending  bool
	crashed bool
	// abort ends the program from outside Update, for a View that panicked.
	abort func()
}

// layer is a screen on the stack.
type layer struct {
	id     int
	screen Screen
	then   func(any) Turn
	latest map[string]int
	deaf   time.Time
	// held is where the screen wanted to go while another covered it.
	held *Turn
}

// NewStack makes a stack with its first screen.
func NewStack(first Screen, o Options) *Stack {
	if o.MinW == 0 {
		o.MinW, o.MinH = 80, 24
	}
	o.MinW, o.MinH = max(o.MinW, 20), max(o.MinH, chrome+1)
	if o.Now == nil {
		o.Now = time.Now
	}
	if o.Tick == nil {
		o.Tick = func(d time.Duration, msg tea.Msg) tea.Cmd {
			return tea.Tick(d, func(time.Time) tea.Msg { return msg })
		}
	}
	s := &Stack{opts: o, touched: o.Now()}
	s.layers = []*layer{s.newLayer(first, nil)}
	return s
}

func (s *Stack) newLayer(screen Screen, then func(any) Turn) *layer {
	s.nextID++
	l := &layer{id: s.nextID, screen: screen, then: then, latest: map[string]int{}}
	if d, ok := screen.(Deafer); ok {
		l.deaf = s.opts.Now().Add(d.Deaf())
	}
	return l
}

func (s *Stack) top() *layer { return s.layers[len(s.layers)-1] }

// Top is the screen that gets the keys.
func (s *Stack) Top() Screen { return s.top().screen }

// Size is the window's width and height in cells.
func (s *Stack) Size() (w, h int) { return s.w, s.h }

// Words are the words the app gave, for widgets that need them.
func (s *Stack) Words() *Words { return &s.opts.Words }

// Crashed says that a screen or a command panicked. The program has ended then.
func (s *Stack) Crashed() bool { return s.crashed }

// Init starts the first screen.
func (s *Stack) Init() (cmd tea.Cmd) {
	defer func() {
		if r := recover(); r != nil {
			cmd = s.crash(NewCrash(r))
		}
	}()
	return tea.Batch(s.start(s.layers[0]), s.watchIdle())
}

func (s *Stack) start(l *layer) tea.Cmd {
	if st, ok := l.screen.(Starter); ok {
		return s.apply(l, Stay(st.Init()))
	}
	return nil
}

// Update takes every message of the program.
func (s *Stack) Update(msg tea.Msg) (m tea.Model, cmd tea.Cmd) {
	defer func() {
		if r := recover(); r != nil {
			m, cmd = s, s.crash(NewCrash(r))
		}
	}()
	if s.ending {
		return s, tea.Quit
	}
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		s.w, s.h = msg.Width, msg.Height
		if r, ok := s.Top().(Resizer); ok {
			cmd = s.apply(s.top(), r.Resized(s.w, s.h))
		}
	case tea.KeyMsg:
		cmd = s.keyMsg(msg)
	case idle:
		cmd = s.looked()
	case release:
		cmd = s.release(msg)
	case answer:
		cmd = s.answered(msg)
	case Broadcast:
		cmd = s.broadcast(msg)
	case Reply:
		if s.opts.Replied != nil {
			s.opts.Replied(msg)
		}
		cmd = s.broadcast(Broadcast{msg})
	case lasting:
		s.lasting = Notice(msg)
	case crashMsg:
		cmd = s.crash(msg.Crash)
	}
	return s, cmd
}

// lasting is a notice that no key takes away.
type lasting Notice

func (s *Stack) broadcast(b Broadcast) tea.Cmd {
	var cmds []tea.Cmd
	for _, l := range append([]*layer(nil), s.layers...) {
		cmds = append(cmds, s.apply(l, l.screen.Update(b)))
	}
	return tea.Batch(cmds...)
}

// apply does what a screen returned. A covered screen runs its commands at once
// and goes where it wanted to when it is on top again.
func (s *Stack) apply(l *layer, t Turn) tea.Cmd {
	cmds := []tea.Cmd{l.requests(t.asks)}
	if t.notice.Text != "" && (l == s.top() || !s.veiled()) {
		s.notice = t.notice
	}
	if t.nav == navStay {
		return tea.Batch(cmds...)
	}
	if l != s.top() {
		t.asks, t.notice = nil, Notice{}
		l.held = &t
		return tea.Batch(cmds...)
	}
	s.burst.take()
	switch t.nav {
	case navPush:
		cmds = append(cmds, s.push(t.to, t.then))
	case navReplace:
		s.layers = s.layers[:len(s.layers)-1]
		cmds = append(cmds, s.push(t.to, l.then))
	case navPop:
		cmds = append(cmds, s.leave(len(s.layers)-1, t.result))
	case navHome:
		home := min(1, len(s.layers)-1)
		s.layers[home].then = nil
		cmds = append(cmds, s.leave(home, t.result))
	case navVeil:
		cmds = append(cmds, s.draw())
	case navQuit:
		cmds = append(cmds, s.end())
	}
	return tea.Batch(cmds...)
}

func (s *Stack) push(screen Screen, then func(any) Turn) tea.Cmd {
	l := s.newLayer(screen, then)
	s.layers = append(s.layers, l)
	return s.start(l)
}

// leave drops all layers from n on and tells the one below.
func (s *Stack) leave(n int, result any) tea.Cmd {
	if n == 0 {
		return s.end()
	}
	then := s.layers[n].then
	s.layers = s.layers[:n]
	below := s.top()
	var t Turn
	if then != nil {
		t = then(result)
	} else {
		t = below.screen.Update(Returned{result})
	}
	cmd := s.apply(below, t)
	if held := below.held; held != nil && below == s.top() {
		below.held = nil
		return tea.Batch(cmd, s.apply(below, *held))
	}
	return cmd
}

func (s *Stack) end() tea.Cmd {
	s.ending = true
	return tea.Quit
}

// deliver hands a message to the top screen.
func (s *Stack) deliver(msg tea.Msg) tea.Cmd {
	l := s.top()
	return s.apply(l, l.screen.Update(msg))
}
