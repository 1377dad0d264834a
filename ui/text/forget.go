package text

import (
	"fmt"
	"strings"

	"okienko/model"
	"okienko/store"
)

// Forget are the sentences of forgetting: what goes when, what went, and what
// has to stay named.
type Forget struct {
	Kind map[model.ForgetKind]string // in the genitive or as a count's label: "kody: 12"

	Coming, NothingComing      string
	DryRunFlag, Short, YesFlag string
	StudentArgument            string
	ExportShort, DayShort      string
	Title, Hint, OnlyAdmin     string
	Refused                    string // without --yes and nobody to ask
	Question                   func(who string, until string, named bool) string
	Unanswered                 string
	Done                       func(until string, named bool) string
	DoneFiles                  func(n int) string
	InCopies                   func(n int, last string) string
	DoneBack                   string // who had not left may be back with the next roster
	Kept                       func(keep int) string
	Surname, SurnameHint       string // what confirms
	SurnameWrong, Forever      string
	Already                    func(day string) string
	NotBoth, CopiesFlag        string
	CopiesGone, HeldBack       func(n int) string
	Held                       string
	Nobody                     func(what string) string
	Which                      func(what string) string
	BadEnding                  func(file string) string
	Exported                   func(file string) string
	CodeNamed                  string // a code that may still be used is only named
	DocTitle                   string
	Section                    map[string]string
	Where, What, Value         string
	Label                      map[string]string // of facts that the register has no name for
	Unfit                      string            // of a picture
	Gone                       string
}

// Forgot says what became of a student, and what stays where.
func (f *Forget) Forgot(w store.StudentForgotten, keep int) string {
	files, back, held := "", "", ""
	if w.Backups == 0 {
		keep = 0
	}
	if w.Files > 0 {
		files = f.DoneFiles(w.Files)
	}
	if w.Here {
		back = f.DoneBack
	}
	if w.Held {
		held = f.Held
	}
	return sentences(f.Done(w.Until.Polish(), w.Named), files, f.Kept(keep), f.copies(w.Copies), back, held)
}

// copies says until when copies of a former database tell of somebody.
func (f *Forget) copies(all []store.FormerCopy) string {
	if len(all) == 0 {
		return ""
	}
	return f.InCopies(len(all), lastGoes(all).Polish())
}

// ForgetIn returns the sentences in a language.
func ForgetIn(l Lang) *Forget { return forgets[l] }

// Comes are the lines that say what will be forgotten, a day each.
func (f *Forget) Comes(all []model.Forthcoming) (lines []string) {
	for i := 0; i < len(all); {
		day := all[i].Day
		var parts []string
		for ; i < len(all) && all[i].Day == day; i++ {
			parts = append(parts, fmt.Sprintf("%s: %d", f.Kind[all[i].Kind], all[i].Count))
		}
		lines = append(lines, day.Polish()+"  "+strings.Join(parts, ", "))
	}
	if len(lines) == 0 {
		return []string{f.NothingComing}
	}
	return lines
}

// Outlook is Comes with what is held back.
func (f *Forget) Outlook(o store.Outlook) []string {
	lines := f.Comes(o.Coming)
	if o.Held > 0 {
		lines = append(lines, f.HeldBack(o.Held))
	}
	return lines
}

// Went says what was forgotten; "" if nothing.
func (f *Forget) Went(w store.Forgot) string {
	var parts []string
	for _, of := range []struct {
		kind model.ForgetKind
		n    int
	}{{model.ForgetCode, w.Codes}, {model.ForgetSheet, w.Sheets}, {model.ForgetRegister, w.Lines + w.Collected}, {model.ForgetWhole, w.Students}, {model.ForgetOutgoing, w.Outgoing}, {model.ForgetAside, w.Aside}, {model.ForgetCopies, w.Copies}} {
		if of.n > 0 {
			parts = append(parts, fmt.Sprintf("%s: %d", f.Kind[of.kind], of.n))
		}
	}
	if len(parts) == 0 {
		return ""
	}
	return f.Gone + " " + strings.Join(parts, ", ") + "."
}

var forgets = map[Lang]*Forget{
	Polish: {
		Kind: map[model.ForgetKind]string{model.ForgetCode: "treść kodów", model.ForgetPortraits: "zdjęcia", model.ForgetAside: "odłożone pliki",
			model.ForgetOutgoing: "pliki w wychodzace", model.ForgetCopies: "kopie dawnej bazy",
			model.ForgetSheet: "szczegóły oświadczeń", model.ForgetRegister: "szczegóły ewidencji", model.ForgetWhole: "uczniowie, którzy odeszli"},
		Coming: "Co zostanie zapomniane w ciągu 7 dni", NothingComing: "Nic.", Gone: "Zapomniano:",
		DryRunFlag: "tylko wypisuje, co zostanie zapomniane w ciągu 7 dni", Short: "usuwa z programu dane jednego ucznia", YesFlag: "nie pyta",
		StudentArgument: "UCZEŃ", ExportShort: "wszystko, co program wie o jednym uczniu (JSON, PDF)", DayShort: "podsumowanie dnia na jedną stronę (PDF)",
		Title: "Zapomnij ucznia", Hint: "usuwa z programu wszystko, czego prawo nie każe zachować", OnlyAdmin: "Zapomnieć ucznia może tylko administrator.",
		Refused: "Nie ma kogo zapytać. Niczego nie usunięto. Dodaj --yes, jeśli na pewno.",
		Question: func(who, until string, named bool) string {
			return who + ": usunąć na zawsze z tego programu? " + stays(polishStays, until, named) +
				" Usunięte będą też pliki, które mogą o nim mówić: wszystkie odłożone z inbox oraz spisy, listy do rodziców i wydruki w wychodzace."
		},
		Unanswered: "Niczego nie usunięto.",
		Done: func(until string, named bool) string {
			return "Usunięto dane ucznia. " + stays(polishStays, until, named)
		},
		InCopies: func(n int, last string) string {
			return fmt.Sprintf("Kopie dawnej bazy (%d) znają je jeszcze do %s; od razu usuwa je okienko purge --copies.", n, last)
		},
		DoneFiles: func(n int) string { return fmt.Sprintf("Usunięte pliki, które mogły o nim mówić: %d.", n) },
		DoneBack:  "Jeśli uczeń jest na następnej liście z dziennika, wróci z nią do programu.", Kept: polishKept,
		NotBoth: "Podaj jedno z dwojga: --dry-run albo --copies.", CopiesFlag: "usuwa od razu kopie bazy sprzed aktualizacji i odtworzeń",
		CopiesGone: func(n int) string { return fmt.Sprintf("Usunięte kopie dawnej bazy: %d.", n) },
		HeldBack: func(n int) string {
			return fmt.Sprintf("Wstrzymane, choć termin minął: %d. Zapisz najpierw, jak skończyło się wydanie, albo odhacz unieważnienie w SIO (F4).", n)
		},
		Surname: "Nazwisko", SurnameHint: "wpisz nazwisko ucznia, żeby potwierdzić; Esc niczego nie usuwa", SurnameWrong: "To nie jest nazwisko tego ucznia.", Forever: "usuń na zawsze",
		Already: func(day string) string { return "Dane tego ucznia usunięto już " + day + ". Niczego nie zrobiono." },
		Held:    "Inny program czyta bazę, więc jej dziennik opróżni się przy następnym sprzątaniu.",
		Nobody: func(what string) string {
			return fmt.Sprintf("Nie ma takiego ucznia: „%s”. Niczego nie zrobiono.", what)
		},
		Which: func(what string) string {
			return fmt.Sprintf("„%s” to nie PESEL ani numer z listy. Niczego nie zrobiono. Podaj numer, który stoi na początku wiersza:", what)
		},
		BadEnding: func(file string) string {
			return fmt.Sprintf("Nazwa %s musi kończyć się na .json albo .pdf.", Plain(file))
		},
		Exported:  func(file string) string { return fmt.Sprintf("Zapisano dane ucznia w pliku %s.", Plain(file)) },
		CodeNamed: "kod można jeszcze wydać, więc jego treści tu nie ma", DocTitle: "Dane ucznia w programie Okienko",
		Section: map[string]string{"student": "Uczeń", "statements": "Oświadczenia", "cards": "Legitymacje", "codes": "Kody",
			"invalidations": "Unieważnienia", "files": "Pliki", "handovers": "Wydania", "photos": "Zdjęcia", "register": "Ewidencja"},
		Where: "Gdzie", What: "Co", Value: "Wartość", Unfit: "tego obrazu nie da się wydrukować; jest w pliku JSON",
		Label: map[string]string{"name": "nazwa pliku", "made": "zapisano", "decided": "rozstrzygnięto", "waiting": "czeka na nowy kod od", "erased": "dane usunięto", "entered": "wpisano", "undone": "cofnięto", "login": "login", "payload": "treść kodu", "secret": "hasło albo drugi kod", "spent": "ile razy wydano", "set_aside": "odłożony (nie zadziałał)", "claim": "na ekranie", "at": "wydano", "corrects": "poprawia wpis z", "arrived": "przyszło", "bytes": "rozmiar", "sum": "suma SHA-256", "by_hand": "czyje, wskazano ręcznie", "deletion": "do usunięcia", "found": "ocena programu", "mended": "naprawione", "original": "oryginał", "faces": "twarze"},
	},
	English: {
		Kind: map[model.ForgetKind]string{model.ForgetCode: "contents of codes", model.ForgetPortraits: "photos", model.ForgetAside: "files put aside",
			model.ForgetOutgoing: "files in wychodzace", model.ForgetCopies: "copies of a former database",
			model.ForgetSheet: "details of statements", model.ForgetRegister: "details of the register", model.ForgetWhole: "students who left"},
		Coming: "What will be forgotten within 7 days", NothingComing: "Nothing.", Gone: "Forgotten:",
		DryRunFlag: "only lists what will be forgotten within 7 days", Short: "removes one student's data from the program", YesFlag: "does not ask",
		StudentArgument: "STUDENT", ExportShort: "all that the program holds on one student (JSON, PDF)", DayShort: "the summary of the day on one page (PDF)",
		Title: "Forget the student", Hint: "removes all that the law does not make the school keep", OnlyAdmin: "Only an administrator may forget a student.",
		Refused: "There is nobody to ask. Nothing was removed. Add --yes if you are sure.",
		Question: func(who, until string, named bool) string {
			return who + ": remove for ever from this program? " + stays(englishStays, until, named) +
				" Files that may tell of them are removed too: all that were put aside from inbox, and lists, letters and prints in wychodzace."
		},
		Unanswered: "Nothing was removed.",
		Done: func(until string, named bool) string {
			return "The student's data were removed. " + stays(englishStays, until, named)
		},
		InCopies: func(n int, last string) string {
			return fmt.Sprintf("Copies of a former database (%d) know them until %s; okienko purge --copies removes those at once.", n, last)
		},
		DoneFiles: func(n int) string { return fmt.Sprintf("Files removed that may have told of them: %d.", n) },
		DoneBack:  "If the student is in the next roster, it brings them back.", Kept: englishKept,
		NotBoth: "Give one of the two: --dry-run or --copies.", CopiesFlag: "removes copies of the database from before migrations and restores at once",
		CopiesGone: func(n int) string { return fmt.Sprintf("Copies of a former database removed: %d.", n) },
		HeldBack: func(n int) string {
			return fmt.Sprintf("Held back although due: %d. Say first how a hand-over ended, or tick the invalidation in SIO (F4).", n)
		},
		Surname: "Surname", SurnameHint: "type the student's surname to confirm; Esc removes nothing", SurnameWrong: "This is not the student's surname.", Forever: "remove for ever",
		Already: func(day string) string { return "This student's data were removed on " + day + ". Nothing was done." },
		Held:    "Another program reads the database, so its log will be emptied by the next purge.",
		Nobody: func(what string) string {
			return fmt.Sprintf("There is no such student: “%s”. Nothing was done.", what)
		},
		Which: func(what string) string {
			return fmt.Sprintf("“%s” is neither a PESEL nor a number of the list. Nothing was done. Give the number at the beginning of a line:", what)
		},
		BadEnding: func(file string) string { return fmt.Sprintf("The name %s must end in .json or .pdf.", Plain(file)) },
		Exported:  func(file string) string { return fmt.Sprintf("The student's data were written to %s.", Plain(file)) },
		CodeNamed: "the code can still be used, so what it holds is not here", DocTitle: "A student's data in Okienko",
		Section: map[string]string{"student": "Student", "statements": "Statements", "cards": "Cards", "codes": "Codes",
			"invalidations": "Invalidations", "files": "Files", "handovers": "Hand-overs", "photos": "Photos", "register": "Register"},
		Where: "Where", What: "What", Value: "Value", Unfit: "this picture can't be printed; it is in the JSON file",
		Label: map[string]string{"name": "file name", "made": "written", "decided": "decided", "waiting": "waits for another code since", "erased": "data removed", "entered": "entered", "undone": "undone", "login": "login", "payload": "what the code holds", "secret": "password or second code", "spent": "times handed over", "set_aside": "set aside (did not work)", "claim": "on a screen", "at": "handed over", "corrects": "corrects the entry of", "arrived": "arrived", "bytes": "size", "sum": "SHA-256 sum", "by_hand": "whose was said by hand", "deletion": "goes on", "found": "found by the program", "mended": "mended", "original": "original", "faces": "faces"},
	},
	Ukrainian: {
		Kind: map[model.ForgetKind]string{model.ForgetCode: "вміст кодів", model.ForgetPortraits: "фото", model.ForgetAside: "відкладені файли",
			model.ForgetOutgoing: "файли у wychodzace", model.ForgetCopies: "копії колишньої бази",
			model.ForgetSheet: "подробиці заяв", model.ForgetRegister: "подробиці реєстру", model.ForgetWhole: "учні, які вибули"},
		Coming: "Що буде забуто протягом 7 днів", NothingComing: "Нічого.", Gone: "Забуто:",
		DryRunFlag: "лише показує, що буде забуто протягом 7 днів", Short: "видаляє з програми дані одного учня", YesFlag: "не питає",
		StudentArgument: "УЧЕНЬ", ExportShort: "усе, що програма знає про одного учня (JSON, PDF)", DayShort: "підсумок дня на одну сторінку (PDF)",
		Title: "Забути учня", Hint: "видаляє з програми все, чого закон не велить зберігати", OnlyAdmin: "Забути учня може лише адміністратор.",
		Refused: "Нема кого запитати. Нічого не видалено. Додайте --yes, якщо впевнені.",
		Question: func(who, until string, named bool) string {
			return who + ": видалити назавжди з цієї програми? " + stays(ukrainianStays, until, named) +
				" Буде видалено й файли, які можуть про нього розповідати: усі відкладені з inbox, а також списки, листи й роздруки у wychodzace."
		},
		Unanswered: "Нічого не видалено.",
		Done: func(until string, named bool) string {
			return "Дані учня видалено. " + stays(ukrainianStays, until, named)
		},
		InCopies: func(n int, last string) string {
			return fmt.Sprintf("Копії колишньої бази (%d) пам'ятають їх до %s; одразу їх видаляє okienko purge --copies.", n, last)
		},
		DoneFiles: func(n int) string {
			return fmt.Sprintf("Видалено файлів, які могли про нього розповідати: %d.", n)
		},
		DoneBack: "Якщо учень є в наступному списку з журналу, він повернеться з ним у програму.", Kept: ukrainianKept,
		NotBoth: "Вкажіть одне з двох: --dry-run або --copies.", CopiesFlag: "одразу видаляє копії бази, зроблені перед оновленнями й відновленнями",
		CopiesGone: func(n int) string {
			return fmt.Sprintf("Видалено копій колишньої бази: %d.", n)
		},
		HeldBack: func(n int) string {
			return fmt.Sprintf("Затримано, хоча термін минув: %d. Спершу запишіть, чим закінчилася видача, або позначте анулювання в SIO (F4).", n)
		},
		Surname: "Прізвище", SurnameHint: "впишіть прізвище учня, щоб підтвердити; Esc нічого не видаляє", SurnameWrong: "Це не прізвище цього учня.", Forever: "видалити назавжди",
		Already: func(day string) string {
			return "Дані цього учня вже видалено " + day + ". Нічого не зроблено."
		},
		Held: "Інша програма читає базу, тому її журнал буде очищено під час наступного прибирання.",
		Nobody: func(what string) string {
			return fmt.Sprintf("Немає такого учня: „%s”. Нічого не зроблено.", what)
		},
		Which: func(what string) string {
			return fmt.Sprintf("„%s” не PESEL і не номер зі списку. Нічого не зроблено. Вкажіть номер, що стоїть на початку рядка:", what)
		},
		BadEnding: func(file string) string {
			return fmt.Sprintf("Назва %s має закінчуватися на .json або .pdf.", Plain(file))
		},
		Exported: func(file string) string {
			return fmt.Sprintf("Дані учня записано у файл %s.", Plain(file))
		},
		CodeNamed: "код ще можна видати, тому його вмісту тут немає", DocTitle: "Дані учня у програмі Okienko",
		Section: map[string]string{"student": "Учень", "statements": "Заяви", "cards": "Квитки", "codes": "Коди",
			"invalidations": "Анулювання", "files": "Файли", "handovers": "Видачі", "photos": "Фото", "register": "Реєстр"},
		Where: "Де", What: "Що", Value: "Значення", Unfit: "це зображення неможливо надрукувати; воно є у файлі JSON",
		Label: map[string]string{"name": "назва файлу", "made": "записано", "decided": "вирішено", "waiting": "чекає на новий код від", "erased": "дані видалено", "entered": "внесено", "undone": "скасовано", "login": "логін", "payload": "вміст коду", "secret": "пароль або другий код", "spent": "скільки разів видано", "set_aside": "відкладено (не спрацював)", "claim": "на екрані", "at": "видано", "corrects": "виправляє запис від", "arrived": "надійшло", "bytes": "розмір", "sum": "сума SHA-256", "by_hand": "чиє, вказано вручну", "deletion": "буде видалено", "found": "оцінка програми", "mended": "виправлене", "original": "оригінал", "faces": "обличчя"},
	},
}

// stayWords say what of a student stays.
type stayWords struct{ nothing, forever, until string }

// stays names what the register of cards handed over keeps (2019 regulation §
// 5 ust. 2; RODO art. 17 ust. 3 lit. b).
func stays(w stayWords, until string, named bool) string {
	switch {
	case !named:
		return w.nothing
	case until == "":
		return w.forever
	}
	return fmt.Sprintf(w.until, until)
}

var (
	polishStays = stayWords{"W ewidencji zostaje, co i kiedy zrobiono, bez danych osoby.",
		"W ewidencji wydanych legitymacji zostają: imiona i nazwisko, PESEL, numer dokumentu, data odbioru i kto odebrał, bo tak każe prawo.",
		"W ewidencji wydanych legitymacji do dnia %s zostają: imiona i nazwisko, PESEL, numer dokumentu, data odbioru i kto odebrał, bo tak każe prawo."}
	englishStays = stayWords{"The register keeps what was done and when, without whose data.",
		"The register of cards handed over keeps names, PESEL, document number, date and who collected, as the law demands.",
		"Until %s the register of cards handed over keeps names, PESEL, document number, date and who collected, as the law demands."}
	ukrainianStays = stayWords{"У реєстрі лишається, що і коли зроблено, без даних особи.",
		"У реєстрі виданих квитків лишаються імена й прізвище, PESEL, номер документа, дата отримання і хто забрав, бо так велить закон.",
		"У реєстрі виданих квитків до %s лишаються імена й прізвище, PESEL, номер документа, дата отримання і хто забрав, бо так велить закон."}
)

func polishKept(keep int) string {
	if keep == 0 {
		return "Kopie zapasowe, jeśli je robisz, usuń sam."
	}
	return fmt.Sprintf("W zaszyfrowanych kopiach dziennych dane znikną, gdy powstaną nowe kopie (%d); kopie zrobione ręcznie usuń sam.", keep)
}

func englishKept(keep int) string {
	if keep == 0 {
		return "Remove your backups yourself, if you make any."
	}
	return fmt.Sprintf("Encrypted daily backups lose them when as many new ones are made (%d); remove those made by hand yourself.", keep)
}

func ukrainianKept(keep int) string {
	if keep == 0 {
		return "Резервні копії, якщо ви їх робите, видаліть самі."
	}
	return fmt.Sprintf("Із зашифрованих щоденних копій дані зникнуть, коли з'являться нові (%d); зроблені вручну видаліть самі.", keep)
}
