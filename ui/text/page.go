package text

import (
	"fmt"

	"okienko/model"
)

// Page are the sentences of the student's page and of correcting a hand-over.
type Page struct {
	Gone, Stop, Adult, Minor, Born, Class                  string
	RemovedBy, AgainHint, Done                             string
	Statement, Card, Photo, SIO, Code                      string
	Handovers, Data, Nothing                               string
	LiesIn, WithdrawnOn, Issued                            string
	DuplicateOf, PhotoWaits, DeleteOn, RegisteredOn        string
	LifeLeft, NoEnd, EndUnknown, Expired, OnScreen, UsedUp string
	GivenTimes                                             func(n int) string
	MoreCodes                                              func(n int) string
	CardShown, CardNotShown                                string
	Corrected, NotHanded, RegisterNo, BookNo               string
	Document, LeftOn                                       string

	Next, NextHint                       string
	EnterStatement, EnterStatementHint   string
	EnterCard, EnterCardHint             string
	TakeCode, TakeCodeHint               string
	JudgePhoto, JudgePhotoHint           string
	Tick, TickHint, Untick, UntickHint   string
	Edit, EditHint, History, HistoryHint string
	Show, ShowHint                       string
	Correct, CorrectHint                 string
	Leave, LeaveHint, Return, ReturnHint string
	Undo, UndoHint, BackHint             string

	OffObjection, OffLeft, OffUsedUp      string
	OffNoStatement, OffNoHandover, Saving string
	NothingToDo                           string
	OffNotReady                           func(what string) string

	TickAsk, UntickAsk, ReturnAsk string
	LeaveAsk, ShowAsk             func(name string) string
	UndoAsk                       func(sheet string) string

	Ticked, Unticked, Left, Returned, Undone string
	PhotoNoted                               func(state string) string
	Then                                     func(step string) string

	Which, WhoCollected, ParentName     string
	ParentNameHint, WasCardShown        string
	NotHandedChoice, NotHandedHint      string
	NothingChanged, CorrectedNow        string
	PhotoDecision, PhotoGood, PhotoPoor string
	OnlyParent, OnlyStudent             string
}

// PageIn returns the sentences in a language.
func PageIn(l Lang) *Page { return pages[l] }

// Life is what a line on a code says of how long it still lives.
func (p *Page) Life(remaining string) string { return p.LifeLeft + " " + remaining }

// WhyNotCollect is why a recipient can't be chosen under the pick-up rule.
func (p *Page) WhyNotCollect(to model.Recipient) string {
	if to == model.ToParent {
		return p.OnlyStudent
	}
	return p.OnlyParent
}

var pages = map[Lang]*Page{
	Polish: {
		Gone: "Tego ucznia nie ma już w bazie.", Stop: "SPRZECIW – nic nie wydawać",
		Adult: "osoba pełnoletnia", Minor: "osoba niepełnoletnia", Born: "ur.", Class: "klasa",
		RemovedBy: "może usunąć:", AgainHint: "Kod można pokazać jeszcze raz, dla kolejnego urządzenia (p).", Done: "Wszystko zrobione.",
		Statement: "Oświadczenie", Card: "Legitymacja", Photo: "Zdjęcie", SIO: "SIO", Code: "Kod",
		Handovers: "Wydania", Data: "Dane", Nothing: "brak",
		LiesIn: "leży:", WithdrawnOn: "wycofane", Issued: "wydana", DuplicateOf: "duplikat nr",
		PhotoWaits: "czeka na ocenę (f)", DeleteOn: "do usunięcia", RegisteredOn: "zarejestrowano",
		LifeLeft: "ważny jeszcze", NoEnd: "bezterminowo", EndUnknown: "termin ważności nieznany",
		Expired: "wygasł", UsedUp: "wykorzystany", OnScreen: "teraz na ekranie:",
		GivenTimes: func(n int) string { return "wydań: " + fmt.Sprint(n) },
		MoreCodes:  func(n int) string { return "innych kodów: " + fmt.Sprint(n) },
		CardShown:  "okazano legitymację", CardNotShown: "bez okazania legitymacji",
		Corrected: "poprawione", NotHanded: "nie wydano", RegisterNo: "nr w dzienniku", BookNo: "nr w księdze uczniów", Document: "dokument", LeftOn: "odszedł",

		Next: "nic więcej", NextHint: "następny krok dla tego ucznia",
		EnterStatement: "oświadczenie", EnterStatementHint: "podpisany druk: wniosek, sprzeciw, wycofanie",
		EnterCard: "legitymacja", EnterCardHint: "numer, daty, duplikat, przedłużenie",
		TakeCode: "kod", TakeCodeHint: "wpisz, wklej albo zeskanuj kod",
		JudgePhoto: "zdjęcie", JudgePhotoHint: "dobre albo do wymiany",
		Tick: "jest w SIO", TickHint: "zaznacza, że zarejestrowano w SIO", Untick: "nie ma w SIO", UntickHint: "cofa zaznaczenie rejestracji",
		Edit: "dane", EditHint: "imię, nazwisko, PESEL, klasa", History: "historia", HistoryHint: "co, kiedy i kto zrobił",
		Show: "pokaż kod", ShowHint: "kod na cały ekran, także jeszcze raz",
		Correct: "popraw wydanie", CorrectHint: "kto naprawdę odebrał albo że nie wydano",
		Leave: "odszedł", LeaveHint: "uczeń odszedł ze szkoły", Return: "wrócił", ReturnHint: "cofa „odszedł”",
		Undo: "cofnij oświadczenie", UndoHint: "ostatnie wpisane, jeśli to pomyłka", BackHint: "wraca do listy",

		OffObjection: "Jest sprzeciw: nic nie wydawać. Zmienia to wycofanie albo nowszy druk (o).",
		OffLeft:      "Uczeń odszedł ze szkoły. Jeśli wrócił, naciśnij x.",
		OffUsedUp:    "Kod już wydano. Dla kolejnego urządzenia potrzebny jest nowy kod (k).",
		OffNotReady:  func(what string) string { return "Kodu nie można teraz pokazać: " + what + "." },

		OffNoStatement: "Nie ma oświadczenia, które można cofnąć.", OffNoHandover: "Niczego jeszcze nie wydano.",
		Saving: "Zapisuję. Poczekaj chwilę.", NothingToDo: "Nic więcej nie trzeba robić. Wszystkie czynności: Tab.",

		ShowAsk:   func(name string) string { return "Pokazać na ekranie kod dla: " + name + "?" },
		TickAsk:   "Czy legitymacja tego ucznia jest już zarejestrowana w SIO?",
		UntickAsk: "Cofnąć zaznaczenie, że legitymację zarejestrowano w SIO?",
		ReturnAsk: "Czy uczeń wrócił do szkoły?",
		LeaveAsk:  func(name string) string { return name + ": czy uczeń odszedł ze szkoły? Dane zostają w bazie." },
		UndoAsk:   func(sheet string) string { return "Cofnąć wpis: " + sheet + "? Zostanie w historii." },

		Ticked: "Zaznaczono: zarejestrowano w SIO.", Unticked: "Cofnięto zaznaczenie rejestracji w SIO.",
		Left: "Zapisano: uczeń odszedł.", Returned: "Zapisano: uczeń wrócił.", Undone: "Cofnięto oświadczenie.",
		PhotoNoted: func(state string) string { return "Zdjęcie: " + state + "." },
		Then:       func(step string) string { return "Dalej: " + step + "." },

		Which: "Które wydanie", WhoCollected: "Kto odebrał", ParentName: "Imię i nazwisko", ParentNameHint: "rodzica lub opiekuna",
		WasCardShown: "Legitymacja", NotHandedChoice: "nie wydano", NotHandedHint: "kod będzie znowu dostępny",
		NothingChanged: "Niczego nie zmieniono: tak już jest zapisane.", CorrectedNow: "Poprawiono wydanie. Poprzedni wpis został w historii.",
		PhotoDecision: "Zdjęcie", PhotoGood: "dobre, przyjęte", PhotoPoor: "odrzucone, potrzebne nowe",
		OnlyParent: "odbiera tylko rodzic lub opiekun", OnlyStudent: "uczeń jest pełnoletni, odbiera sam",
	},
	English: {
		Gone: "This student is no longer in the database.", Stop: "OBJECTION – hand nothing over",
		Adult: "of age", Minor: "minor", Born: "born", Class: "class",
		RemovedBy: "can be removed by:", AgainHint: "The code may be shown again, for another device (p).", Done: "All done.",
		Statement: "Statement", Card: "Card", Photo: "Photo", SIO: "SIO", Code: "Code",
		Handovers: "Hand-overs", Data: "Data", Nothing: "none",
		LiesIn: "kept in:", WithdrawnOn: "withdrawn", Issued: "issued", DuplicateOf: "duplicate of",
		PhotoWaits: "waits to be judged (f)", DeleteOn: "to be deleted on", RegisteredOn: "registered",
		LifeLeft: "still valid for", NoEnd: "no end", EndUnknown: "end of validity unknown",
		Expired: "expired", UsedUp: "used up", OnScreen: "on screen now:",
		GivenTimes: func(n int) string { return "hand-overs: " + fmt.Sprint(n) },
		MoreCodes:  func(n int) string { return "other codes: " + fmt.Sprint(n) },
		CardShown:  "card shown", CardNotShown: "card not shown",
		Corrected: "corrected", NotHanded: "not handed over", RegisterNo: "no. in the class register", BookNo: "no. in the student book", Document: "document", LeftOn: "left",

		Next: "nothing more", NextHint: "the next step for this student",
		EnterStatement: "statement", EnterStatementHint: "a signed sheet: application, objection, withdrawal",
		EnterCard: "card", EnterCardHint: "number, dates, duplicate, extension",
		TakeCode: "code", TakeCodeHint: "type, paste or scan a code",
		JudgePhoto: "photo", JudgePhotoHint: "good or to be replaced",
		Tick: "is in SIO", TickHint: "notes that it was registered in SIO", Untick: "not in SIO", UntickHint: "takes that note back",
		Edit: "data", EditHint: "names, PESEL, class", History: "history", HistoryHint: "what was done, when and by whom",
		Show: "show code", ShowHint: "the code full-screen, also once more",
		Correct: "correct hand-over", CorrectHint: "who really collected, or that nobody did",
		Leave: "left", LeaveHint: "the student left the school", Return: "came back", ReturnHint: "takes “left” back",
		Undo: "undo statement", UndoHint: "the last one entered, if by mistake", BackHint: "back to the list",

		OffObjection: "There is an objection. A withdrawal or a later sheet changes that (o).",
		OffLeft:      "The student left the school. If they came back, press x.",
		OffUsedUp:    "The code was handed over. Another device needs a new code (k).",
		OffNotReady:  func(what string) string { return "The code can't be shown now: " + what + "." },

		OffNoStatement: "There is no statement to undo.", OffNoHandover: "Nothing was handed over yet.",
		Saving: "Saving. Wait a moment.", NothingToDo: "Nothing more to do. All actions: Tab.",

		ShowAsk:   func(name string) string { return "Show the code of " + name + " on screen?" },
		TickAsk:   "Is this student's card registered in SIO already?",
		UntickAsk: "Take back the note that the card was registered in SIO?",
		ReturnAsk: "Did the student come back to the school?",
		LeaveAsk:  func(name string) string { return name + ": did the student leave the school? The data stay." },
		UndoAsk:   func(sheet string) string { return "Undo the entry: " + sheet + "? It stays in the history." },

		Ticked: "Noted: registered in SIO.", Unticked: "The note on SIO was taken back.",
		Left: "Saved: the student left.", Returned: "Saved: the student came back.", Undone: "The statement was undone.",
		PhotoNoted: func(state string) string { return "Photo: " + state + "." },
		Then:       func(step string) string { return "Next: " + step + "." },

		Which: "Which hand-over", WhoCollected: "Who collected", ParentName: "Name", ParentNameHint: "of the parent or guardian",
		WasCardShown: "Card", NotHandedChoice: "not handed over", NotHandedHint: "the code becomes available again",
		NothingChanged: "Nothing was changed: that is what is on record.", CorrectedNow: "The hand-over was corrected. The old entry stays in the history.",
		PhotoDecision: "Photo", PhotoGood: "good, accepted", PhotoPoor: "refused, a new one is needed",
		OnlyParent: "only a parent or guardian may collect", OnlyStudent: "the student is of age and collects alone",
	},
	Ukrainian: {
		Gone: "Цього учня вже немає в базі.", Stop: "ЗАПЕРЕЧЕННЯ – нічого не видавати",
		Adult: "повнолітня особа", Minor: "неповнолітня особа", Born: "нар.", Class: "клас",
		RemovedBy: "може усунути:", AgainHint: "Код можна показати ще раз, для іншого пристрою (p).", Done: "Усе зроблено.",
		Statement: "Заява", Card: "Квиток", Photo: "Фото", SIO: "SIO", Code: "Код",
		Handovers: "Видачі", Data: "Дані", Nothing: "немає",
		LiesIn: "лежить:", WithdrawnOn: "відкликано", Issued: "виданий", DuplicateOf: "дублікат №",
		PhotoWaits: "чекає на оцінку (f)", DeleteOn: "видалити", RegisteredOn: "зареєстровано",
		LifeLeft: "дійсний ще", NoEnd: "безстроково", EndUnknown: "термін дії невідомий",
		Expired: "прострочено", UsedUp: "використаний", OnScreen: "зараз на екрані:",
		GivenTimes: func(n int) string { return "видач: " + fmt.Sprint(n) },
		MoreCodes:  func(n int) string { return "інших кодів: " + fmt.Sprint(n) },
		CardShown:  "квиток показано", CardNotShown: "квиток не показано",
		Corrected: "виправлено", NotHanded: "не видано", RegisterNo: "№ у журналі", BookNo: "№ у книзі учнів", Document: "документ", LeftOn: "вибув",

		Next: "більше нічого", NextHint: "наступний крок для цього учня",
		EnterStatement: "заява", EnterStatementHint: "підписаний бланк: заява, заперечення, відкликання",
		EnterCard: "квиток", EnterCardHint: "номер, дати, дублікат, продовження",
		TakeCode: "код", TakeCodeHint: "впишіть, вставте або зіскануйте код",
		JudgePhoto: "фото", JudgePhotoHint: "добре або на заміну",
		Tick: "є в SIO", TickHint: "позначає, що зареєстровано в SIO", Untick: "немає в SIO", UntickHint: "скасовує позначку реєстрації",
		Edit: "дані", EditHint: "ім'я, прізвище, PESEL, клас", History: "історія", HistoryHint: "що, коли і хто зробив",
		Show: "показати код", ShowHint: "код на весь екран, також ще раз",
		Correct: "виправити видачу", CorrectHint: "хто справді забрав або що не видано",
		Leave: "вибув", LeaveHint: "учень вибув зі школи", Return: "повернувся", ReturnHint: "скасовує «вибув»",
		Undo: "скасувати заяву", UndoHint: "останню внесену, якщо це помилка", BackHint: "назад до списку",

		OffObjection: "Є заперечення. Це змінює відкликання або новіший бланк (o).",
		OffLeft:      "Учень вибув зі школи. Якщо повернувся, натисніть x.",
		OffUsedUp:    "Код уже видано. Для іншого пристрою потрібен новий код (k).",
		OffNotReady:  func(what string) string { return "Код зараз не можна показати: " + what + "." },

		OffNoStatement: "Немає заяви, яку можна скасувати.", OffNoHandover: "Ще нічого не видано.",
		Saving: "Зберігаю. Зачекайте хвилинку.", NothingToDo: "Більше нічого не треба робити. Усі дії: Tab.",

		ShowAsk:   func(name string) string { return "Показати на екрані код для: " + name + "?" },
		TickAsk:   "Чи квиток цього учня вже зареєстровано в SIO?",
		UntickAsk: "Скасувати позначку, що квиток зареєстровано в SIO?",
		ReturnAsk: "Чи учень повернувся до школи?",
		LeaveAsk: func(name string) string {
			return name + ": учень вибув зі школи? Дані залишаються в базі."
		},
		UndoAsk: func(sheet string) string {
			return "Скасувати запис: " + sheet + "? Він залишиться в історії."
		},

		Ticked: "Позначено: зареєстровано в SIO.", Unticked: "Позначку про SIO скасовано.",
		Left: "Збережено: учень вибув.", Returned: "Збережено: учень повернувся.", Undone: "Заяву скасовано.",
		PhotoNoted: func(state string) string { return "Фото: " + state + "." },
		Then:       func(step string) string { return "Далі: " + step + "." },

		Which: "Яка видача", WhoCollected: "Хто забрав", ParentName: "Ім'я та прізвище", ParentNameHint: "когось із батьків або опікуна",
		WasCardShown: "Квиток", NotHandedChoice: "не видано", NotHandedHint: "код знову буде доступний",
		NothingChanged: "Нічого не змінено: так уже записано.", CorrectedNow: "Видачу виправлено. Попередній запис залишився в історії.",
		PhotoDecision: "Фото", PhotoGood: "добре, прийнято", PhotoPoor: "відхилено, потрібне нове",
		OnlyParent: "забирають лише батьки або опікун", OnlyStudent: "учень повнолітній, забирає сам",
	},
}
