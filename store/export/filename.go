package export

import (
	"path/filepath"
	"strings"
	"unicode/utf8"

	"okienko/model"
)

// longestName is how many bytes a file's name has at most: less than any file
// system takes, so that a path around it fits too.
const longestName = 150

// forbidden are the characters that a name can't have on some system, or that
// lead out of a folder.
const forbidden = `/\:*?"<>|`

// reserved are the names that Windows takes for devices, with any ending.
var reserved = func() map[string]bool {
	names := map[string]bool{"con": true, "prn": true, "aux": true, "nul": true}
	for _, n := range "0123456789¹²³" {
		names["com"+string(n)], names["lpt"+string(n)] = true, true
	}
	return names
}()

// FileName makes the name of a file of what foreign files and people say: names
// of students, classes, schools. The parts are joined by spaces; one that begins
// with a dot is an ending (".pdf"). Whatever they hold, the result is one name in
// the folder it is put into, on every system: never empty, hidden, a device,
// or the beginning of an option. Different parts may give one name, so whoever
// writes must not replace what is there.
func FileName(parts ...string) string {
	var words strings.Builder
	for _, part := range parts {
		clean, _ := model.Clean(part)
		if ending := strings.HasPrefix(clean, "."); clean != "" && words.Len() > 0 && !ending {
			words.WriteByte(' ')
		}
		words.WriteString(clean)
	}
	name := strings.Map(func(r rune) rune {
		if strings.ContainsRune(forbidden, r) {
			return '_'
		}
		return r
	}, words.String())
	name = bare(shortened(bare(name)))
	stem, _, _ := strings.Cut(strings.ToLower(name), ".")
	if name == "" || reserved[strings.TrimSpace(stem)] {
		name = "_" + name
	}
	return name
}

// bare takes away what hides a file, makes it look like an option, or is
// dropped by Windows.
func bare(name string) string { return strings.TrimRight(strings.TrimLeft(name, " .-~"), " .") }

// shortened cuts a name to longestName, before its ending.
func shortened(name string) string {
	if len(name) <= longestName {
		return name
	}
	const longestEnding = 10
	ending := filepath.Ext(name)
	if len(ending) > longestEnding {
		ending = ""
	}
	cut := longestName - len(ending)
	for !utf8.RuneStart(name[cut]) {
		cut--
	}
	return name[:cut] + ending
}
