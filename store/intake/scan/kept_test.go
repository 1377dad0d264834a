package scan

import (
	"encoding/csv"
	"os"
	"path/filepath"
	"strconv"
	"testing"

	"okienko/model"
)

// keptPDF is a code in one of the PDFs of testdata, which cairo and LibreOffice
// made (make.py there).
type keptPDF struct {
	page   int
	owner  model.StudentID
	second string
}

func keptTruth(t *testing.T) map[string][]keptPDF {
	t.Helper()
	f, err := os.Open(filepath.Join("testdata", "truth.csv"))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = f.Close() }()
	r := csv.NewReader(f)
	r.Comma = ';'
	rows, err := r.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	all := map[string][]keptPDF{}
	for _, row := range rows[1:] {
		page, errPage := strconv.Atoi(row[1])
		owner, errOwner := strconv.Atoi(row[2])
		if errPage != nil || errOwner != nil {
			t.Fatalf("truth: %v", row)
		}
		all[row[0]] = append(all[row[0]], keptPDF{page, model.StudentID(owner), row[3]})
	}
	return all
}

// TestPDFsOfOtherPrograms pairs every code of every file for sure and right,
// with what is printed beside it.
func TestPDFsOfOtherPrograms(t *testing.T) {
	for name, codes := range keptTruth(t) {
		t.Run(name, func(t *testing.T) {
			items := scanAll(t, []string{filepath.Join("testdata", name)}, func(o *Options) { o.Passwords = []string{"sekret"} })
			want := map[string]keptPDF{}
			ids := make([]model.StudentID, len(codes))
			for i, c := range codes {
				ids[i], want[secretText(c.owner)] = c.owner, c
			}
			owned(ids...).check(t, items)
			if len(items[0].Found) != len(codes) || items[0].Reason != "" {
				t.Errorf("%d codes of %d, %q", len(items[0].Found), len(codes), items[0].Reason)
			}
			for _, f := range items[0].Found {
				if w := want[f.Payload.Reveal()]; f.Page != w.page || f.Second.Reveal() != w.second {
					t.Errorf("student %d: page %d, want %d; second secret as printed: %v", w.owner, f.Page, w.page, f.Second.Reveal() == w.second)
				}
			}
		})
	}
}

func TestKeptPDFNeedsItsPassword(t *testing.T) {
	items := scanAll(t, []string{filepath.Join("testdata", "libreoffice-encrypted.pdf")})
	reasons(t, items, map[string]Reason{"libreoffice-encrypted.pdf": NeedsPassword})
}
