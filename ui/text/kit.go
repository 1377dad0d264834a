package text

import "fmt"

// Kit are the words of the window's frame: footer, help, menu, dialogs, file
// picker.
type Kit struct {
	Help, Menu, HelpHint, MenuHint, Run, Close, Space string
	Yes, No, YesKey, NoKey                            string
	PickFile, OpenFile, FolderUp, NoFiles             string
	FolderUnreadable, NoSuchPath, EnterOpensPath      string
	FolderOutside                                     string
	Narrow, NoSuchChoice                              string
	Sure                                              string
	TooSmall                                          func(w, h, minW, minH int) string
	Position                                          func(from, to, of int) string
	PasteTooLong, PasteBroken, Dropped                string
	Crashed                                           string
	Save, Cancel, Back                                string
	Demo                                              string
}

// KitIn returns the words in a language.
func KitIn(l Lang) *Kit { return kits[l] }

var kits = map[Lang]*Kit{
	Polish: {
		Help: "pomoc", Menu: "czynności", HelpHint: "wszystkie klawisze tego ekranu", MenuHint: "wszystko, co można tu zrobić",
		Run: "wykonaj", Close: "zamknij", Space: "Spacja",
		Yes: "Tak", No: "Nie", YesKey: "t", NoKey: "n", Sure: "Na pewno?",
		PickFile: "Wybierz plik", OpenFile: "otwórz", FolderUp: "folder wyżej", NoFiles: "Nie ma tu pasujących plików. Ścieżkę wpiszesz od razu (zaczyna się od / lub ~) albo po F2.",
		NoSuchPath: "Nie ma takiego pliku ani folderu. Sprawdź ścieżkę.", EnterOpensPath: "Enter otwiera folder albo plik o tej ścieżce.",
		FolderOutside:    "Przez SSH otwiera się tylko pliki ze skrzynki szkoły (inbox).",
		FolderUnreadable: "Tego folderu nie można otworzyć. Sprawdź uprawnienia.", Narrow: "pisz, żeby zawęzić",
		NoSuchChoice: "Nic nie pasuje do tego, co wpisano. Backspace kasuje litery.",
		TooSmall: func(w, h, minW, minH int) string {
			return fmt.Sprintf("Okno ma %d×%d znaków, a potrzeba %d×%d. Powiększ okno albo zmniejsz czcionkę.", w, h, minW, minH)
		},
		Position:     func(from, to, of int) string { return fmt.Sprintf("%d–%d z %d", from, to, of) },
		Dropped:      "Znaki przyszły wszystkie naraz, jak z czytnika. Pominięto je, niczego nie wpisano. Powtórz po kolei.",
		PasteTooLong: "Wklejony tekst jest za długi. Nic nie wpisano.",
		PasteBroken:  "Wklejony tekst dotarł uszkodzony. Nic nie wpisano. Wklej jeszcze raz.",
		Crashed:      "Program przerwał pracę przez błąd. Wszystko, co potwierdzono, jest zapisane. Szczegóły są w pliku okienko.log.",
		Save:         "zapisz", Cancel: "anuluj", Back: "wróć", Demo: "SZKOŁA POKAZOWA",
	},
	English: {
		Help: "help", Menu: "actions", HelpHint: "all keys of this screen", MenuHint: "everything that can be done here",
		Run: "run", Close: "close", Space: "Space",
		Yes: "Yes", No: "No", YesKey: "y", NoKey: "n", Sure: "Are you sure?",
		PickFile: "Choose a file", OpenFile: "open", FolderUp: "folder up", NoFiles: "No fitting files here. Type a path at once (it begins with / or ~) or press F2.",
		NoSuchPath: "There is no such file or folder. Check the path.", EnterOpensPath: "Enter opens the folder or file of this path.",
		FolderOutside:    "Over SSH only files in the school's inbox can be opened.",
		FolderUnreadable: "This folder can't be opened. Check the permissions.", Narrow: "type to narrow",
		NoSuchChoice: "Nothing fits what was typed. Backspace deletes letters.",
		TooSmall: func(w, h, minW, minH int) string {
			return fmt.Sprintf("The window has %d×%d characters and needs %d×%d. Enlarge it or make the font smaller.", w, h, minW, minH)
		},
		Position:     func(from, to, of int) string { return fmt.Sprintf("%d–%d of %d", from, to, of) },
		Dropped:      "The characters came all at once, as from a scanner. They were left out and nothing was entered. Repeat them one by one.",
		PasteTooLong: "The pasted text is too long. Nothing was entered.",
		PasteBroken:  "The pasted text arrived damaged. Nothing was entered. Paste it again.",
		Crashed:      "The program ended because of a fault. Everything that was confirmed is saved. Details are in okienko.log.",
		Save:         "save", Cancel: "cancel", Back: "back", Demo: "DEMO SCHOOL",
	},
	Ukrainian: {
		Help: "довідка", Menu: "дії", HelpHint: "усі клавіші цього екрана", MenuHint: "усе, що тут можна зробити",
		Run: "виконати", Close: "закрити", Space: "Пробіл",
		Yes: "Так", No: "Ні", YesKey: "т", NoKey: "н", Sure: "Ви впевнені?",
		PickFile: "Виберіть файл", OpenFile: "відкрити", FolderUp: "тека вище", NoFiles: "Тут немає відповідних файлів. Шлях можна ввести одразу (починається з / або ~) чи через F2.",
		NoSuchPath: "Немає такого файлу чи теки. Перевірте шлях.", EnterOpensPath: "Enter відкриває теку або файл за цим шляхом.",
		FolderOutside:    "Через SSH відкриваються лише файли зі скриньки школи (inbox).",
		FolderUnreadable: "Цю теку не можна відкрити. Перевірте права.", Narrow: "пишіть, щоб звузити",
		NoSuchChoice: "Ніщо не підходить до введеного. Backspace стирає літери.",
		TooSmall: func(w, h, minW, minH int) string {
			return fmt.Sprintf("Вікно має %d×%d знаків, а треба %d×%d. Збільште вікно або зменште шрифт.", w, h, minW, minH)
		},
		Position:     func(from, to, of int) string { return fmt.Sprintf("%d–%d з %d", from, to, of) },
		Dropped:      "Знаки надійшли всі одразу, як зі сканера. Їх пропущено, нічого не внесено. Повторіть по черзі.",
		PasteTooLong: "Вставлений текст задовгий. Нічого не внесено.",
		PasteBroken:  "Вставлений текст пошкоджений. Нічого не внесено. Вставте ще раз.",
		Crashed:      "Програма зупинилася через помилку. Усе підтверджене збережено. Подробиці у файлі okienko.log.",
		Save:         "зберегти", Cancel: "скасувати", Back: "назад", Demo: "ПОКАЗОВА ШКОЛА",
	},
}
