//go:build !windows

package kit

import (
	"bytes"
	"testing"
	"time"

	"github.com/creack/pty"
	"golang.org/x/term"
)

// A terminal that answers is heard, one that does not costs the time it was
// given; both find their settings again and nothing left to read.
func TestQuestion(t *testing.T) {
	for name, answer := range map[string]string{"answers": "\x1b_Gi=31;OK\x1b\\\x1b[?62;4c", "types": "abc\x1b[?62;4c", "silent": ""} {
		t.Run(name, func(t *testing.T) {
			ours, theirs, err := pty.Open()
			if err != nil {
				t.Fatal(err)
			}
			defer func() { _, _ = ours.Close(), theirs.Close() }()
			before, err := term.GetState(int(theirs.Fd()))
			if err != nil {
				t.Fatal(err)
			}
			var out bytes.Buffer
			most := 5 * time.Second
			if answer == "" {
				most = time.Millisecond
			} else if _, err := ours.WriteString(answer); err != nil {
				t.Fatal(err)
			}
			heard := ""
			err = Question(theirs, &out, "?", most, func(r Reply) bool {
				heard += r.Text
				return r.Text == "\x1b[?62;4c"
			})
			if err != nil || out.String() != "?" {
				t.Errorf("asked %q, %v", out.String(), err)
			}
			if want := answer; name != "types" && heard != want || name == "types" && heard != "\x1b[?62;4c" {
				t.Errorf("heard %q", heard)
			}
			if after, err := term.GetState(int(theirs.Fd())); err != nil || *after != *before {
				t.Errorf("the terminal is left as %+v, %v", after, err)
			}
		})
	}
}

func TestNoQuestion(t *testing.T) {
	if err := Question(nil, nil, "", time.Hour, nil); err != nil {
		t.Error(err)
	}
}
