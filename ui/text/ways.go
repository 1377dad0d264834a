package text

import "fmt"

// Ways are the sentences about codes that come in pictures, PDFs, ZIPs and
// folders, and from a handheld scanner. Counts stand behind a colon.
type Ways struct {
	// The command line.
	PathArgument           string
	Searched               func(file string, found, added, known, refused int) string
	Page                   func(n int) string
	NobodyYet, Sure, Asked string

	// Choosing.
	WholeFolder, WholeFolderHint string
	InInbox                      func(files int) string

	// Reading.
	Title, Opening, Reading, ReadingStopped string
	PageOf                                  func(page, of int) string
	Stop, StopHint, Stopping, Busy          string
	PasswordFor                             func(file string) string
	PasswordHint                            string

	// The table.
	File, PageColumn, Student, Class, State string
	States                                  map[int]string // by desk's scanState
	NothingHere                             string
	Numbers                                 func(files, sure, said, open int) string
	Whose, WhoseHint, Other, OtherHint      string
	GivePassword, GivePasswordHint          string
	LeaveOut, LeaveOutHint, NotACode        string
	Kind, KindHint, KindText, KindPrinted   string
	Close, CloseHint                        string
	CloseAsk                                func(said int) string

	// Asking whose a code is.
	WhoseTitle, NobodyFits, TypeAName string
	Choose, Skip                      string
	Second, SecondHint                string

	// Writing.
	Take, TakeHint, NothingToTake string
	TakeAsk                       func(sure, said int) string
	OpenAsk, OutAsk               func(n int) string
	Writing, WritingStopped       string
	Done                          func(added, known, refused, left int) string
	MoveTitle                     string
	MoveAsk                       func(files int) string
	NotMoved                      string

	// A handheld scanner in the list.
	CodeOf      func(name string) string
	CodeUnknown string
}

// WaysIn returns the sentences in a language.
func WaysIn(l Lang) *Ways { return ways[l] }

var ways = map[Lang]*Ways{Polish: &waysPolish, English: &waysEnglish, Ukrainian: &waysUkrainian}

// slavic chooses the form of a noun for a number: one, a few, many.
func slavic(n int, one, few, many string) string {
	switch {
	case n%10 == 1 && n%100 != 11:
		return one
	case n%10 >= 2 && n%10 <= 4 && (n%100 < 12 || n%100 > 14):
		return few
	}
	return many
}

// polish is slavic but for 21, 31 and so on.
func polish(n int, one, few, many string) string {
	if n != 1 && n%10 == 1 {
		return many
	}
	return slavic(n, one, few, many)
}

var waysPolish = Ways{
	PathArgument: "ŚCIEŻKA",
	Searched: func(file string, found, added, known, refused int) string {
		return fmt.Sprintf("%s: znaleziono kodów: %d, przyjęto: %d, znanych: %d, nieprzyjętych: %d.", Plain(file), found, added, known, refused)
	},
	Page:      func(n int) string { return fmt.Sprintf("strona %d", n) },
	NobodyYet: "nie wiadomo czyj", Sure: "pewny", Asked: "do wskazania w oknie programu",

	WholeFolder: "cały folder", WholeFolderHint: "szuka kodów w całym folderze",
	InInbox: func(n int) string {
		return fmt.Sprintf("W skrzynce: %d %s (F6)", n, polish(n, "plik", "pliki", "plików"))
	},

	Title: "Kody z plików", Opening: "Przeglądam pliki…", Reading: "Szukam kodów. Niczego jeszcze nie zapisano.",
	ReadingStopped: "Przerwano czytanie. Poniżej jest to, co odczytano.",
	PageOf:         func(page, of int) string { return fmt.Sprintf("strona %d z %d", page, of) },
	Stop:           "przerwij", StopHint: "to, co już zrobiono, zostaje", Stopping: "Kończę po bieżącej stronie lub części…",
	Busy:         "Poczekaj chwilę, program jeszcze pracuje.",
	PasswordFor:  func(file string) string { return "Hasło do pliku " + file },
	PasswordHint: "Program go nie zapisuje. Puste lub Esc: pomiń pliki z hasłem.",

	File: "Plik", PageColumn: "Strona", Student: "Uczeń", Class: "Klasa", State: "Stan",
	States: map[int]string{0: "? czyj to kod", 1: "? podaj hasło", 2: "x nieprzyjęty", 3: "x nieczytelny", 4: "- brak kodów", 5: "- pominięty",
		6: "+ wskazany", 7: "+ pewny", 8: "+ przyjęty", 9: "= już był"},
	NothingHere: "Nie ma tu żadnego pliku z kodem. Esc wraca.",
	Numbers: func(files, sure, said, open int) string {
		return fmt.Sprintf("Pliki: %d · pewne: %d · wskazane: %d · do wskazania: %d", files, sure, said, open)
	},
	Whose: "czyj to kod", WhoseHint: "wybór ucznia z listy", Other: "inny uczeń", OtherHint: "gdy program się pomylił",
	GivePassword: "podaj hasło", GivePasswordHint: "otwiera zabezpieczony plik",
	LeaveOut: "pomiń", LeaveOutHint: "bez tego kodu; jeszcze raz: cofa", NotACode: "W tym wierszu nie ma kodu do przyjęcia.",
	Kind: "rodzaj kodów", KindHint: "gdy obok kodu nic go nie zdradza", KindPrinted: "kod z SIO, chyba że obok stoi co innego",
	KindText: "Kod z drugim kodem obok jest zawsze starym kodem, a z loginem i hasłem dostępem do ZPE. Jakiego rodzaju są pozostałe?",
	Close:    "zamknij", CloseHint: "wraca do listy bez zapisu",
	CloseAsk: func(n int) string {
		return fmt.Sprintf("Zamknąć bez zapisu? Wskazani już uczniowie przepadną: %d.", n)
	},

	WhoseTitle: "Czyj to kod?", NobodyFits: "Nikt nie pasuje.", TypeAName: "Wpisz nazwisko, klasę albo PESEL.", Choose: "to ten uczeń", Skip: "pomiń",
	Second: "Drugi kod lub hasło", SecondHint: "to, co stoi obok kodu QR; puste, jeśli nic",

	Take: "zapisz kody", TakeHint: "najpierw pyta, podając liczby", NothingToTake: "Nie ma czego zapisać: nie wiadomo, czyj jest który kod.",
	TakeAsk: func(sure, said int) string { return fmt.Sprintf("Zapisać kody? Pewne: %d, wskazane: %d.", sure, said) },
	OpenAsk: func(n int) string {
		return fmt.Sprintf("Bez ucznia, więc niezapisane zostaną: %d.", n)
	},
	OutAsk:  func(n int) string { return fmt.Sprintf("Pominięte: %d.", n) },
	Writing: "Zapisuję…", WritingStopped: "Przerwano. To, co już zapisano, zostaje; wczytaj pliki jeszcze raz, żeby dokończyć.",
	Done: func(added, known, refused, left int) string {
		return fmt.Sprintf("Przyjęte kody: %d, znane: %d, nieprzyjęte: %d, pozostawione: %d.", added, known, refused, left)
	},
	MoveTitle: "Porządek w skrzynce",
	MoveAsk: func(n int) string {
		return fmt.Sprintf("Wczytane w całości pliki w skrzynce: %d. Odłożyć je, zaszyfrowane, do folderu wczytane? Niczego to nie usuwa.", n)
	},
	NotMoved: "Nie udało się odłożyć plików do wczytane/. Kody są zapisane; sprawdź uprawnienia folderu.",

	CodeOf:      func(name string) string { return "Ten kod należy do: " + name + "." },
	CodeUnknown: "Kod nieznany. Otwórz ucznia i zeskanuj jeszcze raz.",
}

var waysEnglish = Ways{
	PathArgument: "PATH",
	Searched: func(file string, found, added, known, refused int) string {
		return fmt.Sprintf("%s: codes found: %d, taken in: %d, known: %d, not taken in: %d.", Plain(file), found, added, known, refused)
	},
	Page:      func(n int) string { return fmt.Sprintf("page %d", n) },
	NobodyYet: "nobody knows whose", Sure: "sure", Asked: "to be settled in the window",

	WholeFolder: "whole folder", WholeFolderHint: "looks for codes in all of it",
	InInbox: func(n int) string {
		if n == 1 {
			return "In the inbox: 1 file (F6)"
		}
		return fmt.Sprintf("In the inbox: %d files (F6)", n)
	},

	Title: "Codes from files", Opening: "Looking through the files…", Reading: "Looking for codes. Nothing is written yet.",
	ReadingStopped: "Reading was stopped. Below is what was read.",
	PageOf:         func(page, of int) string { return fmt.Sprintf("page %d of %d", page, of) },
	Stop:           "stop", StopHint: "what is done stays", Stopping: "Ending after the present page or part…",
	Busy:         "Wait a moment, the program is still at work.",
	PasswordFor:  func(file string) string { return "Password of " + file },
	PasswordHint: "It is not stored. Empty or Esc: pass over files with a password.",

	File: "File", PageColumn: "Page", Student: "Student", Class: "Class", State: "State",
	States: map[int]string{0: "? whose is it", 1: "? password", 2: "x not taken in", 3: "x unreadable", 4: "- no codes", 5: "- left out",
		6: "+ chosen", 7: "+ sure", 8: "+ taken in", 9: "= known"},
	NothingHere: "There is no file with a code here. Esc goes back.",
	Numbers: func(files, sure, said, open int) string {
		return fmt.Sprintf("Files: %d · sure: %d · chosen: %d · to be chosen: %d", files, sure, said, open)
	},
	Whose: "whose is it", WhoseHint: "choose the student from the list", Other: "another student", OtherHint: "if the program was wrong",
	GivePassword: "password", GivePasswordHint: "opens the encrypted file",
	LeaveOut: "leave out", LeaveOutHint: "without this code; again: with it", NotACode: "There is no code in this row that could be taken in.",
	Kind: "kind of codes", KindHint: "where nothing beside it tells", KindPrinted: "SIO, unless something beside it tells otherwise",
	KindText: "A code with a second one beside it is always of the old kind, one with login and password is access to ZPE. Of what kind are the others?",
	Close:    "close", CloseHint: "to the list, nothing is written",
	CloseAsk: func(n int) string {
		return fmt.Sprintf("Close without writing? Students already chosen, to be lost: %d.", n)
	},

	WhoseTitle: "Whose code is this?", NobodyFits: "Nobody fits.", TypeAName: "Type a name, a class or a PESEL.", Choose: "this student", Skip: "skip",
	Second: "Second code or password", SecondHint: "what stands beside the QR code; empty if nothing",

	Take: "write the codes", TakeHint: "asks first, with the numbers", NothingToTake: "There is nothing to write: nobody knows whose the codes are.",
	TakeAsk: func(sure, said int) string {
		return fmt.Sprintf("Write the codes? Sure: %d, chosen: %d.", sure, said)
	},
	OpenAsk: func(n int) string { return fmt.Sprintf("Without a student, so not written: %d.", n) },
	OutAsk:  func(n int) string { return fmt.Sprintf("Left out: %d.", n) },
	Writing: "Writing…", WritingStopped: "Stopped. What is written stays; import the files again to finish.",
	Done: func(added, known, refused, left int) string {
		return fmt.Sprintf("Codes taken in: %d, known: %d, refused: %d, left: %d.", added, known, refused, left)
	},
	MoveTitle: "Tidying the inbox",
	MoveAsk: func(n int) string {
		return fmt.Sprintf("Files in the inbox that were taken in whole: %d. Put them away, sealed, in the folder wczytane? Nothing is deleted.", n)
	},
	NotMoved: "The files could not be put away in wczytane/. The codes are written; check the folder's permissions.",

	CodeOf:      func(name string) string { return "This code belongs to " + name + "." },
	CodeUnknown: "Unknown code. Open the student and scan it again.",
}

var waysUkrainian = Ways{
	PathArgument: "ШЛЯХ",
	Searched: func(file string, found, added, known, refused int) string {
		return fmt.Sprintf("%s: знайдено кодів: %d, прийнято: %d, відомих: %d, не прийнято: %d.", Plain(file), found, added, known, refused)
	},
	Page:      func(n int) string { return fmt.Sprintf("сторінка %d", n) },
	NobodyYet: "невідомо чий", Sure: "певний", Asked: "вказати у вікні програми",

	WholeFolder: "уся тека", WholeFolderHint: "шукає коди в усій теці",
	InInbox: func(n int) string {
		return fmt.Sprintf("У скриньці: %d %s (F6)", n, slavic(n, "файл", "файли", "файлів"))
	},

	Title: "Коди з файлів", Opening: "Переглядаю файли…", Reading: "Шукаю коди. Ще нічого не записано.",
	ReadingStopped: "Читання зупинено. Нижче те, що прочитано.",
	PageOf:         func(page, of int) string { return fmt.Sprintf("сторінка %d з %d", page, of) },
	Stop:           "зупинити", StopHint: "зроблене лишається", Stopping: "Закінчую після поточної сторінки або частини…",
	Busy:         "Зачекайте, програма ще працює.",
	PasswordFor:  func(file string) string { return "Пароль до файлу " + file },
	PasswordHint: "Його не зберігають. Порожній або Esc: без захищених файлів.",

	File: "Файл", PageColumn: "Стор.", Student: "Учень", Class: "Клас", State: "Стан",
	States: map[int]string{0: "? чий це код", 1: "? пароль", 2: "x не прийнято", 3: "x нечитний", 4: "- немає кодів", 5: "- пропущено",
		6: "+ вказано", 7: "+ певний", 8: "+ прийнято", 9: "= уже був"},
	NothingHere: "Тут немає жодного файлу з кодом. Esc повертає.",
	Numbers: func(files, sure, said, open int) string {
		return fmt.Sprintf("Файли: %d · певні: %d · вказані: %d · вказати: %d", files, sure, said, open)
	},
	Whose: "чий це код", WhoseHint: "вибір учня зі списку", Other: "інший учень", OtherHint: "якщо програма помилилася",
	GivePassword: "пароль", GivePasswordHint: "відкриває захищений файл",
	LeaveOut: "пропустити", LeaveOutHint: "без цього коду; ще раз: назад", NotACode: "У цьому рядку немає коду, який можна прийняти.",
	Kind: "вид кодів", KindHint: "коли поруч ніщо його не вказує", KindPrinted: "код із SIO, якщо поруч не вказано іншого",
	KindText: "Код із другим кодом поруч завжди старий, а з логіном і паролем це доступ до ZPE. Якого виду решта?",
	Close:    "закрити", CloseHint: "повертає до списку без запису",
	CloseAsk: func(n int) string {
		return fmt.Sprintf("Закрити без запису? Уже вказаних учнів буде втрачено: %d.", n)
	},

	WhoseTitle: "Чий це код?", NobodyFits: "Ніхто не підходить.", TypeAName: "Введіть прізвище, клас або PESEL.", Choose: "це цей учень", Skip: "пропустити",
	Second: "Другий код або пароль", SecondHint: "те, що стоїть біля QR-коду; порожнє, якщо нічого",

	Take: "записати коди", TakeHint: "спершу питає, з числами", NothingToTake: "Немає чого записувати: невідомо, чий котрий код.",
	TakeAsk: func(sure, said int) string {
		return fmt.Sprintf("Записати коди? Певні: %d, вказані: %d.", sure, said)
	},
	OpenAsk: func(n int) string {
		return fmt.Sprintf("Без учня, тому не буде записано: %d.", n)
	},
	OutAsk:  func(n int) string { return fmt.Sprintf("Пропущено: %d.", n) },
	Writing: "Записую…", WritingStopped: "Зупинено. Записане лишається; завантажте файли ще раз, щоб закінчити.",
	Done: func(added, known, refused, left int) string {
		return fmt.Sprintf("Прийняті коди: %d, відомі: %d, не прийняті: %d, залишені: %d.", added, known, refused, left)
	},
	MoveTitle: "Порядок у скриньці",
	MoveAsk: func(n int) string {
		return fmt.Sprintf("Повністю прийняті файли у скриньці: %d. Відкласти їх, зашифровані, до теки wczytane? Нічого не видаляється.", n)
	},
	NotMoved: "Не вдалося відкласти файли до wczytane/. Коди записано; перевірте права теки.",

	CodeOf:      func(name string) string { return "Цей код належить: " + name + "." },
	CodeUnknown: "Невідомий код. Відкрийте учня і відскануйте ще раз.",
}
