package text

import (
	"fmt"
	"strconv"
	"strings"

	"okienko/model"
	"okienko/model/portrait"
)

// Photo are the sentences about photos.
type Photo struct {
	Verdict                   map[portrait.Verdict]string
	Reason                    map[portrait.ID]string
	Match                     map[model.MatchKind]string
	Is                        func(format string) string // what a file is that is no JPEG
	Beside                    func(measured, allowed string) string
	Skipped                   map[string]string // by what "skipped" holds
	Maybe                     string            // before suggestions
	OtherClass                string            // the name of the file says another class
	Checked                   func(files, accepted, warned, rejected, skipped int) string
	NoFiles                   string
	PathArgument              string
	DecimalPoint              string
	ProfileFlag, ProfileValue string
	RosterFlag, RosterValue   string
	BadRoster                 func(file string) string
	Step                      map[portrait.Step]string // what mending did
	FixFrom, FixTo            string                   // names of arguments
	FixInside                 string                   // mended files would stand among the originals
	Size                      func(width, height int, weight string) string
	Nothing                   string // mending had nothing to do
	Fixed                     func(written, refused int) string
}

// Done says what mending did with a photo, and what came of it; bytes is its
// weight.
func (p *Photo) Done(steps []portrait.Step, width, height, bytes int) string {
	var list []string
	for _, s := range steps {
		list = append(list, p.Step[s])
	}
	if len(list) == 0 {
		list = []string{p.Nothing}
	}
	return strings.Join(list, ", ") + " " + p.Size(width, height, p.number(float64(bytes)/(1<<20), 2)+" MB")
}

// PhotoIn returns the sentences in a language.
func PhotoIn(l Lang) *Photo { return photos[l] }

var photos = map[Lang]*Photo{Polish: &photoPolish, English: &photoEnglish, Ukrainian: &photoUkrainian}

// Finding puts a finding into words, with what was measured beside what is
// allowed where that helps.
func (p *Photo) Finding(f portrait.Finding, format string) string {
	said := p.Reason[f.ID]
	if f.ID == portrait.NotJPEG && format != "" {
		return said + " " + p.Is(format)
	}
	if measured, allowed := p.value(f.ID, f.Measured), p.value(f.ID, f.Allowed); measured != "" {
		return said + " " + p.Beside(measured, allowed)
	}
	return said
}

// value writes a measured value in the unit of its reason; "" for reasons
// whose number tells a person nothing.
func (p *Photo) value(id portrait.ID, v float64) string {
	switch id {
	case portrait.TooSmall, portrait.TooLargePx, portrait.LowResolution:
		return strconv.Itoa(int(v)) + " px"
	case portrait.TooHeavy, portrait.NearLimit:
		return p.number(v/(1<<20), 2) + " MB"
	case portrait.WrongRatio:
		return p.number(v, 3)
	case portrait.FaceTooSmall, portrait.FaceOffCentre, portrait.TooBright:
		return strconv.Itoa(int(100*v+0.5)) + " %"
	case portrait.TooDark, portrait.LowContrast, portrait.LowQuality:
		return strconv.Itoa(int(v + 0.5))
	}
	return ""
}

func (p *Photo) number(v float64, places int) string {
	s := strconv.FormatFloat(v, 'f', places, 64)
	return strings.Replace(s, ".", p.DecimalPoint, 1)
}

var photoPolish = Photo{
	Verdict: map[portrait.Verdict]string{portrait.Accept: "dobre", portrait.Warn: "uwagi", portrait.Reject: "odrzucone"},
	Reason: map[portrait.ID]string{
		portrait.EmptyFile: "Plik jest pusty.", portrait.NotJPEG: "To nie jest plik JPG.",
		portrait.Truncated: "Plik jest niekompletny: urwany w trakcie.", portrait.Corrupt: "Plik jest uszkodzony.",
		portrait.UnsupportedJPEG: "Nietypowa odmiana JPG, której większość programów nie otworzy.",
		portrait.TooManyPixels:   "Obraz ma ponad 100 milionów pikseli, nie zostanie otwarty.",
		portrait.TooSmall:        "Za mało pikseli.", portrait.TooLargePx: "Za dużo pikseli.",
		portrait.WrongRatio: "Niewłaściwe proporcje.", portrait.TooHeavy: "Plik jest za duży.",
		portrait.NearLimit:     "Rozmiar na granicy limitu: część systemów może odrzucić plik.",
		portrait.LowResolution: "Bardzo mała rozdzielczość.", portrait.RotatedEXIF: "Zdjęcie jest obrócone znacznikiem EXIF.",
		portrait.GPSData: "Plik zawiera położenie GPS.", portrait.TrailingData: "Za końcem obrazu są dodatkowe dane.",
		portrait.BadExtension: "Niewłaściwe rozszerzenie pliku.", portrait.Greyscale: "Zdjęcie czarno-białe.",
		portrait.CMYK: "Kolory drukarskie (CMYK).", portrait.RotatedPixels: "Osoba na zdjęciu jest obrócona.",
		portrait.NoFace: "Nie znaleziono twarzy.", portrait.ManyFaces: "Na zdjęciu jest więcej niż jedna twarz.",
		portrait.FaceTooSmall: "Twarz jest za mała w kadrze.", portrait.FaceTooLarge: "Twarz nie mieści się w kadrze.",
		portrait.FaceOffCentre: "Twarz nie jest na środku.", portrait.Blurred: "Zdjęcie nieostre.",
		portrait.TooDark: "Zdjęcie za ciemne.", portrait.TooBright: "Zdjęcie prześwietlone.",
		portrait.LowContrast: "Zdjęcie bez kontrastu.", portrait.LowQuality: "Zbyt mocna kompresja.",
		portrait.BackgroundBusy: "Tło nie jest jednolite.", portrait.BackgroundNotLight: "Tło nie jest jasne.",
		portrait.DuplicateFile: "Ten sam plik przysłano też dla innej osoby.", portrait.SeveralPhotos: "Więcej niż jedno zdjęcie tego ucznia.",
	},
	Match:  map[model.MatchKind]string{model.MatchOne: "uczeń:", model.MatchSeveral: "pasuje kilku uczniów:", model.MatchNone: "nie wiadomo, czyje"},
	Is:     func(format string) string { return fmt.Sprintf("To plik %s.", format) },
	Beside: func(measured, allowed string) string { return fmt.Sprintf("(jest %s, granica %s)", measured, allowed) },
	Skipped: map[string]string{
		"link": "to skrót (dowiązanie), nie plik", "not_a_file": "to nie jest zwykły plik", "too_large": "za duży jak na zdjęcie (ponad 64 MB)",
		"too_many": "za dużo plików naraz: reszty nie przejrzano", "not_a_picture": "to nie jest zdjęcie",
		"zip_encrypted": "ZIP jest zabezpieczony hasłem", "zip_bomb": "po rozpakowaniu byłby podejrzanie wielki", "zip_broken": "ZIP jest uszkodzony",
		"changing": "plik jest właśnie zapisywany, spróbuj za chwilę", "missing": "nie ma takiego pliku", "unreadable": "nie można go odczytać, sprawdź uprawnienia",
		"exists": "taki plik już jest, niczego nie nadpisano", "no_permission": "nie wolno tu zapisać", "not_written": "nie udało się zapisać, sprawdź miejsce na dysku",
	},
	Maybe: "może:", OtherClass: "w nazwie pliku inna klasa",
	Checked: func(files, accepted, warned, rejected, skipped int) string {
		return fmt.Sprintf("Sprawdzono: %d. Dobre: %d, z uwagami: %d, odrzucone: %d, pominięte: %d.", files, accepted, warned, rejected, skipped)
	},
	NoFiles: "Nie ma tu żadnego pliku do sprawdzenia.", PathArgument: "ŚCIEŻKA", DecimalPoint: ",",
	ProfileFlag: "reguły: nazwa profilu albo plik TOML z tabelą [photo] (domyślnie profil szkoły w folderze danych)", ProfileValue: "NAZWA|PLIK",
	RosterFlag: "lista uczniów, do której dopasowuje się nazwy plików (domyślnie baza w folderze danych)", RosterValue: "PLIK",
	BadRoster: func(file string) string {
		return fmt.Sprintf("Nie można wczytać listy uczniów z pliku %s. Niczego nie sprawdzono.", Plain(file))
	},
	Step: map[portrait.Step]string{
		portrait.StepConverted: "zamieniono na JPG", portrait.StepCompleted: "dopisano brakujące zakończenie", portrait.StepColours: "zamieniono kolory na ekranowe",
		portrait.StepTurned: "obrócono", portrait.StepCropped: "skadrowano wokół głowy", portrait.StepReduced: "zmniejszono", portrait.StepEnlarged: "lekko powiększono",
		portrait.StepCompressed: "mocniej skompresowano", portrait.StepStripped: "usunięto dane spoza obrazu (miejsce, aparat)",
	},
	FixFrom: "SKĄD", FixTo: "DOKĄD", Nothing: "nie było czego poprawiać",
	FixInside: "Poprawione zdjęcia nie mogą trafić między oryginały. Podaj folder poza folderem ze zdjęciami. Niczego nie zapisano.",
	Fixed: func(written, refused int) string {
		return fmt.Sprintf("Zapisano zdjęć: %d. Bez zmian zostawiono: %d. Oryginały są nietknięte.", written, refused)
	},
	Size: func(width, height int, weight string) string {
		return fmt.Sprintf("(%d×%d, %s)", width, height, weight)
	},
}

var photoEnglish = Photo{
	Verdict: map[portrait.Verdict]string{portrait.Accept: "fine", portrait.Warn: "remarks", portrait.Reject: "refused"},
	Reason: map[portrait.ID]string{
		portrait.EmptyFile: "The file has no content.", portrait.NotJPEG: "This is not a JPEG.",
		portrait.Truncated: "The JPEG breaks off before its end.", portrait.Corrupt: "The JPEG is damaged and cannot be shown properly.",
		portrait.UnsupportedJPEG: "A rare kind of JPEG that common programs cannot open.",
		portrait.TooManyPixels:   "The picture has more than 100 million pixels; it is not unpacked.",
		portrait.TooSmall:        "Too few pixels.", portrait.TooLargePx: "Too many pixels.",
		portrait.WrongRatio: "The sides are not in the required ratio.", portrait.TooHeavy: "The file is larger than allowed.",
		portrait.NearLimit:     "The size is at the limit; some systems will refuse it.",
		portrait.LowResolution: "The picture is very small.", portrait.RotatedEXIF: "The picture is turned by an EXIF tag.",
		portrait.GPSData: "The file says where the photo was taken.", portrait.TrailingData: "There is something else after the end of the picture.",
		portrait.BadExtension: "The name does not end in .jpg or .jpeg.", portrait.Greyscale: "Black and white.",
		portrait.CMYK: "Print colours (CMYK).", portrait.RotatedPixels: "The person lies on the side or upside down.",
		portrait.NoFace: "No face found.", portrait.ManyFaces: "More than one face.",
		portrait.FaceTooSmall: "The face is too small in the frame.", portrait.FaceTooLarge: "The face does not fit into the frame.",
		portrait.FaceOffCentre: "The face is far from the middle.", portrait.Blurred: "Out of focus, shaken or enlarged.",
		portrait.TooDark: "Too dark.", portrait.TooBright: "Over-exposed.",
		portrait.LowContrast: "Hardly any contrast.", portrait.LowQuality: "Compressed too hard.",
		portrait.BackgroundBusy: "The background is not plain.", portrait.BackgroundNotLight: "The background is not light.",
		portrait.DuplicateFile: "The very same file was sent for someone else, too.", portrait.SeveralPhotos: "More than one photo of this student.",
	},
	Match:  map[model.MatchKind]string{model.MatchOne: "student:", model.MatchSeveral: "several students fit:", model.MatchNone: "nobody knows whose"},
	Is:     func(format string) string { return fmt.Sprintf("It is %s.", format) },
	Beside: func(measured, allowed string) string { return fmt.Sprintf("(is %s, limit %s)", measured, allowed) },
	Skipped: map[string]string{
		"link": "a link, not a file", "not_a_file": "not an ordinary file", "too_large": "too large for a photo (over 64 MB)",
		"too_many": "too many files at once: the rest was not looked at", "not_a_picture": "not a picture",
		"zip_encrypted": "the ZIP has a password", "zip_bomb": "unpacked it would be suspiciously large", "zip_broken": "the ZIP is damaged",
		"changing": "the file is being written, try again in a moment", "missing": "there is no such file", "unreadable": "can't be read, check the permissions",
		"exists": "such a file exists, nothing was replaced", "no_permission": "may not be written there", "not_written": "could not be written, check the room on the disk",
	},
	Maybe: "maybe:", OtherClass: "the file name says another class",
	Checked: func(files, accepted, warned, rejected, skipped int) string {
		return fmt.Sprintf("Checked: %d. Fine: %d, with remarks: %d, refused: %d, skipped: %d.", files, accepted, warned, rejected, skipped)
	},
	NoFiles: "There is no file here to check.", PathArgument: "PATH", DecimalPoint: ".",
	ProfileFlag: "rules: a profile's name or a TOML file with a [photo] table (default: the school's in the data folder)", ProfileValue: "NAME|FILE",
	RosterFlag: "a list of students to match file names with (default: the database in the data folder)", RosterValue: "FILE",
	BadRoster: func(file string) string {
		return fmt.Sprintf("The list of students in %s can't be read. Nothing was checked.", Plain(file))
	},
	Step: map[portrait.Step]string{
		portrait.StepConverted: "made a JPEG", portrait.StepCompleted: "missing end added", portrait.StepColours: "colours made those of a screen",
		portrait.StepTurned: "turned", portrait.StepCropped: "cropped around the head", portrait.StepReduced: "reduced", portrait.StepEnlarged: "enlarged a little",
		portrait.StepCompressed: "compressed more", portrait.StepStripped: "data beside the picture removed (place, camera)",
	},
	FixFrom: "FROM", FixTo: "TO", Nothing: "nothing to mend",
	FixInside: "Mended photos can't go among the originals. Name a folder outside of the one with the photos. Nothing was written.",
	Fixed: func(written, refused int) string {
		return fmt.Sprintf("Photos written: %d. Left as they are: %d. The originals are untouched.", written, refused)
	},
	Size: func(width, height int, weight string) string {
		return fmt.Sprintf("(%d×%d, %s)", width, height, weight)
	},
}

var photoUkrainian = Photo{
	Verdict: map[portrait.Verdict]string{portrait.Accept: "добре", portrait.Warn: "зауваження", portrait.Reject: "відхилено"},
	Reason: map[portrait.ID]string{
		portrait.EmptyFile: "Файл порожній.", portrait.NotJPEG: "Це не файл JPG.",
		portrait.Truncated: "Файл неповний: обривається посередині.", portrait.Corrupt: "Файл пошкоджений.",
		portrait.UnsupportedJPEG: "Незвичний різновид JPG, який більшість програм не відкриє.",
		portrait.TooManyPixels:   "Зображення має понад 100 мільйонів пікселів, його не буде відкрито.",
		portrait.TooSmall:        "Замало пікселів.", portrait.TooLargePx: "Забагато пікселів.",
		portrait.WrongRatio: "Неправильні пропорції.", portrait.TooHeavy: "Файл завеликий.",
		portrait.NearLimit:     "Розмір на межі дозволеного: деякі системи можуть відхилити файл.",
		portrait.LowResolution: "Дуже мала роздільна здатність.", portrait.RotatedEXIF: "Фото повернуто позначкою EXIF.",
		portrait.GPSData: "Файл містить місце зйомки (GPS).", portrait.TrailingData: "Після кінця зображення є зайві дані.",
		portrait.BadExtension: "Неправильне розширення файлу.", portrait.Greyscale: "Фото чорно-біле.",
		portrait.CMYK: "Друкарські кольори (CMYK).", portrait.RotatedPixels: "Людина на фото повернута.",
		portrait.NoFace: "Обличчя не знайдено.", portrait.ManyFaces: "На фото більше ніж одне обличчя.",
		portrait.FaceTooSmall: "Обличчя замале в кадрі.", portrait.FaceTooLarge: "Обличчя не вміщується в кадр.",
		portrait.FaceOffCentre: "Обличчя не посередині.", portrait.Blurred: "Фото нерізке.",
		portrait.TooDark: "Фото затемне.", portrait.TooBright: "Фото пересвічене.",
		portrait.LowContrast: "Фото без контрасту.", portrait.LowQuality: "Надто сильне стиснення.",
		portrait.BackgroundBusy: "Тло неоднорідне.", portrait.BackgroundNotLight: "Тло не світле.",
		portrait.DuplicateFile: "Той самий файл надіслано також для іншої людини.", portrait.SeveralPhotos: "Більше ніж одне фото цього учня.",
	},
	Match:  map[model.MatchKind]string{model.MatchOne: "учень:", model.MatchSeveral: "підходять кілька учнів:", model.MatchNone: "невідомо, чиє"},
	Is:     func(format string) string { return fmt.Sprintf("Це файл %s.", format) },
	Beside: func(measured, allowed string) string { return fmt.Sprintf("(є %s, межа %s)", measured, allowed) },
	Skipped: map[string]string{
		"link": "це посилання, а не файл", "not_a_file": "це не звичайний файл", "too_large": "завеликий для фото (понад 64 МБ)",
		"too_many": "забагато файлів одразу: решту не переглянуто", "not_a_picture": "це не зображення",
		"zip_encrypted": "ZIP захищено паролем", "zip_bomb": "після розпакування був би підозріло великим", "zip_broken": "ZIP пошкоджено",
		"changing": "файл саме записується, спробуйте за мить", "missing": "такого файлу немає", "unreadable": "не вдається прочитати, перевірте права доступу",
		"exists": "такий файл уже є, його не змінено", "no_permission": "тут не можна записувати", "not_written": "не вдалося записати, перевірте місце на диску",
	},
	Maybe: "можливо:", OtherClass: "у назві файлу інший клас",
	Checked: func(files, accepted, warned, rejected, skipped int) string {
		return fmt.Sprintf("Перевірено: %d. Добрі: %d, із зауваженнями: %d, відхилено: %d, пропущено: %d.", files, accepted, warned, rejected, skipped)
	},
	NoFiles: "Тут немає жодного файлу для перевірки.", PathArgument: "ШЛЯХ", DecimalPoint: ",",
	ProfileFlag: "правила: назва профілю або файл TOML з таблицею [photo] (типово профіль школи в теці даних)", ProfileValue: "NAME|FILE",
	RosterFlag: "список учнів, з яким порівнюються назви файлів (типово база в теці даних)", RosterValue: "FILE",
	BadRoster: func(file string) string {
		return fmt.Sprintf("Не вдається прочитати список учнів із файлу %s. Нічого не перевірено.", Plain(file))
	},
	Step: map[portrait.Step]string{
		portrait.StepConverted: "перетворено на JPG", portrait.StepCompleted: "дописано кінець файлу", portrait.StepColours: "кольори змінено на екранні",
		portrait.StepTurned: "повернуто", portrait.StepCropped: "обрізано навколо голови", portrait.StepReduced: "зменшено", portrait.StepEnlarged: "трохи збільшено",
		portrait.StepCompressed: "стиснуто сильніше", portrait.StepStripped: "вилучено дані поза зображенням (місце, камера)",
	},
	FixFrom: "ЗВІДКИ", FixTo: "КУДИ", Nothing: "не було чого виправляти",
	FixInside: "Виправлені фото не можуть потрапити між оригінали. Вкажіть теку поза текою з фото. Нічого не записано.",
	Fixed: func(written, refused int) string {
		return fmt.Sprintf("Записано фото: %d. Залишено без змін: %d. Оригінали не змінено.", written, refused)
	},
	Size: func(width, height int, weight string) string {
		return fmt.Sprintf("(%d×%d, %s)", width, height, weight)
	},
}
