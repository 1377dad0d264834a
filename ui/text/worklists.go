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
	Day                  map[model.WorklistID]string // of lists that are about a day: what happens on it
	// Of lists that are ticked, one or several students at once: what is
	// ticked, the question before it, and what is said behind it.
	Tick          map[model.WorklistID]string
	Ask, Ticked   map[model.WorklistID]func(n int) string
	Several       string // opens the screen on which several are ticked
	SeveralHint   string
	SeveralKey    string // behind the step of such a list
	NoTicks       string // why it can't be opened
	ListFirst     string // the same where no worklist is shown
	Mark, MarkAll string
	TickThem      string // on that screen
	MarkFirst     string
	Marked        func(n, of int) string
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
			model.ListNoStatement:   "Poproś rodzica (pełnoletniego ucznia) o podpisany druk (cała klasa: F5).",
			model.ListNoPhoto:       "Poproś o zdjęcie.",
			model.ListRefusedPhoto:  "Powiadom rodzica, co było nie tak, i poproś o nowe zdjęcie.",
			model.ListNoPESEL:       "Zapytaj o PESEL albo poczekaj na nadanie; bez niego nie ma mLegitymacji.",
			model.ListNotInSIO:      "Zarejestruj legitymację w SIO i odhacz.",
			model.ListNoCode:        "Wygeneruj kod i wczytaj go.",
			model.ListByParent:      "Sprawdź, czy uczeń ma mLegitymację na swoim telefonie.",
			model.ListCardExpiring:  "Przedłuż legitymację i wpisz nową datę (cała klasa: F7).",
			model.ListComingOfAge:   "Od urodzin uczeń podpisuje i odbiera sam: poproś o nowe oświadczenie.",
		},
		Day: map[model.WorklistID]string{
			model.ListPhotoDeletion: "do", model.ListCodeExpiring: "do", model.ListCodeExpired: "wygasł", model.ListRefusedPhoto: "odrzucone",
			model.ListLeftWithCard: "odszedł", model.ListCardExpiring: "ważna do", model.ListComingOfAge: "18 lat",
		},
		Tick: map[model.WorklistID]string{
			model.ListNotInSIO:      "zarejestrowane w SIO",
			model.ListRefusedPhoto:  "rodzina wie o odrzuconym zdjęciu",
			model.ListPhotoDeletion: "zdjęcie usunięte",
			model.ListLeftWithCard:  "unieważnij: odejście ze szkoły",
		},
		Ask: counting(map[model.WorklistID]string{
			model.ListNotInSIO:      "Czy te legitymacje są już zarejestrowane w SIO?",
			model.ListRefusedPhoto:  "Czy rodzina już wie, że zdjęcie odrzucono i potrzebne jest nowe?",
			model.ListPhotoDeletion: "Czy zdjęcie jest już usunięte wszędzie, gdzie leżało (poczta, dysk, telefon)?",
			model.ListLeftWithCard:  "Unieważnić legitymacje uczniów, którzy odeszli ze szkoły? Trafią na listę „do zrobienia w SIO”.",
		}),
		Ticked: counting(map[model.WorklistID]string{
			model.ListNotInSIO:      "Zapisano: zarejestrowano w SIO.",
			model.ListRefusedPhoto:  "Zapisano: rodzina wie o odrzuconym zdjęciu.",
			model.ListPhotoDeletion: "Zapisano: zdjęcie usunięte.",
			model.ListLeftWithCard:  "Unieważniono. Teraz zrób to w SIO (F4).",
		}),
		Several: "Odhacz kilku uczniów naraz", SeveralKey: " Kilku: Ctrl+T.", SeveralHint: "zaznaczysz kilku uczniów z listy i odhaczysz ich razem",
		ListFirst: "Najpierw wybierz listę zadań (F4).", NoTicks: "Tej listy nie odhacza się hurtem. Enter otwiera stronę ucznia.",
		TickThem: "odhacz", Mark: "zaznacz", MarkAll: "wszyscy / nikt", MarkFirst: "Nikt nie jest zaznaczony. Spacja zaznacza jednego, w wszystkich.",
		Marked: func(n, of int) string { return fmt.Sprintf("zaznaczono %d z %d", n, of) },
		Title:  "Pokaż", Stages: "stany", Lists: "listy zadań",
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
			model.ListNoStatement:   "Ask the parent (the adult student) for the signed sheet (a whole class: F5).",
			model.ListNoPhoto:       "Ask for a photo.",
			model.ListRefusedPhoto:  "Tell the parent what was wrong and ask for a new photo.",
			model.ListNoPESEL:       "Ask for the PESEL or wait until it is given; no mobile card without it.",
			model.ListNotInSIO:      "Register the card in SIO and tick it.",
			model.ListNoCode:        "Make a code and take it in.",
			model.ListByParent:      "Check that the student has the mobile card on their own phone.",
			model.ListCardExpiring:  "Extend the card and enter the new day (a whole class: F7).",
			model.ListComingOfAge:   "From the birthday on they sign and collect alone: ask for a new statement.",
		},
		Day: map[model.WorklistID]string{
			model.ListPhotoDeletion: "by", model.ListCodeExpiring: "until", model.ListCodeExpired: "expired", model.ListRefusedPhoto: "refused",
			model.ListLeftWithCard: "left", model.ListCardExpiring: "valid until", model.ListComingOfAge: "18 on",
		},
		Tick: map[model.WorklistID]string{
			model.ListNotInSIO:      "registered in SIO",
			model.ListRefusedPhoto:  "the family knows of the refused photo",
			model.ListPhotoDeletion: "photo deleted",
			model.ListLeftWithCard:  "invalidate: left the school",
		},
		Ask: counting(map[model.WorklistID]string{
			model.ListNotInSIO:      "Are these cards registered in SIO already?",
			model.ListRefusedPhoto:  "Does the family know that the photo was refused and a new one is needed?",
			model.ListPhotoDeletion: "Is the photo deleted wherever it lay (mail, disk, phone)?",
			model.ListLeftWithCard:  "Invalidate the cards of students who left the school? They go onto the list “to be done in SIO”.",
		}),
		Ticked: counting(map[model.WorklistID]string{
			model.ListNotInSIO:      "Noted: registered in SIO.",
			model.ListRefusedPhoto:  "Noted: the family knows of the refused photo.",
			model.ListPhotoDeletion: "Noted: photo deleted.",
			model.ListLeftWithCard:  "Invalidated. Now do it in SIO (F4).",
		}),
		Several: "Tick several at once", SeveralKey: " Several: Ctrl+T.", SeveralHint: "mark several students of the list and tick them together",
		ListFirst: "Choose a worklist first (F4).", NoTicks: "This list is not ticked at once. Enter opens the student's page.",
		TickThem: "tick", Mark: "mark", MarkAll: "all / nobody", MarkFirst: "Nobody is marked. Space marks one, w all.",
		Marked: func(n, of int) string { return fmt.Sprintf("%d of %d marked", n, of) },
		Title:  "Show", Stages: "stages", Lists: "worklists",
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
			model.ListNoStatement:   "Попросіть у батьків (повнолітнього учня) підписаний бланк (увесь клас: F5).",
			model.ListNoPhoto:       "Попросіть фото.",
			model.ListRefusedPhoto:  "Повідомте батькам, що було не так, і попросіть нове фото.",
			model.ListNoPESEL:       "Запитайте PESEL або зачекайте, поки нададуть; без нього немає mLegitymacji.",
			model.ListNotInSIO:      "Зареєструйте квиток у SIO і позначте.",
			model.ListNoCode:        "Створіть код і внесіть його.",
			model.ListByParent:      "Перевірте, чи учень має mLegitymacja на своєму телефоні.",
			model.ListCardExpiring:  "Продовжте квиток і внесіть нову дату (увесь клас: F7).",
			model.ListComingOfAge:   "Від дня народження учень підписує і забирає сам: попросіть нову заяву.",
		},
		Day: map[model.WorklistID]string{
			model.ListPhotoDeletion: "до", model.ListCodeExpiring: "до", model.ListCodeExpired: "сплив", model.ListRefusedPhoto: "відхилено",
			model.ListLeftWithCard: "вибув", model.ListCardExpiring: "дійсний до", model.ListComingOfAge: "18 років",
		},
		Tick: map[model.WorklistID]string{
			model.ListNotInSIO:      "зареєстровано в SIO",
			model.ListRefusedPhoto:  "родина знає про відхилене фото",
			model.ListPhotoDeletion: "фото видалено",
			model.ListLeftWithCard:  "анулювати: вибуття зі школи",
		},
		Ask: counting(map[model.WorklistID]string{
			model.ListNotInSIO:      "Чи ці квитки вже зареєстровано в SIO?",
			model.ListRefusedPhoto:  "Чи родина вже знає, що фото відхилено й потрібне нове?",
			model.ListPhotoDeletion: "Чи фото вже видалено всюди, де воно зберігалося (пошта, диск, телефон)?",
			model.ListLeftWithCard:  "Анулювати квитки учнів, які вибули зі школи? Вони потраплять до списку «зробити в SIO».",
		}),
		Ticked: counting(map[model.WorklistID]string{
			model.ListNotInSIO:      "Записано: зареєстровано в SIO.",
			model.ListRefusedPhoto:  "Записано: родина знає про відхилене фото.",
			model.ListPhotoDeletion: "Записано: фото видалено.",
			model.ListLeftWithCard:  "Анульовано. Тепер зробіть це в SIO (F4).",
		}),
		Several: "Позначити кількох разом", SeveralKey: " Кількох: Ctrl+T.", SeveralHint: "виберете кількох учнів зі списку й позначите їх разом",
		ListFirst: "Спершу виберіть список завдань (F4).", NoTicks: "Цей список не позначають разом. Enter відкриває сторінку учня.",
		TickThem: "позначити", Mark: "вибрати", MarkAll: "усі / ніхто", MarkFirst: "Нікого не вибрано. Пробіл вибирає одного, w усіх.",
		Marked: func(n, of int) string { return fmt.Sprintf("вибрано %d з %d", n, of) },
		Title:  "Показати", Stages: "стани", Lists: "списки завдань",
		Days: func(n int) string {
			if n == 0 {
				return "сьогодні"
			}
			return fmt.Sprintf("%d дн.", n)
		},
	},
}

// counting are sentences about one student, or about several and how many.
func counting(sentences map[model.WorklistID]string) map[model.WorklistID]func(n int) string {
	of := map[model.WorklistID]func(n int) string{}
	for id, said := range sentences {
		of[id] = func(n int) string {
			if n == 1 {
				return said
			}
			return fmt.Sprintf("%s (%d)", said, n)
		}
	}
	return of
}
