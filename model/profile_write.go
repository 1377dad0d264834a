package model

import (
	"fmt"
	"strings"
)

// WithSchool returns a profile's text with the school's name and address set,
// leaving everything else, comments too, as it was. It expects the [school]
// table written as the shipped profiles write it: a header and one key a
// line. Where the table or a key is missing, it is added.
func WithSchool(text []byte, name, address string) []byte {
	lines := strings.Split(string(text), "\n")
	start := -1
	for i, line := range lines {
		if strings.TrimSpace(line) == "[school]" {
			start = i
			break
		}
	}
	if start < 0 {
		lines = append([]string{"[school]", ""}, lines...)
		start = 0
	}
	lines = setKey(lines, start, "address", address)
	lines = setKey(lines, start, "name", name)
	return []byte(strings.Join(lines, "\n"))
}

// setKey sets a key of the table whose header stands at a line.
func setKey(lines []string, header int, key, value string) []string {
	written := key + " = " + quoteTOML(value)
	for i := header + 1; i < len(lines); i++ {
		line := strings.TrimSpace(lines[i])
		if strings.HasPrefix(line, "[") {
			break
		}
		if found, _, ok := strings.Cut(line, "="); ok && strings.TrimSpace(found) == key {
			lines[i] = written
			return lines
		}
	}
	out := append([]string{}, lines[:header+1]...)
	return append(append(out, written), lines[header+1:]...)
}

// quoteTOML writes a basic string of TOML. Bytes that are not UTF-8 become
// replacement characters.
func quoteTOML(s string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range strings.ToValidUTF8(s, "\uFFFD") {
		switch {
		case r == '"' || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case r < 0x20 || r == 0x7F:
			fmt.Fprintf(&b, `\u%04X`, r)
		default:
			b.WriteRune(r)
		}
	}
	b.WriteByte('"')
	return b.String()
}
