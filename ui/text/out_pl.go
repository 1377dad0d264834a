package text

import (
	"fmt"
	"time"

	"okienko/model"
)

var outPolish = Out{
	Title: map[string]string{"register": "Ewidencja wydanych mLegitymacji", "uncollected": "Nieodebrane kody", "statements": "Oświadczenia i wnioski",
		"worklist": "Lista do zrobienia", "sio": "Plik dla SIO", "slips": "Karteczki dla uczniów", "day": "Podsumowanie dnia"},
	Columns: map[string][]string{
		"uncollected": {"Lp.", "Oddział", "Nazwisko i imię", "Nr legitymacji", "Rodzaj kodu", "Przyjęto", "Ważny do", "Stan", "Kto odbiera", "Data i podpis"},
		"statements":  {"Lp.", "Oddział", "Nazwisko i imię", "Druk", "Data", "Podpisał(a)", "Jako", "Miejsce", "Podpis"},
		"worklist":    {"Lp.", "Oddział", "Nazwisko i imię", "Nr legitymacji", "Etap", "Czego brakuje", "Co dalej", "Podpis"},
	},
	Class: func(c model.Class) string {
		if c.IsZero() {
			return "bez oddziału"
		}
		return "oddział " + c.String()
	},
	Page:    func(page, of int) string { return fmt.Sprintf("strona %d z %d", page, of) },
	Lacking: "Krój pisma nie ma niektórych liter: są bez znaków albo jako „?”.", Stamp: "data, pieczęć i podpis",
	Expired: "kod wygasł", Missing: "BRAK",
	Pickup: map[model.PickupReason]string{model.PickupAnyone: "uczeń lub rodzic", model.PickupParentOnly: "tylko rodzic", model.PickupAdult: "uczeń (pełnoletni)"},

	Fault: map[model.SIOFault]string{
		model.SIOPeselBad: "błędny PESEL", model.SIONoNumber: "brak numeru legitymacji", model.SIONumberChars: "niedozwolone znaki w numerze legitymacji",
		model.SIONumberTwice: "ten sam numer legitymacji ma inny uczeń", model.SIONoIssued: "brak daty wydania legitymacji",
		model.SIOIssuedFuture: "data wydania jest w przyszłości", model.SIOIssuedUnborn: "data wydania sprzed urodzenia",
		model.SIOIssuedTooLate: "data wydania po końcu ważności",
	},
	SIODone: func(rows int, file string) string {
		return fmt.Sprintf("Zapisano plik dla SIO: %s. Liczba legitymacji: %d. Gdy SIO go przyjmie, zaznacz to: F4 „komplet, nie ma w SIO” i Ctrl+T (albo okienko import registered).", Plain(file), rows)
	},
	SIOLeft: func(refused, registered, objected int) string {
		return fmt.Sprintf("Nie trafili do pliku: do poprawienia %d, już w SIO %d, ze sprzeciwem %d.", refused, registered, objected)
	},
	Refused:     refusedLine,
	DisabledHow: "Trzeba podać --disabled: plik CSV albo XLSX z uczniami, którzy mają legitymację ucznia z niepełnosprawnością (MEiN-I/3-N), albo słowo nikt. Program tego nie przechowuje i nie zgaduje.",
	PeopleRefused: func(file string) string {
		return fmt.Sprintf("Nie wszystkie wiersze pliku %s wskazują jednego ucznia. Niczego nie zapisano.", Plain(file))
	},
	PersonNobody: func(line int) string { return fmt.Sprintf("wiersz %d: nie ma takiego ucznia", line) },
	PersonTwo: func(line int) string {
		return fmt.Sprintf("wiersz %d: pasuje więcej niż jeden uczeń; podaj PESEL", line)
	},
	Done: func(lines int, file string) string {
		return fmt.Sprintf("Zapisano plik %s. Liczba wpisów: %d.", Plain(file), lines)
	},
	SlipsDone: func(slips, codes, dense int, file string) string {
		s := fmt.Sprintf("Zapisano karteczki: %s. Liczba karteczek: %d.", Plain(file), slips)
		if codes > 0 {
			s += fmt.Sprintf(" Z kodem: %d; te kody są wstrzymane, aż zapiszesz, co wróciło (Ctrl+O). Po wydrukowaniu usuń plik.", codes)
		}
		if dense > 0 {
			s += fmt.Sprintf(" Za długie na karteczkę: %d; te pokaż na ekranie.", dense)
		}
		return s
	},
	SIODryRun: "nie zapisuje pliku: mówi tylko, kogo SIO by odrzuciło i dlaczego",
	SIOWould: func(rows int) string {
		return fmt.Sprintf("Do pliku trafiłoby legitymacji: %d. Niczego nie zapisano.", rows)
	},
	SIONobody:       "Nie ma kogo zarejestrować: pliku nie zapisano.",
	NoSuchClass:     func(class string) string { return fmt.Sprintf("Nie ma oddziału „%s”.", Plain(class)) },
	CodesNeedChoice: "--with-codes wymaga --class albo --only: kody drukuje się tylko tym, którzy nie mogą przyjść.",
	BadEnding: func(file, endings string) string {
		return fmt.Sprintf("Nazwa %s musi kończyć się na %s.", Plain(file), endings)
	},
	StatementsShort: "oświadczenia i wnioski uczniów, z miejscem na podpis (CSV, XLSX, PDF)",

	Slip: SlipText{
		Lacking: "Krój pisma nie ma niektórych liter tego nazwiska.",
		Title:   "mLegitymacja szkolna: co dalej", Cut: "tu przeciąć",
		Class:       func(c string) string { return "oddział " + c },
		Statement:   "Podpisać oświadczenie o niewyrażeniu sprzeciwu i oddać je w szkole.",
		Application: "Podpisać wniosek o wydanie mLegitymacji i oddać go w szkole.",
		Signer:      "Druk podpisała niewłaściwa osoba. Potrzebny jest nowy.",
		BySelf:      "Podpisuje pełnoletni uczeń.", ByParent: "Podpisuje rodzic lub opiekun prawny.",
		Photo: func(rules string) string {
			return "Przesłać do szkoły zdjęcie do legitymacji" + inBrackets(rules) + "."
		},
		NewPhoto: func(rules string) string {
			return "Przesłać nowe zdjęcie: poprzednie się nie nadaje" + inBrackets(rules) + "."
		},
		PhotoSize:  func(w, h int) string { return fmt.Sprintf("co najmniej %d×%d pikseli", w, h) },
		PhotoBytes: func(n int64) string { return "najwyżej " + withComma(megabytes(n)) + " MB" },
		PESEL:      "Podać w szkole numer PESEL, gdy zostanie nadany: bez niego mLegitymacji nie będzie.",
		Extend:     "Przynieść legitymację do sekretariatu: straciła ważność i trzeba ją przedłużyć.",
		Duplicate:  "Legitymacja jest unieważniona. Zapytać w sekretariacie o duplikat.",
		Collect:    "Przyjść do sekretariatu po kod aktywacyjny. Zabrać legitymację i telefon z aplikacją mObywatel.",
		Login:      "Odebrać w sekretariacie login i hasło do ZPE.",
		OwnCode:    "Potem zalogować się na zpe.gov.pl, utworzyć kod QR i od razu zeskanować go w aplikacji mObywatel.",
		Pickup: map[model.PickupReason]string{
			model.PickupAnyone: "Odbiera uczeń albo rodzic.", model.PickupParentOnly: "W tym oddziale odbiera tylko rodzic lub opiekun.",
			model.PickupAdult: "Odbiera pełnoletni uczeń."},
		Until:   func(day time.Time) string { return "Kod działa do " + day.Format("02.01.2006 15:04") + "." },
		Scan:    "W aplikacji mObywatel dodać dokument „Legitymacja szkolna” i zeskanować ten kod.",
		Second:  "Kod aktywacyjny, o który zapyta aplikacja, poda sekretariat.",
		Receipt: "Potwierdzić odbiór podpisem w sekretariacie.",
		Secret:  "Tego kodu nikomu nie pokazywać.",
	},

	ListArgument: "NAZWA", AllLists: "Lista do zrobienia jako CSV, XLSX albo PDF. Nazwy list:" + listNames(Polish),
	NoSuchList: func(name string) string {
		return fmt.Sprintf("Nie ma listy „%s”. ", Plain(name)) + "Lista do zrobienia jako CSV, XLSX albo PDF. Nazwy list:" + listNames(Polish) + "\n"
	},

	Offer: "pliki do zapisania", OfferHint: "ewidencja, listy, plik dla SIO, karteczki",
	Screen: "Pliki do zapisania", Format: "Rodzaj pliku", Path: "Plik",
	Printed: "PDF, do druku", Sheet: "XLSX, arkusz", Plain: "CSV", OnlyClass: "Oddział", AllClasses: "cała szkoła",
	SlipLang: "Język karteczek", WithCodes: "Kody QR", CodesNo: "bez kodów", CodesYes: "z kodami, dla tych, którzy nie przyjdą",
	CodesAsk: func(class string) string {
		return fmt.Sprintf("Wydrukować kody uczniów oddziału %s? Trafią do ewidencji i będą wstrzymane, aż zapiszesz, czy je odebrano.", class)
	},
	PathHint: "sama nazwa albo cała ścieżka", Folder: func(folder string) string { return "Folder: " + Plain(folder) },
	List:         func(name string, students int) string { return fmt.Sprintf("Lista: %s (%d)", name, students) },
	BackHome:     func(codes int) string { return fmt.Sprintf("Karteczki z kodami: co wróciło (%d)", codes) },
	Accepted:     "SIO przyjęło plik: zaznacz zarejestrowanych",
	Taken:        "Taki plik już jest. Podaj inną nazwę.",
	Close:        "zamknij",
	OnlyForClass: "Kody drukuje się tylko dla jednego oddziału.",
	SIO: SIOText{
		InFile:    func(n int) string { return fmt.Sprintf("Do pliku (%d)", n) },
		NotInFile: func(n int) string { return fmt.Sprintf("Poza plikiem (%d)", n) },
		Empty:     "Nie ma kogo zarejestrować.", NobodyRefused: "Poza plikiem nie zostaje nikt.",
		Student: "Uczeń", Class: "Klasa", Card: "Legitymacja", Issued: "Wydana", Disabled: "Niepełnospr.", Why: "Dlaczego",
		Yes: "TAK", No: "nie",
		Save: "zapisz plik", SaveHint: "pyta o nazwę i zapisuje plik w formacie importu SIO",
		Toggle: "niepełnosprawność", ToggleHint: "uczeń ma legitymację MEiN-I/3-N; program tego nie przechowuje",
		All: "cała lista: niepełnosprawność", AllHint: "wszyscy z listy mają legitymację MEiN-I/3-N; jeszcze raz: nikt",
		Photos: "także bez zdjęcia", NoPhotos: "tylko ze zdjęciem", PhotoHint: "w pliku nie ma zdjęć; można je dodać w SIO później",
		Open: "strona ucznia", OpenHint: "tam można poprawić to, czego brakuje",
		Other: "druga lista", OtherHint: "kto trafi do pliku, a kto nie i dlaczego",
		NothingToSave: "Nie ma czego zapisać: do pliku nikt nie trafi.",
		Left: func(registered, objected int) string {
			return fmt.Sprintf("już w SIO %d, ze sprzeciwem %d", registered, objected)
		},
		NobodyAsk: func(n int) string {
			return fmt.Sprintf("Liczba legitymacji: %d. Czy na pewno żadna nie jest legitymacją ucznia z niepełnosprawnością (MEiN-I/3-N)?", n)
		},
		Ahead: func(n, disabled int) string {
			return fmt.Sprintf("Liczba legitymacji: %d, w tym MEiN-I/3-N (niepełnosprawność): %d.", n, disabled)
		},
		Done: func(n int, file string) string {
			return fmt.Sprintf("Zapisano %s. Liczba legitymacji: %d. Gdy SIO przyjmie plik: Ctrl+O, „SIO przyjęło plik”.", Plain(file), n)
		},
	},
	Home: HomeText{
		Title: "Co wróciło", Empty: "Żadna karteczka z kodem nie czeka na odpowiedź.",
		Student: "Uczeń", Class: "Klasa", Printed: "Wydrukowano", What: "Co się stało",
		Open: "nie wiadomo", ByStudent: "odebrał uczeń", Back: "nieodebrany",
		ByParent: func(name string) string { return "rodzic: " + name },
		Stu:      "odebrał uczeń", StuHint: "wróciło potwierdzenie; kod odebrał uczeń", Par: "odebrał rodzic", ParHint: "wróciło potwierdzenie z podpisem rodzica",
		Not: "nieodebrany", NotHint: "karteczka wróciła albo przepadła; kod znów czeka na odbiór", Clear: "nie wiadomo", ClearHint: "zostaje otwarte",
		AllLeft: "reszta odebrana", AllHint: "wszyscy nieoznaczeni odebrali; kto, mówi reguła odbioru",
		Save: "zapisz", SaveHint: "zapisuje oznaczone w ewidencji; reszta czeka dalej",
		Sum: func(collected, back, open int) string {
			return fmt.Sprintf("odebrane %d · nieodebrane %d · nie wiadomo %d", collected, back, open)
		},
		Ask: func(collected, back int) string {
			return fmt.Sprintf("Zapisać: odebrane %d, nieodebrane %d?", collected, back)
		},
		Done: func(settled, elsewhere int) string {
			s := fmt.Sprintf("Zapisano w ewidencji: %d.", settled)
			if elsewhere > 0 {
				s += fmt.Sprintf(" Na innym stanowisku załatwiono już: %d.", elsewhere)
			}
			return s
		},
		LeaveAsk: func(n int) string {
			return fmt.Sprintf("Oznaczono: %d i niczego z tego nie zapisano. Wyjść bez zapisu?", n)
		},
		Unnamed: func(n int) string { return fmt.Sprintf("Bez nazwiska rodzica: %d. Oznacz ich klawiszem r.", n) },
		Nothing: "Niczego nie oznaczono.", OnlyParent: "Odbiera tylko rodzic lub opiekun.", OnlySelf: "Odbiera tylko pełnoletni uczeń.",
		ParentName: "Imię i nazwisko rodzica", NameMissing: "Wpisz, kto odebrał.",
	},
}
