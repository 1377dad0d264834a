package model

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/BurntSushi/toml"
)

// profileKeys says which keys a profile may hold, table by table. A key that
// has an entry of its own is a table.
var profileKeys = map[string][]string{
	"":                  {"school", "statements", "photo", "pickup", "codes", "students", "desk", "backup", "retention", "cards", "invalidation", "sio"},
	"school":            {"name", "address", "timezone"},
	"statements":        {"policy"},
	"photo":             {"formats", "min", "max", "ratio", "max_bytes", "retention_days", "delete_after_issue"},
	"pickup":            {"parent_only_up_to_grade"},
	"codes":             {"sio", "zpe", "legacy", "credentials"},
	"codes.sio":         {"valid_for", "uses"},
	"codes.zpe":         {"valid_for", "uses"},
	"codes.legacy":      {"valid_for", "uses"},
	"codes.credentials": {"valid_for", "uses"},
	"students":          {"languages"},
	"desk":              {"blank_after", "lock_after"},
	"backup":            {"keep", "folder"},
	"retention":         {"statements_months", "students_months", "register_years", "files_days", "copies_days"},
	"cards":             {"extended_to", "extension_needs_code", "warn_days"},
	"invalidation":      {"overdue_days", "late_objection"},
	"sio":               {"byte_order_mark"},
}

// ParseProfile reads a profile file. What the file leaves out is as in
// DefaultProfile; that holds for each key of a [codes.…] table by itself.
// Every error is a *ProfileError about the fault that stands first in the
// file; its File is the name given here.
func ParseProfile(file string, text []byte) (Profile, error) {
	if line := lineOfBadUTF8(text); line > 0 {
		return Profile{}, &ProfileError{File: file, Line: line, Kind: ProfileNotUTF8}
	}
	r := profileReader{file: file, text: string(text)}
	if _, err := toml.Decode(r.text, &r.root); err != nil {
		return Profile{}, syntaxError(file, r.text, err)
	}
	r.checkKeys(nil, r.root)
	p := r.profile()
	if r.first != nil {
		return Profile{}, r.first
	}
	return p, nil
}

func lineOfBadUTF8(text []byte) int {
	for i := 0; i < len(text); {
		r, n := utf8.DecodeRune(text[i:])
		if r == utf8.RuneError && n == 1 {
			return 1 + bytes.Count(text[:i], []byte("\n"))
		}
		i += n
	}
	return 0
}

// syntaxError takes the line from the offset of the fault: the library's own
// count is off by one where a string or a table header runs into a line end.
func syntaxError(file, text string, err error) *ProfileError {
	e := &ProfileError{File: file, Line: 1, Kind: ProfileSyntax, Err: err}
	var parse toml.ParseError
	if errors.As(err, &parse) {
		offset := min(max(parse.Position.Start, 0), len(text))
		e.Line += strings.Count(text[:offset], "\n")
	}
	return e
}

// profileReader reads values by key and keeps the fault that stands first in
// the file.
type profileReader struct {
	file  string
	text  string
	root  map[string]any
	first *ProfileError
}

// fail notes a fault. Of several the first in the file wins, so that whoever
// edits it works from top to bottom.
func (r *profileReader) fail(kind ProfileErrorKind, path []string, got string, allowed ...string) {
	e := &ProfileError{File: r.file, Line: lineOfKey(r.text, path), Key: printable(strings.Join(path, ".")),
		Kind: kind, Got: printable(got), Allowed: allowed}
	if r.first == nil || e.Line < r.first.Line {
		r.first = e
	}
}

// checkKeys finds unknown keys and values where tables belong.
func (r *profileReader) checkKeys(path []string, table map[string]any) {
	known := profileKeys[strings.Join(path, ".")]
	for _, key := range sortedKeys(table) {
		at := append(slices.Clone(path), key)
		if !slices.Contains(known, key) {
			r.fail(ProfileUnknownKey, at, "", known...)
			continue
		}
		if _, isTable := profileKeys[strings.Join(at, ".")]; !isTable {
			continue
		}
		if below, ok := table[key].(map[string]any); ok {
			r.checkKeys(at, below)
		} else {
			r.fail(ProfileNotTable, at, spelled(table[key]))
		}
	}
}

func sortedKeys(table map[string]any) []string {
	keys := make([]string, 0, len(table))
	for k := range table {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}

// value returns what stands at a key such as "photo.min".
func (r *profileReader) value(path []string) (v any, ok bool) {
	table := r.root
	for i, key := range path {
		if v, ok = table[key]; !ok {
			return nil, false
		}
		if i < len(path)-1 {
			if table, ok = v.(map[string]any); !ok {
				return nil, false
			}
		}
	}
	return v, true
}

// lineOfKey finds the line of a key. The library knows the position of every
// value but tells it only in errors, so one is provoked.
func lineOfKey(text string, path []string) int {
	var table map[string]toml.Primitive
	md, err := toml.Decode(text, &table)
	if err != nil {
		return 0
	}
	return lineIn(&md, table, path)
}

func lineIn(md *toml.MetaData, table map[string]toml.Primitive, path []string) int {
	value, ok := table[path[0]]
	if !ok {
		return 0
	}
	var below map[string]toml.Primitive
	if len(path) > 1 {
		if md.PrimitiveDecode(value, &below) != nil {
			return 0
		}
		return lineIn(md, below, path[1:])
	}
	var at toml.ParseError
	if errors.As(md.PrimitiveDecode(value, &locator{}), &at) && at.Position.Line > 0 {
		return at.Position.Line
	}
	// "photo" of "photo.min = …" has no place of its own: its first key has.
	first := 0
	if md.PrimitiveDecode(value, &below) == nil {
		for key := range below {
			if n := lineIn(md, below, []string{key}); n > 0 && (first == 0 || n < first) {
				first = n
			}
		}
	}
	return first
}

// locator refuses every value, to be told where it stood.
type locator struct{}

var errLocated = errors.New("located")

// UnmarshalTOML always fails.
func (*locator) UnmarshalTOML(any) error { return errLocated }

// spelled shows a value as it may have been written.
func spelled(v any) string {
	switch v := v.(type) {
	case string:
		return v
	case map[string]any, []map[string]any:
		return "[…]"
	default:
		return fmt.Sprint(v)
	}
}

// printable keeps control characters, invisible marks and excess length of a
// foreign text off the terminal.
func printable(s string) string {
	const most = 80
	s = strings.Map(func(r rune) rune {
		if !unicode.IsPrint(r) {
			return unicode.ReplacementChar
		}
		return r
	}, s)
	if runes := []rune(s); len(runes) > most {
		return string(runes[:most]) + "…"
	}
	return s
}
