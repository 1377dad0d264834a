package desk

import (
	"strings"
	"time"

	"okienko/model"
	"okienko/ui/kit"
)

// lastUsed is what this window's forms were filled in with last, offered
// again: a stack of sheets goes into one folder, a morning's codes are of one
// kind.
type lastUsed struct {
	place string
	kind  model.CodeKind
}

// leaning is which of the years is meant by a day typed without one.
type leaning int

const (
	towardsPast   leaning = iota // the last such day until today
	towardsFuture                // the next such day from today on
)

// readDate understands a day as people type it: DD.MM.RRRR, D.M., RRRR-MM-DD
// and the like, and the words for today and yesterday in the program's
// languages. The zero Date and true for a blank text.
func readDate(s string, today model.Date, lean leaning) (model.Date, bool) {
	switch model.Fold(s) {
	case "":
		return model.Date{}, strings.TrimSpace(s) == ""
	case "dzis", "dzisiaj", "today", "сьогодні":
		return today, true
	case "wczoraj", "yesterday", "вчора", "учора":
		return today.AddDays(-1), true
	case "jutro", "tomorrow", "завтра":
		return today.AddDays(1), true
	}
	if d, ok := model.ReadDay(s); ok {
		return d, true
	}
	return readShortDate(s, today, lean)
}

// readShortDate reads a day and a month.
func readShortDate(s string, today model.Date, lean leaning) (model.Date, bool) {
	t, err := time.Parse("2.1", strings.TrimSuffix(strings.TrimSpace(s), "."))
	if err != nil {
		return model.Date{}, false
	}
	// 29 February needs a leap year, and those are at most eight years apart.
	step := -1
	if lean == towardsFuture {
		step = 1
	}
	for n := range 9 {
		d, err := model.NewDate(today.Year+n*step, t.Month(), t.Day())
		if err != nil || lean == towardsPast && d.After(today) || lean == towardsFuture && d.Before(today) {
			continue
		}
		return d, true
	}
	return model.Date{}, false
}

// readMoment understands a time of day of today ("8:05"), or a day with or
// without one, in now's zone. A day alone is its beginning, or with end its
// end. The zero time and true for a blank text.
func readMoment(s string, now time.Time, lean leaning, end bool) (time.Time, bool) {
	words := strings.Fields(s)
	if len(words) == 0 {
		return time.Time{}, true
	}
	clock := time.Time{}
	last := words[len(words)-1]
	hasClock := strings.Contains(last, ":")
	if hasClock {
		var err error
		if clock, err = time.Parse("15:04", last); err != nil {
			return time.Time{}, false
		}
		words = words[:len(words)-1]
	}
	day := model.DateOf(now)
	if len(words) > 0 {
		var ok bool
		if day, ok = readDate(strings.Join(words, " "), day, lean); !ok || day.IsZero() {
			return time.Time{}, false
		}
	}
	if end && !hasClock {
		return day.EndIn(now.Location()), true
	}
	return time.Date(day.Year, day.Month, day.Day, clock.Hour(), clock.Minute(), 0, 0, now.Location()), true
}

// textItem is a labelled field holding a value.
func textItem(id, label, hint, value string, limit int, check func(string) string) *kit.FormItem {
	f := kit.NewField(limit)
	f.SetValue(value)
	return &kit.FormItem{ID: id, Label: label, Hint: hint, Field: f, Check: check}
}

// offeredItem is textItem for a value that is only likely: typing replaces it.
func offeredItem(id, label, hint, value string, limit int, check func(string) string) *kit.FormItem {
	item := textItem(id, label, hint, "", limit, check)
	item.Field.Offer(value)
	return item
}

// choiceItem is a labelled choice with the cursor on a value.
func choiceItem(id, label, value string, options ...kit.Option) *kit.FormItem {
	c := kit.NewChoice(options...)
	c.Choose(value)
	return &kit.FormItem{ID: id, Label: label, Choice: c}
}

// setOptions replaces the options of a choice. The cursor stays on what was
// chosen, unless that can't be chosen any more.
func setOptions(c *kit.Choice, options ...kit.Option) {
	chosen := c.Chosen()
	fresh := kit.NewChoice(options...)
	for _, o := range options {
		if o.ID == chosen && o.Off == "" {
			fresh.Choose(chosen)
		}
	}
	*c = *fresh
}

// secondLook lets something unusual pass when Enter is pressed on it again.
type secondLook struct{ seen string }

// at returns the sentence the first time for a value, "" from then on.
func (l *secondLook) at(value, sentence string) string {
	if l.seen == value {
		return ""
	}
	l.seen = value
	return sentence
}
