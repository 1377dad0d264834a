package text

import (
	"fmt"
	"strings"
)

// Doctor are the sentences of okienko doctor. Those about something bad say
// what to do.
type Doctor struct {
	Good, Note, Bad               string
	DatabaseWhole, DatabaseUnread string
	DatabaseDamaged               func(fault string) string // SQLite's word for it
	NoOrphans                     string
	Orphans                       func(n int, table string, row int64) string
	RegisterWhole, RegisterBroken func(line int64) string
	Forgotten                     func(lines int64) string
	ClockGood                     string
	ClockBack                     func(last string) string
	ModesGood                     string
	ModesBad                      func(paths []string) string
	InboxGood                     string
	InboxMissing                  func(path string) string
	DiskGood, DiskFull            func(megabytes uint64) string

	LockUnscrubbed             string
	LockOpen, LockGood         func(recipients int) string
	SchemaGood                 string
	SchemaStrange              func(names []string) string
	NothingStale, CopiesNow    string
	Stale                      func(n int, path string) string
	BackupOff, BackupComes     string
	BackupNobody               string
	BackupUnseen, BackupNone   func(folder string) string
	BackupOld                  func(last, folder string) string
	BackupGood                 func(last string, n int) string
	TerminalNone, TerminalDumb string
	TerminalNoLetters          func(name string) string
	TerminalGood               func(name string) string
}

// DoctorIn returns the sentences in a language.
func DoctorIn(l Lang) *Doctor { return doctors[l] }

func listed(paths []string) string { return Plain(strings.Join(paths, ", ")) }

var doctors = map[Lang]*Doctor{
	Polish: {
		Good: "dobrze", Note: "uwaga", Bad: "ŹLE",
		DatabaseWhole:  "Baza jest cała.",
		DatabaseUnread: "Bazy nie da się odczytać do końca. Zachowaj kopię pliku okienko.db i odtwórz ostatnią kopię zapasową. Szczegóły są w okienko.log.",
		DatabaseDamaged: func(fault string) string {
			return fmt.Sprintf("Baza jest uszkodzona (%s). Zamknij wszystkie okna programu, zachowaj kopię pliku okienko.db i odtwórz ostatnią kopię zapasową.", Plain(fault))
		},
		NoOrphans: "Powiązania w bazie są pełne.",
		Orphans: func(n int, table string, row int64) string {
			return fmt.Sprintf("Są w bazie wpisy bez właściciela: co najmniej %d, pierwszy w tabeli %s, wiersz %d. Odtwórz ostatnią kopię zapasową.", n, table, row)
		},
		RegisterWhole: func(lines int64) string {
			return fmt.Sprintf("Ewidencja jest nienaruszona. Liczba wierszy: %d.", lines)
		},
		RegisterBroken: func(line int64) string {
			return fmt.Sprintf("Ewidencję naruszono w wierszu %d. Odtwórz kopię zapasową i wyjaśnij, kto to zrobił.", line)
		},
		Forgotten: func(lines int64) string {
			return fmt.Sprintf("Wiersze ewidencji, których szczegóły usunięto: %d.", lines)
		},
		ClockGood: "Zegar nie cofnął się od ostatniego wpisu.",
		ClockBack: func(last string) string {
			return fmt.Sprintf("Zegar komputera cofnął się: ostatni wpis ewidencji jest z %s. Ustaw zegar, zanim wydasz następny kod.", last)
		},
		ModesGood: "Pliki są dostępne tylko dla właściciela.",
		ModesBad: func(paths []string) string {
			return fmt.Sprintf("Inni użytkownicy komputera mają dostęp do: %s. Odbierz go im poleceniem chmod go= ŚCIEŻKA.", listed(paths))
		},
		InboxGood: "Folder inbox jest na miejscu.",
		InboxMissing: func(path string) string {
			return fmt.Sprintf("Nie ma folderu %s. Utwórz go poleceniem mkdir, aby wrzucać tam pliki do wczytania.", Plain(path))
		},
		DiskGood: func(megabytes uint64) string { return fmt.Sprintf("Wolne miejsce na dysku: %d MB.", megabytes) },
		DiskFull: func(megabytes uint64) string {
			return fmt.Sprintf("Na dysku zostało %d MB. Zwolnij miejsce: na pełnym dysku program niczego nie zapisze.", megabytes)
		},
		LockUnscrubbed: "Baza jest zamknięta hasłem, ale w pliku mogą być jeszcze dawne, otwarte dane. Zamknij wszystkie okna i otwórz jedno: program je usunie.",
		LockOpen: func(n int) string {
			return fmt.Sprintf("Szkoła nie ma hasła: kto ma plik okienko.db, ten go przeczyta. Hasło ustawia okienko passphrase. Kluczy ratunkowych: %d.", n)
		},
		LockGood:   func(n int) string { return fmt.Sprintf("Dane są zapieczętowane hasłem. Kluczy ratunkowych: %d.", n) },
		SchemaGood: "Budowa bazy jest taka, jak trzeba.",
		SchemaStrange: func(names []string) string {
			return fmt.Sprintf("Ktoś zmienił budowę bazy: %s. Przywróć ostatnią kopię (okienko restore) i wyjaśnij, kto to zrobił.", listed(names))
		},
		CopiesNow:    "Od razu usuwa je okienko purge --copies.",
		NothingStale: "Nie ma starych plików z danymi uczniów.",
		Stale: func(n int, path string) string {
			return fmt.Sprintf("Stare pliki z danymi uczniów: %d, pierwszy to %s. Usuń je, jeśli nie są już potrzebne. Odłożone i zapisane pliki usunie program, gdy ustawisz w school.toml files_days w [retention].", n, Plain(path))
		},
		BackupOff:    "Profil szkoły wyłącza codzienne kopie (keep = 0).",
		BackupComes:  "Codziennej kopii jeszcze nie ma. Zrobi się sama przy otwartym oknie.",
		BackupNobody: "Codziennych kopii nie ma i nie będzie: szkoła nie ma hasła ani klucza ratunkowego, więc nikt nie umiałby kopii otworzyć. Ustaw hasło (okienko passphrase) albo dodaj klucz (okienko passphrase --recipient age1…).",
		BackupUnseen: func(folder string) string {
			return fmt.Sprintf("Nie można zajrzeć do folderu kopii %s. Sprawdź, czy jest podłączony i dostępny.", Plain(folder))
		},
		BackupNone: func(folder string) string {
			return fmt.Sprintf("W folderze %s nie ma żadnej codziennej kopii. Zrób kopię poleceniem okienko backup; dlaczego nie robi się sama, mówi okienko.log.", Plain(folder))
		},
		BackupOld: func(last, folder string) string {
			return fmt.Sprintf("Ostatnia codzienna kopia jest z %s (folder %s). Zrób kopię poleceniem okienko backup; dlaczego nie robi się sama, mówi okienko.log.", last, Plain(folder))
		},
		BackupGood: func(last string, n int) string {
			return fmt.Sprintf("Ostatnia codzienna kopia jest z %s. Kopii: %d.", last, n)
		},
		TerminalNone: "Terminal: wynik trafia do pliku albo potoku, więc nie da się go ocenić.",
		TerminalDumb: "Terminal nie mówi, co potrafi (TERM). Otwórz okno w innym terminalu albo ustaw TERM=xterm-256color.",
		TerminalNoLetters: func(name string) string {
			return fmt.Sprintf("Terminal (%s) nie pokaże polskich liter ani kodów. Ustaw LANG=pl_PL.UTF-8.", Plain(name))
		},
		TerminalGood: func(name string) string {
			return fmt.Sprintf("Terminal (%s) pokaże okno i kody. Odczyt telefonem sprawdzisz przez okienko qr --try.", Plain(name))
		},
	},
	English: {
		Good: "good", Note: "note", Bad: "BAD",
		DatabaseWhole:  "The database is whole.",
		DatabaseUnread: "The database can't be read to its end. Keep a copy of okienko.db and restore the last backup. Details are in okienko.log.",
		DatabaseDamaged: func(fault string) string {
			return fmt.Sprintf("The database is damaged (%s). Close all windows of the program, keep a copy of okienko.db and restore the last backup.", Plain(fault))
		},
		NoOrphans: "Nothing in the database refers to what is not there.",
		Orphans: func(n int, table string, row int64) string {
			return fmt.Sprintf("There are entries without an owner: at least %d, the first in table %s, row %d. Restore the last backup.", n, table, row)
		},
		RegisterWhole: func(lines int64) string { return fmt.Sprintf("The register is untouched. Lines: %d.", lines) },
		RegisterBroken: func(line int64) string {
			return fmt.Sprintf("The register was tampered with at line %d. Restore a backup and find out who did it.", line)
		},
		Forgotten: func(lines int64) string {
			return fmt.Sprintf("Lines of the register whose details were removed: %d.", lines)
		},
		ClockGood: "The clock did not go back since the last entry.",
		ClockBack: func(last string) string {
			return fmt.Sprintf("The machine's clock went back: the register's last line is of %s. Set the clock before handing over another code.", last)
		},
		ModesGood: "Only the owner can read the files.",
		ModesBad: func(paths []string) string {
			return fmt.Sprintf("Other users of this machine have access to: %s. Stop that with chmod go= PATH.", listed(paths))
		},
		InboxGood: "The inbox folder is there.",
		InboxMissing: func(path string) string {
			return fmt.Sprintf("There is no folder %s. Make it with mkdir, to drop files to be taken in there.", Plain(path))
		},
		DiskGood: func(megabytes uint64) string { return fmt.Sprintf("Free room on the disk: %d MB.", megabytes) },
		DiskFull: func(megabytes uint64) string {
			return fmt.Sprintf("The disk has %d MB left. Make room: on a full disk nothing can be saved.", megabytes)
		},
		LockUnscrubbed: "The database is locked by a passphrase, but former, open data may still be in the file. Close all windows and open one: the program removes it.",
		LockOpen: func(n int) string {
			return fmt.Sprintf("The school has no passphrase: whoever has okienko.db can read it. okienko passphrase sets one. Recovery keys: %d.", n)
		},
		LockGood:   func(n int) string { return fmt.Sprintf("The data is sealed by a passphrase. Recovery keys: %d.", n) },
		SchemaGood: "The database is built as it should be.",
		SchemaStrange: func(names []string) string {
			return fmt.Sprintf("Somebody changed how the database is built: %s. Bring the last backup back (okienko restore) and find out who did it.", listed(names))
		},
		CopiesNow:    "okienko purge --copies removes them at once.",
		NothingStale: "No old files with students' data lie about.",
		Stale: func(n int, path string) string {
			return fmt.Sprintf("Old files with students' data: %d, the first is %s. Remove them if nobody needs them. Files put aside or written go by themselves once school.toml sets files_days in [retention].", n, Plain(path))
		},
		BackupOff:    "The school's profile turns daily backups off (keep = 0).",
		BackupComes:  "There is no daily backup yet. An open window makes it by itself.",
		BackupNobody: "There are no daily backups and will be none: the school has neither a passphrase nor a recovery key, so nobody could open one. Set a passphrase (okienko passphrase) or add a key (okienko passphrase --recipient age1…).",
		BackupUnseen: func(folder string) string {
			return fmt.Sprintf("The folder for backups %s can't be looked into. See whether it is plugged in and open to you.", Plain(folder))
		},
		BackupNone: func(folder string) string {
			return fmt.Sprintf("There is no daily backup in %s. Make one with okienko backup; okienko.log says why none comes by itself.", Plain(folder))
		},
		BackupOld: func(last, folder string) string {
			return fmt.Sprintf("The last daily backup is of %s (folder %s). Make one with okienko backup; okienko.log says why none comes by itself.", last, Plain(folder))
		},
		BackupGood: func(last string, n int) string {
			return fmt.Sprintf("The last daily backup is of %s. Backups: %d.", last, n)
		},
		TerminalNone: "Terminal: the output goes to a file or a pipe, so it can't be judged.",
		TerminalDumb: "The terminal doesn't say what it can do (TERM). Open the window in another one, or set TERM=xterm-256color.",
		TerminalNoLetters: func(name string) string {
			return fmt.Sprintf("The terminal (%s) shows neither Polish letters nor codes. Set LANG=pl_PL.UTF-8.", Plain(name))
		},
		TerminalGood: func(name string) string {
			return fmt.Sprintf("The terminal (%s) shows the window and codes. Try a phone on it with okienko qr --try.", Plain(name))
		},
	},
	Ukrainian: {
		Good: "добре", Note: "увага", Bad: "ПОГАНО",
		DatabaseWhole:  "База ціла.",
		DatabaseUnread: "Базу не вдається прочитати до кінця. Збережіть копію файлу okienko.db і відновіть останню резервну копію. Подробиці в okienko.log.",
		DatabaseDamaged: func(fault string) string {
			return fmt.Sprintf("Базу пошкоджено (%s). Закрийте всі вікна програми, збережіть копію файлу okienko.db і відновіть останню резервну копію.", Plain(fault))
		},
		NoOrphans: "Зв'язки в базі повні.",
		Orphans: func(n int, table string, row int64) string {
			return fmt.Sprintf("У базі є записи без власника: щонайменше %d, перший у таблиці %s, рядок %d. Відновіть останню резервну копію.", n, table, row)
		},
		RegisterWhole: func(lines int64) string {
			return fmt.Sprintf("Реєстр неушкоджений. Рядків: %d.", lines)
		},
		RegisterBroken: func(line int64) string {
			return fmt.Sprintf("Реєстр порушено в рядку %d. Відновіть резервну копію і з'ясуйте, хто це зробив.", line)
		},
		Forgotten: func(lines int64) string {
			return fmt.Sprintf("Рядки реєстру, подробиці яких вилучено: %d.", lines)
		},
		ClockGood: "Годинник не відстав від останнього запису.",
		ClockBack: func(last string) string {
			return fmt.Sprintf("Годинник комп'ютера перейшов назад: останній рядок реєстру від %s. Налаштуйте годинник, перш ніж видати наступний код.", last)
		},
		ModesGood: "Файли доступні лише власникові.",
		ModesBad: func(paths []string) string {
			return fmt.Sprintf("Інші користувачі комп'ютера мають доступ до: %s. Заборонить це chmod go= ШЛЯХ.", listed(paths))
		},
		InboxGood: "Тека inbox на місці.",
		InboxMissing: func(path string) string {
			return fmt.Sprintf("Немає теки %s. Створіть її командою mkdir, щоб класти туди файли для імпорту.", Plain(path))
		},
		DiskGood: func(megabytes uint64) string {
			return fmt.Sprintf("Вільне місце на диску: %d МБ.", megabytes)
		},
		DiskFull: func(megabytes uint64) string {
			return fmt.Sprintf("На диску залишилося %d МБ. Звільніть місце: на повному диску програма нічого не збереже.", megabytes)
		},
		LockUnscrubbed: "Базу замкнено паролем, але у файлі ще можуть бути давні відкриті дані. Закрийте всі вікна й відкрийте одне: програма їх вилучить.",
		LockOpen: func(n int) string {
			return fmt.Sprintf("Школа не має пароля: хто має файл okienko.db, той його прочитає. Пароль встановлює okienko passphrase. Ключів відновлення: %d.", n)
		},
		LockGood: func(n int) string {
			return fmt.Sprintf("Дані запечатано паролем. Ключів відновлення: %d.", n)
		},
		SchemaGood: "Будова бази така, як треба.",
		SchemaStrange: func(names []string) string {
			return fmt.Sprintf("Хтось змінив будову бази: %s. Відновіть останню копію (okienko restore) і з'ясуйте, хто це зробив.", listed(names))
		},
		CopiesNow:    "Одразу їх видаляє okienko purge --copies.",
		NothingStale: "Старих файлів із даними учнів немає.",
		Stale: func(n int, path string) string {
			return fmt.Sprintf("Старих файлів із даними учнів: %d, перший %s. Видаліть їх, якщо вони вже не потрібні. Відкладені й записані файли програма видалить сама, якщо в school.toml задати files_days у [retention].", n, Plain(path))
		},
		BackupOff:    "Профіль школи вимикає щоденні копії (keep = 0).",
		BackupComes:  "Щоденної копії ще немає. Вона зробиться сама, коли відкрито вікно.",
		BackupNobody: "Щоденних копій немає і не буде: школа не має ні пароля, ні ключа відновлення, тож ніхто не зміг би копію відкрити. Встановіть пароль (okienko passphrase) або додайте ключ (okienko passphrase --recipient age1…).",
		BackupUnseen: func(folder string) string {
			return fmt.Sprintf("Не вдається заглянути до теки копій %s. Перевірте, чи її підключено і чи є доступ.", Plain(folder))
		},
		BackupNone: func(folder string) string {
			return fmt.Sprintf("У теці %s немає жодної щоденної копії. Зробіть копію командою okienko backup; чому вона не робиться сама, сказано в okienko.log.", Plain(folder))
		},
		BackupOld: func(last, folder string) string {
			return fmt.Sprintf("Остання щоденна копія від %s (тека %s). Зробіть копію командою okienko backup; чому вона не робиться сама, сказано в okienko.log.", last, Plain(folder))
		},
		BackupGood: func(last string, n int) string {
			return fmt.Sprintf("Остання щоденна копія від %s. Копій: %d.", last, n)
		},
		TerminalNone: "Термінал: вивід іде у файл або канал, тож оцінити його не можна.",
		TerminalDumb: "Термінал не каже, що вміє (TERM). Відкрийте вікно в іншому або встановіть TERM=xterm-256color.",
		TerminalNoLetters: func(name string) string {
			return fmt.Sprintf("Термінал (%s) не покаже ні польських літер, ні кодів. Встановіть LANG=pl_PL.UTF-8.", Plain(name))
		},
		TerminalGood: func(name string) string {
			return fmt.Sprintf("Термінал (%s) покаже вікно і коди. Перевірте телефоном: okienko qr --try.", Plain(name))
		},
	},
}
