package text

// After are the sentences of what comes after a hand-over: invalidating, and
// giving something once more.
type After struct {
	Invalidate                  string
	InvalidateHint              string
	PickReason                  string
	Title                       string
	Reason                      string
	Goes                        string
	InSIO                       string
	WhoTold                     string
	Name                        string
	NameHint                    string
	When                        string
	Note                        string
	NoteHint                    string
	OffNoCard                   string
	OffWaiting                  string // invalidated already, not yet done in SIO
	Undo                        string
	UndoHint                    string
	OffNothing                  string
	Undone                      string
	Tick                        string
	TickHint                    string
	Untick                      string
	UntickHint                  string
	OffNoPending                string
	Ticked                      string
	Unticked                    string
	Facts                       string
	ToDo                        string
	DoneOn                      string
	TakenBack                   string
	ReportedBy                  string
	EarlierCard                 string
	Waits                       string
	Since                       string
	StopResigned                string
	OffResigned                 string
	Again                       string
	AgainHint                   string
	AgainTitle                  string
	NewPhone                    string
	ParentApp                   string
	ParentAppNew                string
	Duplicate                   string
	NewCode                     string
	NewCodeAsk                  string
	AskedAnew                   string
	NoCodeYet                   string
	Nobody                      string
	Voided                      string
	BeforeEnd                   string
	NewDuplicate                string // the physical card was lost
	IsDuplicate                 string // what SIO wants to be told of one
	SetAside                    string
	CodeVoid                    string
	SetAsideThen                string
	UnknownMobile               string
	BeforeIssued                string
	GoneToo                     string
	SlipVoid                    string
	WaitsForOne                 string
	BackToUse                   string
	BackToUseAsk                string
	BackInUse                   string
	NoCard                      string
	NothingInSIO                string
	PickTick, PickUndo          string
	Returns                     string // what else goes with an invalidation that is undone
	Extended                    string
	UndoAsk, TickAsk, UntickAsk func(what string) string
	// FirstInSIO is with the reason as SIO names it, "" where it has none.
	FirstInSIO func(reason string) string
	// Saved says whose card is invalid, and whether a code died with it.
	Saved func(name string, code bool) string
}

// AfterIn returns the sentences in a language.
func AfterIn(l Lang) *After { return afters[l] }

// because is a reason as SIO names it, "" where it has no name there.
func because(intro, reason string) string {
	if reason == "" {
		return ""
	}
	return intro + "„" + reason + "”,"
}

var afters = map[Lang]*After{
	Polish: {
		Invalidate:     "unieważnij",
		InvalidateHint: "telefon, legitymacja, odejście: powód z listy",
		PickReason:     "Powód unieważnienia",
		Title:          "Unieważnienie",
		Reason:         "Powód",
		Goes:           "Unieważnia się",
		InSIO:          "W SIO powód",
		WhoTold:        "Kto zgłosił",
		Name:           "Imię i nazwisko",
		NameHint:       "zgłaszającego; może zostać puste",
		When:           "Kiedy zgłoszono",
		Note:           "Uwaga",
		NoteHint:       "na przykład numer pisma; może zostać pusta",
		OffNoCard:      "Nie ma ważnej legitymacji.",
		OffWaiting:     "Już unieważniona; czeka na SIO.",
		Undo:           "cofnij unieważnienie",
		UndoHint:       "ostatnie, jeśli to pomyłka",
		OffNothing:     "Nie ma unieważnienia, które można cofnąć.",
		Undone:         "Cofnięto unieważnienie.",
		Tick:           "zrobione w SIO",
		TickHint:       "odhacza unieważnienie jako zrobione w SIO",
		Untick:         "cofnij odhaczenie",
		UntickHint:     "unieważnienie znów czeka na zrobienie w SIO",
		OffNoPending:   "Nie ma unieważnienia do zrobienia w SIO.",
		Ticked:         "Odhaczono: unieważniono w SIO.",
		Unticked:       "Cofnięto odhaczenie: czeka na zrobienie w SIO.",
		Facts:          "Unieważnienia",
		ToDo:           "do zrobienia w SIO",
		DoneOn:         "w SIO zrobione",
		TakenBack:      "cofnięte",
		ReportedBy:     "zgłosił:",
		EarlierCard:    "poprzednia",
		Waits:          "czeka na nowy kod od",
		Since:          "od",
		StopResigned:   "REZYGNACJA – nic nie wydawać",
		OffResigned:    "Rodzina zrezygnowała z mLegitymacji. Zmienia to nowsze podpisane oświadczenie (o).",
		Again:          "ponownie",
		AgainHint:      "nowy telefon, aplikacja rodzica, duplikat, kod nie działa",
		AgainTitle:     "Wydać ponownie: co się stało?",
		NewPhone:       "inny telefon: unieważnij mLegitymację i wydaj nowy kod",
		ParentApp:      "aplikacja rodzica lub drugie urządzenie: pokaż kod",
		ParentAppNew:   "aplikacja rodzica lub drugie urządzenie: wczytaj nowy kod",
		Duplicate:      "duplikat legitymacji: unieważnij starą, wpisz nową",
		NewCode:        "kod wygasł lub się nie skanuje: poproś o nowy, miejsce w kolejce zostaje",
		NewCodeAsk:     "Odłożyć ten kod i poprosić o nowy? Nikt już tego kodu nie dostanie.",
		AskedAnew:      "Kod odłożony. Uczeń zachowuje miejsce w kolejce (F4: w SIO, czeka na kod).",
		NoCodeYet:      "Nie ma kodu, który można odłożyć.",
		Nobody:         "Najpierw zaznacz ucznia.",
		Voided:         "mLegitymację unieważniono. Kod zniknął z ekranu, niczego nie wydano.",
		BeforeEnd:      "Duplikat nie może być wydany przed końcem poprzedniej legitymacji:",
		NewDuplicate:   "Wydaj duplikat i wpisz go.",
		IsDuplicate:    "To duplikat: w SIO wybierz DODAJ i zaznacz „Czy duplikat?”. Potem zaznacz rejestrację tutaj.",
		SetAside:       "kod odłożony", CodeVoid: "kod unieważniony",
		SetAsideThen: "Nie zadziałał albo wygasł. Wygeneruj nowy kod i wczytaj go. Odłożony przez pomyłkę: n.",
		FirstInSIO: func(reason string) string {
			return "Najpierw w SIO: unieważnij" + because(", powód ", reason) + " i odhacz to tutaj (t)."
		},
		UnknownMobile: "! Program nie wie o żadnej mLegitymacji tego ucznia. Sprawdź w SIO, czy jest co unieważnić.",
		BeforeIssued:  "Tę legitymację wydano dopiero",
		WaitsForOne:   "Jeden z kodów nie zadziałał: potrzebny nowy.",
		SlipVoid:      "Ten kod już nie działa: nie wydawaj karteczki.",
		GoneToo:       "mLegitymację unieważniono: zrób to w SIO i odhacz (t).",
		BackToUse:     "odłożono kod przez pomyłkę: przywróć go",
		BackToUseAsk:  "Przywrócić ten kod? Będzie go można znowu wydać.",
		BackInUse:     "Przywrócono kod.",
		NothingInSIO:  "w SIO nie ma nic do zrobienia",
		NoCard:        "Nie ma legitymacji, której duplikat można wpisać.",
		PickTick:      "Które unieważnienie?",
		PickUndo:      "Które unieważnienie cofnąć?",
		Returns:       "Cofnie się też wpisanie legitymacji",
		Extended:      "Kto miał mLegitymację, czeka na nowy kod (F4).",
		Saved: func(name string, code bool) string {
			if code {
				return "Unieważniono: " + name + ". Kodu nie pokaże już żadne stanowisko. Teraz zrób to w SIO i odhacz (F4). Pomyłka? Strona ucznia: a."
			}
			return "Unieważniono: " + name + ". Teraz zrób to w SIO i odhacz (F4). Pomyłka? Strona ucznia: a."
		},
		UndoAsk:   func(what string) string { return "Cofnąć unieważnienie: " + what + "? Zostanie w historii." },
		TickAsk:   func(what string) string { return "Czy to już zrobione w SIO: " + what + "?" },
		UntickAsk: func(what string) string { return "Cofnąć odhaczenie: " + what + "?" },
	},
	English: {
		Invalidate:     "invalidate",
		InvalidateHint: "phone, card, left: a reason from the list",
		PickReason:     "Reason to invalidate",
		Title:          "Invalidation",
		Reason:         "Reason",
		Goes:           "What goes",
		InSIO:          "Reason in SIO",
		WhoTold:        "Who reported",
		Name:           "Name",
		NameHint:       "of who reported; may stay empty",
		When:           "Reported on",
		Note:           "Note",
		NoteHint:       "a reference number, say; may stay empty",
		OffNoCard:      "There is no valid card.",
		OffWaiting:     "Invalid already; waits for SIO.",
		Undo:           "undo invalidation",
		UndoHint:       "the last one, if by mistake",
		OffNothing:     "There is no invalidation to undo.",
		Undone:         "The invalidation was undone.",
		Tick:           "done in SIO",
		TickHint:       "ticks the invalidation as done in SIO",
		Untick:         "take the tick back",
		UntickHint:     "the invalidation waits again to be done in SIO",
		OffNoPending:   "There is no invalidation to be done in SIO.",
		Ticked:         "Ticked: invalidated in SIO.",
		Unticked:       "The tick was taken back: to be done in SIO.",
		Facts:          "Invalidations",
		ToDo:           "to be done in SIO",
		DoneOn:         "done in SIO",
		TakenBack:      "undone",
		ReportedBy:     "reported by:",
		EarlierCard:    "earlier",
		Waits:          "waits for a new code since",
		Since:          "since",
		StopResigned:   "RESIGNATION – hand nothing over",
		OffResigned:    "The family gave the mobile card up. A later signed statement changes that (o).",
		Again:          "again",
		AgainHint:      "new phone, parent's app, duplicate, code does not work",
		AgainTitle:     "Once more: what happened?",
		NewPhone:       "new phone: invalidate the mobile card, give a new code",
		ParentApp:      "parent's app or second device: show the code",
		ParentAppNew:   "parent's app or second device: take in a new code",
		Duplicate:      "duplicate of the card: invalidate the old, enter the new",
		NewCode:        "code expired or does not scan: set it aside, keep the place",
		NewCodeAsk:     "Set this code aside and ask for a new one? Nobody will get this code any more.",
		AskedAnew:      "The code was set aside. The student keeps the place in the queue (F4: in SIO, waits for a code).",
		NoCodeYet:      "There is no code to set aside.",
		Nobody:         "Select a student first.",
		Voided:         "The mobile card was invalidated. The code left the screen, nothing was handed over.",
		BeforeEnd:      "A duplicate can't be issued before the end of the old card:",
		NewDuplicate:   "Issue a duplicate and enter it.",
		IsDuplicate:    "It is a duplicate: in SIO choose DODAJ and tick “Czy duplikat?”. Then note the registration here.",
		SetAside:       "code set aside", CodeVoid: "code void",
		SetAsideThen: "It did not work or had expired. Make a new code and take it in. Set aside by mistake: n.",
		FirstInSIO: func(reason string) string {
			return "First in SIO: invalidate there" + because(", reason ", reason) + " then tick it here (t)."
		},
		UnknownMobile: "! No mobile card of this student is on record. Look in SIO whether there is anything to invalidate.",
		BeforeIssued:  "This card was only issued on",
		WaitsForOne:   "One of the codes did not work: a new one is needed.",
		SlipVoid:      "This code does not work any more: don't give the slip out.",
		GoneToo:       "The mobile card was invalidated: do it in SIO and tick it (t).",
		BackToUse:     "the code was set aside by mistake: take it back",
		BackToUseAsk:  "Take this code back? It can be handed over again.",
		BackInUse:     "The code was taken back.",
		NothingInSIO:  "nothing is to be done in SIO",
		NoCard:        "There is no card to duplicate.",
		PickTick:      "Which invalidation?",
		PickUndo:      "Which invalidation is to be undone?",
		Returns:       "What goes with it is the entering of the card",
		Extended:      "Who had a mobile card waits for a new code (F4).",
		Saved: func(name string, code bool) string {
			if code {
				return "Invalidated: " + name + ". No desk shows the code any more. Now do it in SIO and tick it (F4). A mistake? Student's page: a."
			}
			return "Invalidated: " + name + ". Now do it in SIO and tick it (F4). A mistake? Student's page: a."
		},
		UndoAsk:   func(what string) string { return "Undo the invalidation: " + what + "? It stays in the history." },
		TickAsk:   func(what string) string { return "Is this done in SIO already: " + what + "?" },
		UntickAsk: func(what string) string { return "Take the tick back: " + what + "?" },
	},
	Ukrainian: {
		Invalidate:     "анулювати",
		InvalidateHint: "телефон, квиток, вибуття: причина зі списку",
		PickReason:     "Причина анулювання",
		Title:          "Анулювання",
		Reason:         "Причина",
		Goes:           "Анулюється",
		InSIO:          "Причина в SIO",
		WhoTold:        "Хто повідомив",
		Name:           "Ім'я та прізвище",
		NameHint:       "того, хто повідомив; може бути порожнім",
		When:           "Коли повідомлено",
		Note:           "Примітка",
		NoteHint:       "наприклад номер листа; може бути порожньою",
		OffNoCard:      "Немає дійсного квитка.",
		OffWaiting:     "Уже анульовано; чекає на SIO.",
		Undo:           "скасувати анулювання",
		UndoHint:       "останнє, якщо це помилка",
		OffNothing:     "Немає анулювання, яке можна скасувати.",
		Undone:         "Анулювання скасовано.",
		Tick:           "зроблено в SIO",
		TickHint:       "позначає анулювання як зроблене в SIO",
		Untick:         "скасувати позначку",
		UntickHint:     "анулювання знову чекає на SIO",
		OffNoPending:   "Немає анулювання, яке треба зробити в SIO.",
		Ticked:         "Позначено: анульовано в SIO.",
		Unticked:       "Позначку скасовано: чекає на SIO.",
		Facts:          "Анулювання",
		ToDo:           "зробити в SIO",
		DoneOn:         "у SIO зроблено",
		TakenBack:      "скасовано",
		ReportedBy:     "повідомив:",
		EarlierCard:    "попередній",
		Waits:          "чекає на новий код від",
		Since:          "від",
		StopResigned:   "ВІДМОВА – нічого не видавати",
		OffResigned:    "Родина відмовилася від mLegitymacja. Це змінює пізніша заява (o).",
		Again:          "повторно",
		AgainHint:      "новий телефон, застосунок батьків, дублікат, код не діє",
		AgainTitle:     "Видати повторно: що сталося?",
		NewPhone:       "новий телефон: анулювати mLegitymacja, видати новий код",
		ParentApp:      "застосунок батьків або другий пристрій: показати код",
		ParentAppNew:   "застосунок батьків або другий пристрій: внести новий код",
		Duplicate:      "дублікат квитка: анулювати старий, внести новий",
		NewCode:        "код сплив або не сканується: відкласти, місце в черзі лишається",
		NewCodeAsk:     "Відкласти цей код і попросити новий? Його вже ніхто не отримає.",
		AskedAnew:      "Код відкладено. Учень зберігає місце в черзі (F4: у SIO, чекає на код).",
		NoCodeYet:      "Немає коду, який можна відкласти.",
		Nobody:         "Спершу виберіть учня.",
		Voided:         "mLegitymacja анульовано. Код зник з екрана, нічого не видано.",
		BeforeEnd:      "Дублікат не може бути виданий до кінця попереднього квитка:",
		NewDuplicate:   "Видайте дублікат і внесіть його.",
		IsDuplicate:    "Це дублікат: у SIO виберіть DODAJ і позначте «Czy duplikat?». Потім позначте реєстрацію тут.",
		SetAside:       "код відкладено", CodeVoid: "код анульовано",
		SetAsideThen: "Він не спрацював або сплив. Створіть новий код і внесіть його. Відкладено помилково: n.",
		FirstInSIO: func(reason string) string {
			return "Спершу в SIO: анулюйте" + because(", причина ", reason) + " й позначте це тут (t)."
		},
		UnknownMobile: "! Програма не знає жодної mLegitymacja цього учня. Перевірте в SIO, чи є що анулювати.",
		BeforeIssued:  "Цей квиток видано лише",
		WaitsForOne:   "Один із кодів не спрацював: потрібен новий.",
		SlipVoid:      "Цей код уже не діє: не видавайте картку.",
		GoneToo:       "mLegitymacja анульовано: зробіть це в SIO і позначте (t).",
		BackToUse:     "код відкладено помилково: повернути його",
		BackToUseAsk:  "Повернути цей код? Його знову можна буде видати.",
		BackInUse:     "Код повернено.",
		NothingInSIO:  "у SIO нічого робити не треба",
		NoCard:        "Немає квитка, дублікат якого можна внести.",
		PickTick:      "Яке анулювання?",
		PickUndo:      "Яке анулювання скасувати?",
		Returns:       "Разом буде скасовано внесення квитка",
		Extended:      "Хто мав mLegitymacja, чекає на новий код (F4).",
		Saved: func(name string, code bool) string {
			if code {
				return "Анульовано: " + name + ". Коду вже не покаже жодне місце. Тепер зробіть це в SIO і позначте (F4). Помилка? Сторінка учня: a."
			}
			return "Анульовано: " + name + ". Тепер зробіть це в SIO і позначте (F4). Помилка? Сторінка учня: a."
		},
		UndoAsk: func(what string) string {
			return "Скасувати анулювання: " + what + "? Воно залишиться в історії."
		},
		TickAsk:   func(what string) string { return "Чи це вже зроблено в SIO: " + what + "?" },
		UntickAsk: func(what string) string { return "Скасувати позначку: " + what + "?" },
	},
}
