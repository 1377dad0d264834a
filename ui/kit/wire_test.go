package kit_test

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"okienko/ui/kit"
)

// people is rows as wide as a list of students at 120 columns.
type people struct{}

var peopleColumns = kit.Columns{{Width: 30, Grow: 1}, {Width: 4}, {Width: 9}, {Width: 30}, {Width: 22}}

func (people) Len() int { return 1200 }
func (people) Row(i, w int) string {
	return peopleColumns.Row(w, kit.Cell{Text: fmt.Sprintf("Żółkiewska-Brzęczyszczykiewicz %d", i)},
		kit.Cell{Text: "4a"}, kit.Cell{Text: fmt.Sprintf("%d/2026", i)},
		kit.Cell{Text: "! brak zdjęcia, brak wniosku", Tone: kit.WarnTone}, kit.Cell{Text: "wpisz do SIO"})
}

type listScreen struct {
	list *kit.List
}

func (*listScreen) Title() string { return "Uczniowie" }
func (*listScreen) Actions() []kit.Action {
	return []kit.Action{do("otwórz", "enter", kit.Quit), do("klasa", "f2", kit.Quit)}
}
func (s *listScreen) Update(msg tea.Msg) kit.Turn {
	s.list.Update(msg)
	return kit.Stay()
}
func (s *listScreen) View(w, h int) string { return s.list.View(w, h) }

// frames counts the bytes of each frame the real renderer writes.
type frames chan int

func (f frames) Write(b []byte) (int, error) {
	// What sets the terminal up comes in short writes of its own.
	if strings.HasPrefix(string(b), "\x1b[H") && len(b) > len("\x1b[H") {
		f <- len(b)
	}
	return len(b), nil
}

// The list is drawn by Bubble Tea's own renderer and every frame is weighed.
func TestListIsCheapOnTheWire(t *testing.T) {
	const keys = 1000
	s := &listScreen{list: kit.NewList(people{}, &testWords)}
	s.list.Header = peopleColumns.Header
	in, feed := io.Pipe()
	weights := make(frames, 4)
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	done := make(chan error, 1)
	started := make(chan kit.Handle, 1)
	go func() {
		done <- kit.Run(kit.NewStack(s, opts), kit.RunOptions{In: in, Out: weights, Context: ctx,
			Started: func(h kit.Handle) { started <- h }})
	}()
	h := <-started
	h.Resize(120, 30)
	if first := <-weights; first < 2000 {
		t.Errorf("the first frame has %d bytes", first)
	}
	total, cheap, scrolls := 0, 0, 0
	for range keys {
		if _, err := feed.Write([]byte("\x1b[B")); err != nil {
			t.Fatal(err)
		}
		select {
		case n := <-weights:
			total += n
			if n > 400 {
				scrolls++
			} else {
				cheap++
			}
		case <-ctx.Done():
			t.Fatal("a key drew nothing")
		}
	}
	h.Quit()
	if err := <-done; err != nil && !errors.Is(err, kit.ErrInputEnded) {
		t.Error(err)
	}
	_ = feed.Close()
	t.Logf("%d bytes a key in the mean, %d scrolls", total/keys, scrolls)
	if total/keys > 600 {
		t.Errorf("%d bytes a key in the mean, want at most 600", total/keys)
	}
	if scrolls > keys/20 {
		t.Errorf("%d of %d keys cost more than 400 bytes", scrolls, keys)
	}
}
