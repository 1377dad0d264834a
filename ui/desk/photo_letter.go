package desk

import (
	"context"
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"okienko/model"
	"okienko/store"
	"okienko/store/export"
	"okienko/ui/kit"
	"okienko/ui/text"
)

// letterScreen shows the letter that asks a family for another photo. It can
// be copied or written to a file, in any of the three languages.
type letterScreen struct {
	app   *App
	t     *text.Gallery
	album *album
	photo store.Photo
	lang  text.Lang
	out   bool   // it was copied or saved
	said  string // about that, until it is noted as well
	paper scroller
}

func newLetter(b *album, p store.Photo) kit.Screen {
	s := &letterScreen{app: b.app, t: text.GalleryIn(b.app.Lang), album: b, photo: p, lang: b.letters, paper: scroller{step: letterPage}}
	if s.lang == "" {
		s.lang = text.Polish // what the school writes in
	}
	return s
}

func (s *letterScreen) Title() string { return s.t.LetterTitle }

// letter is the text.
func (s *letterScreen) letter() string {
	about := text.LetterAbout{School: s.app.profile().School, File: s.photo.Name, Arrived: s.photo.Arrived, Deletion: s.photo.Deletion,
		Findings: s.photo.Report.Findings, Format: s.photo.Report.Format, Among: s.album.among(s.photo), Rules: s.app.profile().Photo}
	if e := s.app.School.Get(s.photo.Student); e != nil {
		about.Student = e.Student
	}
	return text.WriteLetter(s.lang, about)
}

// Actions of the screen. Enter copies first, and then goes on: a letter that
// was written is noted by itself.
func (s *letterScreen) Actions() []kit.Action {
	noClip, noFolder, noPath := "", "", ""
	if s.app.afar { // a path is one of the school's machine, not of hers
		noPath = s.t.SaveFar
	}
	if s.app.Out == nil || s.app.Terminal.Dumb {
		noClip = s.t.CopyNowhere
	}
	if s.app.Folder == "" {
		noFolder = s.t.NoFolder
	}
	actions := []kit.Action{
		{ID: "letter-copy", Keys: []string{"k"}, Name: s.t.Copy, Hint: s.t.CopyHint, Off: noClip, Footer: 2, Do: s.copy},
		{ID: "letter-save", Keys: []string{"z"}, Name: s.t.Save, Hint: s.t.SaveHint, Off: noFolder, Footer: 3, Do: func() kit.Turn { return s.save("") }},
		{ID: "letter-save-as", Keys: []string{"s"}, Name: s.t.SaveAs, Hint: s.t.SaveAsHint, Off: noPath, Footer: 4, Do: s.saveAs},
		{ID: "letter-language", Keys: []string{"j"}, Name: s.t.Language, Hint: s.t.LanguageHint, Footer: 5, Do: s.turnLanguage},
		s.sentAction(),
		{ID: "photo-back", Keys: []string{"esc"}, Name: s.t.Back, Footer: 7, Do: func() kit.Turn { return kit.Pop(nil) }},
	}
	if s.out {
		actions = append(actions, kit.Action{ID: "letter-on", Keys: []string{"enter"}, Name: text.FormsIn(s.app.Lang).GoOn, Footer: 1,
			Do: func() kit.Turn { return kit.Pop(photoSettled{kit.Good(s.t.SentNow)}) }})
	} else {
		actions[0].Keys, actions[0].Footer = []string{"enter", "k"}, 1
	}
	return s.album.guarded(actions)
}

// sentAction notes that the family knows, or that the letter did not go after
// all.
func (s *letterScreen) sentAction() kit.Action {
	a := kit.Action{ID: "letter-sent", Keys: []string{"w"}, Name: s.t.Sent, Hint: s.t.SentHint, Footer: 6, Do: func() kit.Turn { return s.sent(true) }}
	switch now, ok := s.album.get(s.photo.ID); {
	case !ok:
		a.Off = s.t.Gone
	case now.State == model.PhotoTold:
		a.Name, a.Hint, a.Do = s.t.NotSent, s.t.NotSentHint, s.notSent
	case now.State != model.PhotoRefused:
		a.Off = s.t.State[now.State]
	}
	return a
}

// turnLanguage goes to the next language; the next letter begins with it.
func (s *letterScreen) turnLanguage() kit.Turn {
	all := text.Langs
	s.lang = all[(slices.Index(all, s.lang)+1)%len(all)]
	s.album.letters, s.paper.top, s.out = s.lang, 0, false
	return kit.Stay()
}

// Answers of the commands of this screen.
type (
	letterCopied struct{ err error }
	letterSaved  struct {
		path string
		err  error
	}
)

// clipboard is a text for the terminal's clipboard (OSC 52). GNU screen lets
// it through only in pieces that are meant for the terminal outside.
func clipboard(said string, inScreen bool) string {
	encoded := base64.StdEncoding.EncodeToString([]byte(said))
	if !inScreen {
		return "\x1b]52;c;" + encoded + "\a"
	}
	var b strings.Builder
	for piece := range slices.Chunk([]byte("\x1b]52;c;"+encoded+"\a"), screenPiece) {
		b.WriteString("\x1bP" + string(piece) + "\x1b\\")
	}
	return b.String()
}

// screenPiece is shorter than the longest string that GNU screen takes.
const screenPiece = 240

func (s *letterScreen) copy() kit.Turn {
	out, letter, inScreen := s.app.Out, s.letter(), s.app.Terminal.InScreen
	return kit.Stay(func() tea.Msg {
		_, err := io.WriteString(out, clipboard(letter, inScreen))
		return letterCopied{err}
	})
}

func (s *letterScreen) saveAs() kit.Turn {
	prompt := newPrompt(s.app, s.t.PathLabel, s.t.PathHint, "", nil)
	return kit.Ask(prompt, func(result any) kit.Turn {
		if path := barePath(result); path != "" {
			return s.save(path)
		}
		return kit.Stay()
	})
}

// save writes the letter to a path, or under a name of its own among what
// leaves the school. There it goes on the day on which the photo does.
func (s *letterScreen) save(path string) kit.Turn {
	letter, folder := s.letter(), s.app.Folder.Outgoing()
	name := []string{text.LetterIn(s.app.Lang).FileWord, s.album.who(s.photo)}
	write := func(path string) error {
		ctx, cancel := context.WithTimeout(context.Background(), deedTime)
		defer cancel()
		undo, err := s.app.DB.NoteOutgoing(ctx, s.app.Actor, path, store.About{Kind: store.AboutPhoto, ID: s.photo.ID})
		if err != nil {
			return err
		}
		if err = export.Create(path, []byte(letter)); err != nil {
			undo()
		}
		return err
	}
	return kit.Stay(func() tea.Msg {
		if path != "" {
			path = fromHome(path)
			return letterSaved{path, write(path)}
		}
		return saveNumbered(folder, name, write)
	})
}

// mostLetters bounds how many letters of one name there may be.
const mostLetters = 100

// saveNumbered writes a letter beside those that have its name.
func saveNumbered(folder string, name []string, write func(path string) error) letterSaved {
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return letterSaved{folder, fmt.Errorf("making a folder: %w", err)}
	}
	for n := 1; ; n++ {
		parts := name
		if n > 1 {
			parts = append(slices.Clip(name), strconv.Itoa(n))
		}
		path := filepath.Join(folder, export.FileName(append(slices.Clip(parts), ".txt")...))
		err := write(path)
		if !errors.Is(err, export.ErrExists) || n == mostLetters {
			return letterSaved{path, err}
		}
	}
}

// fromHome is a path that may begin with ~.
func fromHome(path string) string {
	rest, ok := strings.CutPrefix(path, "~/")
	if !ok {
		return path
	}
	home, err := os.UserHomeDir()
	if err != nil {
		return path
	}
	return filepath.Join(home, rest)
}

// written notes by itself that the family was written to, and what was said
// about the letter stays.
func (s *letterScreen) written(said string) kit.Turn {
	s.out, s.said = true, said
	turn := kit.Stay()
	if p, ok := s.album.get(s.photo.ID); ok && p.State == model.PhotoRefused && !s.album.busy {
		turn = s.sent(false)
	}
	return turn.Say(kit.Good(said))
}

// sent notes that the family was written to.
func (s *letterScreen) sent(byHand bool) kit.Turn {
	if byHand {
		s.said = ""
	}
	return s.note(s.t.SentNow, func(ctx context.Context, db *store.DB, p store.Photo) error {
		return db.ParentTold(ctx, s.app.Actor, p.ID, p.Version)
	})
}

// notSent takes that back: the photo is refused, and nobody was told.
func (s *letterScreen) notSent() kit.Turn {
	s.out, s.said = false, s.t.NotSentNow
	return s.note(s.t.NotSentNow, func(ctx context.Context, db *store.DB, p store.Photo) error {
		return db.DecidePhoto(ctx, s.app.Actor, p.ID, p.Version, model.PhotoRefused)
	})
}

func (s *letterScreen) note(said string, do func(context.Context, *store.DB, store.Photo) error) kit.Turn {
	p, ok := s.album.get(s.photo.ID)
	if !ok {
		return kit.Stay().Say(kit.Warn(s.t.Gone))
	}
	return kit.Stay(s.album.deed(photoDone{said: said}, func(ctx context.Context, db *store.DB) error { return do(ctx, db, p) }))
}

func (s *letterScreen) Update(msg tea.Msg) kit.Turn {
	switch msg := msg.(type) {
	case letterCopied:
		if msg.err != nil {
			s.app.Log.Error("the terminal takes no letter", "error", msg.err)
			return kit.Stay().Say(kit.Bad(s.t.CantCopy))
		}
		return s.written(s.t.Copied)
	case letterSaved:
		return s.saved(msg)
	case done:
		_, notice, ok := s.album.done(msg)
		switch {
		case !ok:
			return kit.Stay().Say(notice)
		case s.said == "": // it was said by hand: the next photo's turn
			return kit.Pop(photoSettled{notice})
		}
		return kit.Stay().Say(kit.Good(s.said))
	case tea.KeyMsg:
		s.paper.key(msg)
	}
	return kit.Stay()
}

func (s *letterScreen) saved(m letterSaved) kit.Turn {
	path := kit.Safe(m.path)
	switch {
	case errors.Is(m.err, export.ErrExists):
		return kit.Stay().Say(kit.Warn(s.t.SaveExists(path)))
	case m.err != nil:
		s.app.Log.Error("a letter was not saved", "error", m.err)
		return kit.Stay().Say(kit.Bad(s.t.CantSave(path)))
	}
	return s.written(s.t.Saved(path))
}

// letterPage is how many lines Page Down goes.
const letterPage = 15

func (s *letterScreen) View(w, h int) string {
	head := []string{kit.Accent.Paint(kit.Cut(joined(" · ", s.t.Language+": "+s.t.LangName[s.lang], kit.Safe(s.album.who(s.photo))), w)), ""}
	var lines []string
	for line := range strings.Lines(s.letter()) {
		lines = append(lines, kit.Wrap(kit.Safe(strings.TrimRight(line, "\n")), w)...)
	}
	room := h - len(head)
	if len(lines) <= room {
		return strings.Join(append(head, s.paper.cut(lines, room)...), "\n")
	}
	room-- // the last line says which lines these are
	shown := s.paper.cut(lines, room)
	where := text.KitIn(s.app.Lang).Position(s.paper.top+1, s.paper.top+room, len(lines)) + " · " + s.t.Lines
	return strings.Join(append(append(head, shown...), kit.Dim.Paint(where)), "\n")
}
