package text

import (
	"fmt"
	"time"
)

// List are the sentences of the list of students.
type List struct {
	Title, Search, Placeholder            string
	Student, Class, Stage, Next           string
	EmptySchool, NothingFound, HowToQuit  string
	NobodyAmongThese, NobodySuch          string // where a filter is on
	ListDone, Due                         string // of a worklist
	SheetsOf, ExtensionOf                 string // which class
	PasteRefused                          string
	AllClasses, AllStages                 string
	PickClass, PickStage                  string
	Quit, QuitAsk, Open, OpenHint         string
	HandOver, HandOverHint, NobodyHere    string
	QuitHint, ClassHint, StageHint, Clear string
	ClearHint                             string
	Sheets, SheetsHint, Import            string
	ImportHint, Extend, ExtendHint        string
	Add, AddHint                          string
	Register, RegisterHint                string
	Born, WhichOne, ChooseFirst, TypeAnew string
	SettleKey                             string // behind the counter of unfinished hand-overs
}

// ListIn returns the sentences in a language.
func ListIn(l Lang) *List { return lists[l] }

// Count is a counter of the list: what and how many.
func Count(what string, n int) string { return fmt.Sprintf("%s %d", what, n) }

// Remaining is how long a code still lives, in the two largest units.
func Remaining(l Lang, d time.Duration) string {
	u := units[l]
	switch {
	case d < time.Minute:
		return fmt.Sprintf("%d %s", max(0, int(d.Seconds())), u.second)
	case d < time.Hour:
		return fmt.Sprintf("%d %s", int(d.Minutes()), u.minute)
	case d < 48*time.Hour:
		return fmt.Sprintf("%d %s %d %s", int(d.Hours()), u.hour, int(d.Minutes())%60, u.minute)
	}
	return fmt.Sprintf("%d %s", int(d.Hours())/24, u.day)
}

type unitWords struct{ second, minute, hour, day string }

var units = map[Lang]unitWords{
	Polish:    {"s", "min", "godz.", "dni"},
	English:   {"s", "min", "h", "days"},
	Ukrainian: {"с", "хв", "год", "дн."},
}

var lists = map[Lang]*List{
	Polish: {
		Title: "Uczniowie", Search: "Szukaj:", Placeholder: "nazwisko, imię, klasa, legitymacja, PESEL",
		Student: "Uczeń", Class: "Klasa", Stage: "Stan", Next: "Następny krok",
		EmptySchool:      "Nie ma jeszcze uczniów. Naciśnij F6, żeby wczytać listę z dziennika (CSV albo XLSX), albo F8, żeby dodać ucznia.",
		NothingFound:     "Nikt nie pasuje. Esc czyści wyszukiwanie.",
		NobodyAmongThese: "Wśród wybranych nikt nie pasuje. Esc czyści wyszukiwanie, drugi Esc pokazuje wszystkich.",
		NobodySuch:       "Takich uczniów teraz nie ma. Esc pokazuje wszystkich.", ListDone: "Lista jest pusta: nie ma tu nic do zrobienia. Esc pokazuje wszystkich.", Due: "Kiedy",
		SheetsOf: "Oświadczenia której klasy", ExtensionOf: "Legitymacje której klasy", HowToQuit: "Koniec pracy: F10 albo Ctrl+C.",
		PasteRefused: "Wklejony tekst jest za długi na wyszukiwanie. Otwórz ucznia i wklej kod tam.",
		AllClasses:   "wszystkie klasy", AllStages: "wszyscy uczniowie", PickClass: "Klasa", PickStage: "Pokaż",
		Quit: "Koniec", QuitAsk: "Zakończyć pracę? Wszystko, co potwierdzono, jest zapisane.", QuitHint: "zamyka okno; wszystko jest zapisane",
		Open: "Strona ucznia", OpenHint: "co jest, czego brakuje, historia",
		HandOver: "Dalej", HandOverHint: "wydanie kodu, jeśli gotowy; inaczej strona ucznia", NobodyHere: "Nikt nie jest zaznaczony.",
		ClassHint: "pokazuje jedną klasę", StageHint: "pokazuje tylko uczniów w wybranym stanie",
		Clear: "Wyczyść", ClearHint: "czyści wyszukiwanie, potem filtry",
		Sheets: "Oświadczenia", SheetsHint: "wpisywanie stosu podpisanych kartek klasy",
		Import: "Wczytaj plik", ImportHint: "lista uczniów, kody albo oświadczenia z pliku",
		Extend: "Przedłuż legitymacje", ExtendHint: "nowa data ważności dla całej klasy",
		Add: "Dodaj ucznia", AddHint: "jeden uczeń wpisany ręcznie",
		Register: "Ewidencja", RegisterHint: "ostatnie wpisy ewidencji",
		Born: "ur.", WhichOne: "Który uczeń?", ChooseFirst: "Wpisz nazwisko albo wybierz ucznia strzałkami.", TypeAnew: "(pisz: nowe wyszukiwanie)",
		SettleKey: "(F4 pokazuje, Enter dokańcza)",
	},
	English: {
		Title: "Students", Search: "Search:", Placeholder: "surname, first name, class, card, PESEL",
		Student: "Student", Class: "Class", Stage: "Stage", Next: "Next step",
		EmptySchool:      "No students yet. Press F6 to import the roster of your gradebook (CSV or XLSX), or F8 to add one.",
		NothingFound:     "Nobody fits. Esc clears the search.",
		NobodyAmongThese: "Nobody among those chosen fits. Esc clears the search, a second Esc shows everybody.",
		NobodySuch:       "There are no such students now. Esc shows everybody.", ListDone: "The list is empty: there is nothing to do here. Esc shows everybody.", Due: "When",
		SheetsOf: "Statements of which class", ExtensionOf: "Cards of which class", HowToQuit: "To leave: F10 or Ctrl+C.",
		PasteRefused: "The pasted text is too long to search for. Open the student and paste the code there.",
		AllClasses:   "all classes", AllStages: "all students", PickClass: "Class", PickStage: "Show",
		Quit: "Quit", QuitAsk: "Leave? Everything that was confirmed is saved.", QuitHint: "closes the window; everything is saved",
		Open: "Student's page", OpenHint: "what is there, what is missing, history",
		HandOver: "Go on", HandOverHint: "shows the code if it is ready, otherwise the student's page", NobodyHere: "Nobody is selected.",
		ClassHint: "shows one class", StageHint: "shows only students in one stage",
		Clear: "Clear", ClearHint: "clears the search, then the filters",
		Sheets: "Statements", SheetsHint: "entering a class's stack of signed sheets",
		Import: "Import a file", ImportHint: "a roster, codes or statements from a file",
		Extend: "Extend cards", ExtendHint: "a new last day for a whole class",
		Add: "Add a student", AddHint: "one student, entered by hand",
		Register: "Register", RegisterHint: "the last lines of the register",
		Born: "b. ", WhichOne: "Which student?", ChooseFirst: "Type a name or choose a student with the arrows.", TypeAnew: "(type: a new search)",
		SettleKey: "(F4 shows them, Enter settles)",
	},
	Ukrainian: {
		Title: "Учні", Search: "Пошук:", Placeholder: "прізвище, ім'я, клас, квиток, PESEL",
		Student: "Учень", Class: "Клас", Stage: "Стан", Next: "Наступний крок",
		EmptySchool:      "Учнів ще немає. Натисніть F6, щоб завантажити список із журналу (CSV або XLSX), або F8, щоб додати учня.",
		NothingFound:     "Ніхто не підходить. Esc очищає пошук.",
		NobodyAmongThese: "Серед вибраних ніхто не підходить. Esc очищає пошук, другий Esc показує всіх.",
		NobodySuch:       "Таких учнів зараз немає. Esc показує всіх.", ListDone: "Список порожній: тут нічого робити. Esc показує всіх.", Due: "Коли",
		SheetsOf: "Заяви якого класу", ExtensionOf: "Квитки якого класу", HowToQuit: "Завершити: F10 або Ctrl+C.",
		PasteRefused: "Вставлений текст задовгий для пошуку. Відкрийте учня і вставте код там.",
		AllClasses:   "усі класи", AllStages: "усі учні", PickClass: "Клас", PickStage: "Показати",
		Quit: "Вихід", QuitAsk: "Завершити роботу? Усе підтверджене збережено.", QuitHint: "закриває вікно; усе збережено",
		Open: "Сторінка учня", OpenHint: "що є, чого бракує, історія",
		HandOver: "Далі", HandOverHint: "видача коду, якщо готовий; інакше сторінка учня", NobodyHere: "Нікого не вибрано.",
		ClassHint: "показує один клас", StageHint: "показує лише учнів у вибраному стані",
		Clear: "Очистити", ClearHint: "очищає пошук, потім фільтри",
		Sheets: "Заяви", SheetsHint: "внесення стосу підписаних аркушів класу",
		Import: "Завантажити файл", ImportHint: "список учнів, коди або заяви з файлу",
		Extend: "Продовжити квитки", ExtendHint: "нова дата для всього класу",
		Add: "Додати учня", AddHint: "один учень, внесений вручну",
		Register: "Реєстр", RegisterHint: "останні записи реєстру",
		Born: "нар.", WhichOne: "Який учень?", ChooseFirst: "Введіть прізвище або виберіть учня стрілками.", TypeAnew: "(пишіть: новий пошук)",
		SettleKey: "(F4 показує, Enter завершує)",
	},
}
