package desk

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"

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
	worklists := a.School.Worklists()
	add := func(name string, open func() kit.Turn) {
		options = append(options, chooseOption{name: name, value: open})
	}
	for _, o := range a.orders() {
		switch o.Kind {
		case OutSIO:
			add(a.orderName(o), func() kit.Turn { return kit.Push(newSIOFile(a)) })
			add(t.Accepted, func() kit.Turn { return kit.Push(newAccepted(a)) })
			continue
		case OutWorklist:
			if o.Worklist == list {
				at = len(options)
			}
			add(t.List(text.WorklistsIn(a.Lang).Name[o.Worklist], worklists[slices.Index(model.WorklistIDs, o.Worklist)]), func() kit.Turn { return kit.Push(newOutForm(a, o, class)) })
			continue
		}
		add(a.orderName(o), func() kit.Turn { return kit.Push(newOutForm(a, o, class)) })
		if n := len(a.onPaper()); o.Kind == OutSlips && n > 0 {
			add(t.BackHome(n), func() kit.Turn { return kit.Push(newHome(a)) })
		}
	}
	menu := newChoose(a, t.Screen, nil, options, at)
	return kit.Ask(menu, func(result any) kit.Turn {
		if open, ok := result.(func() kit.Turn); ok {
			return open()
		}
		return kit.Stay()
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
	t       *text.Out
	order   Order
	ahead   string // what stands above the form; "": nothing
	folder  string // where the file goes unless a whole path is typed
	offered string // name that the form filled in by itself
	path    *kit.FormItem
	class   *kit.FormItem
}

func newOutForm(a *App, o Order, class model.Class) *outForm {
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
	if o.Kind != OutSIO && o.Kind != OutDay {
		f.class = textItem("class", f.t.OnlyClass, "", class.String(), 20, f.checkClass)
		f.class.Field.Placeholder = f.t.AllClasses
		items = append(items, f.class)
	}
	if o.Kind == OutSlips {
		languages := []kit.Option{{ID: "pl", Name: "polski"}, {ID: "uk", Name: "українська"}, {ID: "en", Name: "English"}}
		items = append(items, choiceItem("lang", f.t.SlipLang, string(a.Lang), languages...),
			choiceItem("codes", f.t.WithCodes, "no", kit.Option{ID: "no", Name: f.t.CodesNo}, kit.Option{ID: "yes", Name: f.t.CodesYes}))
	}
	f.path = textItem("path", f.t.Path, f.t.PathHint, "", 300, f.checkPath)
	f.formScreen = newForm(a, a.orderName(o), append(items, f.path)...)
	f.form.Focus("path")
	if a.Folder != "" {
		f.folder = a.Folder.Outgoing()
	} else if home, err := os.UserHomeDir(); err == nil {
		f.folder = home
	}
	f.intro = func() []string {
		if f.ahead != "" {
			return []string{f.ahead, f.t.Folder(f.folder)}
		}
		return []string{f.t.Folder(f.folder)}
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

// offer names a file of the day and the class, until somebody types another.
func (f *outForm) offer() {
	if f.path.Field.Value() != f.offered {
		return
	}
	parts := []string{f.app.orderName(f.order)}
	if class, err := model.ParseClass(f.form.Value("class")); err == nil && !class.IsZero() {
		parts = append(parts, class.String())
	}
	f.offered = export.FileName(append(parts, f.app.today().String(), f.ending())...)
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
	typed := f.form.Value("path")
	o.Path, o.Fresh = barePath(typed), typed == f.offered
	if filepath.Base(o.Path) == o.Path {
		o.Path = filepath.Join(f.folder, o.Path)
	}
	if f.app.afar { // nor may a desk at the other end of a line write elsewhere on the server
		o.Path = filepath.Join(f.app.Folder.Outgoing(), filepath.Base(o.Path))
	}
	o.Class, _ = model.ParseClass(f.form.Value("class"))
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
	return f.deed(func(ctx context.Context) (any, error) {
		if app.Folder != "" && filepath.Dir(o.Path) == app.Folder.Outgoing() {
			if err := export.MakeFolder(app.Folder.Outgoing()); err != nil {
				return nil, &export.DiskError{Err: err}
			}
		}
		return o.Write(ctx, app.DB, app.Actor, now)
	})
}

// fault puts what is wrong with the file under its field.
func (f *outForm) fault(err error) bool {
	var disk *export.DiskError
	switch {
	case errors.Is(err, export.ErrExists):
		f.form.Fail("path", f.t.Taken)
	case errors.As(err, &disk):
		f.form.Fail("path", text.CommandIn(f.app.Lang).CantWrite(filepath.Base(f.order.Path)))
	default:
		return false
	}
	return true
}

func (f *outForm) done(value any) kit.Turn {
	w, _ := value.(Written)
	said := kit.Good(f.t.Done(w.Lines, w.Path))
	switch {
	case f.order.Kind == OutSIO && w.Lines == 0: // another desk registered them meanwhile
		said = kit.Warn(f.t.SIONobody)
	case f.order.Kind == OutSIO:
		said = kit.Good(f.t.SIO.Done(w.Lines, w.Path))
	case f.order.Kind == OutDay:
		said = kit.Good(text.DayIn(f.app.Lang).Written(w.Path))
	case f.order.Kind == OutSlips:
		said = kit.Good(f.t.SlipsDone(w.Lines, w.Codes, w.Dense, w.Path))
	}
	return kit.Pop(said)
}
