package text

import "fmt"

// Collect are the sentences of the question who collected.
type Collect struct {
	Title                 string
	ParentName, NameHint  string
	NameMissing           string
	Card, CardYes, CardNo string
	Confirm, ConfirmHint  string
	Back, BackHint        string
	OnlyParent, OnlySelf  string // why the other may not
	Keys                  string
	HandedOver            func(name, class string) string
	Namesakes             func(name string, n int) string // n others are called the same
}

// CollectIn returns the sentences in a language.
func CollectIn(l Lang) *Collect { return collects[l] }

// withClass puts a class behind a name, if there is one.
func withClass(sentence, name, class string) string {
	if class == "" {
		return sentence + name
	}
	return sentence + name + ", " + class
}

var collects = map[Lang]*Collect{
	Polish: {
		Title: "Kto odebrał?", ParentName: "Imię i nazwisko rodzica lub opiekuna", NameHint: "kto stoi przy okienku",
		NameMissing: "Wpisz imię i nazwisko osoby, która odbiera.",
		Card:        "Okazano legitymację", CardYes: "tak", CardNo: "nie",
		Confirm: "Zapisz wydanie", ConfirmHint: "zapisuje w ewidencji, kto odebrał",
		Back: "Wróć do kodu", BackHint: "niczego nie zapisuje",
		OnlyParent: "w tej klasie odbiera tylko rodzic lub opiekun", OnlySelf: "uczeń jest pełnoletni, odbiera sam",
		Keys:       "Strzałki i Tab zmieniają odpowiedź. Enter zapisuje wydanie.",
		HandedOver: func(name, class string) string { return withClass("Wydano: ", name, class) },
		Namesakes: func(name string, n int) string {
			return fmt.Sprintf("W tej klasie „%s” to nie jedna osoba (innych: %d). Sprawdź nazwisko i datę urodzenia.", name, n)
		},
	},
	English: {
		Title: "Who collected?", ParentName: "Name of the parent or guardian", NameHint: "who stands at the desk",
		NameMissing: "Enter the name of the person who collects.",
		Card:        "Card shown", CardYes: "yes", CardNo: "no",
		Confirm: "Record it", ConfirmHint: "records in the register who collected",
		Back: "Back to the code", BackHint: "records nothing",
		OnlyParent: "in this class only a parent or guardian may collect", OnlySelf: "the student is of age and collects alone",
		Keys:       "Arrows and Tab change the answer. Enter records the hand-over.",
		HandedOver: func(name, class string) string { return withClass("Handed over: ", name, class) },
		Namesakes: func(name string, n int) string {
			return fmt.Sprintf("In this class “%s” is more than one person (others: %d). Check the surname and the birth date.", name, n)
		},
	},
	Ukrainian: {
		Title: "Хто забрав?", ParentName: "Ім'я та прізвище одного з батьків або опікуна", NameHint: "хто стоїть біля віконця",
		NameMissing: "Внесіть ім'я та прізвище особи, яка забирає.",
		Card:        "Квиток показано", CardYes: "так", CardNo: "ні",
		Confirm: "Записати видачу", ConfirmHint: "записує в реєстр, хто забрав",
		Back: "Назад до коду", BackHint: "нічого не записує",
		OnlyParent: "у цьому класі забирають лише батьки або опікун", OnlySelf: "учень повнолітній, забирає сам",
		Keys:       "Стрілки й Tab змінюють відповідь. Enter записує видачу.",
		HandedOver: func(name, class string) string { return withClass("Видано: ", name, class) },
		Namesakes: func(name string, n int) string {
			return fmt.Sprintf("У цьому класі «%s» — не одна особа (інших: %d). Перевірте прізвище й дату народження.", name, n)
		},
	},
}
