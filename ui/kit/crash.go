package kit

import (
	"fmt"
	"reflect"
	"runtime"
	"strings"

	tea "github.com/charmbracelet/bubbletea"
)

// Crash is a panic as a log may know it: what kind it was and where. The value
// of a panic and the arguments of functions may be somebody's data, so neither
// is in it.
type Crash struct{ report string }

// NewCrash takes what recover returned. It belongs into the deferred function
// itself, while the stack of the panic is still there.
func NewCrash(cause any) Crash {
	if c, ok := cause.(Crash); ok { // from another goroutine
		return c
	}
	var b strings.Builder
	_, _ = fmt.Fprintf(&b, "panic: %s\n", kindOf(cause))
	pcs := make([]uintptr, 64)
	frames := runtime.CallersFrames(pcs[:runtime.Callers(2, pcs)])
	for {
		f, more := frames.Next()
		_, _ = fmt.Fprintf(&b, "%s\n\t%s:%d\n", f.Function, f.File, f.Line)
		if !more {
			return Crash{b.String()}
		}
	}
}

// Error is the report; a Crash may be panicked with again.
func (c Crash) Error() string { return c.report }

// kindOf is the type of a panic's value, or the sentence of the Go runtime, which
// names indexes and types only.
func kindOf(cause any) string {
	t := reflect.TypeOf(cause)
	if t == nil {
		return "nil"
	}
	of := t
	if of.Kind() == reflect.Pointer {
		of = of.Elem()
	}
	if err, ok := cause.(runtime.Error); ok && of.PkgPath() == "runtime" {
		return err.Error()
	}
	return t.String()
}

// crash writes down where the program broke and ends it.
func (s *Stack) crash(c Crash) tea.Cmd {
	s.crashed = true
	if s.opts.Log != nil {
		_, _ = fmt.Fprintln(s.opts.Log, c.report)
	}
	if s.abort != nil {
		s.abort()
	}
	return s.end()
}
