package text

import (
	"slices"
	"strconv"
	"strings"

	"okienko/model"
)

// profileWords are the sentences about a fault in a profile file. In them
// {got} is what stands in the file, {all} everything allowed, {1} and {2} the
// first and the second thing allowed.
type profileWords struct {
	line   string // {line}
	key    string // {key}
	faults map[model.ProfileErrorKind]string
	// The fault of photo.ratio where only photo.max limits the size.
	ratioNeverFitsMax string
}

var profileIn = map[Lang]profileWords{
	Polish: {
		line: "wiersz {line}",
		key:  "klucz {key}",
		faults: map[model.ProfileErrorKind]string{
			model.ProfileNotUTF8:     "plik nie jest zapisany w UTF-8; zapisz go w edytorze ponownie, wybierając kodowanie UTF-8.",
			model.ProfileSyntax:      "to nie jest poprawny zapis TOML; dozwolone są: nagłówek [tabela] oraz klucz = wartość, każdy klucz raz, tekst w cudzysłowach \"…\".",
			model.ProfileUnknownKey:  "nie ma takiego klucza; dozwolone tutaj: {all}.",
			model.ProfileNotTable:    "stoi tu wartość „{got}”, a powinien być nagłówek tabeli w nawiasach [ ], pod nim jej klucze.",
			model.ProfileNotText:     "„{got}” nie może tu stać; dozwolony jest tekst w cudzysłowach, w jednym wierszu, do {1} znaków.",
			model.ProfileNotOneOf:    "„{got}” nie jest tu znane; dozwolone: {all}.",
			model.ProfileNotList:     "„{got}” to nie lista; dozwolona jest lista w nawiasach [ ] z co najmniej jednym z: {all}.",
			model.ProfileRepeated:    "„{got}” stoi na liście dwa razy; dozwolone jest raz.",
			model.ProfileNotZone:     "„{got}” to nie nazwa strefy czasowej; dozwolone są nazwy takie jak \"Europe/Warsaw\".",
			model.ProfileNotYesNo:    "„{got}” nie może tu stać; dozwolone są true (tak) i false (nie), bez cudzysłowów.",
			model.ProfileNotNumber:   "„{got}” nie może tu stać; dozwolona jest liczba całkowita od {1} do {2}, bez cudzysłowów.",
			model.ProfileNotSize:     "„{got}” to nie rozmiar; dozwolone jest \"szerokośćxwysokość\" w pikselach, każda od 1 do {1}, na przykład \"480x600\".",
			model.ProfileNotRatio:    "„{got}” to nie proporcje; dozwolone jest \"szerokość:wysokość\", każda od 1 do {1}, na przykład \"4:5\".",
			model.ProfileNotDay:      "„{got}” to nie dzień roku; dozwolone jest \"dzień.miesiąc\", na przykład \"30.09\", albo \"never\" (nigdy).",
			model.ProfileNotBytes:    "„{got}” to nie rozmiar pliku; dozwolone jest od \"{1}\" do \"{2}\", na przykład \"2.5 MB\", albo liczba bajtów.",
			model.ProfileNotLife:     "„{got}” to nie czas życia kodu; dozwolone jest od \"{1}\" do \"{2}\" w godzinach (h) i minutach (m), na przykład \"720h\" (30 dni), albo \"never\" (bez końca).",
			model.ProfileNotDuration: "„{got}” to nie czas; dozwolone jest od \"{1}\" do \"{2}\" w minutach (m) i sekundach (s), na przykład \"90s\".",
			model.ProfileMinOverMax:  "największy rozmiar \"{got}\" jest mniejszy niż photo.min; dozwolone jest co najmniej \"{1}\".",
			model.ProfileRatioNeverFit: "proporcji \"{got}\" nie ma żadne zdjęcie od \"{1}\" do \"{2}\"; " +
				"dozwolone są proporcje, które mieszczą się między photo.min a photo.max.",
		},
		ratioNeverFitsMax: "proporcji \"{got}\" nie ma żadne zdjęcie do \"{2}\"; dozwolone są proporcje, które mieszczą się w photo.max.",
	},
	English: {
		line: "line {line}",
		key:  "key {key}",
		faults: map[model.ProfileErrorKind]string{
			model.ProfileNotUTF8:     "the file is not saved as UTF-8; save it again in the editor with the encoding UTF-8.",
			model.ProfileSyntax:      "this is not valid TOML; allowed are a [table] header and key = value, each key once, text in quotes \"…\".",
			model.ProfileUnknownKey:  "there is no such key; allowed here: {all}.",
			model.ProfileNotTable:    "here stands the value “{got}”, where a table header in brackets [ ] belongs, with its keys below it.",
			model.ProfileNotText:     "“{got}” can't stand here; allowed is text in quotes, on one line, up to {1} characters.",
			model.ProfileNotOneOf:    "“{got}” is not known here; allowed: {all}.",
			model.ProfileNotList:     "“{got}” is not a list; allowed is a list in brackets [ ] with at least one of: {all}.",
			model.ProfileRepeated:    "“{got}” is listed twice; allowed is once.",
			model.ProfileNotZone:     "“{got}” is not the name of a time zone; allowed are names like \"Europe/Warsaw\".",
			model.ProfileNotYesNo:    "“{got}” can't stand here; allowed are true and false, without quotes.",
			model.ProfileNotNumber:   "“{got}” can't stand here; allowed is a whole number from {1} to {2}, without quotes.",
			model.ProfileNotSize:     "“{got}” is not a size; allowed is \"widthxheight\" in pixels, each from 1 to {1}, for example \"480x600\".",
			model.ProfileNotRatio:    "“{got}” is not a ratio; allowed is \"width:height\", each from 1 to {1}, for example \"4:5\".",
			model.ProfileNotDay:      "“{got}” is not a day of the year; allowed is \"day.month\", for example \"30.09\", or \"never\".",
			model.ProfileNotBytes:    "“{got}” is not the size of a file; allowed is \"{1}\" to \"{2}\", for example \"2.5 MB\", or a number of bytes.",
			model.ProfileNotLife:     "“{got}” is not the life of a code; allowed is \"{1}\" to \"{2}\" in hours (h) and minutes (m), for example \"720h\" (30 days), or \"never\" (no end).",
			model.ProfileNotDuration: "“{got}” is not a length of time; allowed is \"{1}\" to \"{2}\" in minutes (m) and seconds (s), for example \"90s\".",
			model.ProfileMinOverMax:  "the greatest size \"{got}\" is smaller than photo.min; allowed is \"{1}\" or more.",
			model.ProfileRatioNeverFit: "no picture from \"{1}\" to \"{2}\" has the ratio \"{got}\"; " +
				"allowed are ratios that fit between photo.min and photo.max.",
		},
		ratioNeverFitsMax: "no picture up to \"{2}\" has the ratio \"{got}\"; allowed are ratios that fit within photo.max.",
	},
	Ukrainian: {
		line: "рядок {line}",
		key:  "ключ {key}",
		faults: map[model.ProfileErrorKind]string{
			model.ProfileNotUTF8:     "файл збережено не в UTF-8; збережіть його в редакторі ще раз, вибравши кодування UTF-8.",
			model.ProfileSyntax:      "це не правильний запис TOML; дозволено: заголовок [таблиця] та ключ = значення, кожен ключ один раз, текст у лапках \"…\".",
			model.ProfileUnknownKey:  "такого ключа немає; тут дозволено: {all}.",
			model.ProfileNotTable:    "тут стоїть значення «{got}», а має бути заголовок таблиці в дужках [ ], під ним її ключі.",
			model.ProfileNotText:     "«{got}» не може тут стояти; дозволено текст у лапках, в одному рядку, до {1} знаків.",
			model.ProfileNotOneOf:    "«{got}» тут невідоме; дозволено: {all}.",
			model.ProfileNotList:     "«{got}» не є списком; дозволено список у дужках [ ], у якому є принаймні одне з: {all}.",
			model.ProfileRepeated:    "«{got}» стоїть у списку двічі; дозволено один раз.",
			model.ProfileNotZone:     "«{got}» не є назвою часового поясу; дозволено назви на зразок \"Europe/Warsaw\".",
			model.ProfileNotYesNo:    "«{got}» не може тут стояти; дозволено true (так) і false (ні), без лапок.",
			model.ProfileNotNumber:   "«{got}» не може тут стояти; дозволено ціле число від {1} до {2}, без лапок.",
			model.ProfileNotSize:     "«{got}» не є розміром; дозволено \"ширинаxвисота\" в пікселях, кожна від 1 до {1}, наприклад \"480x600\".",
			model.ProfileNotRatio:    "«{got}» не є пропорцією; дозволено \"ширина:висота\", кожна від 1 до {1}, наприклад \"4:5\".",
			model.ProfileNotDay:      "«{got}» не є днем року; дозволено \"день.місяць\", наприклад \"30.09\", або \"never\" (ніколи).",
			model.ProfileNotBytes:    "«{got}» не є розміром файлу; дозволено від \"{1}\" до \"{2}\", наприклад \"2.5 MB\", або кількість байтів.",
			model.ProfileNotLife:     "«{got}» не є строком дії коду; дозволено від \"{1}\" до \"{2}\" у годинах (h) та хвилинах (m), наприклад \"720h\" (30 днів), або \"never\" (безстроково).",
			model.ProfileNotDuration: "«{got}» не є тривалістю; дозволено від \"{1}\" до \"{2}\" у хвилинах (m) та секундах (s), наприклад \"90s\".",
			model.ProfileMinOverMax:  "найбільший розмір \"{got}\" менший за photo.min; дозволено щонайменше \"{1}\".",
			model.ProfileRatioNeverFit: "жодне фото від \"{1}\" до \"{2}\" не має пропорції \"{got}\"; " +
				"дозволено пропорції, що вміщаються між photo.min та photo.max.",
		},
		ratioNeverFitsMax: "жодне фото до \"{2}\" не має пропорції \"{got}\"; дозволено пропорції, що вміщаються в photo.max.",
	},
}

// Profile says in one sentence what is wrong with a profile file: the file,
// the line, the key and what is allowed there.
func Profile(lang Lang, e *model.ProfileError) string {
	words := profileIn[lang]
	where := []string{e.File}
	if e.Line > 0 {
		where = append(where, strings.Replace(words.line, "{line}", strconv.Itoa(e.Line), 1))
	}
	if e.Key != "" {
		where = append(where, strings.Replace(words.key, "{key}", e.Key, 1))
	}
	allowed := slices.Concat(e.Allowed, []string{"", ""})
	fault := words.faults[e.Kind]
	if e.Kind == model.ProfileRatioNeverFit && allowed[0] == "" {
		fault = words.ratioNeverFitsMax
	}
	return strings.Join(where, ", ") + ": " + strings.NewReplacer(
		"{got}", e.Got, "{all}", strings.Join(e.Allowed, ", "), "{1}", allowed[0], "{2}", allowed[1],
	).Replace(fault)
}
