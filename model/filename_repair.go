package model

import (
	"regexp"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/unicode/norm"
)

// repairFileName undoes what mail programs, browsers and archives do to file
// names: endings, percent signs, encoded words, UTF-8 read as something else.
func repairFileName(name string) string {
	name = norm.NFC.String(strings.ToValidUTF8(name, " "))
	name = decodeWords(name)
	name = decodePercent(name)
	name = undoMojibake(name)
	return trimEndings(name)
}

// fileEnding are the endings that pictures come with.
var fileEnding = regexp.MustCompile(`(?i)\.(jpe?g|jpe|jfif|png|heic|heif|webp|gif|bmp|tiff?|pdf|zip|mp4|mov|avif)\s*$`)

// trimEndings takes the ending off, also a doubled one.
func trimEndings(name string) string {
	for {
		shorter := fileEnding.ReplaceAllString(name, "")
		if shorter == name {
			return name
		}
		name = shorter
	}
}

// encodedWord is RFC 2047's "=?UTF-8?Q?…?=", also after a program that keeps
// question marks out of file names.
var encodedWord = regexp.MustCompile(`(?i)=[?_]utf-?8[?_]q[?_](.*?)[?_]=`)

func decodeWords(name string) string {
	return encodedWord.ReplaceAllStringFunc(name, func(word string) string {
		body := encodedWord.FindStringSubmatch(word)[1]
		if decoded, ok := decodeHex(strings.ReplaceAll(body, "_", " "), '='); ok {
			return decoded
		}
		return word
	})
}

// decodePercent undoes a browser's "Jan%20Kowalski".
func decodePercent(name string) string {
	if decoded, ok := decodeHex(name, '%'); ok {
		return norm.NFC.String(decoded)
	}
	return name
}

// decodeHex replaces the mark and two hexadecimal digits by the byte that
// they are; ok is false where that makes no text, or nothing was replaced.
func decodeHex(s string, mark byte) (decoded string, ok bool) {
	var b []byte
	for i := 0; i < len(s); i++ {
		if s[i] == mark && i+2 < len(s) {
			if v, err := strconv.ParseUint(s[i+1:i+3], 16, 8); err == nil {
				b = append(b, byte(v))
				i += 2
				ok = true
				continue
			}
		}
		b = append(b, s[i])
	}
	return string(b), ok && utf8.Valid(b)
}

// wrongTables are what UTF-8 is read as by mistake.
var wrongTables = []*charmap.Charmap{charmap.Windows1252, charmap.Windows1250, charmap.ISO8859_2, charmap.CodePage852, charmap.CodePage437}

// undoMojibake returns the name as it was before its UTF-8 was read as
// another encoding. Text that was not is hardly ever valid UTF-8 when turned
// back.
func undoMojibake(name string) string {
	if !strings.ContainsFunc(name, func(r rune) bool { return r >= utf8.RuneSelf }) {
		return name
	}
	for _, table := range wrongTables {
		raw, err := table.NewEncoder().String(name)
		if err != nil || !utf8.ValidString(raw) || raw == name {
			continue
		}
		repaired := norm.NFC.String(raw)
		if !strings.ContainsFunc(repaired, func(r rune) bool { return unicode.IsControl(r) || r >= utf8.RuneSelf && !unicode.IsLetter(r) }) {
			return repaired
		}
	}
	return name
}

// cyrillic is the Ukrainian table of 2010 (resolution 55), by which passports
// and so registers are written, for the inside of words.
var cyrillic = map[rune]string{
	'а': "a", 'б': "b", 'в': "v", 'г': "h", 'ґ': "g", 'д': "d", 'е': "e", 'є': "ie", 'ж': "zh", 'з': "z", 'и': "y",
	'і': "i", 'ї': "i", 'й': "i", 'к': "k", 'л': "l", 'м': "m", 'н': "n", 'о': "o", 'п': "p", 'р': "r", 'с': "s",
	'т': "t", 'у': "u", 'ф': "f", 'х': "kh", 'ц': "ts", 'ч': "ch", 'ш': "sh", 'щ': "shch", 'ь': "", 'ю': "iu",
	'я': "ia", 'ы': "y", 'э': "e", 'ё': "e", 'ъ': "",
}

// cyrillicFirst are the letters that are written otherwise at the beginning
// of a word.
var cyrillicFirst = map[rune]string{'є': "ye", 'ї': "yi", 'й': "y", 'ю': "yu", 'я': "ya"}

// latinised writes a word in Latin letters.
func latinised(word string) string {
	if !strings.ContainsFunc(word, func(r rune) bool { return unicode.Is(unicode.Cyrillic, r) }) {
		return word
	}
	var b strings.Builder
	for i, r := range norm.NFC.String(word) {
		lower := unicode.ToLower(r)
		latin, ok := cyrillic[lower]
		if first, isFirst := cyrillicFirst[lower]; i == 0 && isFirst {
			latin = first
		}
		if !ok {
			b.WriteRune(r)
			continue
		}
		if lower != r && latin != "" {
			latin = strings.ToUpper(latin[:1]) + latin[1:]
		}
		b.WriteString(latin)
	}
	return b.String()
}
