package text

import (
	"reflect"
	"testing"

	"okienko/model"
	"okienko/model/portrait"
)

// TestNoWordIsMissing looks at every text of every language: none may be
// empty, and every map must have the keys of the Polish one.
func TestNoWordIsMissing(t *testing.T) {
	for _, l := range Langs {
		full(t, string(l)+".Words", reflect.ValueOf(*In(Polish)), reflect.ValueOf(*In(l)))
		full(t, string(l)+".Command", reflect.ValueOf(*CommandIn(Polish)), reflect.ValueOf(*CommandIn(l)))
		full(t, string(l)+".Doctor", reflect.ValueOf(*DoctorIn(Polish)), reflect.ValueOf(*DoctorIn(l)))
		full(t, string(l)+".Backup", reflect.ValueOf(*BackupIn(Polish)), reflect.ValueOf(*BackupIn(l)))
		full(t, string(l)+".QR", reflect.ValueOf(*QRIn(Polish)), reflect.ValueOf(*QRIn(l)))
		full(t, string(l)+".Settle", reflect.ValueOf(*SettleIn(Polish)), reflect.ValueOf(*SettleIn(l)))
		full(t, string(l)+".Clash", reflect.ValueOf(*ClashIn(Polish)), reflect.ValueOf(*ClashIn(l)))
		full(t, string(l)+".Try", reflect.ValueOf(*TryIn(Polish)), reflect.ValueOf(*TryIn(l)))
		full(t, string(l)+".Collect", reflect.ValueOf(*CollectIn(Polish)), reflect.ValueOf(*CollectIn(l)))
		full(t, string(l)+".errors", reflect.ValueOf(errorIn[Polish]), reflect.ValueOf(errorIn[l]))
		full(t, string(l)+".Sheets", reflect.ValueOf(*SheetsIn(Polish)), reflect.ValueOf(*SheetsIn(l)))
		full(t, string(l)+".Extension", reflect.ValueOf(*ExtensionIn(Polish)), reflect.ValueOf(*ExtensionIn(l)))
		full(t, string(l)+".Page", reflect.ValueOf(*PageIn(Polish)), reflect.ValueOf(*PageIn(l)))
		full(t, string(l)+".Forms", reflect.ValueOf(*FormsIn(Polish)), reflect.ValueOf(*FormsIn(l)))
		full(t, string(l)+".History", reflect.ValueOf(*HistoryIn(Polish)), reflect.ValueOf(*HistoryIn(l)))
		full(t, string(l)+".Import", reflect.ValueOf(*ImportIn(Polish)), reflect.ValueOf(*ImportIn(l)))
		full(t, string(l)+".Photo", reflect.ValueOf(*PhotoIn(Polish)), reflect.ValueOf(*PhotoIn(l)))
		full(t, string(l)+".Gallery", reflect.ValueOf(*GalleryIn(Polish)), reflect.ValueOf(*GalleryIn(l)))
		full(t, string(l)+".Letter", reflect.ValueOf(*LetterIn(Polish)), reflect.ValueOf(*LetterIn(l)))
		full(t, string(l)+".Album", reflect.ValueOf(*AlbumIn(Polish)), reflect.ValueOf(*AlbumIn(l)))
		full(t, string(l)+".Ways", reflect.ValueOf(*WaysIn(Polish)), reflect.ValueOf(*WaysIn(l)))
		full(t, string(l)+".Lock", reflect.ValueOf(*LockIn(Polish)), reflect.ValueOf(*LockIn(l)))
		full(t, string(l)+".FirstRun", reflect.ValueOf(*FirstRunIn(Polish)), reflect.ValueOf(*FirstRunIn(l)))
		full(t, string(l)+".Remote", reflect.ValueOf(*RemoteIn(Polish)), reflect.ValueOf(*RemoteIn(l)))
		full(t, string(l)+".Roll", reflect.ValueOf(*RollIn(Polish)), reflect.ValueOf(*RollIn(l)))
		full(t, string(l)+".Forget", reflect.ValueOf(*ForgetIn(Polish)), reflect.ValueOf(*ForgetIn(l)))
		full(t, string(l)+".Keeping", reflect.ValueOf(*KeepingIn(Polish)), reflect.ValueOf(*KeepingIn(l)))
		full(t, string(l)+".Day", reflect.ValueOf(*DayIn(Polish)), reflect.ValueOf(*DayIn(l)))
		full(t, string(l)+".After", reflect.ValueOf(*AfterIn(Polish)), reflect.ValueOf(*AfterIn(l)))
		full(t, string(l)+".SIOWork", reflect.ValueOf(*SIOWorkIn(Polish)), reflect.ValueOf(*SIOWorkIn(l)))
		full(t, string(l)+".Worklists", reflect.ValueOf(*WorklistsIn(Polish)), reflect.ValueOf(*WorklistsIn(l)))
		full(t, string(l)+".Out", reflect.ValueOf(*OutIn(Polish)), reflect.ValueOf(*OutIn(l)))
		full(t, string(l)+".Display", reflect.ValueOf(*DisplayIn(Polish)), reflect.ValueOf(*DisplayIn(l)))
	}
}

// full fails for every zero text or function in got, and for keys of maps
// that want has and got has not.
func full(t *testing.T, where string, want, got reflect.Value) {
	t.Helper()
	switch got.Kind() {
	case reflect.Struct:
		for i := range got.NumField() {
			full(t, where+"."+got.Type().Field(i).Name, want.Field(i), got.Field(i))
		}
	case reflect.Map:
		for _, k := range want.MapKeys() {
			v := got.MapIndex(k)
			if !v.IsValid() || v.Kind() == reflect.String && v.Len() == 0 {
				t.Errorf("%s has nothing for %v", where, k)
			}
		}
	default:
		if got.IsZero() {
			t.Errorf("%s is missing", where)
		}
	}
}

func TestEveryThingOfTheModelHasAWord(t *testing.T) {
	w := In(Polish)
	for _, id := range portrait.IDs {
		if PhotoIn(Polish).Reason[id] == "" {
			t.Errorf("no sentence for reason %s", id)
		}
	}
	for _, s := range model.Stages {
		if w.Stage[s] == "" {
			t.Errorf("no word for stage %s", s)
		}
	}
	for _, d := range model.Deeds {
		if w.Deed[d] == "" {
			t.Errorf("no word for deed %s", d)
		}
	}
	for _, id := range model.WorklistIDs {
		if lists := WorklistsIn(Polish); lists.Name[id] == "" || lists.Step[id] == "" {
			t.Errorf("no words for worklist %s", id)
		}
	}
	for _, r := range model.InvalidationReasons {
		if w.Reason[r] == "" || r.Of() == model.PhysicalCard && w.ReasonInSIO[r] == "" {
			t.Errorf("no words for reason %s", r)
		}
	}
	for _, k := range model.CodeKinds {
		if w.Code[k] == "" {
			t.Errorf("no word for code %s", k)
		}
	}
	for _, k := range model.StatementKinds {
		if w.Statement[k] == "" {
			t.Errorf("no word for statement %s", k)
		}
	}
}

// The step of a worklist stands on one line above the list, and on a page, also
// in the narrowest window.
func TestAWorklistsStepFitsALine(t *testing.T) {
	for _, l := range Langs {
		w := WorklistsIn(l)
		for id, step := range w.Step {
			if w.Tick[id] != "" {
				step += w.SeveralKey
			}
			if n := len([]rune("> " + step)); n > 80 {
				t.Errorf("%s %s: %d cells", l, id, n)
			}
		}
	}
}
