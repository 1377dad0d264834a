package desk

import (
	"context"
	"errors"
	"io/fs"
	"strings"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"okienko/assets"
	"okienko/model"
	"okienko/store"
	"okienko/ui/kit"
	"okienko/ui/text"
)

// firstRun is the form that makes a school where there is none. It has no App:
// there is no database yet.
type firstRun struct {
	lang    text.Lang
	t       *text.FirstRun
	folder  store.Folder
	form    *kit.Form
	choice  *kit.Choice
	said    map[string][]string // what each profile means
	onDone  func() kit.Turn
	working bool
	lock    *text.Lock
	key     store.Key // that opens the school it made
}

// NewFirstRun asks for the school's name, address and rules, makes the folder,
// and then does what onDone returns.
func NewFirstRun(lang text.Lang, folder store.Folder, onDone func() kit.Turn) kit.Screen {
	return newFirstRun(lang, folder, onDone)
}

func newFirstRun(lang text.Lang, folder store.Folder, onDone func() kit.Turn) *firstRun {
	t := text.FirstRunIn(lang)
	s := &firstRun{lang: lang, t: t, folder: folder, onDone: onDone, lock: text.LockIn(lang), said: map[string][]string{}}
	var options []kit.Option
	for _, name := range assets.Profiles() {
		options = append(options, kit.Option{ID: name, Name: t.Profiles[name]})
		body, _ := assets.Profile(name)
		if p, err := model.ParseProfile(name, body); err == nil {
			s.said[name] = t.Explain(lang, p)
		}
	}
	s.choice = kit.NewChoice(options...)
	items := []*kit.FormItem{
		{ID: "name", Label: t.Name, Hint: t.NameHint, Field: kit.NewField(150), Check: func(v string) string {
			if tidy(v) == "" {
				return t.NameMissing
			}
			return ""
		}},
		{ID: "address", Label: t.Address, Hint: t.AddressHint, Field: kit.NewField(150)},
		{ID: "profile", Label: t.Profile, Hint: t.ProfileHint, Choice: s.choice},
	}
	s.form = kit.NewForm(append(items, s.lockItems()...)...)
	s.form.Labels = 16
	s.form.PasteRefused = (&App{Lang: lang}).pasteRefused
	return s
}

// How the school is to be locked.
const (
	withPassphrase    = "with"
	withoutPassphrase = "without"
)

// lockItems ask for a passphrase, twice, or for none.
func (s *firstRun) lockItems() []*kit.FormItem {
	t := s.lock
	kind := kit.NewChoice(kit.Option{ID: withPassphrase, Name: t.With}, kit.Option{ID: withoutPassphrase, Name: t.Without})
	secret := func() *kit.Field {
		f := kit.NewField(200)
		f.Secret = true
		return f
	}
	return []*kit.FormItem{
		{ID: "lock", Label: t.Kind, Choice: kind},
		{ID: "passphrase", Label: t.Field, Hint: t.FieldHint, Field: secret(), Check: func(v string) string {
			if s.form.Value("lock") == withoutPassphrase {
				return ""
			}
			if err := store.CheckPassphrase(model.Secret(v)); err != nil {
				return text.Error(s.lang, err, time.UTC)
			}
			return ""
		}},
		{ID: "again", Label: t.Again, Hint: t.AgainHint, Field: secret(), Check: func(v string) string {
			if s.form.Value("lock") == withPassphrase && v != s.form.Value("passphrase") {
				return t.Differ
			}
			return ""
		}},
	}
}

// explained is what stands below the form: what the profile means or, while
// the lock is chosen, what losing the passphrase or having none means.
func (s *firstRun) explained() []string {
	switch s.form.Focused() {
	case "lock", "passphrase", "again":
		if s.form.Value("lock") == withoutPassphrase {
			return []string{s.lock.Unlocked}
		}
		return []string{s.lock.Losing}
	}
	return s.said[s.form.Value("profile")]
}

// OpenFirstRun shows the form until a school was made or it was left. The key
// opens the school that was made.
func OpenFirstRun(lang text.Lang, folder store.Folder) (key store.Key, made bool, err error) {
	first := newFirstRun(lang, folder, func() kit.Turn {
		made = true
		return kit.Quit()
	})
	err = kit.Run(kit.NewStack(first, kit.Options{Words: *kitWords(lang)}), kit.RunOptions{})
	return first.key, made, err
}

// tidy is a line as the profile may hold it.
func tidy(v string) string {
	v, _ = model.Clean(v)
	return strings.TrimSpace(v)
}

func (s *firstRun) Title() string   { return s.t.Title }
func (s *firstRun) Typing() bool    { return s.form.Typing() }
func (s *firstRun) MenuKey() string { return "" }

func (s *firstRun) Actions() []kit.Action {
	next := kit.Action{ID: "next", Keys: []string{"enter"}, Name: s.t.Next, Hint: s.t.NextHint, Footer: 1,
		Do: func() kit.Turn { return s.Update(tea.KeyMsg{Type: tea.KeyEnter}) }}
	if s.form.Last() {
		next.Name = s.t.Create
	}
	if s.working {
		next.Off = s.t.Creating
	}
	return []kit.Action{next, {ID: "leave", Keys: []string{"esc"}, Name: s.t.Leave, Footer: 2, Do: func() kit.Turn { return kit.Pop(nil) }}}
}

// made is the answer of making the folder.
type made struct{ err error }

func (s *firstRun) Update(msg tea.Msg) kit.Turn {
	if m, ok := msg.(made); ok {
		s.working = false
		if m.err != nil {
			return kit.Stay().Say(kit.Bad(s.sentence(m.err)))
		}
		return s.onDone()
	}
	if s.form.Update(msg) {
		return s.create()
	}
	return kit.Stay()
}

func (s *firstRun) create() kit.Turn {
	s.working = true
	lock := store.Lock{}
	if s.form.Value("lock") == withPassphrase {
		lock.Passphrase = model.Secret(s.form.Value("passphrase"))
	}
	s.key = store.Key{Passphrase: lock.Passphrase}
	body, _ := assets.Profile(s.form.Value("profile"))
	body, folder := model.WithSchool(body, tidy(s.form.Value("name")), tidy(s.form.Value("address"))), s.folder
	return kit.Stay(func() tea.Msg {
		ctx, cancel := context.WithTimeout(context.Background(), deedTime)
		defer cancel()
		return made{folder.Create(ctx, body, lock)}
	})
}

// sentence says why no school was made. What the system refuses is mostly the
// folder.
func (s *firstRun) sentence(err error) string {
	var path *fs.PathError
	if errors.As(err, &path) {
		return s.t.BrokenFolder
	}
	return text.Error(s.lang, err, time.UTC)
}

func (s *firstRun) View(w, h int) string {
	lines := append([]string{kit.Strong.Paint(kit.Cut(s.t.Welcome, w)), ""}, kit.Wrap(s.t.Where+" "+kit.Safe(string(s.folder)), w)...)
	lines = append(lines, "")
	lines = append(lines, strings.Split(s.form.View(w, h-len(lines)-7), "\n")...)
	lines = append(lines, "")
	for _, l := range s.explained() {
		lines = append(lines, kit.Wrap(l, w)...)
	}
	return strings.Join(append(lines, "", kit.Dim.Paint(kit.Cut(s.t.Later, w))), "\n")
}
