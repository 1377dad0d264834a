package desk

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"okienko/model"
	"okienko/store/export"
	"okienko/ui/kit"
	"okienko/ui/text"
)

// writeFiles asks which file is wanted, then how and where.
// The cursor stands on the worklist that is on screen.
func (a *App) writeFiles(class model.Class, list model.WorklistID) kit.Turn {
	t, at := text.OutIn(a.Lang), 0
	var options []chooseOption
	for _, o := range a.orders() {
		if list != "" && o.Worklist == list {
			at = len(options)
		}
		options = append(options, chooseOption{name: a.orderName(o), value: o})
	}
	return kit.Ask(newChoose(a, t.Screen, nil, options, at), func(result any) kit.Turn {
		o, ok := result.(Order)
		if !ok {
			return kit.Stay()
		}
		return kit.Push(newOutForm(a, o, class))
	})
}

// orders are the files that a desk offers.
func (a *App) orders() (all []Order) {
	for _, kind := range OutKinds {
		if kind != OutWorklist {
			all = append(all, Order{Kind: kind, Lang: a.Lang})
		}
	}
	for _, id := range model.WorklistIDs {
		all = append(all, Order{Kind: OutWorklist, Worklist: id, Lang: a.Lang})
	}
	return all
}

func (a *App) orderName(o Order) string {
	name := text.OutIn(a.Lang).Title[string(o.Kind)]
	if o.Kind == OutWorklist {
		name += ": " + text.WorklistsIn(a.Lang).Name[o.Worklist]
	}
	return name
}

// outForm asks for what a file needs and writes it.
type outForm struct {
	*formScreen
	t        *text.Out
	order    Order
	offered  string // path that the form filled in by itself
	path     *kit.FormItem
	written  Written
	disabled *kit.FormItem // of the file for SIO
	class    *kit.FormItem // of slips and worklists
}

func newOutForm(a *App, o Order, class model.Class) kit.Screen {
	f := &outForm{t: text.OutIn(a.Lang), order: o}
	var items []*kit.FormItem
	if endings := o.Kind.Endings(); len(endings) > 1 {
		name := map[string]string{".pdf": f.t.Printed, ".xlsx": f.t.Sheet, ".csv": f.t.Plain}
		var options []kit.Option
		for _, e := range endings {
			options = append(options, kit.Option{ID: e, Name: name[e]})
		}
		items = append(items, choiceItem("format", f.t.Format, endings[0], options...))
	}
	switch o.Kind {
	case OutWorklist:
		f.class = textItem("class", f.t.OnlyClass, f.t.AllClasses, class.String(), 20, f.checkClass)
		items = append(items, f.class)
	case OutSIO:
		f.disabled = textItem("disabled", f.t.Disabled, f.t.DisabledHint, "", 200, func(v string) string {
			if strings.TrimSpace(v) == "" {
				return f.t.DisabledHint
			}
			return ""
		})
		items = append(items, f.disabled, choiceItem("photos", f.t.WithoutPhotos, "no",
			kit.Option{ID: "no", Name: a.words().No}, kit.Option{ID: "yes", Name: a.words().Yes}))
	case OutSlips:
		f.class = textItem("class", f.t.OnlyClass, f.t.AllClasses, class.String(), 20, f.checkClass)
		languages := []kit.Option{{ID: "pl", Name: "polski"}, {ID: "uk", Name: "українська"}, {ID: "en", Name: "English"}}
		items = append(items, f.class, choiceItem("lang", f.t.SlipLang, string(a.Lang), languages...),
			choiceItem("codes", f.t.WithCodes, "no", kit.Option{ID: "no", Name: f.t.CodesNo}, kit.Option{ID: "yes", Name: f.t.CodesYes}))
	}
	f.path = textItem("path", f.t.Path, f.t.PathHint, "", 300, f.checkPath)
	f.formScreen = newForm(a, a.orderName(o), append(items, f.path)...)
	f.form.Focus("path")
	if o.Kind == OutSIO {
		f.form.Focus("disabled")
	}
	f.changed, f.save, f.saved, f.refused = f.offer, f.write, f.done, f.fault
	f.offer()
	return f
}

// ending is the one chosen, or the only one.
func (f *outForm) ending() string {
	if e := f.form.Value("format"); e != "" {
		return e
	}
	return f.order.Kind.Endings()[0]
}

// offer names a file of the day in the school's own folder, until somebody
// types another.
func (f *outForm) offer() {
	if f.path.Field.Value() != f.offered {
		return
	}
	folder := ""
	if f.app.Folder != "" {
		folder = f.app.Folder.Outgoing()
	} else if home, err := os.UserHomeDir(); err == nil {
		folder = home
	}
	name := f.app.orderName(f.order)
	if f.order.Kind == OutWorklist && f.form.Value("class") != "" {
		name += " " + f.form.Value("class")
	}
	f.offered = filepath.Join(folder, export.FileName(name, f.app.today().String(), f.ending()))
	f.path.Field.SetValue(f.offered)
}

func (f *outForm) checkPath(v string) string {
	if !f.order.Kind.Fits(barePath(v)) {
		return f.t.BadEnding(filepath.Base(v), strings.Join(f.order.Kind.Endings(), ", "))
	}
	return ""
}

func (f *outForm) checkClass(v string) string {
	class, err := model.ParseClass(v)
	switch {
	case err != nil, !class.IsZero() && len(f.app.School.Class(class)) == 0:
		return f.t.NoSuchClass(v)
	case class.IsZero() && f.form.Value("codes") == "yes":
		return f.t.OnlyForClass
	}
	return ""
}

// write asks before codes go out on paper.
func (f *outForm) write() kit.Turn {
	o := f.order
	o.Path = barePath(f.form.Value("path"))
	if filepath.Base(o.Path) == o.Path {
		o.Path = filepath.Join(filepath.Dir(f.offered), o.Path)
	}
	if f.app.afar { // nor may a desk at the other end of a line write elsewhere on the server
		o.Path = filepath.Join(f.app.Folder.Outgoing(), filepath.Base(o.Path))
	}
	o.SIO.WithoutPortraits = f.form.Value("photos") == "yes"
	if f.class != nil {
		o.Class, _ = model.ParseClass(f.form.Value("class"))
	}
	if o.Kind == OutSlips {
		o.Lang, o.WithCodes = text.Lang(f.form.Value("lang")), f.form.Value("codes") == "yes"
	}
	f.order = o
	if o.WithCodes {
		return kit.Confirm(f.app.ask(f.t.WithCodes, "enter", f.t.CodesAsk(o.Class.String())), f.begin)
	}
	return f.begin()
}

func (f *outForm) begin() kit.Turn {
	o, app, now := f.order, f.app, f.app.Now()
	people := ""
	if f.disabled != nil && !IsNobody(f.form.Value("disabled")) {
		people = barePath(f.form.Value("disabled"))
	}
	if people != "" && app.afar {
		people = filepath.Join(app.Folder.Inbox(), filepath.Base(people))
	}
	return f.deed(func(ctx context.Context) (any, error) {
		if people != "" {
			chosen, err := People(ctx, app.DB, people, !app.afar, app.today())
			if err != nil {
				return nil, err
			}
			o.SIO.Disabled = chosen
		}
		if app.Folder != "" && filepath.Dir(o.Path) == app.Folder.Outgoing() {
			if err := os.MkdirAll(app.Folder.Outgoing(), 0o700); err != nil {
				return nil, &export.DiskError{Err: err}
			}
		}
		return o.Write(ctx, app.DB, app.Actor, now)
	})
}

// fault puts what is wrong with a file under its field.
func (f *outForm) fault(err error) bool {
	var disk *export.DiskError
	lines, people := PeopleLines(f.app.Lang, err)
	switch {
	case errors.Is(err, export.ErrExists):
		f.form.Fail("path", f.t.Taken)
	case people:
		f.form.Fail("disabled", strings.Join(lines, " "))
	case errors.As(err, &disk):
		f.form.Fail("path", text.CommandIn(f.app.Lang).CantWrite(filepath.Base(f.order.Path)))
	case f.disabled != nil && unreadableFile(err):
		f.form.Fail("disabled", text.ImportIn(f.app.Lang).NotFound)
	default:
		return false
	}
	return true
}

// unreadableFile tells a list that can't be read from a fault of the database.
func unreadableFile(err error) bool {
	var path *os.PathError
	return errors.Is(err, ErrFileTooLarge) || errors.Is(err, ErrNotAFile) || errors.As(err, &path)
}

func (f *outForm) done(value any) kit.Turn {
	f.written, _ = value.(Written)
	w, path := f.written, f.order.Path
	switch f.order.Kind {
	case OutSIO:
		return kit.Replace(newRefused(f.app, w)).Say(kit.Good(f.t.SIODone(w.Lines, path)))
	case OutSlips:
		return kit.Pop(kit.Good(f.t.SlipsDone(w.Lines, w.Codes, path)))
	}
	return kit.Pop(kit.Good(f.t.Done(w.Lines, path)))
}

// IsNobody reports whether somebody said in any of the languages that nobody
// is on a list.
func IsNobody(s string) bool {
	for _, word := range []string{"nikt", "nobody", "none", "ніхто"} {
		if strings.EqualFold(strings.TrimSpace(s), word) {
			return true
		}
	}
	return false
}

// refusedScreen tells who is not in the file for SIO and why.
type refusedScreen struct {
	app   *App
	t     *text.Out
	head  string
	lines []string
	paper scroller
}

func newRefused(a *App, w Written) kit.Screen {
	s := &refusedScreen{app: a, t: text.OutIn(a.Lang), lines: RefusedLines(a.Lang, w)}
	s.head = s.t.SIOLeft(len(s.lines), w.SIO.Registered, w.SIO.Objected)
	if len(s.lines) == 0 {
		s.lines = []string{s.t.NobodyRefused}
	}
	return s
}

func (s *refusedScreen) Title() string { return s.t.RefusedTitle }

func (s *refusedScreen) Actions() []kit.Action {
	return []kit.Action{{ID: "close", Keys: []string{"esc", "enter"}, Name: s.t.Close, Footer: 1, Do: func() kit.Turn { return kit.Pop(nil) }}}
}

func (s *refusedScreen) Update(msg tea.Msg) kit.Turn {
	if k, ok := msg.(tea.KeyMsg); ok {
		s.paper.key(k)
	}
	return kit.Stay()
}

func (s *refusedScreen) View(w, h int) string {
	var lines []string
	for _, line := range s.lines {
		lines = append(lines, kit.Wrap(kit.Safe(line), w)...)
	}
	head := kit.Wrap(s.head, w)
	return strings.Join(head, "\n") + "\n\n" + s.paper.view(lines, max(1, h-len(head)-1))
}
