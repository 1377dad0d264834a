package export

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"time"

	"okienko/model"
)

// ListWords are the words of a list in a language.
type ListWords struct {
	Title   string
	Columns []string
	// ClassName is how a section is headed: "klasa 4a"; the zero class is that
	// of students without one.
	ClassName func(model.Class) string
	Stage     map[model.Stage]string
	Step      map[model.Step]string
	Kind      map[model.CodeKind]string
	Statement map[model.StatementKind]string
	Signer    map[model.Signer]string
	Collects  map[model.PickupReason]string
	Expired   string
	Missing   string // where the policy waits for a sheet
	Blocker   map[model.BlockerID]string
	// Says of a worklist what a student lacks and what comes next; "" where that
	// is the verdict's.
	Says func(*model.Record, model.Assessment) (what, next string)
}

// View is from where lists are looked at.
type View struct {
	Profile model.Profile
	model.Viewpoint
}

func (v View) today() model.Date { return model.DateOf(v.Now.In(v.Profile.Zone())) }

// listed is a student of a list with what was judged of them.
type listed struct {
	*model.Record
	verdict model.Assessment
	key     string
}

// inOrder picks students, class by class and there as the class register is
// ordered, or by name where that is not known.
func inOrder(records []model.Record, v View, pick func(*listed) bool) []listed {
	collator := model.NewCollator()
	var all []listed
	for i := range records {
		l := listed{Record: &records[i], verdict: model.Assess(records[i], v.Profile, v.Viewpoint)}
		if pick(&l) {
			l.key = collator.Key(l.Last + " " + l.First + " " + l.Second)
			all = append(all, l)
		}
	}
	slices.SortFunc(all, func(a, b listed) int {
		return cmp.Or(a.CompareInRegister(b.Student), strings.Compare(a.key, b.key), cmp.Compare(a.ID, b.ID))
	})
	return all
}

// sheetOf makes a sheet with a row for each student. The first two columns are
// the number and the class, which on paper is the section's heading.
func sheetOf(all []listed, w ListWords, widths []float64, row func(*listed) []string) Sheet {
	s := Sheet{Title: w.Title, Header: w.Columns, Paper: &Paper{Columns: widths}}
	for i := range all {
		l := &all[i]
		s.Rows = append(s.Rows, append([]string{strconv.Itoa(i + 1), l.Class.String()}, row(l)...))
		s.Paper.into(w.ClassName(l.Class), i)
	}
	return s
}

// into adds a row to the section of a name, which is the last or a new one.
func (p *Paper) into(name string, row int) {
	if n := len(p.Sections); n == 0 || p.Sections[n-1].Name != name {
		p.Sections = append(p.Sections, Section{Name: name})
	}
	last := &p.Sections[len(p.Sections)-1]
	last.Rows = append(last.Rows, row)
}

// cardNumber is that of the card that counts.
func cardNumber(r *model.Record) string {
	card, _ := model.CurrentCard(r.Cards)
	return card.Number
}

// Uncollected lists the codes that lie at the school and that nobody has
// collected, expired ones too: their owners need new ones. Columns: number,
// class, student, card, kind of code, taken in, lives until, stage, who may
// collect, signature. There is no PESEL in it: it lies on a desk.
func Uncollected(records []model.Record, v View, w ListWords) Sheet {
	all := inOrder(records, v, func(l *listed) bool {
		c := l.verdict.Code
		return c != nil && c.Spent == 0 && len(model.EffectiveHandovers(l.Handovers)) == 0 &&
			l.verdict.Stage != model.StageStopped && l.verdict.Stage != model.StageLeft
	})
	zone := v.Profile.Zone()
	return sheetOf(all, w, []float64{8, 0, 42, 20, 22, 20, 20, 22, 24, 34}, func(l *listed) []string {
		c := *l.verdict.Code
		stage := w.Stage[l.verdict.Stage]
		if c.Expired(v.Profile, v.Now) {
			stage = w.Expired
		}
		return []string{l.ListName(), cardNumber(l.Record), w.Kind[c.Kind], at(c.Added, zone), at(c.Expires(v.Profile), zone), stage,
			w.Collects[l.verdict.Pickup.Why], ""}
	})
}

// Statements lists for every student the sheet that counts. Columns: number,
// class, student, kind of sheet, signed on, by whom, in what capacity, where it
// lies, signature. Where the policy waits for a sheet, the kind says so.
func Statements(records []model.Record, v View, w ListWords) Sheet {
	all := inOrder(records, v, func(l *listed) bool { return l.verdict.Stage != model.StageLeft })
	return sheetOf(all, w, []float64{8, 0, 44, 34, 22, 36, 20, 24, 36}, func(l *listed) []string {
		sheet, ok := model.CurrentStatement(l.Statements)
		kind := w.Statement[sheet.Kind]
		if l.verdict.Has(model.BlockNoStatement) || l.verdict.Has(model.BlockSigner) {
			kind = strings.TrimPrefix(kind+"; "+w.Missing, "; ")
		}
		if !ok {
			sheet = model.Statement{}
		}
		return []string{l.ListName(), kind, sheet.Signed.Polish(), sheet.SignerName, w.Signer[sheet.Signer], sheet.Place, ""}
	})
}

// Worklist lists the students of a worklist. Columns: number, class, student,
// card, stage, what is missing, next step, signature. As on the screen those
// come first who stood at the desk and wait for another code.
func Worklist(records []model.Record, in func(model.Record, model.Assessment) bool, v View, w ListWords) Sheet {
	all := inOrder(records, v, func(l *listed) bool { return in(*l.Record, l.verdict) })
	slices.SortStableFunc(all, func(a, b listed) int { return a.CompareWaiting(b.Record) })
	s := sheetOf(all, w, []float64{8, 0, 42, 22, 25, 40, 33, 33}, func(l *listed) []string {
		var missing []string
		for _, b := range l.verdict.Blockers {
			missing = append(missing, w.Blocker[b.ID])
		}
		what, next := w.Says(l.Record, l.verdict)
		return []string{l.ListName(), cardNumber(l.Record), w.Stage[l.verdict.Stage], cmp.Or(what, strings.Join(missing, ", ")),
			cmp.Or(next, w.Step[l.verdict.Next]), ""}
	})
	// A few students of each class: the lists' classes share their pages.
	s.Paper.Columns[1] = 16
	s.Paper.Sections = s.Paper.Sections[:0]
	for i := range s.Rows {
		s.Paper.into("", i)
	}
	return s
}

// PageWords are what stands on every page beside the sheet, in a language.
type PageWords struct {
	Page    func(page, of int) string
	Lacking string
}

// Printed adds to a sheet what stands on every page: the school's head, the
// day and the number of the page.
func (s Sheet) Printed(v View, w PageWords) Sheet {
	if s.Paper != nil {
		paper := *s.Paper
		paper.School, paper.Address = v.Profile.School, v.Profile.Address
		paper.Day, paper.Page, paper.Lacking = v.today().Polish(), w.Page, w.Lacking
		s.Paper = &paper
	}
	return s
}

// registerPaper puts the register's entries under their students' classes;
// they keep the numbers that they have in order of time.
func registerPaper(classes []model.Class, name func(model.Class) string, stamp string) *Paper {
	rows := make([]int, len(classes))
	for i := range rows {
		rows[i] = i
	}
	slices.SortStableFunc(rows, func(a, b int) int { return classes[a].Compare(classes[b]) })
	p := &Paper{Landscape: true, Stamp: stamp, Columns: []float64{9, 52, 21, 22, 26, 44, 36, 16, 18, 29}}
	for _, i := range rows {
		p.into(name(classes[i]), i)
	}
	return p
}

// moment is how lists write a day and an hour.
const moment = "02.01.2006 15:04"

// at is a moment as lists write it; "" for the zero one.
func at(t time.Time, zone *time.Location) string {
	if t.IsZero() {
		return ""
	}
	return t.In(zone).Format(moment)
}
