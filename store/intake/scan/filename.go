package scan

import (
	"image"
	"path"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// namedByFile says whom the name of a file means; the folders around it may
// name the class. The zero mention means nobody.
func (p *People) namedByFile(file string) mention {
	folder, base := path.Split(file)
	if ending := path.Ext(base); len(ending) <= 5 {
		base = strings.TrimSuffix(base, ending)
	}
	line := run{words: fileWords(base)}
	if len(line.words) == 0 {
		return mention{}
	}
	m := mentions{names: p.namesIn(line), pesels: p.peselsIn(line)}
	marks := append(classesIn(line), classesIn(run{words: fileWords(path.Base(folder))})...)
	for i := range marks {
		marks[i].labelled = true // no houses in names of files
	}
	p.narrowBy(m.names, marks)
	all := slices.Concat(m.names, m.pesels)
	if len(all) == 0 || slices.ContainsFunc(all, func(m mention) bool { return m.stranger }) {
		return mention{}
	}
	one, ok := agreed(all)
	if !ok {
		return mention{}
	}
	one.number = len(m.pesels) > 0
	return one
}

// fileWords cuts a file's name where people put something for a blank. Small
// letters get a capital, because nobody minds them in names of files.
func fileWords(s string) []word {
	var words []word
	for _, text := range strings.FieldsFunc(s, func(r rune) bool {
		return unicode.IsSpace(r) || strings.ContainsRune("_.,;()[]+&", r)
	}) {
		first, size := utf8.DecodeRuneInString(text)
		words = append(words, word{string(unicode.ToUpper(first)) + text[size:], image.Rectangle{Max: image.Pt(1, 1)}})
	}
	return words
}
