package text

import (
	"fmt"
	"time"

	"okienko/model"
)

// Out are the sentences of the files that the school takes out of the program:
// what stands in them, and what is said about them.
type Out struct {
	// The lists.
	Title   map[string]string   // by the kind of file
	Columns map[string][]string // by the kind of file
	Class   func(model.Class) string
	Page    func(page, of int) string
	Expired string
	Missing string
	Pickup  map[model.PickupReason]string // short

	// The file for SIO.
	Fault           map[model.SIOFault]string
	SIODone         func(rows int, file string) string
	SIOLeft         func(refused, registered, objected int) string
	Refused         func(name, class, why string) string
	DisabledHow     string
	PeopleRefused   func(file string) string
	PersonNobody    func(line int) string
	PersonTwo       func(line int) string
	Done            func(lines int, file string) string
	SlipsDone       func(slips, codes int, file string) string
	NoSuchClass     func(class string) string
	CodesNeedChoice string
	BadEnding       func(file, endings string) string
	ListArgument    string
	NoSuchList      func(name string) string
	AllLists        string // in the help of the command
	StatementsShort string

	// The slips.
	Slip SlipText

	// The window.
	Offer, OfferHint            string
	Screen                      string
	Format, Path                string
	Printed, Sheet, Plain       string
	OnlyClass, AllClasses       string
	SlipLang, WithCodes         string
	CodesNo, CodesYes           string
	CodesAsk                    func(class string) string
	Disabled                    string
	DisabledHint                string
	WithoutPhotos               string
	PathHint                    string
	Taken                       string // the file is there
	Close                       string
	RefusedTitle, NobodyRefused string
	OnlyForClass                string
}

// SlipText are the sentences for a student or a parent. They name nobody, so
// that they fit whoever reads the slip.
type SlipText struct {
	Title, Cut       string
	Class            func(string) string
	Statement        string // a non-objection
	Application      string
	Signer           string
	BySelf, ByParent string // who signs
	Photo            func(rules string) string
	NewPhoto         func(rules string) string
	PhotoSize        func(w, h int) string
	PhotoBytes       func(size string) string
	PESEL            string
	Extend           string
	Duplicate        string
	Collect, Login   string
	Pickup           map[model.PickupReason]string
	Until            func(day time.Time) string
	Scan             string
	Second           string
	Receipt          string
	Secret           string
}

// OutIn returns the sentences in a language.
func OutIn(l Lang) *Out { return outs[l] }

var outs = map[Lang]*Out{Polish: &outPolish, English: &outEnglish, Ukrainian: &outUkrainian}

var outPolish = Out{
	Title: map[string]string{"register": "Ewidencja wydanych mLegitymacji", "uncollected": "Nieodebrane kody", "statements": "Oświadczenia i wnioski",
		"worklist": "Lista do zrobienia", "sio": "Plik dla SIO", "slips": "Karteczki dla uczniów"},
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
	Expired: "kod wygasł", Missing: "BRAK",
	Pickup: map[model.PickupReason]string{model.PickupAnyone: "uczeń lub rodzic", model.PickupParentOnly: "tylko rodzic", model.PickupAdult: "uczeń (pełnoletni)"},

	Fault: map[model.SIOFault]string{
		model.SIOPeselBad: "błędny PESEL", model.SIONoNumber: "brak numeru legitymacji", model.SIONumberChars: "niedozwolone znaki w numerze legitymacji",
		model.SIONumberTwice: "ten sam numer legitymacji ma inny uczeń", model.SIONoIssued: "brak daty wydania legitymacji",
		model.SIOIssuedFuture: "data wydania jest w przyszłości", model.SIOIssuedUnborn: "data wydania sprzed urodzenia",
		model.SIOIssuedTooLate: "data wydania po końcu ważności",
	},
	SIODone: func(rows int, file string) string {
		return fmt.Sprintf("Zapisano plik dla SIO: %s. Liczba legitymacji: %d. Gdy SIO go przyjmie, zaznacz to: okienko import registered.", Plain(file), rows)
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
	SlipsDone: func(slips, codes int, file string) string {
		s := fmt.Sprintf("Zapisano karteczki: %s. Liczba karteczek: %d.", Plain(file), slips)
		if codes > 0 {
			s += fmt.Sprintf(" Z kodem: %d. Te kody są w ewidencji jako wydrukowane i wstrzymane, aż zapiszesz, czy je odebrano. Po wydrukowaniu usuń plik.", codes)
		}
		return s
	},
	NoSuchClass:     func(class string) string { return fmt.Sprintf("Nie ma oddziału „%s”.", Plain(class)) },
	CodesNeedChoice: "--with-codes wymaga --class albo --only: kody drukuje się tylko tym, którzy nie mogą przyjść.",
	BadEnding: func(file, endings string) string {
		return fmt.Sprintf("Nazwa %s musi kończyć się na %s.", Plain(file), endings)
	},
	StatementsShort: "oświadczenia i wnioski uczniów, z miejscem na podpis (CSV, XLSX, PDF)",

	Slip: SlipText{
		Title: "mLegitymacja szkolna: co dalej", Cut: "tu przeciąć",
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
		PhotoBytes: func(size string) string { return "najwyżej " + size },
		PESEL:      "Podać w szkole numer PESEL, gdy zostanie nadany: bez niego mLegitymacji nie będzie.",
		Extend:     "Przynieść legitymację do sekretariatu: straciła ważność i trzeba ją przedłużyć.",
		Duplicate:  "Legitymacja jest unieważniona. Zapytać w sekretariacie o duplikat.",
		Collect:    "Przyjść do sekretariatu po kod aktywacyjny. Zabrać legitymację i telefon z aplikacją mObywatel.",
		Login:      "Odebrać w sekretariacie login i hasło do ZPE.",
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
		return fmt.Sprintf("Nie ma listy „%s”. ", Plain(name)) + "Lista do zrobienia jako CSV, XLSX albo PDF. Nazwy list:" + listNames(Polish)
	},

	Offer: "pliki do zapisania", OfferHint: "ewidencja, listy, plik dla SIO, karteczki",
	Screen: "Pliki do zapisania", Format: "Rodzaj pliku", Path: "Plik",
	Printed: "PDF, do druku", Sheet: "XLSX, arkusz", Plain: "CSV", OnlyClass: "Oddział", AllClasses: "cała szkoła",
	SlipLang: "Język karteczek", WithCodes: "Kody QR", CodesNo: "bez kodów", CodesYes: "z kodami, dla tych, którzy nie przyjdą",
	CodesAsk: func(class string) string {
		return fmt.Sprintf("Wydrukować kody uczniów oddziału %s? Trafią do ewidencji i będą wstrzymane, aż zapiszesz, czy je odebrano.", class)
	},
	Disabled: "Niepełnosprawność", DisabledHint: "kto ma legitymację MEiN-I/3-N: plik z listą albo „nikt”",
	WithoutPhotos: "Także bez zdjęcia", PathHint: "nazwa pliku albo cała ścieżka", Taken: "Taki plik już jest. Podaj inną nazwę.",
	Close:        "zamknij",
	RefusedTitle: "Do poprawienia", NobodyRefused: "Wszyscy, których trzeba zarejestrować, są w pliku.",
	OnlyForClass: "Kody drukuje się tylko dla jednego oddziału.",
}

func refusedLine(name, class, why string) string {
	return fmt.Sprintf("%s, %s: %s", Plain(name), Plain(class), why)
}

// listNames are the worklists for the command line, a line each.
func listNames(l Lang) string {
	names := ""
	for _, id := range model.WorklistIDs {
		names += fmt.Sprintf("\n  %-16s %s", id, WorklistsIn(l).Name[id])
	}
	return names
}

func inBrackets(s string) string {
	if s == "" {
		return ""
	}
	return " (" + s + ")"
}

var outEnglish = Out{
	Title: map[string]string{"register": "Register of mobile cards handed over", "uncollected": "Codes not collected", "statements": "Statements and applications",
		"worklist": "Worklist", "sio": "File for SIO", "slips": "Slips for students"},
	Columns: map[string][]string{
		"uncollected": {"No.", "Class", "Surname and first name", "Card no.", "Kind of code", "Taken in", "Valid until", "State", "Who collects", "Date and signature"},
		"statements":  {"No.", "Class", "Surname and first name", "Sheet", "Date", "Signed by", "As", "Place", "Signature"},
		"worklist":    {"No.", "Class", "Surname and first name", "Card no.", "Stage", "What is missing", "Next", "Signature"},
	},
	Class: func(c model.Class) string {
		if c.IsZero() {
			return "no class"
		}
		return "class " + c.String()
	},
	Page:    func(page, of int) string { return fmt.Sprintf("page %d of %d", page, of) },
	Expired: "code expired", Missing: "MISSING",
	Pickup: map[model.PickupReason]string{model.PickupAnyone: "student or parent", model.PickupParentOnly: "parent only", model.PickupAdult: "student (adult)"},

	Fault: map[model.SIOFault]string{
		model.SIOPeselBad: "wrong PESEL", model.SIONoNumber: "the card has no number", model.SIONumberChars: "characters that can't stand in a card's number",
		model.SIONumberTwice: "another student's card has the same number", model.SIONoIssued: "the card has no day of issue",
		model.SIOIssuedFuture: "the day of issue is in the future", model.SIOIssuedUnborn: "issued before the student was born",
		model.SIOIssuedTooLate: "issued after its last day",
	},
	SIODone: func(rows int, file string) string {
		return fmt.Sprintf("Wrote the file for SIO: %s. Cards: %d. Once SIO has taken it, note it: okienko import registered.", Plain(file), rows)
	},
	SIOLeft: func(refused, registered, objected int) string {
		return fmt.Sprintf("Not in the file: to be put right %d, in SIO already %d, with an objection %d.", refused, registered, objected)
	},
	Refused:     refusedLine,
	DisabledHow: "--disabled is needed: a CSV or XLSX file with the students whose card is one for students with a disability (MEiN-I/3-N), or the word nobody. The program does not keep that, and does not guess.",
	PeopleRefused: func(file string) string {
		return fmt.Sprintf("Not every row of %s names one student. Nothing was written.", Plain(file))
	},
	PersonNobody: func(line int) string { return fmt.Sprintf("row %d: no such student", line) },
	PersonTwo:    func(line int) string { return fmt.Sprintf("row %d: several students fit; give the PESEL", line) },
	Done:         func(lines int, file string) string { return fmt.Sprintf("Wrote %s. Entries: %d.", Plain(file), lines) },
	SlipsDone: func(slips, codes int, file string) string {
		s := fmt.Sprintf("Wrote the slips: %s. Slips: %d.", Plain(file), slips)
		if codes > 0 {
			s += fmt.Sprintf(" With a code: %d. These codes are in the register as printed, and held back until you note whether they were collected. Delete the file once it is printed.", codes)
		}
		return s
	},
	NoSuchClass:     func(class string) string { return fmt.Sprintf("There is no class “%s”.", Plain(class)) },
	CodesNeedChoice: "--with-codes needs --class or --only: codes are printed only for those who can't come.",
	BadEnding: func(file, endings string) string {
		return fmt.Sprintf("The name %s must end in %s.", Plain(file), endings)
	},
	StatementsShort: "students' statements and applications, with room to sign (CSV, XLSX, PDF)",

	Slip: SlipText{
		Title: "Mobile school card: what to do next", Cut: "cut here",
		Class:       func(c string) string { return "class " + c },
		Statement:   "Sign the statement that there is no objection and bring it to school.",
		Application: "Sign the application for the mobile card and bring it to school.",
		Signer:      "The sheet was signed by the wrong person. A new one is needed.",
		BySelf:      "The adult student signs.", ByParent: "A parent or legal guardian signs.",
		Photo: func(rules string) string { return "Send the school a photo for the card" + inBrackets(rules) + "." },
		NewPhoto: func(rules string) string {
			return "Send a new photo: the one before can't be used" + inBrackets(rules) + "."
		},
		PhotoSize:  func(w, h int) string { return fmt.Sprintf("at least %d×%d pixels", w, h) },
		PhotoBytes: func(size string) string { return "at most " + size },
		PESEL:      "Tell the school the PESEL number once there is one: without it there is no mobile card.",
		Extend:     "Bring the school card to the office: it has expired and must be extended.",
		Duplicate:  "The school card is invalidated. Ask at the office for a duplicate.",
		Collect:    "Come to the office for the activation code. Bring the school card and a phone with the mObywatel app.",
		Login:      "Collect the ZPE login and password at the office.",
		Pickup: map[model.PickupReason]string{
			model.PickupAnyone: "The student or a parent may collect.", model.PickupParentOnly: "In this class only a parent or guardian may collect.",
			model.PickupAdult: "The adult student collects."},
		Until:   func(day time.Time) string { return "The code works until " + day.Format("2 January 2006, 15:04") + "." },
		Scan:    "In the mObywatel app add the document “Legitymacja szkolna” and scan this code.",
		Second:  "The office will tell you the activation code that the app asks for.",
		Receipt: "Confirm at the office, with a signature, that you have it.",
		Secret:  "Show this code to nobody.",
	},

	ListArgument: "NAME", AllLists: "A worklist as CSV, XLSX or PDF. The lists are called:" + listNames(English),
	NoSuchList: func(name string) string {
		return fmt.Sprintf("There is no list “%s”. ", Plain(name)) + "A worklist as CSV, XLSX or PDF. The lists are called:" + listNames(English)
	},

	Offer: "files to write", OfferHint: "register, lists, file for SIO, slips",
	Screen: "Files to write", Format: "Kind of file", Path: "File",
	Printed: "PDF, to print", Sheet: "XLSX, workbook", Plain: "CSV", OnlyClass: "Class", AllClasses: "the whole school",
	SlipLang: "Language of slips", WithCodes: "QR codes", CodesNo: "without codes", CodesYes: "with codes, for those who won't come",
	CodesAsk: func(class string) string {
		return fmt.Sprintf("Print the codes of class %s? They go into the register and are held back until you note whether they were collected.", class)
	},
	Disabled: "Disability", DisabledHint: "whose card is MEiN-I/3-N: a file with a list, or “nobody”",
	WithoutPhotos: "Without photos too", PathHint: "a name or a whole path", Taken: "There is such a file. Give another name.",
	Close:        "close",
	RefusedTitle: "To be put right", NobodyRefused: "Everybody who has to be registered is in the file.",
	OnlyForClass: "Codes are printed for one class only.",
}

var outUkrainian = Out{
	Title: map[string]string{"register": "Реєстр виданих мобільних квитків", "uncollected": "Незабрані коди", "statements": "Заяви",
		"worklist": "Список справ", "sio": "Файл для SIO", "slips": "Листки для учнів"},
	Columns: map[string][]string{
		"uncollected": {"№", "Клас", "Прізвище та ім'я", "№ квитка", "Вид коду", "Прийнято", "Діє до", "Стан", "Хто забирає", "Дата і підпис"},
		"statements":  {"№", "Клас", "Прізвище та ім'я", "Заява", "Дата", "Підписав(ла)", "Як хто", "Місце", "Підпис"},
		"worklist":    {"№", "Клас", "Прізвище та ім'я", "№ квитка", "Етап", "Чого бракує", "Що далі", "Підпис"},
	},
	Class: func(c model.Class) string {
		if c.IsZero() {
			return "без класу"
		}
		return "клас " + c.String()
	},
	Page:    func(page, of int) string { return fmt.Sprintf("сторінка %d з %d", page, of) },
	Expired: "код недійсний", Missing: "НЕМАЄ",
	Pickup: map[model.PickupReason]string{model.PickupAnyone: "учень або батьки", model.PickupParentOnly: "лише батьки", model.PickupAdult: "учень (повнолітній)"},

	Fault: map[model.SIOFault]string{
		model.SIOPeselBad: "помилковий PESEL", model.SIONoNumber: "немає номера квитка", model.SIONumberChars: "недозволені знаки в номері квитка",
		model.SIONumberTwice: "такий самий номер квитка має інший учень", model.SIONoIssued: "немає дати видачі квитка",
		model.SIOIssuedFuture: "дата видачі в майбутньому", model.SIOIssuedUnborn: "дата видачі до народження",
		model.SIOIssuedTooLate: "дата видачі після кінця дії",
	},
	SIODone: func(rows int, file string) string {
		return fmt.Sprintf("Записано файл для SIO: %s. Квитків: %d. Коли SIO його прийме, позначте це: okienko import registered.", Plain(file), rows)
	},
	SIOLeft: func(refused, registered, objected int) string {
		return fmt.Sprintf("Немає у файлі: виправити %d, уже в SIO %d, із запереченням %d.", refused, registered, objected)
	},
	Refused:     refusedLine,
	DisabledHow: "Потрібно вказати --disabled: файл CSV або XLSX з учнями, які мають квиток учня з інвалідністю (MEiN-I/3-N), або слово ніхто. Програма цього не зберігає і не вгадує.",
	PeopleRefused: func(file string) string {
		return fmt.Sprintf("Не всі рядки файлу %s вказують одного учня. Нічого не записано.", Plain(file))
	},
	PersonNobody: func(line int) string { return fmt.Sprintf("рядок %d: немає такого учня", line) },
	PersonTwo: func(line int) string {
		return fmt.Sprintf("рядок %d: підходить кілька учнів; укажіть PESEL", line)
	},
	Done: func(lines int, file string) string {
		return fmt.Sprintf("Записано файл %s. Записів: %d.", Plain(file), lines)
	},
	SlipsDone: func(slips, codes int, file string) string {
		s := fmt.Sprintf("Записано листки: %s. Листків: %d.", Plain(file), slips)
		if codes > 0 {
			s += fmt.Sprintf(" З кодом: %d. Ці коди в реєстрі як роздруковані й затримані, доки не запишете, чи їх забрали. Після друку видаліть файл.", codes)
		}
		return s
	},
	NoSuchClass:     func(class string) string { return fmt.Sprintf("Немає класу «%s».", Plain(class)) },
	CodesNeedChoice: "--with-codes потребує --class або --only: коди друкують лише тим, хто не може прийти.",
	BadEnding: func(file, endings string) string {
		return fmt.Sprintf("Назва %s має закінчуватися на %s.", Plain(file), endings)
	},
	StatementsShort: "заяви учнів, з місцем на підпис (CSV, XLSX, PDF)",

	Slip: SlipText{
		Title: "Мобільний учнівський квиток (mLegitymacja): що далі", Cut: "різати тут",
		Class:       func(c string) string { return "клас " + c },
		Statement:   "Підписати заяву про те, що немає заперечення, і віддати її в школі.",
		Application: "Підписати заяву на видачу mLegitymacja і віддати її в школі.",
		Signer:      "Заяву підписала не та особа. Потрібна нова.",
		BySelf:      "Підписує повнолітній учень.", ByParent: "Підписує хтось із батьків або опікун.",
		Photo: func(rules string) string {
			return "Надіслати до школи фото для квитка" + inBrackets(rules) + "."
		},
		NewPhoto: func(rules string) string {
			return "Надіслати нове фото: попереднє не підходить" + inBrackets(rules) + "."
		},
		PhotoSize:  func(w, h int) string { return fmt.Sprintf("щонайменше %d×%d пікселів", w, h) },
		PhotoBytes: func(size string) string { return "щонайбільше " + size },
		PESEL:      "Повідомити школі номер PESEL, коли його нададуть: без нього mLegitymacja не буде.",
		Extend:     "Принести учнівський квиток до секретаріату: він недійсний, його треба продовжити.",
		Duplicate:  "Учнівський квиток анульовано. Запитати в секретаріаті про дублікат.",
		Collect:    "Прийти до секретаріату по код активації. Узяти квиток і телефон із застосунком mObywatel.",
		Login:      "Забрати в секретаріаті логін і пароль до ZPE.",
		Pickup: map[model.PickupReason]string{
			model.PickupAnyone: "Забирає учень або хтось із батьків.", model.PickupParentOnly: "У цьому класі забирає лише хтось із батьків або опікун.",
			model.PickupAdult: "Забирає повнолітній учень."},
		Until:   func(day time.Time) string { return "Код діє до " + day.Format("02.01.2006 15:04") + "." },
		Scan:    "У застосунку mObywatel додати документ «Legitymacja szkolna» і відсканувати цей код.",
		Second:  "Код активації, про який запитає застосунок, скаже секретаріат.",
		Receipt: "Підтвердити отримання підписом у секретаріаті.",
		Secret:  "Цього коду нікому не показувати.",
	},

	ListArgument: "НАЗВА", AllLists: "Список справ як CSV, XLSX або PDF. Назви списків:" + listNames(Ukrainian),
	NoSuchList: func(name string) string {
		return fmt.Sprintf("Немає списку «%s». ", Plain(name)) + "Список справ як CSV, XLSX або PDF. Назви списків:" + listNames(Ukrainian)
	},

	Offer: "файли для запису", OfferHint: "реєстр, списки, файл для SIO, листки",
	Screen: "Файли для запису", Format: "Вид файлу", Path: "Файл",
	Printed: "PDF, для друку", Sheet: "XLSX, книга", Plain: "CSV", OnlyClass: "Клас", AllClasses: "уся школа",
	SlipLang: "Мова листків", WithCodes: "Коди QR", CodesNo: "без кодів", CodesYes: "з кодами, для тих, хто не прийде",
	CodesAsk: func(class string) string {
		return fmt.Sprintf("Надрукувати коди учнів класу %s? Вони потраплять до реєстру й будуть затримані, доки не запишете, чи їх забрали.", class)
	},
	Disabled: "Інвалідність", DisabledHint: "хто має квиток MEiN-I/3-N: файл зі списком або «ніхто»",
	WithoutPhotos: "Також без фото", PathHint: "назва або повний шлях", Taken: "Такий файл уже є. Дайте іншу назву.",
	Close:        "закрити",
	RefusedTitle: "Виправити", NobodyRefused: "Усі, кого треба зареєструвати, є у файлі.",
	OnlyForClass: "Коди друкують лише для одного класу.",
}
