package text

import (
	"errors"
	"fmt"
	"io/fs"
	"time"

	"okienko/model"
	"okienko/store"
)

// errorWords are the sentences for what went wrong: what happened, what is
// safe, what to do.
type errorWords struct {
	plain    map[error]string
	conflict func(deed, who, desk, when string) string
	notReady func(what string) string
	otherDsk func(who, desk, since string) string
	broken   func(who, desk, since string) string // an unfinished hand-over
	printed  func(who, desk, since string) string // the same, on a slip of paper
	code     map[store.CodeRefusal]string
	noAccess string
	unknown  string
}

// Error is the sentence for an error of the store or the model. Times in it
// are of the given zone. What it can't explain it calls a fault whose details
// are in the log.
func Error(l Lang, err error, zone *time.Location) string {
	w := errorIn[l]
	var profile *model.ProfileError
	var conflict *store.ConflictError
	var notReady *store.NotReadyError
	var code *store.CodeRefusedError
	switch {
	case errors.As(err, &profile):
		return Profile(l, profile)
	case errors.As(err, &conflict):
		by := conflict.Line.Actor
		return w.conflict(In(l).Deed[conflict.Line.Deed], by.Operator, by.Desk, conflict.Line.At.In(zone).Format("15:04"))
	case errors.As(err, &notReady):
		return notReadySentence(l, notReady, zone)
	case errors.As(err, &code):
		return w.code[code.Reason]
	}
	for _, known := range []map[error]string{w.plain, BackupIn(l).Errors} {
		for known, sentence := range known {
			if errors.Is(err, known) {
				return sentence
			}
		}
	}
	if errors.Is(err, fs.ErrPermission) {
		return w.noAccess
	}
	return w.unknown
}

func notReadySentence(l Lang, e *store.NotReadyError, zone *time.Location) string {
	w := errorIn[l]
	if e.Assessment.Has(model.BlockOtherDesk) {
		return w.otherDsk(e.Holder.Operator, e.Holder.Desk, e.Holder.Since.In(zone).Format("15:04"))
	}
	if c := e.Assessment.Unfinished; c != nil {
		return Unfinished(l, c.Claim, zone)
	}
	if len(e.Assessment.Blockers) == 0 {
		return w.notReady(In(l).Stage[e.Assessment.Stage])
	}
	return w.notReady(In(l).Blocker[e.Assessment.Blockers[0].ID])
}

// Unfinished says which desk broke off while it showed a code or printed it,
// and when that was.
func Unfinished(l Lang, c model.Claim, zone *time.Location) string {
	say := errorIn[l].broken
	if c.OnPaper() {
		say = errorIn[l].printed
	}
	return say(c.Operator, c.Desk, c.Since.In(zone).Format(Moment))
}

var errorIn = map[Lang]errorWords{
	Polish: {
		plain: map[error]string{
			store.ErrUnsettled:       "Kod tego ucznia był na ekranie albo na papierze i nie wiadomo, czy go zeskanowano. Niczego nie usunięto. Zapisz najpierw na stronie ucznia, jak się skończyło.",
			store.ErrOpenInSIO:       "Unieważnienie tej legitymacji czeka jeszcze na SIO, a bez nazwiska nikt go tam nie zrobi. Niczego nie usunięto. Unieważnij w SIO i odhacz (F4, do zrobienia w SIO) albo cofnij wpis.",
			store.ErrErased:          "Dane tego ucznia usunięto już wcześniej. Zostaje tylko to, co musi stać w ewidencji.",
			store.ErrNoCard:          "Nie ma ważnej legitymacji, którą można unieważnić. Niczego nie zapisano.",
			store.ErrCardReplaced:    "Nowa legitymacja jest już w SIO albo ma kod. Niczego nie cofnięto. Jeśli to pomyłka, unieważnij nową (u).",
			store.ErrDoneInSIO:       "To unieważnienie jest odhaczone jako zrobione w SIO. Niczego nie cofnięto. Najpierw cofnij odhaczenie.",
			store.ErrBeforeEnd:       "Duplikat nie może mieć daty wydania sprzed końca ważności poprzedniej legitymacji. Niczego nie zapisano.",
			store.ErrPhotoNobodys:    "Nie wiadomo, czyje to zdjęcie. Niczego nie zapisano. Najpierw wskaż ucznia.",
			store.ErrPhotoUnusable:   "Tego pliku nie da się użyć jako zdjęcia. Niczego nie zapisano. Odrzuć je i poproś rodzica o nowe.",
			store.ErrPhotoAdvised:    "Do tego zdjęcia są zastrzeżenia. Niczego nie zapisano. Możesz je przyjąć mimo zastrzeżeń.",
			store.ErrPhotoState:      "Przy tym stanie zdjęcia nie da się tego zrobić. Niczego nie zapisano.",
			store.ErrSettled:         "To wydanie dokończono już na innym stanowisku. Niczego nie zapisano.",
			store.ErrRole:            "Ten klucz pozwala tylko oglądać. Niczego nie zapisano.",
			store.ErrNewerFile:       "Bazę zapisała nowsza wersja programu. Niczego nie zmieniono. Zainstaluj nowszy okienko.",
			store.ErrNotOurs:         "Plik okienko.db nie jest bazą tego programu. Niczego nie zmieniono. Wskaż właściwy folder przez --data.",
			store.ErrBusy:            "Bazę trzyma inny program (kopia zapasowa, drugi okienko). Niczego nie zapisano. Spróbuj jeszcze raz za chwilę.",
			store.ErrFull:            "Brak miejsca na dysku. Niczego nie zapisano; to, co wcześniej potwierdzono, jest zapisane. Zwolnij miejsce i spróbuj jeszcze raz.",
			store.ErrDamaged:         "Pliku bazy nie da się czytać: jest uszkodzony albo zawodzi dysk. Niczego nie zapisano. Nie używaj programu; zrób kopię folderu danych i odtwórz bazę z kopii zapasowej.",
			store.ErrNoAccess:        "Brak dostępu do folderu danych. Niczego nie zapisano. Sprawdź uprawnienia do folderu.",
			store.ErrNotFolder:       "To, co podano jako folder danych, nie jest folderem. Niczego nie zapisano. Wskaż folder przez --data.",
			store.ErrNoFolder:        "W tym folderze nie ma jeszcze szkoły. Utwórz ją poleceniem okienko init albo w oknie programu.",
			store.ErrFolderTaken:     "W tym folderze jest już szkoła. Niczego nie zmieniono. Wybierz inny folder przez --data.",
			store.ErrMoved:           "W tym czasie ktoś zmienił listę. Niczego nie zapisano. Porównaj plik jeszcze raz.",
			store.ErrNoSuchStudent:   "Tego ucznia nie ma w bazie. Niczego nie zapisano.",
			store.ErrPESELTaken:      "Ten PESEL ma już inny uczeń. Niczego nie zapisano. Sprawdź numer.",
			store.ErrGone:            "Ten wpis już cofnięto albo poprawiono. Niczego nie zapisano.",
			store.ErrPickup:          "Ta osoba nie może odebrać według zasady szkoły. Niczego nie zapisano.",
			store.ErrNotPresented:    "Kodu nie ma już na ekranie tego stanowiska. Niczego nie zapisano. Pokaż go jeszcze raz.",
			store.ErrLocked:          "Baza jest zamknięta hasłem. Niczego nie zmieniono. Podaj hasło: w terminalu program zapyta, w skryptach --passphrase-file PLIK.",
			store.ErrWrongPassphrase: "To nie jest hasło tej szkoły. Niczego nie zmieniono. Sprawdź Caps Lock i układ klawiatury i wpisz jeszcze raz.",
			store.ErrWrongIdentity:   "Ten klucz ratunkowy nie otwiera tej szkoły. Niczego nie zmieniono. Sprawdź, czy to właściwy plik.",
			store.ErrShortPassphrase: "Hasło jest za krótkie: ma mieć co najmniej 8 znaków. Niczego nie zmieniono.",
			store.ErrBadRecipient:    "To nie jest klucz publiczny age (zaczyna się od age1). Niczego nie zmieniono.",
			store.ErrTampered:        "Zapieczętowany wpis nie pasuje do swojego miejsca: ktoś zmienił plik poza programem albo zawodzi dysk. Niczego nie zapisano. Nie używaj programu; zrób kopię folderu danych i odtwórz bazę z kopii zapasowej.",
			store.ErrKeyChanged:      "W tym czasie zmieniono klucz bazy. Niczego nie zapisano. Zamknij okno i otwórz je jeszcze raz.",
		},
		conflict: func(deed, who, desk, when string) string {
			return fmt.Sprintf("W tym czasie zmienił to ktoś inny: %s (%s, %s, godz. %s). Niczego nie zapisano. Sprawdź i wpisz jeszcze raz.", deed, who, desk, when)
		},
		notReady: func(what string) string { return "Kodu nie można teraz wydać: " + what + "." },
		otherDsk: func(who, desk, since string) string {
			return fmt.Sprintf("Kod jest na ekranie: %s (%s), od godz. %s.", desk, who, since)
		},
		printed: func(who, desk, since string) string {
			return "Kod wydrukowano na karteczce: " + desk + " (" + who + "), " + since + ". Nie wiadomo, czy go odebrano."
		},
		broken: func(who, desk, since string) string {
			return fmt.Sprintf("Kod był na ekranie: %s (%s), %s. Nie wiadomo, czy go zeskanowano.", desk, who, since)
		},
		code: map[store.CodeRefusal]string{
			store.CodeKnown:      "Ten kod już jest u tego ucznia.",
			store.CodeOfAnother:  "Ten kod należy do innego ucznia. Nie przyjęto go. Sprawdź, czyj to kod.",
			store.CodeExpired:    "Ten kod już wygasł. Nie przyjęto go. Pobierz nowy.",
			store.CodeForNobody:  "Nie ma ucznia, dla którego jest ten kod. Nie przyjęto go. Sprawdź PESEL albo nazwisko, datę urodzenia i klasę.",
			store.CodeForTwo:     "Pasuje więcej niż jeden uczeń. Kodu nie przyjęto. Podaj PESEL.",
			store.CodeOfObjector: "Jest sprzeciw. Kodu nie przyjęto.",
			store.CodeOfResigned: "Rodzina zrezygnowała z mLegitymacji. Kodu nie przyjęto. Zmienia to nowsze podpisane oświadczenie.",
		},
		noAccess: "Brak dostępu do pliku lub folderu. Niczego nie zapisano. Sprawdź uprawnienia.",
		unknown:  "Coś się nie udało. To, co wcześniej potwierdzono, jest zapisane. Szczegóły są w pliku okienko.log.",
	},
	English: {
		plain: map[error]string{
			store.ErrUnsettled:       "A code of this student was on a screen or on paper, and nobody knows whether it was scanned. Nothing was removed. Say on the student's page first how it ended.",
			store.ErrOpenInSIO:       "An invalidation of this card still waits for SIO, and nobody could do it there without the name. Nothing was removed. Invalidate it in SIO and tick it (F4, to be done in SIO), or take the entry back.",
			store.ErrErased:          "This student's data were removed before. Only what the register has to hold is left.",
			store.ErrNoCard:          "There is no valid card that could be invalidated. Nothing was saved.",
			store.ErrCardReplaced:    "The new card is in SIO already or has a code. Nothing was undone. If that is a mistake, invalidate the new one (u).",
			store.ErrDoneInSIO:       "This invalidation is ticked as done in SIO. Nothing was undone. Take the tick back first.",
			store.ErrBeforeEnd:       "A duplicate can't be issued before the end of the card it stands in for. Nothing was saved.",
			store.ErrPhotoNobodys:    "Nobody knows whose photo this is. Nothing was saved. Name the student first.",
			store.ErrPhotoUnusable:   "This file can't be used as a photo. Nothing was saved. Refuse it and ask the parent for another one.",
			store.ErrPhotoAdvised:    "There are remarks on this photo. Nothing was saved. You can accept it despite them.",
			store.ErrPhotoState:      "The photo's state does not allow this. Nothing was saved.",
			store.ErrSettled:         "Another desk has settled this hand-over already. Nothing was saved.",
			store.ErrRole:            "This key may only look. Nothing was saved.",
			store.ErrNewerFile:       "A later version of the program wrote this database. Nothing was changed. Install a newer okienko.",
			store.ErrNotOurs:         "The file okienko.db is not a database of this program. Nothing was changed. Name the right folder with --data.",
			store.ErrBusy:            "Another program holds the database (a backup, a second okienko). Nothing was saved. Try again in a moment.",
			store.ErrFull:            "The disk is full. Nothing was saved; what was confirmed before is. Make room and try again.",
			store.ErrDamaged:         "The database can't be read: it is damaged, or the disk fails. Nothing was saved. Stop, copy the data folder, and restore the database from a backup.",
			store.ErrNoAccess:        "No access to the data folder. Nothing was saved. Check the folder's permissions.",
			store.ErrNotFolder:       "What was given as the data folder is not a folder. Nothing was saved. Name a folder with --data.",
			store.ErrNoFolder:        "There is no school in this folder yet. Make one with okienko init or in the window.",
			store.ErrFolderTaken:     "This folder holds a school already. Nothing was changed. Choose another folder with --data.",
			store.ErrMoved:           "Somebody changed the list in the meantime. Nothing was saved. Compare the file again.",
			store.ErrNoSuchStudent:   "This student is not in the database. Nothing was saved.",
			store.ErrPESELTaken:      "Another student has this PESEL. Nothing was saved. Check the number.",
			store.ErrGone:            "This entry was undone or corrected already. Nothing was saved.",
			store.ErrPickup:          "By the school's rule this person may not collect. Nothing was saved.",
			store.ErrNotPresented:    "The code is no longer on this desk's screen. Nothing was saved. Show it again.",
			store.ErrLocked:          "The database is locked by a passphrase. Nothing was changed. Give it: in a terminal the program asks, in scripts use --passphrase-file FILE.",
			store.ErrWrongPassphrase: "This is not the school's passphrase. Nothing was changed. Check Caps Lock and the keyboard layout and type it again.",
			store.ErrWrongIdentity:   "This recovery key does not open this school. Nothing was changed. Check that it is the right file.",
			store.ErrShortPassphrase: "The passphrase is too short: it needs 8 characters at least. Nothing was changed.",
			store.ErrBadRecipient:    "This is not a public key of age (they begin with age1). Nothing was changed.",
			store.ErrTampered:        "A sealed entry does not belong where it stands: the file was changed outside the program, or the disk fails. Nothing was saved. Stop, copy the data folder, and restore the database from a backup.",
			store.ErrKeyChanged:      "The database's key was changed in the meantime. Nothing was saved. Close the window and open it again.",
		},
		conflict: func(deed, who, desk, when string) string {
			return fmt.Sprintf("Somebody else changed this in the meantime: %s (%s, %s, %s). Nothing was saved. Look and enter it again.", deed, who, desk, when)
		},
		notReady: func(what string) string { return "The code can't be handed over now: " + what + "." },
		otherDsk: func(who, desk, since string) string {
			return fmt.Sprintf("The code is on the screen of %s (%s) since %s.", desk, who, since)
		},
		printed: func(who, desk, since string) string {
			return "The code was printed on a slip: " + desk + " (" + who + "), " + since + ". It is not known whether it was collected."
		},
		broken: func(who, desk, since string) string {
			return fmt.Sprintf("The code was on the screen of %s (%s), %s. Nobody knows whether it was scanned.", desk, who, since)
		},
		code: map[store.CodeRefusal]string{
			store.CodeKnown:      "This student has the code already.",
			store.CodeOfAnother:  "This code belongs to another student. It was not taken in. Check whose it is.",
			store.CodeExpired:    "This code has expired. It was not taken in. Get a new one.",
			store.CodeForNobody:  "There is no student this code is for. It was not taken in. Check the PESEL, or the name, birth date and class.",
			store.CodeForTwo:     "More than one student fits. The code was not taken in. Give the PESEL.",
			store.CodeOfObjector: "There is an objection. The code was not taken in.",
			store.CodeOfResigned: "The family gave the mobile card up. The code was not taken in. A later signed statement changes that.",
		},
		noAccess: "No access to the file or folder. Nothing was saved. Check the permissions.",
		unknown:  "Something failed. What was confirmed before is saved. The details are in okienko.log.",
	},
	Ukrainian: {
		plain: map[error]string{
			store.ErrUnsettled:       "Код цього учня був на екрані або на папері, і невідомо, чи його зіскановано. Нічого не видалено. Спершу запишіть на сторінці учня, чим це закінчилося.",
			store.ErrOpenInSIO:       "Анулювання цього квитка ще чекає на SIO, а без прізвища ніхто його там не зробить. Нічого не видалено. Анулюйте в SIO і позначте (F4) або скасуйте запис.",
			store.ErrErased:          "Дані цього учня вже видалено раніше. Лишається тільки те, що має бути в реєстрі.",
			store.ErrNoCard:          "Немає дійсного квитка, який можна анулювати. Нічого не збережено.",
			store.ErrCardReplaced:    "Новий квиток уже в SIO або має код. Нічого не скасовано. Якщо це помилка, анулюйте новий (u).",
			store.ErrDoneInSIO:       "Це анулювання позначено як зроблене в SIO. Нічого не скасовано. Спершу скасуйте позначку.",
			store.ErrBeforeEnd:       "Дублікат не може бути виданий раніше, ніж закінчився попередній квиток. Нічого не збережено.",
			store.ErrPhotoNobodys:    "Невідомо, чиє це фото. Нічого не збережено. Спершу вкажіть учня.",
			store.ErrPhotoUnusable:   "Цей файл не можна використати як фото. Нічого не збережено. Відхиліть його й попросіть у батьків інше.",
			store.ErrPhotoAdvised:    "До цього фото є зауваження. Нічого не збережено. Можна прийняти його попри зауваження.",
			store.ErrPhotoState:      "Поточний стан фото цього не дозволяє. Нічого не збережено.",
			store.ErrSettled:         "Цю видачу вже завершили на іншому робочому місці. Нічого не збережено.",
			store.ErrRole:            "Цей ключ дозволяє лише переглядати. Нічого не збережено.",
			store.ErrNewerFile:       "Базу записала новіша версія програми. Нічого не змінено. Встановіть новіший okienko.",
			store.ErrNotOurs:         "Файл okienko.db не є базою цієї програми. Нічого не змінено. Вкажіть правильну теку через --data.",
			store.ErrBusy:            "Базу тримає інша програма (резервна копія, другий okienko). Нічого не збережено. Спробуйте ще раз за мить.",
			store.ErrFull:            "На диску немає місця. Нічого не збережено; підтверджене раніше збережено. Звільніть місце і спробуйте ще раз.",
			store.ErrDamaged:         "Базу не вдається прочитати: її пошкоджено або відмовляє диск. Нічого не збережено. Не користуйтеся програмою; скопіюйте теку даних і відновіть базу з резервної копії.",
			store.ErrNoAccess:        "Немає доступу до теки даних. Нічого не збережено. Перевірте права на теку.",
			store.ErrNotFolder:       "Вказане як тека даних не є текою. Нічого не збережено. Вкажіть теку через --data.",
			store.ErrNoFolder:        "У цій теці ще немає школи. Створіть її командою okienko init або у вікні програми.",
			store.ErrFolderTaken:     "У цій теці вже є школа. Нічого не змінено. Виберіть іншу теку через --data.",
			store.ErrMoved:           "Тим часом хтось змінив список. Нічого не збережено. Порівняйте файл ще раз.",
			store.ErrNoSuchStudent:   "Цього учня немає в базі. Нічого не збережено.",
			store.ErrPESELTaken:      "Цей PESEL уже має інший учень. Нічого не збережено. Перевірте номер.",
			store.ErrGone:            "Цей запис уже скасовано або виправлено. Нічого не збережено.",
			store.ErrPickup:          "За правилом школи ця особа не може забрати. Нічого не збережено.",
			store.ErrNotPresented:    "Коду вже немає на екрані цього робочого місця. Нічого не збережено. Покажіть його ще раз.",
			store.ErrLocked:          "База замкнена паролем. Нічого не змінено. Вкажіть пароль: у терміналі програма запитає, у скриптах --passphrase-file ФАЙЛ.",
			store.ErrWrongPassphrase: "Це не пароль цієї школи. Нічого не змінено. Перевірте Caps Lock і розкладку клавіатури і введіть ще раз.",
			store.ErrWrongIdentity:   "Цей резервний ключ не відкриває цю школу. Нічого не змінено. Перевірте, чи це той файл.",
			store.ErrShortPassphrase: "Пароль закороткий: потрібно щонайменше 8 знаків. Нічого не змінено.",
			store.ErrBadRecipient:    "Це не публічний ключ age (він починається з age1). Нічого не змінено.",
			store.ErrTampered:        "Запечатаний запис не належить своєму місцю: файл змінено поза програмою або відмовляє диск. Нічого не збережено. Не користуйтеся програмою; скопіюйте теку даних і відновіть базу з резервної копії.",
			store.ErrKeyChanged:      "Тим часом змінено ключ бази. Нічого не збережено. Закрийте вікно і відкрийте його ще раз.",
		},
		conflict: func(deed, who, desk, when string) string {
			return fmt.Sprintf("Тим часом це змінив хтось інший: %s (%s, %s, %s). Нічого не збережено. Перевірте і внесіть ще раз.", deed, who, desk, when)
		},
		notReady: func(what string) string { return "Код зараз не можна видати: " + what + "." },
		otherDsk: func(who, desk, since string) string {
			return fmt.Sprintf("Код на екрані: %s (%s), від %s.", desk, who, since)
		},
		printed: func(who, desk, since string) string {
			return "Код роздруковано на картці: " + desk + " (" + who + "), " + since + ". Невідомо, чи його забрали."
		},
		broken: func(who, desk, since string) string {
			return fmt.Sprintf("Код був на екрані: %s (%s), %s. Невідомо, чи його відскановано.", desk, who, since)
		},
		code: map[store.CodeRefusal]string{
			store.CodeKnown:      "Цей код у цього учня вже є.",
			store.CodeOfAnother:  "Цей код належить іншому учневі. Його не прийнято. Перевірте, чий це код.",
			store.CodeExpired:    "Цей код уже прострочено. Його не прийнято. Отримайте новий.",
			store.CodeForNobody:  "Немає учня, для якого цей код. Його не прийнято. Перевірте PESEL або прізвище, дату народження і клас.",
			store.CodeForTwo:     "Підходить більше ніж один учень. Код не прийнято. Вкажіть PESEL.",
			store.CodeOfObjector: "Є заперечення. Код не прийнято.",
			store.CodeOfResigned: "Родина відмовилася від mLegitymacja. Код не прийнято. Це змінює пізніша підписана заява.",
		},
		noAccess: "Немає доступу до файлу або теки. Нічого не збережено. Перевірте права.",
		unknown:  "Щось не вдалося. Те, що підтверджено раніше, збережено. Подробиці у файлі okienko.log.",
	},
}
