package model

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
)

// nameWord is one word of a file name.
type nameWord struct {
	text   string // as written
	fold   string
	joined bool // a hyphen ties it to the word before
	used   bool // it is part of a class, a PESEL or a name
}

// readWords cuts a repaired file name into words: at everything that is
// neither letter nor digit, where a small letter meets a capital one, and
// between letters and a year in front or behind ("MączkaBłażej4b").
func readWords(name string) (words []nameWord) {
	var current []rune
	joined := false
	flush := func() {
		if len(current) > 0 {
			text := latinised(string(current))
			words = append(words, nameWord{text: text, fold: Fold(text), joined: joined})
			current, joined = nil, false
		}
	}
	for _, r := range name {
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Mn, r):
			if len(current) > 0 && cutsBetween(current, r) {
				flush()
			}
			current = append(current, r)
		default:
			after := len(current) > 0
			flush()
			joined = after && (r == '-' || r == '–')
		}
	}
	flush()
	return words
}

// cutsBetween finds the borders inside of a run of letters and digits. A
// digit in front stays with the letters behind it: "4b", "2LOd".
func cutsBetween(current []rune, next rune) bool {
	last := current[len(current)-1]
	if unicode.IsDigit(next) {
		return !unicode.IsDigit(last)
	}
	return unicode.IsLower(last) && unicode.IsUpper(next) && len(current) > 2
}

// classWord introduces a class.
var classWord = regexp.MustCompile(`^(kl|klas|klasa|klasy|klasie|kla|oddzial)$`)

// looksLikeClass is a year and a letter or two, the way classes are written
// where nothing introduces them.
var looksLikeClass = regexp.MustCompile(`^[1-8][a-z]{1,3}$`)

// takeClasses finds the classes that a name states and marks their words.
func (x *NameIndex) takeClasses(words []nameWord) (stated []Class) {
	for i := 0; i < len(words); i++ {
		from := i
		introduced := classWord.MatchString(words[i].fold)
		if introduced {
			words[i].used = true
			from++
		}
		for length := min(3, len(words)-from); length >= 1; length-- {
			c, ok := x.classOf(words[from:from+length], introduced)
			if !ok {
				continue
			}
			for j := from; j < from+length; j++ {
				words[j].used = true
			}
			if !slices.Contains(stated, c) {
				stated = append(stated, c)
			}
			i = from + length - 1
			break
		}
	}
	return stated
}

// classOf reads a class out of words that stand together: one of the school,
// or one that is plainly meant as a class.
func (x *NameIndex) classOf(words []nameWord, introduced bool) (Class, bool) {
	var b strings.Builder
	for _, w := range words {
		if len(x.byWord[w.fold]) > 0 && !unicode.IsDigit(rune(w.fold[0])) {
			return Class{}, false
		}
		b.WriteString(w.text)
	}
	text := b.String()
	c, err := ParseClass(text)
	if err != nil || c.Unit == "" {
		return Class{}, false
	}
	if x.classes[c] {
		return c, true
	}
	// Capitals for a letter that the school writes small, and the reverse.
	for known := range x.classes {
		if strings.EqualFold(known.String(), c.String()) {
			return known, true
		}
	}
	plain := len(words) == 1 && looksLikeClass.MatchString(strings.ToLower(text))
	return c, plain || introduced && len(words) == 1
}

// fillerStems begin the words that parents, cameras and programs add to a
// name; no surname begins so.
var fillerStems = []string{
	"zdjec", "foto", "photo", "image", "obraz", "legit", "mleg", "szkoln", "kopia", "kopii", "portret", "portrait",
	"paszport", "final", "popraw", "wersj", "mobyw", "uczen", "uczn", "telefon", "druk", "kolor", "edit", "resiz",
	"zmniejsz", "whatsapp", "messeng", "signal", "viber", "telegram", "screen", "receiv", "facebook", "instagr",
	"camera", "aparat", "unnamed", "dokument", "document", "zalacz", "attach", "mail", "gmail", "wakac", "koleg",
	"miniatur", "rentgen", "dorosl", "lice", "technik", "podstawow", "ostatecz", "aktualn", "oryginal", "original",
	"mvimg", "snapchat", "inbound", "identyf",
}

// fillerWords are such words whole; a surname may begin like them.
var fillerWords = []string{
	"img", "dsc", "pic", "skan", "scan", "copy", "crop", "pxl", "plik", "file", "dla", "syn", "syna", "corka", "corki",
	"dziecko", "dziecka", "moj", "moja", "mojego", "mojej", "nowe", "nowa", "nowy", "duze", "male", "dobre", "lepsze",
	"tlo", "biale", "klasa", "szkola", "szkoly",
}

// isFiller reports whether a word that is nobody's name may stand in the
// name of a photo without casting doubt on whose it is. Small letters after
// capitalised names are prose; a capitalised word may be another name.
func isFiller(w nameWord, capitalised bool) bool {
	switch {
	case strings.IndexFunc(w.fold, unicode.IsLetter) < 0:
		return true
	case surnameEnding.MatchString(w.fold):
		return false
	case len(w.fold) <= 2, slices.Contains(fillerWords, w.fold),
		slices.ContainsFunc(fillerStems, func(f string) bool { return strings.HasPrefix(w.fold, f) }):
		return true
	case w.joined:
		return false
	}
	return capitalised && !startsUpper(w.text)
}

// surnameEnding is how many Polish and Ukrainian surnames end.
var surnameEnding = regexp.MustCompile(`(sk|ck|dzk)(i|a|ich|iej)$|(wicz|czyk|enko|chuk|czuk|iuk|yszyn)$`)
