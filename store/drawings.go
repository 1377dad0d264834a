package store

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"github.com/BurntSushi/toml"
)

// Drawing is the way to draw codes that was chosen at a desk, in one kind of
// terminal and one size of its window. It holds no personal data.
type Drawing struct {
	Desk     string `toml:"desk"`
	Terminal string `toml:"terminal"`
	Window   string `toml:"window"` // "80x24"
	Rung     string `toml:"rung"`
}

// mostDrawings is how many are remembered; a window without a name of its own
// is a new desk each time.
const mostDrawings = 200

type drawingsFile struct {
	Drawing []Drawing `toml:"drawing"`
}

// DrawingsFile is where the chosen drawings are remembered.
func (f Folder) DrawingsFile() string { return filepath.Join(string(f), "drawings.toml") }

// Drawings returns what was chosen at a desk and terminal: rungs by windows.
// Nothing was, if the file does not exist.
func (f Folder) Drawings(desk, terminal string) (map[string]string, error) {
	all, err := f.drawings()
	if err != nil {
		return nil, err
	}
	chosen := map[string]string{}
	for _, d := range all {
		if d.Desk == desk && d.Terminal == terminal {
			chosen[d.Window] = d.Rung
		}
	}
	return chosen, nil
}

// KeepDrawing remembers a choice, or forgets it if the rung is "". A file that
// can't be understood is begun anew: it holds nothing that can't be chosen
// again.
func (f Folder) KeepDrawing(d Drawing) error {
	all, err := f.drawings()
	var broken toml.ParseError
	if err != nil && !errors.As(err, &broken) {
		return err
	}
	all = slices.DeleteFunc(all, func(o Drawing) bool {
		return o.Desk == d.Desk && o.Terminal == d.Terminal && o.Window == d.Window
	})
	if d.Rung != "" {
		all = append(all, d)
	}
	return f.writeDrawings(all[max(0, len(all)-mostDrawings):])
}

func (f Folder) drawings() ([]Drawing, error) {
	text, err := os.ReadFile(f.DrawingsFile())
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("reading the chosen drawings: %w", err)
	}
	var file drawingsFile
	if _, err := toml.Decode(string(text), &file); err != nil {
		return nil, fmt.Errorf("reading the chosen drawings: %w", err)
	}
	return file.Drawing, nil
}

// writeDrawings replaces the file in one step, readable by its owner alone, so
// that another window never reads half of it.
func (f Folder) writeDrawings(all []Drawing) error {
	var text bytes.Buffer
	err := toml.NewEncoder(&text).Encode(drawingsFile{all})
	if err != nil {
		return fmt.Errorf("writing the chosen drawings: %w", err)
	}
	file, err := os.CreateTemp(string(f), ".drawings-*") // mode 0600
	if err != nil {
		return fmt.Errorf("writing the chosen drawings: %w", err)
	}
	_, err = file.Write(text.Bytes())
	if err = errors.Join(err, file.Close()); err == nil {
		err = os.Rename(file.Name(), f.DrawingsFile())
	}
	if err != nil {
		return fmt.Errorf("writing the chosen drawings: %w", errors.Join(err, os.Remove(file.Name())))
	}
	return nil
}
