package ui

import (
	"errors"
	"fmt"
	"os"
	"strings"
	"time"

	"okienko/ui/kit"
	"okienko/ui/qr"
)

// rungLine is one way to draw, as --rungs --json lists it.
type rungLine struct {
	Name  string `json:"name"`
	Cols  int    `json:"cols,omitempty"`
	Rows  int    `json:"rows,omitempty"`
	Level string `json:"level,omitempty"`
	Fits  bool   `json:"fits"`
	// Best: taken if none is asked for. Why: what is in the way of one that
	// does not fit. Asked: drawn only if asked for by name.
	Best  bool   `json:"best"`
	Asked bool   `json:"asked,omitempty"`
	Why   string `json:"why,omitempty"`
}

// noAnswer and noPictures are in the way of pictures alone.
const (
	noAnswer   = "no_answer"   // the terminal was not asked, or kept silent
	noPictures = "no_pictures" // it answered that it shows none
)

// answerWait is how long a terminal may take to answer, over a slow line. All
// real ones answer to the end of the question at once.
const answerWait = time.Second

func (c *command) listRungs(payload string) error {
	cols, rows := c.size()
	terminal := qr.Detect(os.Getenv)
	answered, err := c.ask(&terminal, cols, rows)
	if err != nil {
		return err
	}
	lines, err := rungLines(payload, cols, rows, terminal, answered)
	if err != nil {
		return &saidError{c.codeFault(err, ""), err}
	}
	return c.report(struct {
		Rungs []rungLine `json:"rungs"`
	}{lines}, func() error {
		if err := c.print(fmt.Sprintf("%-12s %-18s %-20s", c.t.Rung, c.t.Room, c.t.Module)); err != nil {
			return err
		}
		for _, r := range lines {
			room := ""
			if r.Cols > 0 {
				room = fmt.Sprintf("%d×%d", r.Cols, r.Rows)
			}
			if err := c.print(fmt.Sprintf("%-12s %-18s %-20s %s", r.Name, room, r.Level, c.stateOf(r))); err != nil {
				return err
			}
		}
		return nil
	})
}

// stateOf says whether a way can be used here.
func (c *command) stateOf(r rungLine) string {
	switch {
	case r.Best:
		return c.t.Fits + ", " + c.t.Taken
	case r.Fits && r.Asked:
		return c.t.Fits + ", " + c.t.OnRequest
	case r.Fits:
		return c.t.Fits
	case r.Why == noAnswer:
		return c.t.NoAnswer
	case r.Why == string(qr.TooSmall):
		return c.t.DoesNotFit
	}
	return c.t.NotDrawn
}

// ask finds out whether the terminal shows pictures and how large its cells
// are; answered is false if it was not asked or kept silent.
func (c *command) ask(a *qr.Abilities, cols, rows int) (answered bool, err error) {
	question := a.Questions()
	if question == "" || !c.onTerminal() {
		return false, nil
	}
	err = kit.Question(c.In, os.Stdout, question, answerWait, func(r kit.Reply) bool {
		a.Learn(r.Text)
		answered = strings.HasPrefix(r.Text, "\x1b[?") // the question's end
		return answered
	})
	if m := kit.Measure(os.Stdout); m.Cols == cols && m.Rows == rows {
		a.CellWidth, a.CellHeight = m.Width/cols, m.Height/rows
	}
	return answered, err
}

// rungLines lists the pictures and the ladder.
func rungLines(payload string, cols, rows int, a qr.Abilities, answered bool) ([]rungLine, error) {
	ladder, err := qr.Ladder(payload, cols, rows, a)
	if err != nil {
		return nil, err
	}
	best, found := qr.First(ladder, func(r qr.Rung) bool { return r.Fits && !r.Trial })
	picture, pictureErr := qr.Picture(payload, cols, rows, a)
	larger := pictureErr == nil && (!found || picture.Larger(best, a))
	var lines []rungLine
	for _, p := range []qr.Protocol{qr.ProtocolKitty, qr.ProtocolSixel} {
		line := rungLine{Name: string(p), Why: noPictures}
		var small *qr.TooSmallError
		switch {
		case !answered:
			line.Why = noAnswer
		case pictureErr == nil && picture.Protocol == p:
			line = rungLine{Name: string(p), Cols: picture.Cols, Rows: picture.Rows, Level: picture.Symbol.Level.String(),
				Fits: true, Best: larger, Asked: !larger}
		case errors.As(pictureErr, &small) && (p == qr.ProtocolKitty) == a.Kitty:
			line.Cols, line.Rows, line.Why = small.NeedCols, small.NeedRows, string(qr.TooSmall)
		}
		lines = append(lines, line)
	}
	for _, r := range ladder {
		lines = append(lines, rungLine{Name: r.Name, Cols: r.Cols, Rows: r.Rows, Level: r.Level.String(), Fits: r.Fits,
			Best: found && r == best && !larger, Asked: r.Trial || r.Weak, Why: string(r.Why)})
	}
	return lines, nil
}
