package text

import (
	"fmt"
	"slices"
	"strings"

	"okienko/model"
)

// FirstRun are the sentences of the form that makes a school.
type FirstRun struct {
	Title, Welcome, Where         string
	Name, NameHint, NameMissing   string
	Address, AddressHint          string
	Profile, ProfileHint          string
	Profiles                      map[string]string // by the names of the shipped profiles
	Statements, Photo, Pickup     string            // what a profile says
	NoPhotoRules, AnyoneMay       string
	Later                         string
	Next, NextHint, Create        string
	Leave, Creating, BrokenFolder string
	photo                         photoWords
	parentOnly                    string // {grade}
}

// photoWords are the parts of a sentence on photo rules.
type photoWords struct{ from, to, pixels, upTo, kept string }

// FirstRunIn returns the sentences in a language.
func FirstRunIn(l Lang) *FirstRun { return firstRuns[l] }

// Explain says in three lines what a profile means: statements, photo, pick-up.
func (t *FirstRun) Explain(l Lang, p model.Profile) []string {
	pickup := t.AnyoneMay
	if p.ParentOnlyUpToGrade > 0 {
		pickup = strings.ReplaceAll(t.parentOnly, "{grade}", fmt.Sprint(p.ParentOnlyUpToGrade))
	}
	return []string{t.Statements + " " + In(l).Policy[p.Policy] + ".", t.Photo + " " + t.photoRules(p.Photo) + ".", t.Pickup + " " + pickup + "."}
}

func (t *FirstRun) photoRules(r model.PhotoRules) string {
	var parts []string
	if len(r.Formats) > 0 {
		parts = append(parts, strings.ToUpper(strings.Join(r.Formats, ", ")))
	}
	var size []string
	if r.MinWidth > 0 {
		size = append(size, fmt.Sprintf("%s %d×%d", t.photo.from, r.MinWidth, r.MinHeight))
	}
	if r.MaxWidth > 0 {
		size = append(size, fmt.Sprintf("%s %d×%d", t.photo.to, r.MaxWidth, r.MaxHeight))
	}
	if len(size) > 0 {
		parts = append(parts, strings.Join(size, " ")+" "+t.photo.pixels)
	}
	if r.RatioWidth > 0 {
		parts = append(parts, fmt.Sprintf("%d:%d", r.RatioWidth, r.RatioHeight))
	}
	if r.MaxBytes > 0 {
		parts = append(parts, fmt.Sprintf("%s %s MB", t.photo.upTo, megabytes(r.MaxBytes)))
	}
	if r.RetentionDays > 0 {
		parts = append(parts, fmt.Sprintf(t.photo.kept, r.RetentionDays))
	}
	if len(parts) == 0 {
		return t.NoPhotoRules
	}
	return strings.Join(slices.Clip(parts), ", ")
}

// megabytes are of 1,048,576 bytes, with at most one digit behind the point.
func megabytes(n int64) string {
	return strings.TrimSuffix(fmt.Sprintf("%.1f", float64(n)/(1<<20)), ".0")
}

// withComma writes a number as Polish and Ukrainian do.
func withComma(number string) string { return strings.Replace(number, ".", ",", 1) }

var firstRuns = map[Lang]*FirstRun{
	Polish: {
		Title: "Nowa szkoła", Welcome: "Tu jeszcze nie ma szkoły. Wystarczy kilka odpowiedzi.", Where: "Wszystkie dane będą w folderze:",
		Name: "Nazwa szkoły", NameHint: "tak, jak na pieczątce", NameMissing: "Wpisz nazwę szkoły.",
		Address: "Adres", AddressHint: "można pominąć", Profile: "Zasady", ProfileHint: "strzałki wybierają; poniżej widać, co to znaczy",
		Profiles: map[string]string{
			"sio": "tylko ustawa i SIO", "mazowszany": "jak PSP Mazowszany", "chociszew": "jak SP Chociszew", "tarnow": "jak SP nr 9 w Tarnowie",
		},
		Statements: "Oświadczenia:", Photo: "Zdjęcie:", Pickup: "Odbiór:", NoPhotoRules: "bez reguł własnych szkoły", AnyoneMay: "uczeń albo rodzic",
		Later: "Każdą z zasad można potem zmienić w pliku school.toml w tym folderze.",
		Next:  "dalej", NextHint: "na ostatnim polu tworzy szkołę", Create: "utwórz szkołę", Leave: "wyjdź", Creating: "Tworzę folder szkoły…",
		BrokenFolder: "Tego folderu nie da się utworzyć ani w nim pisać. Sprawdź miejsce na dysku i uprawnienia albo wskaż inny przez --data.",
		photo:        photoWords{from: "od", to: "do", pixels: "pikseli", upTo: "plik do", kept: "usuwane po %d dniach"},
		parentOnly:   "w klasach 1–{grade} tylko rodzic, w starszych także uczeń",
	},
	English: {
		Title: "A new school", Welcome: "There is no school here yet. A few answers are enough.", Where: "All data will be in the folder:",
		Name: "School's name", NameHint: "as on the stamp", NameMissing: "Type the school's name.",
		Address: "Address", AddressHint: "may be left out", Profile: "Rules", ProfileHint: "the arrows choose; below is what it means",
		Profiles: map[string]string{
			"sio": "statute and SIO only", "mazowszany": "like PSP Mazowszany", "chociszew": "like SP Chociszew", "tarnow": "like SP 9 Tarnów",
		},
		Statements: "Statements:", Photo: "Photo:", Pickup: "Pick-up:", NoPhotoRules: "no rules of the school's own", AnyoneMay: "student or parent",
		Later: "Each rule can be changed later in the file school.toml in that folder.",
		Next:  "next", NextHint: "on the last line makes the school", Create: "make the school", Leave: "leave", Creating: "Making the school's folder…",
		BrokenFolder: "This folder can't be made or written to. Check disk space and permissions, or name another one with --data.",
		photo:        photoWords{from: "from", to: "to", pixels: "pixels", upTo: "file up to", kept: "deleted after %d days"},
		parentOnly:   "in classes 1–{grade} a parent only, above them the student too",
	},
	Ukrainian: {
		Title: "Нова школа", Welcome: "Тут ще немає школи. Досить кількох відповідей.", Where: "Усі дані будуть у теці:",
		Name: "Назва школи", NameHint: "так, як на печатці", NameMissing: "Введіть назву школи.",
		Address: "Адреса", AddressHint: "можна пропустити", Profile: "Правила", ProfileHint: "стрілки вибирають; нижче видно, що це означає",
		Profiles: map[string]string{
			"sio": "лише закон і SIO", "mazowszany": "як PSP Mazowszany", "chociszew": "як SP Chociszew", "tarnow": "як SP nr 9 у Тарнові",
		},
		Statements: "Заяви:", Photo: "Фото:", Pickup: "Отримання:", NoPhotoRules: "без власних правил школи", AnyoneMay: "учень або хтось із батьків",
		Later: "Кожне правило можна потім змінити у файлі school.toml у цій теці.",
		Next:  "далі", NextHint: "в останньому полі створює школу", Create: "створити школу", Leave: "вийти", Creating: "Створюю теку школи…",
		BrokenFolder: "Цю теку не можна створити або писати в неї. Перевірте місце на диску й права або вкажіть іншу через --data.",
		photo:        photoWords{from: "від", to: "до", pixels: "пікселів", upTo: "файл до", kept: "видаляють через %d днів"},
		parentOnly:   "у класах 1–{grade} лише хтось із батьків, у старших також учень",
	},
}
