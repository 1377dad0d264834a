package export

import (
	"encoding/json"
	"io"
)

// WriteJSON writes a value as one JSON object, indented for people, as Write
// writes a sheet.
func WriteJSON(path string, v any, replace bool) error {
	return Stream(path, replace, func(w io.Writer) error {
		e := json.NewEncoder(w)
		e.SetIndent("", "  ")
		e.SetEscapeHTML(false)
		return e.Encode(v)
	})
}
