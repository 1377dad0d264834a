package kit

import (
	"reflect"

	tea "github.com/charmbracelet/bubbletea"
)

// answer is the result of a command on its way back to the screen that asked.
type answer struct {
	layer int
	name  string
	seq   int
	msg   tea.Msg
}

// crashMsg is what a command that panicked answers.
type crashMsg struct{ Crash }

// requests turns a screen's commands into ones whose answers find the way back.
func (l *layer) requests(asks []ask) tea.Cmd {
	cmds := make([]tea.Cmd, 0, len(asks))
	for _, a := range asks {
		from := answer{layer: l.id, name: a.name}
		if a.name != "" {
			l.latest[a.name]++
			from.seq = l.latest[a.name]
		}
		cmds = append(cmds, from.wrap(a.cmd))
	}
	return tea.Batch(cmds...)
}

var cmdList = reflect.TypeFor[[]tea.Cmd]()

// wrap addresses the result of a command. What Bubble Tea itself has to see
// (quit, clear screen, window title) and broadcasts pass as they are; batches
// and sequences are addressed item by item.
func (from answer) wrap(cmd tea.Cmd) tea.Cmd {
	if cmd == nil {
		return nil
	}
	return func() (msg tea.Msg) {
		defer func() {
			if r := recover(); r != nil {
				msg = crashMsg{NewCrash(r)}
			}
		}()
		result := cmd()
		switch result := result.(type) {
		case nil:
			return nil
		case Broadcast:
			return result
		case tea.BatchMsg:
			return tea.BatchMsg(from.wrapAll(result))
		}
		t := reflect.TypeOf(result)
		switch {
		case t.ConvertibleTo(cmdList):
			list := reflect.ValueOf(result).Convert(cmdList).Interface().([]tea.Cmd)
			return tea.Sequence(from.wrapAll(list)...)()
		case t.PkgPath() == reflect.TypeFor[tea.QuitMsg]().PkgPath():
			return result
		}
		from.msg = result
		return from
	}
}

func (from answer) wrapAll(cmds []tea.Cmd) []tea.Cmd {
	wrapped := make([]tea.Cmd, len(cmds))
	for i, c := range cmds {
		wrapped[i] = from.wrap(c)
	}
	return wrapped
}

// answered delivers a result, unless nobody waits for it any more.
func (s *Stack) answered(a answer) tea.Cmd {
	for _, l := range s.layers {
		if l.id != a.layer {
			continue
		}
		if a.name != "" && l.latest[a.name] != a.seq {
			return nil
		}
		if p, ok := a.msg.(pause); ok {
			a.msg = p.msg
			return s.opts.Tick(p.d, a)
		}
		return s.apply(l, l.screen.Update(a.msg))
	}
	return nil
}
