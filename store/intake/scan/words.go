package scan

import (
	"cmp"
	"image"
	"slices"
	"strings"
	"unicode"
)

// word is text without a blank in it.
type word struct {
	text string
	box  image.Rectangle
}

// run is words that stand on one line, close enough to be read together: a
// cell of a table, a line of a label.
type run struct {
	words []word
	box   image.Rectangle
}

// maxWords is how many words of a page are looked at.
const maxWords = 4000

// runsOf puts the letters of a page together.
func runsOf(letters []letter) []run {
	return joinWords(wordsOf(letters))
}

// wordsOf cuts at blanks and wherever the next letter stands apart.
func wordsOf(letters []letter) []word {
	var words []word
	var text strings.Builder
	var box, last image.Rectangle
	flush := func() {
		if text.Len() > 0 && len(words) < maxWords {
			words = append(words, word{text.String(), box})
		}
		text.Reset()
		box = image.Rectangle{}
	}
	for _, l := range letters {
		if unicode.IsSpace(l.r) || unicode.IsControl(l.r) || l.r == '\ufffe' {
			flush()
			continue
		}
		if unicode.Is(unicode.Cf, l.r) {
			continue // nothing that is printed, and no part of a name or a password
		}
		// An empty box is of a sign without ink; it has a place all the same.
		if l.box.Empty() {
			l.box.Max = l.box.Max.Add(image.Pt(1, 1))
		}
		if text.Len() > 0 && apart(last, l.box) {
			flush()
		}
		text.WriteRune(l.r)
		box, last = box.Union(l.box), l.box
	}
	flush()
	return words
}

// apart reports that two letters, one after the other in the text, are not of
// one word, whichever way it is written.
func apart(a, b image.Rectangle) bool {
	size := max(a.Dx(), a.Dy(), b.Dx(), b.Dy())
	return gap(a, b) > size
}

// gap is how far two rectangles are from each other; 0 if they touch.
func gap(a, b image.Rectangle) int {
	return max(0, a.Min.X-b.Max.X, b.Min.X-a.Max.X, a.Min.Y-b.Max.Y, b.Min.Y-a.Max.Y)
}

// joinWords makes runs by place alone: the order of a PDF's text is that of
// the program that wrote it.
func joinWords(words []word) []run {
	slices.SortStableFunc(words, func(a, b word) int { return cmp.Compare(a.box.Min.X, b.box.Min.X) })
	var runs []run
	for _, w := range words {
		best, nearest := -1, 0
		for i := range runs {
			last := runs[i].words[len(runs[i].words)-1].box
			height := max(runs[i].box.Dy(), w.box.Dy())
			distance := w.box.Min.X - last.Max.X
			if distance < -height/2 || distance > height*5/4 || !sameLine(runs[i].box, w.box) {
				continue
			}
			if best < 0 || distance < nearest {
				best, nearest = i, distance
			}
		}
		if best < 0 {
			runs = append(runs, run{[]word{w}, w.box})
			continue
		}
		runs[best].words = append(runs[best].words, w)
		runs[best].box = runs[best].box.Union(w.box)
	}
	slices.SortStableFunc(runs, func(a, b run) int {
		return cmp.Or(cmp.Compare(a.box.Min.Y, b.box.Min.Y), cmp.Compare(a.box.Min.X, b.box.Min.X))
	})
	return runs
}

// sameLine reports whether two boxes share half the height of the lower one.
func sameLine(a, b image.Rectangle) bool {
	shared := min(a.Max.Y, b.Max.Y) - max(a.Min.Y, b.Min.Y)
	return shared*2 >= min(a.Dy(), b.Dy()) && shared > 0
}

// sameColumn reports whether one stands above the other.
func sameColumn(a, b image.Rectangle) bool {
	return min(a.Max.X, b.Max.X)-max(a.Min.X, b.Min.X) > 0
}
