package text

import "fmt"

// Import are the sentences of taking a file in. Counts stand behind a colon, so
// that no noun has to be inflected.
type Import struct {
	Title, Choosing, Reading, Writing      string
	Kind                                   map[string]string // by desk's FileKind
	File, Recognised, Encoding, Separator  string
	Tab, Workbook                          string // a separator; what has none
	Rows                                   string
	Added, Updated, Unchanged, Refused     string // counts
	Repaired, Left, Open                   string
	ListAdded, ListChanged, ListProblems   string // the lists
	ListMissing, ListDoubts, ListTaken     string
	EmptyAdded, EmptyChanged, EmptyProblem string
	EmptyMissing, EmptyDoubts              string
	Unknown                                string
	Line, Student, Class, Born, Card, What string // columns
	Field                                  string
	OpenDoubts                             string
	FileRefused                            string
	MissingHint, MissingMany               string
	Changes                                func(field, before, after string) string
	Filled                                 func(field, after string) string
	ComesBack                              string
	ErasedBack                             func(day string) string // what was removed on a day comes back
	PESELTail                              func(tail string) string

	Take, TakeHint, NothingToTake        string
	PutAway, PutAwayHint                 string // of a file that says nothing new
	TakeAsk                              func(added, updated int) string
	LeftAsk                              func(n int) string
	DoubtsAsk                            func(n int) string
	NextList, NextListHint, PrevListHint string
	PrevList                             string
	Tick, TickHint, TickAll, TickAllHint string
	NotMissingList, Settle, SettleHint   string
	NoLine                               string // a problem of the whole file
	ChangeKind, ChangeKindHint           string
	CodeKind, CodeKindHint               string
	CodeKindOfFile, OnlyForCodes         string
	OtherFile, OtherFileHint             string
	TypePath, TypePathHint               string
	PathLabel, PathFormat                string
	Close, CloseHint, Busy               string
	Stop, StopHint, Stopping             string

	WhoIsIt, NewStudent, SkipRow, Choose string
	DoubtText                            string
	PESELTaken, ChosenTwice              string
	AnswerNew, AnswerSkip, AnswerOpen    string
	AskLater                             string
	DoubtLeft                            string // a row that nobody decided

	Done                              func(added, updated, unchanged, refused int) string
	DoneLeft                          func(n int) string
	Stopped                           string
	ResultTitle, NoProblems           string
	NotFound, NotAFile, TooLarge, Bad string
}

// ImportIn returns the sentences in a language.
func ImportIn(l Lang) *Import { return imports[l] }

var imports = map[Lang]*Import{Polish: &importPolish, English: &importEnglish, Ukrainian: &importUkrainian}

var importPolish = Import{
	Title: "Wczytaj plik", Choosing: "Wybierz plik.", Reading: "Czytam plik i porównuję go z tym, co już jest…", Writing: "Zapisuję…",
	Kind: map[string]string{"roster": "lista uczniów", "codes": "lista kodów", "statements": "lista oświadczeń", "registered": "legitymacje zarejestrowane w SIO"},
	File: "Plik:", Recognised: "Rozpoznano:", Encoding: "kodowanie", Separator: "separator", Tab: "tabulator", Workbook: "arkusz XLSX",
	Rows: "wiersze", Added: "nowe", Updated: "zmiany", Unchanged: "bez zmian", Refused: "odrzucone", Repaired: "naprawione", Left: "odeszli", Open: "wątpliwości",
	ListAdded: "Nowi", ListChanged: "Zmiany", ListProblems: "Uwagi", ListMissing: "Brak w pliku", ListDoubts: "Wątpliwości", ListTaken: "Do przyjęcia",
	EmptyAdded: "Nic nowego.", EmptyChanged: "Nic się nie zmienia.", EmptyProblem: "Nic nie odrzucono i nic nie naprawiono.",
	EmptyMissing: "W pliku są wszyscy uczniowie.", EmptyDoubts: "Nie ma wątpliwości.",
	Unknown: "Nieznane kolumny, pominięte:", Field: "Pole", Line: "Wiersz", Student: "Uczeń", Class: "Klasa", Born: "Urodzenie", Card: "Legitymacja", What: "Co",
	OpenDoubts: "Enter: najpierw program zapyta o wiersze, które pasują do kilku osób.", FileRefused: "Tego pliku nie da się wczytać. Niczego nie zmieniono.",
	MissingHint: "Spacja zaznacza, kto odszedł; a zaznacza wszystkich. Nikt nie jest usuwany.",
	MissingMany: "Nie ma tu ponad połowy szkoły: to pewnie nie jest cała lista.",
	Changes: func(field, before, after string) string {
		return fmt.Sprintf("%s: %s → %s", field, before, orDash(after))
	},
	Filled:     func(field, after string) string { return fmt.Sprintf("%s: dopisano %s", field, after) },
	ComesBack:  "wraca do szkoły",
	ErasedBack: func(day string) string { return "wraca na listę (dane usunięto " + day + ")" },
	PESELTail:  func(tail string) string { return "…" + tail },
	Take:       "Wczytaj", TakeHint: "najpierw pyta o wątpliwości", NothingToTake: "W tym pliku nie ma nic do zapisania.",
	PutAway: "Odłóż plik", PutAwayHint: "wszystko już wczytano; zabiera plik ze skrzynki",
	TakeAsk: func(added, updated int) string {
		return fmt.Sprintf("Zapisać? Nowe: %d, zmiany: %d.", added, updated)
	},
	LeftAsk: func(n int) string { return fmt.Sprintf("Zaznaczeni jako „odszedł”: %d.", n) },
	DoubtsAsk: func(n int) string {
		return fmt.Sprintf("Wiersze pominięte, bo nie wiadomo, czyje są: %d.", n)
	},
	NextList: "kolejna lista", NextListHint: "pokazuje następną listę", PrevList: "poprzednia lista", PrevListHint: "pokazuje poprzednią listę",
	Tick: "odszedł", TickHint: "zaznacza ucznia, który odszedł, albo cofa zaznaczenie", TickAll: "wszyscy odeszli", TickAllHint: "cała lista; jeszcze raz: nikt",
	NotMissingList: "To działa na listach „Brak w pliku” i „Wątpliwości”.", NoLine: "plik",
	Settle: "rozstrzygnij", SettleHint: "pyta jeszcze raz, kto to jest",
	ChangeKind: "rodzaj", ChangeKindHint: "jeśli plik źle rozpoznano",
	CodeKind: "rodzaj kodów", CodeKindHint: "gdy plik nie podaje rodzaju", CodeKindOfFile: "tylko to, co podaje plik",
	OnlyForCodes: "To działa tylko dla listy kodów.", OtherFile: "inny plik", OtherFileHint: "wybór innego pliku, bez zapisu",
	TypePath: "wpisz ścieżkę", TypePathHint: "ścieżka wpisana albo wklejona", PathLabel: "Ścieżka pliku", PathFormat: "wpisz albo wklej, np. /home/sekretariat/lista.csv",
	Close: "zamknij", CloseHint: "wraca do listy bez zapisu", Busy: "Poczekaj chwilę, plik jest właśnie czytany lub zapisywany.",
	Stop: "przerwij", StopHint: "kończy po bieżącej części; zapisane zostaje", Stopping: "Kończę po bieżącej części…",
	WhoIsIt: "Kto to jest?", NewStudent: "nowy uczeń, nie ma go na liście", SkipRow: "pomiń ten wiersz", Choose: "wybierz",
	DoubtText:  "Ten wiersz może być jedną z tych osób. Sprawdź w dokumentach; program nie zgaduje.",
	PESELTaken: "ten PESEL ma już kto inny", ChosenTwice: "wskazano już w innym wierszu",
	AnswerNew: "nowy uczeń", AnswerSkip: "pominięty", AnswerOpen: "nierozstrzygnięte", AskLater: "później",
	DoubtLeft: "Wiersz pasuje do kilku osób i nikt nie wskazał, do której. Pominięto go.",
	Done: func(added, updated, unchanged, refused int) string {
		return fmt.Sprintf("Wczytano. Nowe: %d, zmiany: %d, bez zmian: %d, odrzucone: %d.", added, updated, unchanged, refused)
	},
	DoneLeft: func(n int) string { return fmt.Sprintf("Odeszli: %d.", n) },
	Stopped:  "Przerwano. To, co już zapisano, zostaje; wczytaj plik jeszcze raz, żeby dokończyć.", ResultTitle: "Wynik", NoProblems: "Wszystkie wiersze wczytano bez uwag.",
	NotFound: "Nie ma takiego pliku. Sprawdź ścieżkę.", NotAFile: "To jest folder, a nie plik. Wybierz plik.",
	TooLarge: "Plik jest większy niż jakakolwiek lista szkolna. Sprawdź, czy to właściwy plik.", Bad: "Pliku nie da się odczytać. Sprawdź, czy nie jest otwarty w innym programie.",
}

var importEnglish = Import{
	Title: "Import a file", Choosing: "Choose a file.", Reading: "Reading the file and comparing it with what is here…", Writing: "Writing…",
	Kind: map[string]string{"roster": "a roster", "codes": "a list of codes", "statements": "a list of statements", "registered": "cards registered in SIO"},
	File: "File:", Recognised: "Recognised:", Encoding: "encoding", Separator: "separator", Tab: "tab", Workbook: "XLSX workbook",
	Rows: "rows", Added: "new", Updated: "changed", Unchanged: "unchanged", Refused: "refused", Repaired: "repaired", Left: "left", Open: "doubts",
	ListAdded: "New", ListChanged: "Changes", ListProblems: "Remarks", ListMissing: "Not in the file", ListDoubts: "Doubts", ListTaken: "To take in",
	EmptyAdded: "Nothing new.", EmptyChanged: "Nothing changes.", EmptyProblem: "Nothing was refused or repaired.",
	EmptyMissing: "All students are in the file.", EmptyDoubts: "There are no doubts.",
	Unknown: "Unknown columns, left out:", Field: "Field", Line: "Row", Student: "Student", Class: "Class", Born: "Born", Card: "Card", What: "What",
	OpenDoubts: "Enter: first you will be asked about rows that fit several people.", FileRefused: "This file can't be imported. Nothing was changed.",
	MissingHint: "Space ticks who left; a ticks everybody. Nobody is deleted.",
	MissingMany: "More than half of the school is not here: probably not the whole roster.",
	Changes: func(field, before, after string) string {
		return fmt.Sprintf("%s: %s → %s", field, before, orDash(after))
	},
	Filled:     func(field, after string) string { return fmt.Sprintf("%s: filled in %s", field, after) },
	ComesBack:  "comes back",
	ErasedBack: func(day string) string { return "back on the list (data removed on " + day + ")" },
	PESELTail:  func(tail string) string { return "…" + tail },
	Take:       "Import", TakeHint: "asks about doubts first", NothingToTake: "There is nothing to write in this file.",
	PutAway: "Put away", PutAwayHint: "all of it is known; takes the file out of the inbox",
	TakeAsk: func(added, updated int) string {
		return fmt.Sprintf("Write it? New: %d, changed: %d.", added, updated)
	},
	LeftAsk: func(n int) string { return fmt.Sprintf("Ticked as left: %d.", n) },
	DoubtsAsk: func(n int) string {
		return fmt.Sprintf("Rows left out because nobody knows whose they are: %d.", n)
	},
	NextList: "next list", NextListHint: "shows the next list", PrevList: "previous list", PrevListHint: "shows the previous list",
	Tick: "left", TickHint: "ticks a student who left, or takes the tick back", TickAll: "all left", TickAllHint: "the whole list; again: nobody",
	NotMissingList: "This works on the lists “Not in the file” and “Doubts”.", NoLine: "file",
	Settle: "decide", SettleHint: "asks once more who it is",
	ChangeKind: "kind", ChangeKindHint: "if the file was taken for another",
	CodeKind: "kind of codes", CodeKindHint: "where the file names none", CodeKindOfFile: "only what the file says",
	OnlyForCodes: "This works for lists of codes only.", OtherFile: "another file", OtherFileHint: "another file, nothing is written",
	TypePath: "type a path", TypePathHint: "a path, typed or pasted", PathLabel: "Path of the file", PathFormat: "type or paste, e.g. /home/office/roster.csv",
	Close: "close", CloseHint: "to the list, nothing is written", Busy: "Wait a moment, the file is being read or written.",
	Stop: "stop", StopHint: "ends after the present part; what is written stays", Stopping: "Ending after the present part…",
	WhoIsIt: "Who is this?", NewStudent: "a new student, not on the list", SkipRow: "leave this row out", Choose: "choose",
	DoubtText:  "This row may be one of these people. Look into the papers; the program does not guess.",
	PESELTaken: "somebody else has this PESEL", ChosenTwice: "chosen for another row already",
	AnswerNew: "new student", AnswerSkip: "left out", AnswerOpen: "not decided", AskLater: "later",
	DoubtLeft: "The row fits several people and nobody said which. It was left out.",
	Done: func(added, updated, unchanged, refused int) string {
		return fmt.Sprintf("Imported. New: %d, changed: %d, unchanged: %d, refused: %d.", added, updated, unchanged, refused)
	},
	DoneLeft: func(n int) string { return fmt.Sprintf("Left: %d.", n) },
	Stopped:  "Stopped. What is written stays; import the file again to finish.", ResultTitle: "Result", NoProblems: "All rows were imported without remarks.",
	NotFound: "There is no such file. Check the path.", NotAFile: "This is a folder, not a file. Choose a file.",
	TooLarge: "The file is larger than any school's list. Check that it is the right one.", Bad: "The file can't be read. Check that no other program has it open.",
}

var importUkrainian = Import{
	Title: "Завантажити файл", Choosing: "Виберіть файл.", Reading: "Читаю файл і порівнюю з тим, що вже є…", Writing: "Записую…",
	Kind: map[string]string{"roster": "список учнів", "codes": "список кодів", "statements": "список заяв", "registered": "квитки, зареєстровані в SIO"},
	File: "Файл:", Recognised: "Розпізнано:", Encoding: "кодування", Separator: "роздільник", Tab: "табуляція", Workbook: "книга XLSX",
	Rows: "рядки", Added: "нові", Updated: "зміни", Unchanged: "без змін", Refused: "відхилені", Repaired: "виправлені", Left: "вибули", Open: "сумніви",
	ListAdded: "Нові", ListChanged: "Зміни", ListProblems: "Зауваги", ListMissing: "Немає у файлі", ListDoubts: "Сумніви", ListTaken: "Прийняти",
	EmptyAdded: "Нічого нового.", EmptyChanged: "Нічого не змінюється.", EmptyProblem: "Нічого не відхилено і не виправлено.",
	EmptyMissing: "У файлі є всі учні.", EmptyDoubts: "Сумнівів немає.",
	Unknown: "Невідомі стовпці, пропущено:", Field: "Поле", Line: "Рядок", Student: "Учень", Class: "Клас", Born: "Народж.", Card: "Квиток", What: "Що",
	OpenDoubts: "Enter: спершу програма запитає про рядки, що підходять кільком особам.", FileRefused: "Цей файл не можна завантажити. Нічого не змінено.",
	MissingHint: "Пробіл позначає, хто вибув; a позначає всіх. Нікого не видаляють.",
	MissingMany: "Тут немає понад половини школи: мабуть, це не весь список.",
	Changes: func(field, before, after string) string {
		return fmt.Sprintf("%s: %s → %s", field, before, orDash(after))
	},
	Filled:    func(field, after string) string { return fmt.Sprintf("%s: дописано %s", field, after) },
	ComesBack: "повертається до школи",
	ErasedBack: func(day string) string {
		return "повертається до списку (дані видалено " + day + ")"
	},
	PESELTail: func(tail string) string { return "…" + tail },
	Take:      "Завантажити", TakeHint: "спершу питає про сумніви", NothingToTake: "У цьому файлі немає чого записувати.",
	PutAway: "Відкласти файл", PutAwayHint: "усе вже завантажено; забирає файл зі скриньки",
	TakeAsk: func(added, updated int) string {
		return fmt.Sprintf("Записати? Нові: %d, зміни: %d.", added, updated)
	},
	LeftAsk: func(n int) string { return fmt.Sprintf("Позначено як «вибув»: %d.", n) },
	DoubtsAsk: func(n int) string {
		return fmt.Sprintf("Пропущені рядки, бо невідомо, чиї вони: %d.", n)
	},
	NextList: "інший список", NextListHint: "показує наступний список", PrevList: "попередній список", PrevListHint: "показує попередній список",
	Tick: "вибув", TickHint: "позначає учня, який вибув, або знімає позначку", TickAll: "усі вибули", TickAllHint: "увесь список; ще раз: нікого",
	NotMissingList: "Це працює у списках «Немає у файлі» та «Сумніви».", NoLine: "файл",
	Settle: "вирішити", SettleHint: "питає ще раз, хто це",
	ChangeKind: "вид", ChangeKindHint: "якщо файл розпізнано не так",
	CodeKind: "вид кодів", CodeKindHint: "для рядків, де файл не вказує виду", CodeKindOfFile: "лише те, що у файлі",
	OnlyForCodes: "Це працює лише для списку кодів.", OtherFile: "інший файл", OtherFileHint: "вибір іншого файлу, без запису",
	TypePath: "ввести шлях", TypePathHint: "шлях введений або вставлений", PathLabel: "Шлях до файлу", PathFormat: "введіть або вставте, напр. /home/school/list.csv",
	Close: "закрити", CloseHint: "повертає до списку без запису", Busy: "Зачекайте, файл саме читається або записується.",
	Stop: "зупинити", StopHint: "закінчує після поточної частини; записане лишається", Stopping: "Закінчую після поточної частини…",
	WhoIsIt: "Хто це?", NewStudent: "новий учень, його немає у списку", SkipRow: "пропустити цей рядок", Choose: "вибрати",
	DoubtText:  "Цей рядок може бути однією з цих осіб. Перевірте в документах; програма не вгадує.",
	PESELTaken: "цей PESEL має хтось інший", ChosenTwice: "уже вибрано для іншого рядка",
	AnswerNew: "новий учень", AnswerSkip: "пропущено", AnswerOpen: "не вирішено", AskLater: "пізніше",
	DoubtLeft: "Рядок підходить кільком особам, і ніхто не вказав, кому. Його пропущено.",
	Done: func(added, updated, unchanged, refused int) string {
		return fmt.Sprintf("Завантажено. Нові: %d, зміни: %d, без змін: %d, відхилені: %d.", added, updated, unchanged, refused)
	},
	DoneLeft: func(n int) string { return fmt.Sprintf("Вибули: %d.", n) },
	Stopped:  "Зупинено. Записане лишається; завантажте файл ще раз, щоб закінчити.", ResultTitle: "Результат", NoProblems: "Усі рядки завантажено без зауваг.",
	NotFound: "Такого файлу немає. Перевірте шлях.", NotAFile: "Це тека, а не файл. Виберіть файл.",
	TooLarge: "Файл більший за будь-який шкільний список. Перевірте, чи це той файл.", Bad: "Файл не вдалося прочитати. Перевірте, чи не відкритий він в іншій програмі.",
}
