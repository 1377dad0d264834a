package text

import (
	"fmt"

	"okienko/model"
)

// Sheets are the sentences of the stack of signed sheets and of the autumn
// stamp.
type Sheets struct {
	Title                             string // before the class
	Student, Counts, Now              string // columns
	Date, Signs, Place, NoPlace, Done string // the line above the list
	AdultAlone                        string
	Adult                             string // mark behind a name
	None, WrongSigner, TooLittle      string // what counts now
	Saving                            string
	Short                             map[model.StatementKind]string
	Wanted, WantedHint                string
	Kind                              map[model.StatementKind]string // names of actions
	KindHint                          map[model.StatementKind]string
	ChangeDate, DateHint              string
	ChangePlace, PlaceHint            string
	ChangeSigner, SignerHint          string
	TypeName, NameHint                string
	Undo, UndoHint, NothingToUndo     string
	Leave, LeaveHint                  string
	NobodyHere, EmptyClass            string
	AskObjection, AskWithdrawal       string // heading of the question
	ObjectionStops, WithdrawalMeans   func(name string) string
	AskOverObjection                  string
	OverObjection                     func(name, date string) string
	Undone                            func(kind, name string) string
	Failed                            func(name, why string) string
	KnownAlready                      func(name string) string
	AllDone                           string
	DateLabel, PlaceLabel, NameLabel  string
	DateFormat, PlaceFormat           string
	NameFormat                        string
	BadDate, FutureDate               string
	NoCodesHere, Erase                string
}

// Extension are the sentences of the autumn stamp.
type Extension struct {
	Title                           string // before the class
	Student, Card, ValidUntil, What string // columns
	Until                           string
	Willed, LeftOut, Same, Longer   string // what will happen to a card
	NoCard, Invalid                 string
	Sum                             func(extend, leftOut, none, other int) string
	ChangeDate, DateHint            string
	DateLabel, DateFormat           string
	Toggle, ToggleHint, CantToggle  string
	Extend, ExtendHint, Nothing     string
	Ask                             func(n int, until string) string
	Done                            func(n int, until string) string
	PastDate                        string
	EmptyClass                      string
	Leave                           string
}

// SheetsIn returns the sentences in a language.
func SheetsIn(l Lang) *Sheets { return sheetsText[l] }

// ExtensionIn returns the sentences in a language.
func ExtensionIn(l Lang) *Extension { return extensions[l] }

var sheetsText = map[Lang]*Sheets{
	Polish: {
		Title: "Oświadczenia", Student: "Uczeń", Counts: "Co się liczy", Now: "Wpisane teraz",
		Date: "Data na kartkach:", Signs: "Podpisuje:", Place: "Leży:", NoPlace: "nie podano", Done: "Jest",
		AdultAlone: "pełnoletni sam", Adult: "18+",
		None: "brak", WrongSigner: "podpis niewłaściwy", TooLittle: "nie wystarcza", Saving: "zapisuję",
		Short: map[model.StatementKind]string{
			model.NonObjection: "bez sprzeciwu", model.Application: "wniosek", model.Objection: "SPRZECIW", model.Withdrawal: "wycofanie",
		},
		Wanted: "wpisz", WantedHint: "to, na co szkoła czeka, i dalej",
		Kind: map[model.StatementKind]string{
			model.NonObjection: "niewyrażenie sprzeciwu", model.Application: "wniosek", model.Objection: "sprzeciw", model.Withdrawal: "wycofanie",
		},
		KindHint: map[model.StatementKind]string{
			model.NonObjection: "niewyrażenie sprzeciwu", model.Application: "podpisany wniosek o wydanie",
			model.Objection: "zatrzymuje wszystko; zapyta", model.Withdrawal: "wcześniejsza kartka się nie liczy",
		},
		ChangeDate: "data", DateHint: "data na kolejnych kartkach",
		ChangePlace: "gdzie leży", PlaceHint: "segregator lub teczka na kartki",
		ChangeSigner: "rodzic/opiekun", SignerHint: "kto podpisał; pełnoletni sam",
		TypeName: "imię i nazwisko", NameHint: "podpis na kartce; można pominąć",
		Undo: "cofnij", UndoHint: "cofa ostatnią kartkę, potem dalsze", NothingToUndo: "Nie ma czego cofać: na tym ekranie nic nie wpisano.",
		Leave: "koniec", LeaveHint: "do listy; wszystko jest zapisane",
		NobodyHere: "Nikt nie jest zaznaczony.", EmptyClass: "W tej klasie nie ma uczniów.",
		AskObjection: "Sprzeciw", AskWithdrawal: "Wycofanie",
		ObjectionStops: func(name string) string { return name + ": wpisać sprzeciw? mLegitymacja nie będzie wydana." },
		WithdrawalMeans: func(name string) string {
			return name + ": wpisać wycofanie? Wcześniejsza kartka przestanie się liczyć."
		},
		AskOverObjection: "Jest sprzeciw",
		OverObjection: func(name, date string) string {
			return fmt.Sprintf("%s: jest sprzeciw z dnia %s. Wpisać mimo to nową kartkę?", name, date)
		},
		Undone:       func(kind, name string) string { return fmt.Sprintf("Cofnięto: %s, %s.", name, kind) },
		Failed:       func(name, why string) string { return name + ": nie wpisano. " + why },
		KnownAlready: func(name string) string { return name + ": taka sama kartka jest już wpisana." },
		AllDone:      "Niżej nie ma już nikogo bez kartki.",
		DateLabel:    "Data na kartkach", PlaceLabel: "Gdzie leżą kartki", NameLabel: "Kto podpisał",
		DateFormat: "dzień i miesiąc wystarczą, np. 4.9 albo 04.09.2026", PlaceFormat: "np. segregator 4a; puste: nie podano",
		NameFormat: "imię i nazwisko; puste: nie podano",
		BadDate:    "To nie jest data. Wpisz ją jak 04.09.2026.", FutureDate: "Ta data jeszcze nie nadeszła. Sprawdź ją.",
		Erase:       "wyczyść pole",
		NoCodesHere: "To ekran kartek, kodów tu się nie wpisuje. Nic nie wpisano. Kod przyjmij na stronie ucznia.",
	},
	English: {
		Title: "Statements", Student: "Student", Counts: "What counts", Now: "Entered now",
		Date: "Date on the sheets:", Signs: "Signed by:", Place: "Kept in:", NoPlace: "not given", Done: "In",
		AdultAlone: "adults alone", Adult: "18+",
		None: "none", WrongSigner: "wrong signer", TooLittle: "not enough", Saving: "saving",
		Short: map[model.StatementKind]string{
			model.NonObjection: "non-objection", model.Application: "application", model.Objection: "OBJECTION", model.Withdrawal: "withdrawal",
		},
		Wanted: "enter", WantedHint: "what the school waits for, go on",
		Kind: map[model.StatementKind]string{
			model.NonObjection: "non-objection", model.Application: "application", model.Objection: "objection", model.Withdrawal: "withdrawal",
		},
		KindHint: map[model.StatementKind]string{
			model.NonObjection: "a signed non-objection", model.Application: "a signed application",
			model.Objection: "stops everything; asks first", model.Withdrawal: "the earlier sheet no longer counts",
		},
		ChangeDate: "date", DateHint: "the date on the sheets to come",
		ChangePlace: "kept in", PlaceHint: "binder or folder of the sheets",
		ChangeSigner: "parent/guardian", SignerHint: "who signed; adults sign alone",
		TypeName: "name", NameHint: "who signed this sheet, if you like",
		Undo: "undo", UndoHint: "the last sheet, then those before", NothingToUndo: "Nothing to undo: nothing was entered on this screen.",
		Leave: "done", LeaveHint: "to the list; everything is saved",
		NobodyHere: "Nobody is selected.", EmptyClass: "There are no students in this class.",
		AskObjection: "Objection", AskWithdrawal: "Withdrawal",
		ObjectionStops: func(name string) string { return name + ": enter an objection? The mobile card will not be issued." },
		WithdrawalMeans: func(name string) string {
			return name + ": enter a withdrawal? The earlier sheet will no longer count."
		},
		AskOverObjection: "There is an objection",
		OverObjection: func(name, date string) string {
			return fmt.Sprintf("%s: there is an objection of %s. Enter a new sheet all the same?", name, date)
		},
		Undone:       func(kind, name string) string { return fmt.Sprintf("Undone: %s, %s.", name, kind) },
		Failed:       func(name, why string) string { return name + ": not entered. " + why },
		KnownAlready: func(name string) string { return name + ": the same sheet is entered already." },
		AllDone:      "Nobody further down is without a sheet.",
		DateLabel:    "Date on the sheets", PlaceLabel: "Where the sheets are kept", NameLabel: "Who signed",
		DateFormat: "day and month are enough, e.g. 4.9 or 04.09.2026", PlaceFormat: "e.g. binder 4a; empty: not given",
		NameFormat: "first name and surname; empty: not given",
		BadDate:    "This is no date. Write it like 04.09.2026.", FutureDate: "This date has not come yet. Check it.",
		Erase:       "clear the line",
		NoCodesHere: "This screen is for sheets, not for codes. Nothing was entered. Take the code in on the student's page.",
	},
	Ukrainian: {
		Title: "Заяви", Student: "Учень", Counts: "Що враховано", Now: "Внесено зараз",
		Date: "Дата на аркушах:", Signs: "Підписує:", Place: "Лежить:", NoPlace: "не вказано", Done: "Є",
		AdultAlone: "повнолітній сам", Adult: "18+",
		None: "немає", WrongSigner: "підпис не той", TooLittle: "не досить", Saving: "зберігаю",
		Short: map[model.StatementKind]string{
			model.NonObjection: "без заперечень", model.Application: "заява", model.Objection: "ЗАПЕРЕЧЕННЯ", model.Withdrawal: "відкликання",
		},
		Wanted: "внести", WantedHint: "те, на що чекає школа, і далі",
		Kind: map[model.StatementKind]string{
			model.NonObjection: "без заперечень", model.Application: "заява", model.Objection: "заперечення", model.Withdrawal: "відкликання",
		},
		KindHint: map[model.StatementKind]string{
			model.NonObjection: "заява, що заперечень немає", model.Application: "підписана заява на видачу",
			model.Objection: "зупиняє все; програма запитає", model.Withdrawal: "попередній аркуш не враховується",
		},
		ChangeDate: "дата", DateHint: "дата на наступних аркушах",
		ChangePlace: "де лежить", PlaceHint: "тека або папка для аркушів",
		ChangeSigner: "батьки/опікун", SignerHint: "хто підписав; повнолітній сам",
		TypeName: "ім'я та прізвище", NameHint: "підпис на аркуші; можна пропустити",
		Undo: "скасувати", UndoHint: "останній аркуш, потім попередні", NothingToUndo: "Немає чого скасовувати: на цьому екрані нічого не внесено.",
		Leave: "кінець", LeaveHint: "повертає до списку; усе збережено",
		NobodyHere: "Нікого не вибрано.", EmptyClass: "У цьому класі немає учнів.",
		AskObjection: "Заперечення", AskWithdrawal: "Відкликання",
		ObjectionStops: func(name string) string {
			return name + ": внести заперечення? Мобільний квиток не буде видано."
		},
		WithdrawalMeans: func(name string) string {
			return name + ": внести відкликання? Попередній аркуш більше не враховуватиметься."
		},
		AskOverObjection: "Є заперечення",
		OverObjection: func(name, date string) string {
			return fmt.Sprintf("%s: є заперечення від %s. Усе ж внести новий аркуш?", name, date)
		},
		Undone:       func(kind, name string) string { return fmt.Sprintf("Скасовано: %s, %s.", name, kind) },
		Failed:       func(name, why string) string { return name + ": не внесено. " + why },
		KnownAlready: func(name string) string { return name + ": такий самий аркуш уже внесено." },
		AllDone:      "Нижче вже немає нікого без аркуша.",
		DateLabel:    "Дата на аркушах", PlaceLabel: "Де лежать аркуші", NameLabel: "Хто підписав",
		DateFormat: "досить дня й місяця, напр. 4.9 або 04.09.2026", PlaceFormat: "напр. тека 4a; порожньо: не вказано",
		NameFormat: "ім'я та прізвище; порожньо: не вказано",
		BadDate:    "Це не дата. Напишіть її як 04.09.2026.", FutureDate: "Ця дата ще не настала. Перевірте її.",
		Erase:       "очистити",
		NoCodesHere: "Це екран аркушів, коди тут не вносять. Нічого не внесено. Код прийміть на сторінці учня.",
	},
}

var extensions = map[Lang]*Extension{
	Polish: {
		Title: "Przedłużenie legitymacji", Student: "Uczeń", Card: "Numer", ValidUntil: "Ważna do", What: "Co się stanie",
		Until: "Nowa data ważności:", Willed: "przedłużona", LeftOut: "pominięta", Same: "ma już tę datę", Longer: "ważna dłużej, bez zmian",
		NoCard: "brak legitymacji", Invalid: "unieważniona",
		Sum: func(extend, leftOut, none, other int) string {
			return fmt.Sprintf("Do przedłużenia: %d · pominięte: %d · bez ważnej legitymacji: %d · bez zmian: %d", extend, leftOut, none, other)
		},
		ChangeDate: "data", DateHint: "inna nowa data ważności", DateLabel: "Nowa data ważności", DateFormat: "np. 30.09.2027",
		Toggle: "pomiń/dodaj", ToggleHint: "nie przedłużać temu uczniowi",
		CantToggle: "Tej legitymacji nie ma jak przedłużyć.",
		Extend:     "Przedłuż", ExtendHint: "zapisuje nową datę; program zapyta", Nothing: "Nie ma czego przedłużać.",
		Ask: func(n int, until string) string {
			return fmt.Sprintf("Legitymacje do przedłużenia: %d, nowa data ważności: %s. Zapisać?", n, until)
		},
		Done: func(n int, until string) string {
			return fmt.Sprintf("Przedłużone legitymacje: %d, ważne do %s.", n, until)
		},
		PastDate: "Ta data już minęła. Sprawdź ją.", EmptyClass: "W tej klasie nie ma uczniów.", Leave: "wróć",
	},
	English: {
		Title: "Extending cards", Student: "Student", Card: "Number", ValidUntil: "Valid until", What: "What will happen",
		Until: "New last day:", Willed: "extended", LeftOut: "left out", Same: "has this date already", Longer: "valid longer, unchanged",
		NoCard: "no card", Invalid: "invalidated",
		Sum: func(extend, leftOut, none, other int) string {
			return fmt.Sprintf("To extend: %d · left out: %d · without a valid card: %d · unchanged: %d", extend, leftOut, none, other)
		},
		ChangeDate: "date", DateHint: "another new last day", DateLabel: "New last day", DateFormat: "e.g. 30.09.2027",
		Toggle: "leave out/add", ToggleHint: "don't extend this student's card",
		CantToggle: "This card can't be extended.",
		Extend:     "Extend", ExtendHint: "writes the new date; asks first", Nothing: "There is nothing to extend.",
		Ask: func(n int, until string) string {
			return fmt.Sprintf("Cards to extend: %d, new last day: %s. Write it?", n, until)
		},
		Done: func(n int, until string) string {
			return fmt.Sprintf("Cards extended: %d, valid until %s.", n, until)
		},
		PastDate: "This date is over. Check it.", EmptyClass: "There are no students in this class.", Leave: "back",
	},
	Ukrainian: {
		Title: "Продовження квитків", Student: "Учень", Card: "Номер", ValidUntil: "Дійсний до", What: "Що станеться",
		Until: "Нова дата:", Willed: "продовжено", LeftOut: "пропущено", Same: "уже має цю дату", Longer: "дійсний довше, без змін",
		NoCard: "немає квитка", Invalid: "анульовано",
		Sum: func(extend, leftOut, none, other int) string {
			return fmt.Sprintf("Продовжити: %d · пропущено: %d · без дійсного квитка: %d · без змін: %d", extend, leftOut, none, other)
		},
		ChangeDate: "дата", DateHint: "інша нова дата", DateLabel: "Нова дата", DateFormat: "напр. 30.09.2027",
		Toggle: "пропустити/додати", ToggleHint: "не продовжувати цьому учневі",
		CantToggle: "Цей квиток неможливо продовжити.",
		Extend:     "Продовжити", ExtendHint: "записує нову дату; запитає", Nothing: "Немає чого продовжувати.",
		Ask: func(n int, until string) string {
			return fmt.Sprintf("Квитків до продовження: %d, нова дата: %s. Записати?", n, until)
		},
		Done: func(n int, until string) string {
			return fmt.Sprintf("Продовжено квитків: %d, дійсні до %s.", n, until)
		},
		PastDate: "Ця дата вже минула. Перевірте її.", EmptyClass: "У цьому класі немає учнів.", Leave: "назад",
	},
}
