package text

import "fmt"

// Lock are the sentences about the passphrase: asking for it, choosing one,
// the locked window, sealed files.
type Lock struct {
	// On the terminal.
	Ask, AskNew, AskAgain    string // before the cursor
	Losing, Unseen           string // what losing it means; that typing shows nothing
	Differ, TooOften         string
	FileWrong                string
	NoTerminal, NoNew        string
	NoNext                   string // NoNew of okienko passphrase
	BothWays                 string
	FileOthers, FileBad      func(file string) string
	Locked, Unlocked         string // after init
	Changed, Sealed, Removed string // a passphrase in the place of another, or of none
	NoSuchRecipient          string
	Added, NoLock, Locks     string
	LocksThatDay             string // of a school that was brought back from a backup
	Recipients               func(n int) string
	Unsealed                 func(file string) string
	NotSealed                func(file string) string

	// In the window.
	Head, Prompt, Checking string
	NoPassphrase, AnyKey   string
	Wrong                  string
	Kept, Leave            string
	Name, Hint             string // of the key that locks
	Status                 string // in the header of a school without one

	// In the form that makes a school.
	Field, FieldHint     string
	Again, AgainHint     string
	Without, WithoutHint string
	With                 string
	Kind                 string
}

// LockIn returns the sentences in a language.
func LockIn(l Lang) *Lock { return locks[l] }

var locks = map[Lang]*Lock{
	Polish: {
		Ask: "Hasło szkoły: ", AskNew: "Nowe hasło (co najmniej 8 znaków): ", AskAgain: "Jeszcze raz to samo: ",
		Losing: "Hasło pieczętuje wszystkie dane uczniów. Kto je zgubi i nie ma klucza ratunkowego, traci te dane na zawsze: nikt ich nie odzyska. Zapisz hasło i schowaj w sejfie szkoły.", Unseen: "Znaków nie widać przy pisaniu.",
		Differ:     "Hasła się różnią. Wpisz oba jeszcze raz.",
		TooOften:   "Trzy razy podano złe hasło. Niczego nie zmieniono.",
		NoTerminal: "Szkoła jest zamknięta hasłem, a nie ma terminala, żeby o nie zapytać. Niczego nie zmieniono. Podaj --passphrase-file PLIK.",
		NoNew:      "Nie ma terminala, żeby zapytać o nowe hasło. Niczego nie zmieniono. Podaj --passphrase-file PLIK albo, jeśli szkoła ma być bez hasła, --no-passphrase.",
		NoNext:     "Nie ma terminala, żeby zapytać o nowe hasło. Niczego nie zmieniono. Podaj --new-passphrase-file PLIK.",
		FileWrong:  "To nie jest hasło tej szkoły. Niczego nie zmieniono. Sprawdź, czy plik z hasłem ma w jednym wierszu obecne hasło szkoły.",
		BothWays:   "--no-passphrase nie idzie w parze z hasłem z pliku. Wybierz jedno.",
		FileOthers: func(file string) string {
			return fmt.Sprintf("Plik %[1]s mogą czytać inni użytkownicy. Niczego nie zmieniono. Odbierz im dostęp: chmod 600 %[1]s, a właścicielem ma być ten, kto uruchamia program.", Plain(file))
		},
		FileBad: func(file string) string {
			return fmt.Sprintf("W pliku %s nie ma hasła: ma być jeden wiersz w zwykłym pliku. Niczego nie zmieniono.", Plain(file))
		},
		Locked: "Dane są zapieczętowane hasłem.", Unlocked: "Szkoła jest BEZ HASŁA: kto weźmie dysk, przeczyta dane, a codziennych kopii nie będzie. Hasło ustawi okienko passphrase.",
		Sealed:          "Ustawiono hasło i zapieczętowano dane. Inne okna tej szkoły (i okienko serve) zamknij i otwórz jeszcze raz.",
		Changed:         "Zmieniono hasło. Otwarte okna pracują dalej, a odblokowuje je nowe hasło. Jeśli okienko serve bierze hasło z pliku, wpisz tam nowe. Wcześniejsze kopie otwiera nadal dawne hasło: zachowaj je albo zrób nową kopię (okienko backup).",
		Removed:         "Usunięto klucz ratunkowy i zmieniono klucz bazy. Kto ma ten klucz i starą kopię, tę kopię nadal otworzy. Inne okna zamknij i otwórz jeszcze raz.",
		NoSuchRecipient: "Takiego klucza ratunkowego szkoła nie ma. Niczego nie zmieniono. Klucze wypisuje okienko passphrase --show.",
		Added:           "Dodano klucz ratunkowy: jego posiadacz otworzy szkołę bez hasła.",
		LocksThatDay:    "Otwiera ją hasło z dnia tej kopii.", NoLock: "Szkoła jest bez hasła.", Locks: "Szkoła jest zamknięta hasłem.",
		Recipients: func(n int) string { return fmt.Sprintf("Klucze ratunkowe: %d.", n) },
		Unsealed:   func(file string) string { return fmt.Sprintf("Otwarto zapieczętowany plik: %s.", Plain(file)) },
		NotSealed: func(file string) string {
			return fmt.Sprintf("%s nie jest plikiem zapieczętowanym przez tę szkołę albo go zmieniono. Niczego nie zapisano.", Plain(file))
		},

		Head: "Okno zablokowane", Prompt: "Hasło szkoły:", Checking: "Sprawdzam hasło…",
		NoPassphrase: "Szkoła jest bez hasła.", AnyKey: "Dowolny klawisz odblokowuje.",
		Wrong: "To nie jest hasło tej szkoły. Sprawdź Caps Lock i układ klawiatury.",
		Kept:  "To, co było wpisane, czeka.", Leave: "Enter odblokowuje · Ctrl+C zamyka okno bez zapisywania tego, co wpisane",
		Name: "Zablokuj okno", Hint: "zasłania wszystko; odblokowuje hasło szkoły", Status: "bez hasła",

		Field: "Hasło", FieldHint: "co najmniej 8 znaków",
		Again: "Hasło znowu", AgainHint: "jeszcze raz to samo",
		Without: "bez hasła", WithoutHint: "kto weźmie dysk, przeczyta dane uczniów; kopie nie powstaną", With: "z hasłem",
		Kind: "Zamknięcie",
	},
	English: {
		Ask: "The school's passphrase: ", AskNew: "New passphrase (8 characters at least): ", AskAgain: "The same again: ",
		Losing: "The passphrase seals everything about the students. Whoever loses it and has no recovery key loses the data for good: nobody can bring it back. Write it down and keep it in the school's safe.", Unseen: "Typing shows nothing.",
		Differ:     "The two differ. Type both again.",
		TooOften:   "Three wrong passphrases. Nothing was changed.",
		NoTerminal: "The school is locked by a passphrase, and there is no terminal to ask for it. Nothing was changed. Give --passphrase-file FILE.",
		NoNew:      "There is no terminal to ask for a new passphrase. Nothing was changed. Give --passphrase-file FILE or, for a school without one, --no-passphrase.",
		NoNext:     "There is no terminal to ask for a new passphrase. Nothing was changed. Give --new-passphrase-file FILE.",
		FileWrong:  "This is not the passphrase of this school. Nothing was changed. See whether the file has the present one, on one line.",
		BothWays:   "--no-passphrase does not go with a passphrase from a file. Choose one.",
		FileOthers: func(file string) string {
			return fmt.Sprintf("Other users can read the file %[1]s. Nothing was changed. Shut them out: chmod 600 %[1]s, and it must belong to who runs the program.", Plain(file))
		},
		FileBad: func(file string) string {
			return fmt.Sprintf("There is no passphrase in the file %s: it has to be one line in an ordinary file. Nothing was changed.", Plain(file))
		},
		Locked: "The data is sealed by the passphrase.", Unlocked: "The school has NO PASSPHRASE: whoever takes the disk reads the data, and there will be no daily backups. okienko passphrase sets one.",
		Sealed:          "The passphrase was set and the data sealed. Close other windows of this school (and okienko serve) and open them again.",
		Changed:         "The passphrase was changed. Open windows work on, and the new one unlocks them. If okienko serve takes it from a file, write the new one there. Earlier backups still open with the former one: keep it, or make a new backup (okienko backup).",
		Removed:         "The recovery key was removed and the database's key changed. Its holder can still open an old copy. Close other windows and open them again.",
		NoSuchRecipient: "The school has no such recovery key. Nothing was changed. okienko passphrase --show lists them.",
		Added:           "The recovery key was added: its holder opens the school without the passphrase.",
		LocksThatDay:    "The passphrase of that day opens it.", NoLock: "The school has no passphrase.", Locks: "The school is locked by a passphrase.",
		Recipients: func(n int) string { return fmt.Sprintf("Recovery keys: %d.", n) },
		Unsealed:   func(file string) string { return fmt.Sprintf("Opened a sealed file: %s.", Plain(file)) },
		NotSealed: func(file string) string {
			return fmt.Sprintf("%s was not sealed by this school, or was changed. Nothing was written.", Plain(file))
		},

		Head: "The window is locked", Prompt: "The school's passphrase:", Checking: "Checking the passphrase…",
		NoPassphrase: "The school has no passphrase.", AnyKey: "Any key unlocks.",
		Wrong: "This is not the school's passphrase. Check Caps Lock and the keyboard layout.",
		Kept:  "What was typed is waiting.", Leave: "Enter unlocks · Ctrl+C closes the window and drops what was typed",
		Name: "Lock the window", Hint: "hides everything; the school's passphrase unlocks", Status: "no passphrase",

		Field: "Passphrase", FieldHint: "8 characters at least",
		Again: "Once more", AgainHint: "the same again",
		Without: "without a passphrase", WithoutHint: "whoever takes the disk reads the students' data; no backups are made", With: "with a passphrase",
		Kind: "Lock",
	},
	Ukrainian: {
		Ask: "Пароль школи: ", AskNew: "Новий пароль (щонайменше 8 знаків): ", AskAgain: "Ще раз те саме: ",
		Losing: "Пароль запечатує всі дані учнів. Хто його загубить і не має резервного ключа, втратить дані назавжди: їх ніхто не відновить. Запишіть пароль і зберігайте в сейфі школи.", Unseen: "Знаків під час введення не видно.",
		Differ:     "Паролі різні. Введіть обидва ще раз.",
		TooOften:   "Тричі введено неправильний пароль. Нічого не змінено.",
		NoTerminal: "Школа замкнена паролем, а терміналу, щоб запитати, немає. Нічого не змінено. Вкажіть --passphrase-file ФАЙЛ.",
		NoNew:      "Немає терміналу, щоб запитати новий пароль. Нічого не змінено. Вкажіть --passphrase-file ФАЙЛ або, якщо школа має бути без пароля, --no-passphrase.",
		NoNext:     "Немає терміналу, щоб запитати новий пароль. Нічого не змінено. Вкажіть --new-passphrase-file ФАЙЛ.",
		FileWrong:  "Це не пароль цієї школи. Нічого не змінено. Перевірте, чи у файлі теперішній пароль школи, в одному рядку.",
		BothWays:   "--no-passphrase не поєднується з паролем із файлу. Виберіть одне.",
		FileOthers: func(file string) string {
			return fmt.Sprintf("Файл %[1]s можуть читати інші користувачі. Нічого не змінено. Закрийте їм доступ: chmod 600 %[1]s, а власником має бути той, хто запускає програму.", Plain(file))
		},
		FileBad: func(file string) string {
			return fmt.Sprintf("У файлі %s немає пароля: має бути один рядок у звичайному файлі. Нічого не змінено.", Plain(file))
		},
		Locked: "Дані запечатано паролем.", Unlocked: "Школа БЕЗ ПАРОЛЯ: хто візьме диск, прочитає дані, а щоденних копій не буде. Пароль встановить okienko passphrase.",
		Sealed:          "Пароль встановлено, дані запечатано. Інші вікна цієї школи (і okienko serve) закрийте і відкрийте ще раз.",
		Changed:         "Пароль змінено. Відкриті вікна працюють далі, а розблоковує їх новий пароль. Якщо okienko serve бере пароль із файлу, впишіть туди новий. Давніші копії й далі відкриває колишній пароль: збережіть його або зробіть нову копію (okienko backup).",
		Removed:         "Резервний ключ вилучено, ключ бази змінено. Його власник ще відкриє стару копію. Інші вікна закрийте і відкрийте ще раз.",
		NoSuchRecipient: "Такого резервного ключа школа не має. Нічого не змінено. Ключі показує okienko passphrase --show.",
		Added:           "Резервний ключ додано: його власник відкриє школу без пароля.",
		LocksThatDay:    "Її відкриває пароль із дня цієї копії.", NoLock: "Школа без пароля.", Locks: "Школа замкнена паролем.",
		Recipients: func(n int) string { return fmt.Sprintf("Резервні ключі: %d.", n) },
		Unsealed: func(file string) string {
			return fmt.Sprintf("Відкрито запечатаний файл: %s.", Plain(file))
		},
		NotSealed: func(file string) string {
			return fmt.Sprintf("%s запечатала не ця школа, або файл змінено. Нічого не записано.", Plain(file))
		},

		Head: "Вікно заблоковано", Prompt: "Пароль школи:", Checking: "Перевіряю пароль…",
		NoPassphrase: "Школа без пароля.", AnyKey: "Будь-яка клавіша розблоковує.",
		Wrong: "Це не пароль цієї школи. Перевірте Caps Lock і розкладку клавіатури.",
		Kept:  "Введене чекає.", Leave: "Enter розблоковує · Ctrl+C закриває вікно без збереження введеного",
		Name: "Заблокувати вікно", Hint: "закриває все; розблоковує пароль школи", Status: "без пароля",

		Field: "Пароль", FieldHint: "щонайменше 8 знаків",
		Again: "Пароль знову", AgainHint: "ще раз те саме",
		Without: "без пароля", WithoutHint: "хто візьме диск, прочитає дані учнів; копій не буде", With: "з паролем",
		Kind: "Замок",
	},
}
