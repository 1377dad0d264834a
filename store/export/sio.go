package export

import (
	"fmt"
	"io"
	"strings"

	"okienko/model"
)

// sioHeader is the first line of SIO's import, in its own words. SIO takes the
// first line for the header whatever stands in it.
const sioHeader = "pesel;numer legitymacji;data wydania;czy niepełnosprawność"

// WriteSIO writes a file for SIO's "import istniejących legitymacji": UTF-8,
// semicolons, no quotes, days as RRRR-MM-DD, 0 or 1 in the last column
// (pomoc.sio.gov.pl/?p=13126). Only rows that model.ForSIO let through fit. The
// name must end in .csv, else ErrEnding; ErrExists unless replace.
func WriteSIO(path string, rows []model.SIORow, rules model.SIORules, replace bool) error {
	if Ending(path) != ".csv" {
		return ErrEnding
	}
	return Stream(path, replace, func(w io.Writer) error {
		var text strings.Builder
		if rules.Mark {
			text.WriteString("\uFEFF")
		}
		text.WriteString(sioHeader + "\r\n")
		for _, r := range rows {
			disabled := 0
			if r.Disabled {
				disabled = 1
			}
			fmt.Fprintf(&text, "%s;%s;%s;%d\r\n", string(r.PESEL), r.Number, r.Issued, disabled)
		}
		_, err := io.WriteString(w, text.String())
		return err
	})
}
