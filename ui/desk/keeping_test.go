package desk

import (
	"os"
	"testing"
	"time"

	"okienko/model"
	"okienko/store"
)

// keeping opens the screen through the menu of the list.
func (w window) keeping() {
	w.t.Helper()
	w.menu("keeping")
	w.Advance(time.Second)
}

// TestASecretarySeesWhatIsDeleted: part 5, F: "shown in advance"; and by which
// rule of whose file.
func TestASecretarySeesWhatIsDeleted(t *testing.T) {
	a := threePupils(t)
	a.sign(t)
	a.give(t, model.Code{Student: a.School.All()[0].ID, Kind: model.CodeSIO, Payload: "https://example.invalid/x", Until: testNow.AddDate(0, 0, 3)})
	w := open(t, a, newList(a))
	w.keeping()
	w.Expect("Co zostanie zapomniane w ciągu 7 dni", "04.09.2026  treść kodów: 1", "bez terminu", "nie robią się", "school.toml")
	w.ExpectNot("retention.files_days") // there is no room for the keys
	w.Fits()
	w.Resize(120, 40)
	w.Expect("retention.files_days", "retention.students_months", "backup.keep").Fits()
	w.Press("k").ExpectNot("Nie będzie powrotu")
}

// TestFormerDatabasesAreRemovedAtOnce by an administrator, after a question.
func TestFormerDatabasesAreRemovedAtOnce(t *testing.T) {
	a := threePupils(t)
	a.Folder = store.Folder(t.TempDir())
	copied := a.Folder.Database() + ".20260830-080000.v3"
	if err := os.WriteFile(copied, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	for _, role := range []model.Role{model.RoleDesk, model.RoleAdmin} {
		a.Actor.Role = role
		w := open(t, a, newList(a))
		w.keeping()
		w.Expect("odtworzenia: 1, ostatnia zniknie 13.09.2026")
		w.Press("k")
		if role == model.RoleDesk {
			w.Expect("tylko administrator")
			continue
		}
		w.Expect("Do tamtego stanu").Press("tab", "enter")
		w.Advance(time.Second)
		w.Expect("Usunięte kopie dawnej bazy: 1.").ExpectNot("ostatnia zniknie")
		if _, err := os.Stat(copied); err == nil {
			t.Error("the copy is still there")
		}
	}
}
