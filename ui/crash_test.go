package ui

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// TestAPanicOfACommandTellsNoData breaks commands with a name in the panic's
// value, before the school is open and with it open.
func TestAPanicOfACommandTellsNoData(t *testing.T) {
	const name = "Brzęczyszczykiewicz"
	d := newDesktop(t)
	d.school()
	for after := range 3 {
		asked := 0
		code := run(t.Context(), []string{"status", "--data", d.folder}, Streams{Out: &d.out, Err: &d.err}, func() time.Time {
			if asked++; asked > after {
				panic(name)
			}
			return d.now
		})
		if code != exitNothing {
			t.Errorf("exit %d after %d looks at the clock", code, asked)
		}
	}
	c := &command{Streams: Streams{Out: &d.out, Err: &d.err}, folder: d.folder, now: time.Now, lang: "pl"}
	err := c.inSchool(t.Context(), func(*session) error { panic(name) })
	if err == nil || !strings.Contains(err.Error(), "Wszystko, co potwierdzono, jest zapisane") {
		t.Errorf("said %v", err)
	}
	log, readErr := os.ReadFile(filepath.Join(d.folder, "okienko.log"))
	if readErr != nil || !strings.Contains(string(log), "inSchool") {
		t.Errorf("the log does not say where: %v %s", readErr, log)
	}
	if all := d.out.String() + d.err.String() + string(log); strings.Contains(all, name) {
		t.Errorf("the name came out: %s", all)
	}
}
