package text

import "fmt"

// History are the sentences of the register on screen.
type History struct {
	All                             string // the title over the lines of all students
	Title, When, Who, Deed, Student string
	Reading, Empty, Corrected       string
	BackHint, Refresh, RefreshHint  string
	Field                           map[string]string // names of what the register writes down
	By                              func(operator, desk string, line int64) string
	Change                          func(field, was, is string) string
}

// HistoryIn returns the sentences in a language.
func HistoryIn(l Lang) *History { return histories[l] }

// HistoryFields are the names under which the register writes things down, in
// the order in which a screen says them.
var HistoryFields = []string{"last", "first", "second", "pesel", "birth", "sex", "class", "register_no", "book_no", "document", "left",
	"kind", "number", "issued", "valid_until", "state", "duplicate_of", "signer_name", "signer", "signed", "place",
	"of", "reason", "reporter", "reporter_name", "reported", "note", "done",
	"portrait", "registered", "generated", "until", "to", "to_name", "card_shown", "void", "added", "changed", "unchanged", "files", "outgoing", "copies"}

func change(field, was, is string) string {
	return fmt.Sprintf("%s: %s → %s", field, orDash(was), orDash(is))
}

var histories = map[Lang]*History{
	Polish: {
		Title: "Historia", All: "Ewidencja", When: "Kiedy", Who: "Kto", Deed: "Co", Student: "Uczeń",
		Reading: "Czytam ewidencję…", Empty: "Nie ma jeszcze wpisów.", Corrected: "poprawione",
		BackHint: "wraca", Refresh: "odśwież", RefreshHint: "czyta ewidencję jeszcze raz",
		Field: map[string]string{
			"last": "nazwisko", "first": "imię", "second": "drugie imię", "pesel": "PESEL", "birth": "data urodzenia", "sex": "płeć",
			"class": "klasa", "register_no": "nr w dzienniku", "book_no": "nr w księdze", "document": "dokument", "left": "odszedł", "kind": "rodzaj", "number": "numer",
			"issued": "wydana", "valid_until": "ważna do", "state": "stan", "duplicate_of": "duplikat nr", "signer_name": "podpis",
			"signer": "kto podpisał", "signed": "data podpisu", "place": "leży", "portrait": "zdjęcie", "registered": "w SIO od",
			"generated": "wygenerowano", "until": "ważny do", "to": "komu", "to_name": "imię i nazwisko", "card_shown": "okazano legitymację",
			"of": "co", "reason": "powód", "reporter": "zgłosił", "reporter_name": "imię i nazwisko zgłaszającego", "reported": "zgłoszono",
			"note": "uwaga", "done": "zrobione w SIO", "void": "cofnięto: nie wydano", "added": "dodano", "changed": "zmieniono", "unchanged": "bez zmian",
			"files": "pliki z inbox", "outgoing": "pliki z wychodzace", "copies": "kopie dawnej bazy",
		},
		By: func(operator, desk string, line int64) string {
			return fmt.Sprintf("%s, stanowisko %s, wpis nr %d", operator, desk, line)
		},
		Change: change,
	},
	English: {
		Title: "History", All: "Register", When: "When", Who: "Who", Deed: "What", Student: "Student",
		Reading: "Reading the register…", Empty: "No lines yet.", Corrected: "corrected",
		BackHint: "back", Refresh: "refresh", RefreshHint: "reads the register again",
		Field: map[string]string{
			"last": "surname", "first": "first name", "second": "second name", "pesel": "PESEL", "birth": "birth date", "sex": "sex",
			"class": "class", "register_no": "no. in the class register", "book_no": "no. in the book", "document": "document", "left": "left", "kind": "kind", "number": "number",
			"issued": "issued", "valid_until": "valid until", "state": "state", "duplicate_of": "duplicate of", "signer_name": "signature",
			"signer": "who signed", "signed": "date signed", "place": "kept in", "portrait": "photo", "registered": "in SIO since",
			"generated": "made at", "until": "valid until", "to": "to", "to_name": "name", "card_shown": "card shown",
			"of": "what", "reason": "reason", "reporter": "reported by", "reporter_name": "name", "reported": "reported on",
			"note": "note", "done": "done in SIO", "void": "taken back: not handed over", "added": "added", "changed": "changed", "unchanged": "unchanged",
			"files": "files of inbox", "outgoing": "files of wychodzace", "copies": "copies of a former database",
		},
		By: func(operator, desk string, line int64) string {
			return fmt.Sprintf("%s, desk %s, line no. %d", operator, desk, line)
		},
		Change: change,
	},
	Ukrainian: {
		Title: "Історія", All: "Реєстр", When: "Коли", Who: "Хто", Deed: "Що", Student: "Учень",
		Reading: "Читаю реєстр…", Empty: "Записів ще немає.", Corrected: "виправлено",
		BackHint: "назад", Refresh: "оновити", RefreshHint: "читає реєстр ще раз",
		Field: map[string]string{
			"last": "прізвище", "first": "ім'я", "second": "друге ім'я", "pesel": "PESEL", "birth": "дата народження", "sex": "стать",
			"class": "клас", "register_no": "№ у журналі", "book_no": "№ у книзі", "document": "документ", "left": "вибув", "kind": "вид", "number": "номер",
			"issued": "виданий", "valid_until": "дійсний до", "state": "стан", "duplicate_of": "дублікат №", "signer_name": "підпис",
			"signer": "хто підписав", "signed": "дата підпису", "place": "лежить", "portrait": "фото", "registered": "у SIO від",
			"generated": "створено", "until": "дійсний до", "to": "кому", "to_name": "ім'я та прізвище", "card_shown": "квиток показано",
			"of": "що", "reason": "причина", "reporter": "повідомив", "reporter_name": "ім'я того, хто повідомив", "reported": "повідомлено",
			"note": "примітка", "done": "зроблено в SIO", "void": "скасовано: не видано", "added": "додано", "changed": "змінено", "unchanged": "без змін",
			"files": "файли з inbox", "outgoing": "файли з wychodzace", "copies": "копії колишньої бази",
		},
		By: func(operator, desk string, line int64) string {
			return fmt.Sprintf("%s, робоче місце %s, запис № %d", operator, desk, line)
		},
		Change: change,
	},
}
