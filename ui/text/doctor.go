package text

import (
	"fmt"
	"strings"
)

// Doctor are the sentences of okienko doctor. Those about something bad say
// what to do.
type Doctor struct {
	Good, Bad                     string
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
}

// DoctorIn returns the sentences in a language.
func DoctorIn(l Lang) *Doctor { return doctors[l] }

func listed(paths []string) string { return Plain(strings.Join(paths, ", ")) }

var doctors = map[Lang]*Doctor{
	Polish: {
		Good: "dobrze", Bad: "ŹLE",
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
	},
	English: {
		Good: "good", Bad: "BAD",
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
	},
	Ukrainian: {
		Good: "добре", Bad: "ПОГАНО",
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
	},
}
