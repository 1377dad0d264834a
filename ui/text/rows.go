package text

import (
	"strings"

	"okienko/model"
)

// RowTexts are the sentences about rows of the school's files, and the names
// of their columns. In a sentence {field} is the column's name and {detail}
// what stands in the cell; a part in [ ] is left out where there is no detail.
type RowTexts struct {
	Problems map[model.ProblemID]string
	Fields   map[model.Field]string
}

// Problem says what is wrong with a row or a file, and what to do about it.
// The line is the caller's to print.
func Problem(lang Lang, p model.Problem) string {
	texts := rowTexts(lang)
	sentence, ok := texts.Problems[p.ID]
	if !ok {
		return string(p.ID)
	}
	sentence = optionalPart(sentence, p.Detail != "")
	return strings.NewReplacer("{field}", FieldName(lang, p.Field), "{detail}", p.Detail).Replace(sentence)
}

// FieldName is the name of a column as people see it; "" for no column.
func FieldName(lang Lang, field model.Field) string {
	if field == "" {
		return ""
	}
	if name, ok := rowTexts(lang).Fields[field]; ok {
		return name
	}
	return string(field)
}

// optionalPart keeps or drops the part in square brackets.
func optionalPart(s string, keep bool) string {
	open, end := strings.IndexByte(s, '['), strings.IndexByte(s, ']')
	if open < 0 || end < open {
		return s
	}
	if !keep {
		return s[:open] + s[end+1:]
	}
	return s[:open] + s[open+1:end] + s[end+1:]
}

func rowTexts(lang Lang) *RowTexts {
	switch lang {
	case English:
		return &rowsEnglish
	case Ukrainian:
		return &rowsUkrainian
	}
	return &rowsPolish
}
