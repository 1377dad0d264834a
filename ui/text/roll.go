package text

import "fmt"

// Roll are the sentences of a class that comes to collect, one after another.
type Roll struct {
	Title, Offer, OfferHint, Which string
	Student, State                 string
	EmptyClass, NoCodesHere        string
	Next, NextHint                 string
	Absent, AbsentHint, WasHere    string
	Open, OpenHint                 string
	Sum, SumHint                   string
	Leave, LeaveHint               string
	NobodyHere                     string
	HandedOverSign, AbsentSign     string
	NobodyLeft                     string
	SumAbsent, SumBlocked, SumLeft string
	SumElsewhere                   string
	Undo, UndoHint, NothingToUndo  string
	Nobody                         string
	BackHint                       string
	Done                           func(n, of, left int) string
	HasIt                          string // off: handed over already
	AtDesk                         func(desk string) string
	AtPerson                       func(operator string) string
	Waiting                        func(n int) string
	MovedOn                        func(name, state, next string) string
	Now                            func(name string) string
}

// RollIn returns the sentences in a language.
func RollIn(l Lang) *Roll { return rolls[l] }

var rolls = map[Lang]*Roll{
	Polish: {
		Title: "Cała klasa", Offer: "Cała klasa", OfferHint: "klasa przychodzi po kody: kolejka z dziennika, nieobecni, kto został", Which: "Która klasa przyszła?",
		Student: "Uczeń", State: "Stan", EmptyClass: "W tej klasie nikogo nie ma.",
		NoCodesHere: "Tu nie wczytuje się kodów. Otwórz stronę ucznia.",
		Next:        "Następny", NextHint: "pokazuje kod zaznaczonego; po wydaniu wraca tutaj, do następnego",
		Absent: "Nieobecny", AbsentHint: "odkłada ucznia na dziś, na każdym stanowisku; jeszcze raz cofa", WasHere: "Jednak obecny",
		Open: "Strona ucznia", OpenHint: "co jest, czego brakuje", Sum: "Podsumowanie", SumHint: "kogo nie było, komu czego brakuje",
		Leave: "Koniec", LeaveHint: "wraca do listy; nieobecni zostają zaznaczeni do końca dnia",
		NobodyHere: "Nikt nie jest zaznaczony.", HandedOverSign: "wydano", AbsentSign: "nieobecny",
		NobodyLeft: "Nikt już nie czeka.",
		SumAbsent:  "Nieobecni", SumBlocked: "Nie można wydać", SumLeft: "Jeszcze czekają", Nobody: "nikt", BackHint: "wraca do kolejki",
		Done:  func(n, of, left int) string { return fmt.Sprintf("Wydano %d/%d, czeka %d", n, of, left) },
		HasIt: "Ten uczeń już odebrał kod.",
		Undo:  "Cofnij", UndoHint: "cofa ostatnią nieobecność, potem dalsze", NothingToUndo: "Nie ma czego cofać: na tym ekranie nikogo nie zaznaczono.",
		SumElsewhere: "Na innym stanowisku",
		Waiting:      func(n int) string { return fmt.Sprintf("czeka %d", n) },
		AtDesk:       func(desk string) string { return "teraz na stanowisku " + Plain(desk) },
		AtPerson:     func(operator string) string { return "kod pokazuje teraz " + Plain(operator) },
		MovedOn: func(name, state, next string) string {
			return fmt.Sprintf("%s: %s. Teraz: %s.", Plain(name), state, Plain(next))
		},
		Now: func(name string) string {
			return fmt.Sprintf("Kolejka poszła dalej. Teraz: %s.", Plain(name))
		},
	},
	English: {
		Title: "Whole class", Offer: "Whole class", OfferHint: "a class comes for its codes: the queue, who is absent, who is left", Which: "Which class came?",
		Student: "Student", State: "State", EmptyClass: "Nobody is in this class.",
		NoCodesHere: "Codes are not taken in here. Open the student's page.",
		Next:        "Next", NextHint: "shows the selected one's code; after the hand-over comes back here, to the next",
		Absent: "Absent", AbsentHint: "puts the student aside for today, at every desk; again takes it back", WasHere: "Here after all",
		Open: "Student's page", OpenHint: "what is there and what is missing", Sum: "Summary", SumHint: "who was absent, and who lacks what",
		Leave: "Finish", LeaveHint: "back to the list; the absent stay marked to the end of the day",
		NobodyHere: "Nobody is selected.", HandedOverSign: "handed over", AbsentSign: "absent",
		NobodyLeft: "Nobody is waiting any more.",
		SumAbsent:  "Absent", SumBlocked: "Can't be given", SumLeft: "Still waiting", Nobody: "nobody", BackHint: "back to the queue",
		Done:  func(n, of, left int) string { return fmt.Sprintf("Handed over %d/%d, waiting %d", n, of, left) },
		HasIt: "This student has collected already.",
		Undo:  "Undo", UndoHint: "takes the last absence back, then those before", NothingToUndo: "Nothing to undo: nobody was marked on this screen.",
		SumElsewhere: "At another desk",
		Waiting:      func(n int) string { return fmt.Sprintf("%d waiting", n) },
		AtDesk:       func(desk string) string { return "at desk " + Plain(desk) + " now" },
		AtPerson:     func(operator string) string { return "shown by " + Plain(operator) + " now" },
		MovedOn: func(name, state, next string) string {
			return fmt.Sprintf("%s: %s. Now: %s.", Plain(name), state, Plain(next))
		},
		Now: func(name string) string { return fmt.Sprintf("The queue went on. Now: %s.", Plain(name)) },
	},
	Ukrainian: {
		Title: "Увесь клас", Offer: "Увесь клас", OfferHint: "клас приходить по коди: черга з журналу, відсутні, хто лишився", Which: "Який клас прийшов?",
		Student: "Учень", State: "Стан", EmptyClass: "У цьому класі нікого немає.",
		NoCodesHere: "Коди тут не зчитуються. Відкрийте сторінку учня.",
		Next:        "Наступний", NextHint: "показує код позначеного; після видачі вертає сюди, до наступного",
		Absent: "Відсутній", AbsentHint: "відкладає учня на сьогодні, на кожному місці; ще раз скасовує", WasHere: "Усе ж присутній",
		Open: "Сторінка учня", OpenHint: "що є і чого бракує", Sum: "Підсумок", SumHint: "кого не було і кому чого бракує",
		Leave: "Кінець", LeaveHint: "назад до списку; відсутні лишаються позначеними до кінця дня",
		NobodyHere: "Нікого не вибрано.", HandedOverSign: "видано", AbsentSign: "відсутній",
		NobodyLeft: "Ніхто більше не чекає.",
		SumAbsent:  "Відсутні", SumBlocked: "Не можна видати", SumLeft: "Ще чекають", Nobody: "ніхто", BackHint: "назад до черги",
		Done:  func(n, of, left int) string { return fmt.Sprintf("Видано %d/%d, чекає %d", n, of, left) },
		HasIt: "Цей учень уже отримав код.",
		Undo:  "Скасувати", UndoHint: "скасовує останню відсутність, потім попередні", NothingToUndo: "Немає чого скасовувати: на цьому екрані нікого не позначено.",
		SumElsewhere: "На іншому місці",
		Waiting:      func(n int) string { return fmt.Sprintf("чекає %d", n) },
		AtDesk:       func(desk string) string { return "зараз на місці " + Plain(desk) },
		AtPerson:     func(operator string) string { return "код зараз показує " + Plain(operator) },
		MovedOn: func(name, state, next string) string {
			return fmt.Sprintf("%s: %s. Зараз: %s.", Plain(name), state, Plain(next))
		},
		Now: func(name string) string {
			return fmt.Sprintf("Черга пішла далі. Зараз: %s.", Plain(name))
		},
	},
}
