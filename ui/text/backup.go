package text

import (
	"fmt"
	"strconv"
	"strings"

	"okienko/model"
	"okienko/store"
)

// Backup are the sentences of okienko backup and restore.
type Backup struct {
	BackupHelp, RestoreHelp string
	Made                    func(file string, bytes, lines int64) string
	Restored                func(school string, lines int64, last string, kept []string) string
	// What had been deleted since the backup and is there again.
	BackStudents            func(students []model.StudentID) string
	BackUnknown, BackPurged string
	NewHostKey              string
	BrokenHere, BrokenThere func(line int64) string // the register's chain
	DamagedHere             string
	BadThere                func(file string) string
	NewerThere              string
	NoRoom                  string
	DailyFailed             string // on the list of every desk
	AskPassphrase, NoKey    string
	Errors                  map[error]string // of the store, about files of the database and backups
}

// BackupIn returns the sentences in a language.
func BackupIn(l Lang) *Backup { return backups[l] }

var backups = map[Lang]*Backup{
	Polish: {
		BackupHelp:  "Zapisuje zaszyfrowaną kopię szkoły: bazę i profil (bez authorized_keys i klucza serwera SSH). Otwiera ją hasło szkoły z tego dnia albo klucz ratunkowy. Okna mogą w tym czasie pracować.\nKopię przywraca okienko restore.",
		RestoreHelp: "Przywraca szkołę z kopii. Najpierw sprawdza całą kopię; dotychczasowe pliki zostają obok, z datą w nazwie.\nWcześniej zamknij wszystkie okna programu i okienko serve. Pyta o hasło szkoły z dnia kopii. Na nowym komputerze dopisz potem authorized_keys (okienko serve --help).",
		Made: func(file string, bytes, lines int64) string {
			return fmt.Sprintf("Zapisano kopię w pliku %s (%d KB). Wierszy ewidencji: %d.", Plain(file), kilobytes(bytes), lines)
		},
		Restored: func(school string, lines int64, last string, kept []string) string {
			s := fmt.Sprintf("Przywrócono szkołę „%s”. Wierszy ewidencji: %d", Plain(school), lines)
			if last != "" {
				s += ", ostatni z " + last
			}
			if len(kept) > 0 {
				return s + ". Dotychczasowe pliki zostały jako: " + listed(kept) + "."
			}
			return s + "."
		},
		BackStudents: func(students []model.StudentID) string {
			return fmt.Sprintf("Po dniu kopii usunięto dane uczniów, które teraz wróciły: %d (numery: %s). Usuń je jeszcze raz: okienko forget NUMER.", len(students), numbers(students))
		},
		BackUnknown: "Nie wiadomo, co usunięto po dniu kopii, bo nie ma czytelnej dotychczasowej bazy. Jeśli usunięto dane któregoś ucznia, wróciły: usuń je jeszcze raz (okienko forget UCZEŃ).",
		BackPurged:  "Co skasowano, bo minął termin przechowywania, program skasuje znowu przy najbliższym otwarciu okna; od razu zrobi to okienko purge.",
		NewHostKey:  "Nie ma tu klucza serwera SSH. Jeśli stanowiska łączą się przez SSH, okienko serve zrobi nowy klucz, a one o niego zapytają albo ostrzegą: podaj im odcisk, który wypisze okienko serve.",
		BrokenHere: func(line int64) string {
			return fmt.Sprintf("Ewidencję naruszono w wierszu %d, więc kopii nie zrobiono. Wcześniejsze kopie są nietknięte. Odtwórz ostatnią poleceniem okienko restore i wyjaśnij, kto to zrobił.", line)
		},
		BrokenThere: func(line int64) string {
			return fmt.Sprintf("W tej kopii naruszono ewidencję w wierszu %d. Niczego nie zmieniono. Użyj wcześniejszej kopii.", line)
		},
		DamagedHere: "Baza jest uszkodzona, więc kopii nie zrobiono. Wcześniejsze kopie są nietknięte. Zamknij okna programu i odtwórz ostatnią poleceniem okienko restore.",
		BadThere: func(file string) string {
			return fmt.Sprintf("Plik %s nie jest całą kopią tego programu: jest ucięty, zmieniony albo to inny plik. Niczego nie zmieniono. Użyj innej kopii.", Plain(file))
		},
		NewerThere:    "Kopię zapisała nowsza wersja programu. Niczego nie zmieniono. Zainstaluj nowszy okienko.",
		DailyFailed:   "Kopia zapasowa się nie udaje. Powiedz opiekunowi komputera: okienko doctor.",
		NoRoom:        "Brak miejsca na dysku. Niczego nie zmieniono. Kopia potrzebuje przez chwilę tyle miejsca, ile dwie bazy: zwolnij je i spróbuj jeszcze raz.",
		AskPassphrase: "Hasło szkoły z dnia kopii: ",
		NoKey:         "Nie ma terminala, żeby zapytać o hasło. Niczego nie zmieniono. Podaj --passphrase-file PLIK z hasłem szkoły z dnia kopii albo --identity-file PLIK z kluczem ratunkowym.",
		Errors: map[error]string{
			store.ErrNoDatabase:   "Nie ma bazy szkoły: plik okienko.db zniknął albo jest pusty. Niczego nie zmieniono. Przywróć ostatnią kopię poleceniem okienko restore. Jeśli szkołę dopiero zakładasz, usuń school.toml i załóż ją jeszcze raz.",
			store.ErrPulled:       "Ktoś usunął albo podmienił okienko.db lub okienko.db-wal, gdy program miał te pliki otwarte. Tego wpisu nie zapisano. Zamknij wszystkie okna, otwórz je znowu i sprawdź ostatnie wpisy; uruchom okienko doctor.",
			store.ErrRestoring:    "W tej chwili przywracana jest kopia bazy. Niczego nie zapisano. Spróbuj jeszcze raz za chwilę.",
			store.ErrInUse:        "Baza jest otwarta w oknie programu albo w innym programie. Niczego nie zmieniono. Zamknij wszystkie okna (i okienko serve) i spróbuj jeszcze raz.",
			store.ErrLogLost:      "Ktoś usunął plik okienko.db-wal, a były w nim ostatnie wpisy. Niczego nie zmieniono. Przywróć ostatnią kopię poleceniem okienko restore. Jeśli nie masz kopii, usuń plik okienko.db-shm i sprawdź w oknie, których ostatnich wpisów brakuje.",
			store.ErrBackupRuns:   "Inne stanowisko właśnie robi kopię. Tej nie zrobiono. Spróbuj jeszcze raz za chwilę.",
			store.ErrBackupExists: "Plik kopii już istnieje. Niczego nie zapisano. Podaj inną nazwę.",
			store.ErrBackupNoKey:  "Kopii nie zrobiono: szkoła nie ma hasła ani klucza ratunkowego, więc nikt nie umiałby jej otworzyć. Ustaw hasło poleceniem okienko passphrase albo dodaj klucz ratunkowy: okienko passphrase --recipient age1…",
			store.ErrBackupLocked: "Tym hasłem ani kluczem nie da się otworzyć tej kopii. Niczego nie zmieniono. Podaj hasło szkoły z dnia kopii albo --identity-file z kluczem ratunkowym.",
			store.ErrBackupBad:    "To nie jest cała kopia tego programu: plik jest ucięty, zmieniony albo inny. Niczego nie zmieniono. Użyj innej kopii.",
		},
	},
	English: {
		BackupHelp:  "Writes a sealed backup of the school: the database and the profile (not authorized_keys and the key of the SSH server). The passphrase of that day opens it, or a recovery key. Windows may work meanwhile.\nokienko restore brings it back.",
		RestoreHelp: "Brings a school back from a backup. The whole backup is checked first; the present files stay beside it, with a date in their names.\nClose all windows of the program and okienko serve before. It asks for the passphrase of the day of the backup. On a new machine add authorized_keys afterwards (okienko serve --help).",
		Made: func(file string, bytes, lines int64) string {
			return fmt.Sprintf("Backup written to %s (%d KB). Lines of the register: %d.", Plain(file), kilobytes(bytes), lines)
		},
		Restored: func(school string, lines int64, last string, kept []string) string {
			s := fmt.Sprintf("The school “%s” is back. Lines of the register: %d", Plain(school), lines)
			if last != "" {
				s += ", the last of " + last
			}
			if len(kept) > 0 {
				return s + ". The former files are kept as: " + listed(kept) + "."
			}
			return s + "."
		},
		BackStudents: func(students []model.StudentID) string {
			return fmt.Sprintf("Students erased after the day of the backup who are there again: %d (numbers: %s). Erase them once more: okienko forget NUMBER.", len(students), numbers(students))
		},
		BackUnknown: "What was deleted after the day of the backup can't be known: there is no readable former database. If a student was erased since, they are there again: erase them once more (okienko forget STUDENT).",
		BackPurged:  "What was deleted because its time was up will be deleted again when a window opens next; okienko purge does it at once.",
		NewHostKey:  "The key of the SSH server is not here. If desks come over SSH, okienko serve makes a new one, and they will be asked or warned about it: give them the fingerprint that okienko serve prints.",
		BrokenHere: func(line int64) string {
			return fmt.Sprintf("The register was tampered with at line %d, so no backup was made. Earlier backups are untouched. Bring the last one back with okienko restore and find out who did it.", line)
		},
		BrokenThere: func(line int64) string {
			return fmt.Sprintf("In this backup the register was tampered with at line %d. Nothing was changed. Use an earlier backup.", line)
		},
		DamagedHere: "The database is damaged, so no backup was made. Earlier backups are untouched. Close the program's windows and bring the last one back with okienko restore.",
		BadThere: func(file string) string {
			return fmt.Sprintf("%s is not a whole backup of this program: it was cut short or changed, or is something else. Nothing was changed. Use another backup.", Plain(file))
		},
		NewerThere:    "A later version of the program wrote this backup. Nothing was changed. Install a newer okienko.",
		DailyFailed:   "The daily backup fails. Tell whoever looks after the computer: okienko doctor.",
		NoRoom:        "The disk is full. Nothing was changed. For a moment a backup takes as much room as two databases: make room and try again.",
		AskPassphrase: "The school's passphrase on the day of the backup: ",
		NoKey:         "There is no terminal to ask for the passphrase. Nothing was changed. Give --passphrase-file FILE with the passphrase the school had on the day of the backup, or --identity-file FILE with a recovery key.",
		Errors: map[error]string{
			store.ErrNoDatabase:   "The school's database is gone: okienko.db is missing or empty. Nothing was changed. Bring the last backup back with okienko restore. If the school is only being set up, remove school.toml and set it up again.",
			store.ErrPulled:       "Somebody removed or replaced okienko.db or okienko.db-wal while the program had it open. This entry was not saved. Close all windows, open them again and check the last entries; run okienko doctor.",
			store.ErrRestoring:    "The database is being restored at this moment. Nothing was saved. Try again in a moment.",
			store.ErrInUse:        "A window of the program or another program has the database open. Nothing was changed. Close all windows (and okienko serve) and try again.",
			store.ErrLogLost:      "Somebody removed okienko.db-wal, which held the last entries. Nothing was changed. Bring the last backup back with okienko restore. Without a backup, remove okienko.db-shm and see in the window which of the last entries are missing.",
			store.ErrBackupRuns:   "Another desk is making a backup. This one was not made. Try again in a moment.",
			store.ErrBackupExists: "The backup's file exists already. Nothing was written. Choose another name.",
			store.ErrBackupNoKey:  "No backup was made: the school has neither a passphrase nor a recovery key, so nobody could open it. Set a passphrase with okienko passphrase, or add a recovery key: okienko passphrase --recipient age1…",
			store.ErrBackupLocked: "Neither this passphrase nor this key opens the backup. Nothing was changed. Give the passphrase the school had on the day of the backup, or --identity-file with a recovery key.",
			store.ErrBackupBad:    "This is not a whole backup of this program: it was cut short or changed, or is something else. Nothing was changed. Use another backup.",
		},
	},
	Ukrainian: {
		BackupHelp:  "Записує зашифровану копію школи: базу і профіль (без authorized_keys і ключа сервера SSH). Її відкриває пароль школи того дня або ключ відновлення. Вікна можуть тим часом працювати.\nКопію відновлює okienko restore.",
		RestoreHelp: "Відновлює школу з копії. Спершу перевіряє всю копію; дотеперішні файли залишаються поруч, з датою в назві.\nПеред тим закрийте всі вікна програми й okienko serve. Питає пароль школи з дня копії. На новому комп'ютері допишіть потім authorized_keys (okienko serve --help).",
		Made: func(file string, bytes, lines int64) string {
			return fmt.Sprintf("Копію записано у файл %s (%d КБ). Рядків реєстру: %d.", Plain(file), kilobytes(bytes), lines)
		},
		Restored: func(school string, lines int64, last string, kept []string) string {
			s := fmt.Sprintf("Школу «%s» відновлено. Рядків реєстру: %d", Plain(school), lines)
			if last != "" {
				s += ", останній від " + last
			}
			if len(kept) > 0 {
				return s + ". Дотеперішні файли збережено як: " + listed(kept) + "."
			}
			return s + "."
		},
		BackStudents: func(students []model.StudentID) string {
			return fmt.Sprintf("Після дня копії видалено дані учнів, які тепер повернулися: %d (номери: %s). Видаліть їх ще раз: okienko forget НОМЕР.", len(students), numbers(students))
		},
		BackUnknown: "Невідомо, що видалено після дня копії, бо немає читабельної дотеперішньої бази. Якщо дані якогось учня видалили, вони повернулися: видаліть їх ще раз (okienko forget УЧЕНЬ).",
		BackPurged:  "Те, що видалено через закінчення строку зберігання, програма видалить знову під час наступного відкриття вікна; одразу це зробить okienko purge.",
		NewHostKey:  "Тут немає ключа сервера SSH. Якщо робочі місця підключаються через SSH, okienko serve створить новий ключ, і вони про нього запитають або попередять: назвіть їм відбиток, який виведе okienko serve.",
		BrokenHere: func(line int64) string {
			return fmt.Sprintf("Реєстр порушено в рядку %d, тому копії не зроблено. Попередні копії неушкоджені. Відновіть останню командою okienko restore і з'ясуйте, хто це зробив.", line)
		},
		BrokenThere: func(line int64) string {
			return fmt.Sprintf("У цій копії реєстр порушено в рядку %d. Нічого не змінено. Візьміть попередню копію.", line)
		},
		DamagedHere: "Базу пошкоджено, тому копії не зроблено. Попередні копії неушкоджені. Закрийте вікна програми і відновіть останню командою okienko restore.",
		BadThere: func(file string) string {
			return fmt.Sprintf("Файл %s не є цілою копією цієї програми: він обрізаний, змінений або це інший файл. Нічого не змінено. Візьміть іншу копію.", Plain(file))
		},
		NewerThere:    "Копію записала новіша версія програми. Нічого не змінено. Встановіть новіший okienko.",
		DailyFailed:   "Резервна копія не вдається. Скажіть адміністратору: okienko doctor.",
		NoRoom:        "На диску немає місця. Нічого не змінено. Копія потребує на мить стільки місця, скільки дві бази: звільніть його і спробуйте ще раз.",
		AskPassphrase: "Пароль школи з дня копії: ",
		NoKey:         "Немає термінала, щоб запитати пароль. Нічого не змінено. Вкажіть --passphrase-file ФАЙЛ із паролем школи з дня копії або --identity-file ФАЙЛ із ключем відновлення.",
		Errors: map[error]string{
			store.ErrNoDatabase:   "Бази школи немає: файл okienko.db зник або порожній. Нічого не змінено. Відновіть останню копію командою okienko restore. Якщо школу лише створюєте, видаліть school.toml і створіть її знову.",
			store.ErrPulled:       "Хтось видалив або підмінив файл okienko.db чи okienko.db-wal, коли програма мала його відкритим. Цього запису не збережено. Закрийте всі вікна, відкрийте знову і перевірте останні записи; запустіть okienko doctor.",
			store.ErrRestoring:    "Саме зараз відновлюється копія бази. Нічого не збережено. Спробуйте ще раз за мить.",
			store.ErrInUse:        "Базу відкрито у вікні програми або в іншій програмі. Нічого не змінено. Закрийте всі вікна (і okienko serve) та спробуйте ще раз.",
			store.ErrLogLost:      "Хтось видалив файл okienko.db-wal, у якому були останні записи. Нічого не змінено. Відновіть останню копію командою okienko restore. Якщо копії немає, видаліть файл okienko.db-shm і перевірте у вікні, яких останніх записів бракує.",
			store.ErrBackupRuns:   "Інше робоче місце саме робить копію. Цієї не зроблено. Спробуйте ще раз за мить.",
			store.ErrBackupExists: "Файл копії вже існує. Нічого не записано. Виберіть іншу назву.",
			store.ErrBackupNoKey:  "Копії не зроблено: школа не має ні пароля, ні ключа відновлення, тож ніхто не зміг би її відкрити. Встановіть пароль командою okienko passphrase або додайте ключ відновлення: okienko passphrase --recipient age1…",
			store.ErrBackupLocked: "Ні цей пароль, ні цей ключ не відкриває копії. Нічого не змінено. Введіть пароль школи з дня копії або --identity-file з ключем відновлення.",
			store.ErrBackupBad:    "Це не ціла копія цієї програми: файл обрізаний, змінений або інший. Нічого не змінено. Візьміть іншу копію.",
		},
	},
}

// kilobytes rounds up, so that no file has none.
func kilobytes(bytes int64) int64 { return (bytes + 1023) / 1024 }

// mostNumbers is how many numbers a sentence lists; all are in --json.
const mostNumbers = 20

func numbers(students []model.StudentID) string {
	var all []string
	for _, id := range students[:min(len(students), mostNumbers)] {
		all = append(all, strconv.FormatInt(int64(id), 10))
	}
	if len(students) > mostNumbers {
		all = append(all, "…")
	}
	return strings.Join(all, ", ")
}
