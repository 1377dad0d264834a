package scan

import (
	"strings"
	"unicode"

	"okienko/model"
)

// Kinds of what is printed beside a code.
type secretKind int

const (
	noSecret secretKind = iota
	secondSecret
	loginName
)

// Bounds of a value; longer text is a sentence.
const (
	maxValueWords = 4
	maxValue      = 64
)

// secrets finds the activation codes, passwords and user names of a page by
// the words that announce them. A value stands behind its label, in the cell
// to the right, or below.
func secrets(runs []run) (seconds, logins []mention) {
	split := make([]run, len(runs))
	labels := make([]bool, len(runs))
	for i, r := range runs {
		split[i] = run{splitLabels(r.words), r.box}
		kind, _, _ := labelAt(split[i].words)
		labels[i] = kind != noSecret
	}
	for i, r := range split {
		for at := 0; at < len(r.words); {
			kind, n, colon := labelAt(r.words[at:])
			if kind == noSecret {
				at++
				continue
			}
			end := at + n
			for end < len(r.words) {
				if next, _, _ := labelAt(r.words[end:]); next != noSecret {
					break
				}
				end++
			}
			values := []mention{}
			if v, ok := valueOf(r.words[at+n:end], colon); ok {
				v.box = boxOf(r.words[at:end])
				values = append(values, v)
			} else if end == at+n && end == len(r.words) {
				values = valuesAround(split, labels, i, colon)
			}
			if kind == loginName {
				logins = append(logins, values...)
			} else {
				seconds = append(seconds, values...)
			}
			at = end
		}
	}
	return seconds, logins
}

// splitLabels parts "Kod:AB12" into two words.
func splitLabels(words []word) []word {
	var out []word
	for _, w := range words {
		label, value, ok := strings.Cut(w.text, ":")
		if ok && value != "" {
			if kind, _, _ := labelAt([]word{{label + ":", w.box}}); kind != noSecret || model.Fold(label) == "aktywacyjny" {
				out = append(out, word{label + ":", w.box}, word{value, w.box})
				continue
			}
		}
		out = append(out, w)
	}
	return out
}

// labelAt recognises a label at the beginning of some words: its kind, how
// many words it has, whether it ends in a colon.
func labelAt(words []word) (kind secretKind, n int, colon bool) {
	one := model.Fold(words[0].text)
	two := one
	if len(words) > 1 {
		two += " " + model.Fold(words[1].text)
	}
	switch two {
	case "kod aktywacyjny", "kod aktywacji", "activation code":
		kind, n = secondSecret, 2
	case "nazwa uzytkownika", "user name":
		kind, n = loginName, 2
	default:
		switch one {
		case "haslo", "password":
			kind, n = secondSecret, 1
		case "login":
			kind, n = loginName, 1
		case "kod":
			// Alone it may be the post's or the word of a sentence.
			if strings.HasSuffix(words[0].text, ":") {
				kind, n = secondSecret, 1
			}
		}
	}
	if n == 0 {
		return noSecret, 0, false
	}
	colon = strings.HasSuffix(words[n-1].text, ":")
	if !colon && len(words) > n && words[n].text == ":" {
		return kind, n + 1, true
	}
	return kind, n, colon
}

// valueOf takes the words behind a label. Without a colon only what can't be
// a word of a sentence is a value.
func valueOf(words []word, colon bool) (mention, bool) {
	if len(words) == 0 || len(words) > maxValueWords || !colon && (len(words) > 1 || !secretLike(words[0].text)) {
		return mention{}, false
	}
	parts := make([]string, len(words))
	for i, w := range words {
		parts[i] = w.text
	}
	text := strings.Join(parts, " ")
	return mention{box: boxOf(words), text: text}, len(text) <= maxValue
}

// valuesAround looks for the value of a label that stands alone: in the next
// cell, in the line below, or, for the heading of a column, in all cells
// below.
func valuesAround(runs []run, labels []bool, of int, colon bool) []mention {
	label := runs[of].box
	height := label.Dy()
	nearest := -1
	for i, r := range runs {
		if i == of || labels[i] || !sameLine(label, r.box) || r.box.Min.X < label.Max.X || gap(label, r.box) > widestCell*height {
			continue
		}
		if nearest < 0 || r.box.Min.X < runs[nearest].box.Min.X {
			nearest = i
		}
	}
	if nearest >= 0 {
		if v, ok := valueOf(runs[nearest].words, colon); ok {
			return []mention{v}
		}
	}
	var below []mention
	for i, r := range runs {
		if labels[i] || r.box.Min.Y < label.Max.Y-height/4 || !sameColumn(label, r.box) {
			continue
		}
		if colon && gap(label, r.box) > 2*height {
			continue
		}
		if v, ok := valueOf(r.words, false); ok {
			below = append(below, v)
			if colon {
				break
			}
		}
	}
	return below
}

// secretLike reports whether a word is no word of a language: it has a digit,
// or capitals behind small letters.
func secretLike(s string) bool {
	if len(s) < 4 || classWord(s) {
		return false
	}
	if _, problem := model.ParsePESEL(s); problem == "" {
		return false
	}
	small := false
	for _, r := range s {
		if unicode.IsDigit(r) || small && unicode.IsUpper(r) {
			return true
		}
		small = small || unicode.IsLower(r)
	}
	return false
}
