package text

import (
	"fmt"

	"okienko/model"
)

// Worklists are the names of the worklists and what is to be done with those
// who are in them.
type Worklists struct {
	Name map[model.WorklistID]string // short enough for a menu and a file's name
	Step map[model.WorklistID]string // the next step
	// Title heads the menu, Stages and Lists its parts.
	Title, Stages, Lists string
	// Days is how long something has been waiting.
	Days func(n int) string
}

// WorklistsIn returns the words in a language.
func WorklistsIn(l Lang) *Worklists { return worklistWords[l] }

var worklistWords = map[Lang]*Worklists{
	Polish: {
		Name: map[model.WorklistID]string{
			model.ListInvalidation: "do zrobienia w SIO", model.ListPhotoDeletion: "zdjęcie do usunięcia dziś",
			model.ListCodeExpiring: "kod wygasa w ciągu 7 dni", model.ListCodeExpired: "kod wygasł nieodebrany",
			model.ListObjections: "sprzeciw lub rezygnacja", model.ListLeftWithCard: "odszedł, legitymacja ważna",
			model.ListNoStatement: "brak oświadczenia", model.ListNoPhoto: "brak zdjęcia",
			model.ListRefusedPhoto: "zdjęcie odrzucone, rodzic nie wie", model.ListNoPESEL: "brak numeru PESEL",
			model.ListNotInSIO: "komplet, nie ma w SIO", model.ListNoCode: "w SIO, czeka na kod",
			model.ListByParent: "odebrał rodzic zamiast ucznia", model.ListCardExpiring: "legitymacja do przedłużenia",
			model.ListComingOfAge: "w tym miesiącu 18 lat",
		},
		Step: map[model.WorklistID]string{
			model.ListInvalidation:  "Unieważnij w SIO i odhacz.",
			model.ListPhotoDeletion: "Usuń zdjęcie, także ze skrzynki pocztowej.",
			model.ListCodeExpiring:  "Przypomnij o odbiorze albo wygeneruj nowy kod.",
			model.ListCodeExpired:   "Wygeneruj nowy kod i wczytaj go.",
			model.ListObjections:    "Nic nie wydawać. Jeśli mLegitymacja działa, unieważnij ją.",
			model.ListLeftWithCard:  "Unieważnij legitymację: odejście ucznia ze szkoły.",
			model.ListNoStatement:   "Poproś rodzica (pełnoletniego ucznia) o podpisany druk.",
			model.ListNoPhoto:       "Poproś o zdjęcie.",
			model.ListRefusedPhoto:  "Powiadom rodzica, co było nie tak, i poproś o nowe zdjęcie.",
			model.ListNoPESEL:       "Zapytaj o PESEL albo poczekaj na nadanie; bez niego nie ma mLegitymacji.",
			model.ListNotInSIO:      "Zarejestruj legitymację w SIO i odhacz.",
			model.ListNoCode:        "Wygeneruj kod i wczytaj go.",
			model.ListByParent:      "Sprawdź, czy uczeń ma mLegitymację na swoim telefonie.",
			model.ListCardExpiring:  "Przedłuż legitymację i wpisz nową datę (cała klasa: F7).",
			model.ListComingOfAge:   "Od urodzin uczeń podpisuje i odbiera sam: poproś o nowe oświadczenie.",
		},
		Title: "Pokaż", Stages: "stany", Lists: "listy zadań",
		Days: func(n int) string {
			switch n {
			case 0:
				return "dziś"
			case 1:
				return "1 dzień"
			}
			return fmt.Sprintf("%d dni", n)
		},
	},
	English: {
		Name: map[model.WorklistID]string{
			model.ListInvalidation: "to be done in SIO", model.ListPhotoDeletion: "photo to be deleted today",
			model.ListCodeExpiring: "code expires within 7 days", model.ListCodeExpired: "code expired, uncollected",
			model.ListObjections: "objection or resignation", model.ListLeftWithCard: "left, card valid",
			model.ListNoStatement: "no statement", model.ListNoPhoto: "no photo",
			model.ListRefusedPhoto: "photo refused, parent not told", model.ListNoPESEL: "no PESEL number",
			model.ListNotInSIO: "complete, not in SIO", model.ListNoCode: "in SIO, waits for a code",
			model.ListByParent: "a parent collected, not the student", model.ListCardExpiring: "card to be extended",
			model.ListComingOfAge: "18 this month",
		},
		Step: map[model.WorklistID]string{
			model.ListInvalidation:  "Invalidate it in SIO and tick it.",
			model.ListPhotoDeletion: "Delete the photo, in the mailbox too.",
			model.ListCodeExpiring:  "Remind them to collect, or make a new code.",
			model.ListCodeExpired:   "Make a new code and take it in.",
			model.ListObjections:    "Hand nothing over. If the mobile card works, invalidate it.",
			model.ListLeftWithCard:  "Invalidate the card: the student left the school.",
			model.ListNoStatement:   "Ask the parent (the adult student) for the signed sheet.",
			model.ListNoPhoto:       "Ask for a photo.",
			model.ListRefusedPhoto:  "Tell the parent what was wrong and ask for a new photo.",
			model.ListNoPESEL:       "Ask for the PESEL or wait until it is given; there is no mobile card without it.",
			model.ListNotInSIO:      "Register the card in SIO and tick it.",
			model.ListNoCode:        "Make a code and take it in.",
			model.ListByParent:      "Check that the student has the mobile card on their own phone.",
			model.ListCardExpiring:  "Extend the card and enter the new day (a whole class: F7).",
			model.ListComingOfAge:   "From the birthday on the student signs and collects alone: ask for a new statement.",
		},
		Title: "Show", Stages: "stages", Lists: "worklists",
		Days: func(n int) string {
			switch n {
			case 0:
				return "today"
			case 1:
				return "1 day"
			}
			return fmt.Sprintf("%d days", n)
		},
	},
	Ukrainian: {
		Name: map[model.WorklistID]string{
			model.ListInvalidation: "зробити в SIO", model.ListPhotoDeletion: "фото видалити сьогодні",
			model.ListCodeExpiring: "код спливає за 7 днів", model.ListCodeExpired: "код сплив, не забрали",
			model.ListObjections: "заперечення або відмова", model.ListLeftWithCard: "вибув, квиток дійсний",
			model.ListNoStatement: "немає заяви", model.ListNoPhoto: "немає фото",
			model.ListRefusedPhoto: "фото відхилено, батьки не знають", model.ListNoPESEL: "немає номера PESEL",
			model.ListNotInSIO: "усе є, не в SIO", model.ListNoCode: "у SIO, чекає на код",
			model.ListByParent: "забрали батьки замість учня", model.ListCardExpiring: "квиток продовжити",
			model.ListComingOfAge: "цього місяця 18 років",
		},
		Step: map[model.WorklistID]string{
			model.ListInvalidation:  "Анулюйте в SIO і позначте.",
			model.ListPhotoDeletion: "Видаліть фото, також із поштової скриньки.",
			model.ListCodeExpiring:  "Нагадайте забрати або створіть новий код.",
			model.ListCodeExpired:   "Створіть новий код і внесіть його.",
			model.ListObjections:    "Нічого не видавати. Якщо mLegitymacja діє, анулюйте її.",
			model.ListLeftWithCard:  "Анулюйте квиток: учень вибув зі школи.",
			model.ListNoStatement:   "Попросіть у батьків (повнолітнього учня) підписаний бланк.",
			model.ListNoPhoto:       "Попросіть фото.",
			model.ListRefusedPhoto:  "Повідомте батькам, що було не так, і попросіть нове фото.",
			model.ListNoPESEL:       "Запитайте PESEL або зачекайте, поки нададуть; без нього немає mLegitymacji.",
			model.ListNotInSIO:      "Зареєструйте квиток у SIO і позначте.",
			model.ListNoCode:        "Створіть код і внесіть його.",
			model.ListByParent:      "Перевірте, чи учень має mLegitymacja на своєму телефоні.",
			model.ListCardExpiring:  "Продовжте квиток і внесіть нову дату (увесь клас: F7).",
			model.ListComingOfAge:   "Від дня народження учень підписує і забирає сам: попросіть нову заяву.",
		},
		Title: "Показати", Stages: "стани", Lists: "списки завдань",
		Days: func(n int) string {
			if n == 0 {
				return "сьогодні"
			}
			return fmt.Sprintf("%d дн.", n)
		},
	},
}
