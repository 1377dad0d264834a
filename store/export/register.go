package export

import (
	"cmp"
	"slices"
	"strconv"
	"time"

	"okienko/model"
)

// RegisterWords are the words of the register in a language.
type RegisterWords struct {
	Title string
	// Columns are the headings: number, name, PESEL, number of the document,
	// day of collection, signature, who collected, kind, operator, remarks.
	Columns [10]string
	To      map[model.Recipient]string
	Kind    map[model.CodeKind]string
	// Corrects and Corrected refer from one entry to another; Voided says that
	// nothing was handed over after all.
	Corrects, Corrected func(number int) string
	Voided              string
	ClassName           func(model.Class) string // heads a section on paper
	Stamp               string                   // below the line for the school's stamp
}

// Register is the list of cards handed over, in the order of time: the columns
// that § 5(2) of the 2019 regulation on certificates names (names, PESEL,
// number of the document, day of collection, signature) and what the desk
// knows beside them. The signature is left empty, for the pen. Entries that
// were corrected stay and are marked; times are those of the zone. Of one class,
// unless it is the zero one, the entries keep the numbers of the whole register.
func Register(records []model.Record, zone *time.Location, w RegisterWords, only model.Class) Sheet {
	type entry struct {
		of *model.Record
		model.Handover
	}
	var all []entry
	for i := range records {
		for _, h := range records[i].Handovers {
			all = append(all, entry{&records[i], h})
		}
	}
	slices.SortFunc(all, func(a, b entry) int {
		return cmp.Or(a.At.Compare(b.At), cmp.Compare(a.ID, b.ID))
	})
	number := make(map[int64]int, len(all))    // by the hand-over's id
	corrected := make(map[int64]int, len(all)) // the number of the entry that corrects it
	for i, e := range all {
		number[e.ID] = i + 1
		if e.Corrects != 0 {
			corrected[e.Corrects] = i + 1
		}
	}
	s := Sheet{Title: w.Title, Header: w.Columns[:]}
	classes := make([]model.Class, 0, len(all))
	for i, e := range all {
		if !only.IsZero() && e.of.Class != only {
			continue
		}
		classes = append(classes, e.of.Class)
		remarks := ""
		add := func(remark string) {
			if remarks != "" {
				remarks += "; "
			}
			remarks += remark
		}
		if e.Corrects != 0 {
			add(w.Corrects(number[e.Corrects]) + ", " + e.At.In(zone).Format(moment))
		}
		if e.Void {
			add(w.Voided)
		}
		if n := corrected[e.ID]; n != 0 {
			add(w.Corrected(n))
		}
		collected, day := "", model.DateOf(e.At.In(zone))
		if at := model.CollectedAt(e.Handover, e.of.Handovers); !at.IsZero() {
			collected, day = at.In(zone).Format(moment), model.DateOf(at.In(zone))
		}
		s.Rows = append(s.Rows, []string{strconv.Itoa(i + 1), fullName(e.of.Student), string(e.of.PESEL),
			cardOn(e.of.Cards, day), collected, "", w.collector(e.Handover),
			w.Kind[e.Kind], e.Operator, remarks})
	}
	if w.ClassName != nil {
		s.Paper = registerPaper(classes, w.ClassName, w.Stamp)
	}
	return s
}

// collector says who collected, with the parent's name where it is known.
func (w RegisterWords) collector(h model.Handover) string {
	switch {
	case h.Void:
		return ""
	case h.ToName == "":
		return w.To[h.To]
	}
	return w.To[h.To] + ": " + h.ToName
}

func fullName(s model.Student) string {
	name := s.First
	for _, part := range []string{s.Second, s.Last} {
		if name != "" && part != "" {
			name += " "
		}
		name += part
	}
	return name
}

// cardOn is the number of the card that the mobile one mirrored on a day: of
// those issued by then the last, whatever became of it later.
func cardOn(cards []model.Card, day model.Date) string {
	var current model.Card
	found := false
	for _, c := range cards {
		if c.Issued.After(day) {
			continue
		}
		if !found || !c.Issued.Before(current.Issued) {
			current, found = c, true
		}
	}
	if !found {
		current, _ = model.CurrentCard(cards)
	}
	return current.Number
}
