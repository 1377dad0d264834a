package text

import (
	"okienko/model"
)

// Forms are the sentences of the forms around a student's page.
type Forms struct {
	GoOn, GoOnHint, Save, SaveAll, SaveAllHint string
	Cancel, CancelHint, Saving                 string
	Kind, DateHint, NoSuchDay, DateNeeded      string
	InTheFuture                                string

	StatementTitle, SignedOn, SignedBy, SignerName string
	SignerNameHint, Place, PlaceHint               string
	NothingToWithdraw, AdultSignsAlone             string
	MinorCantSign                                  string
	CountsNow                                      string // before the sheet that counts
	StatementSaved, StatementKnown                 func(kind string) string

	CardTitle, WhatToDo, ChangeCard, NewCard string
	DuplicateCard, NoCardYet, CardNumber     string
	CardNumberHint, IssuedOn, UntilDay       string
	UntilHint, OnRecord, CardSaved           string
	NumberNeeded, NumberTaken, NumberUnusual string
	BeforeOldCard, UntilBeforeIssued         string

	CodeTitle, Payload, PayloadHint, SecondCode string
	Login, Password, PasswordHint               string
	Generated, MomentHint, CodeUntil            string
	CodeUntilHint, NoSuchMoment, CodeSaved      string
	CodeFault                                   map[model.ProblemID]string

	NewStudent, StudentTitle, LastName, FirstName string
	SecondName, PESELHint, BirthDate, Sex, Class  string
	ClassHint, BookNo, Document, DocumentHint     string
	NameNeeded, NotAClass                         string
	RegisterNo, NotARegisterNo                    string
	StudentAdded, StudentSaved, Born, LeftOn      string
	LookAlike                                     func(who string) string
	CardOutdated                                  string
	CardOutdatedAsk                               func(number, why string) string
	PESELFault                                    map[model.ProblemID]string
	BirthAgainstPESEL                             func(day string) string
	SexAgainstPESEL                               func(sex string) string
	NumberOfAnother                               func(owner string) string
}

// FormsIn returns the sentences in a language.
func FormsIn(l Lang) *Forms { return forms[l] }

// orDash stands for a value that is not there.
func orDash(s string) string {
	if s == "" {
		return "—"
	}
	return s
}

var forms = map[Lang]*Forms{
	Polish: {
		GoOn: "dalej", GoOnHint: "następne pole, na końcu zapis", Save: "zapisz", SaveAll: "zapisz od razu",
		SaveAllHint: "zapisuje z każdego pola", Cancel: "anuluj", CancelHint: "zamyka bez zapisu", Saving: "Zapisuję. Poczekaj chwilę.",
		Kind: "Rodzaj", DateHint: "DD.MM.RRRR, D.M., „dziś” albo „wczoraj”", NoSuchDay: "Nie ma takiego dnia. Wpisz na przykład 4.09.2026 albo 4.9.",
		DateNeeded: "Wpisz datę.", InTheFuture: "To jest w przyszłości. Sprawdź datę i godzinę.",

		StatementTitle: "Oświadczenie", SignedOn: "Data podpisu", SignedBy: "Kto podpisał", SignerName: "Imię i nazwisko",
		SignerNameHint: "osoby, która podpisała; może zostać puste", Place: "Gdzie leży", PlaceHint: "segregator, teczka; może zostać puste",
		NothingToWithdraw: "nie ma czego wycofać", AdultSignsAlone: "pełnoletni uczeń podpisuje sam",
		MinorCantSign:  "podpisuje rodzic lub opiekun",
		StatementSaved: func(kind string) string { return "Wpisano: " + kind + "." },
		StatementKnown: func(kind string) string { return "Ten druk już jest: " + kind + ". Niczego nie zapisano." },
		CountsNow:      "Teraz liczy się:",

		CardTitle: "Legitymacja", WhatToDo: "Co zrobić", ChangeCard: "poprawić lub przedłużyć obecną", NewCard: "wpisać nową",
		DuplicateCard: "wpisać duplikat obecnej", NoCardYet: "brak legitymacji", CardNumber: "Numer", CardNumberHint: "na przykład 123/2024",
		IssuedOn: "Data wydania", UntilDay: "Ważna do", UntilHint: "DD.MM.RRRR albo D.M., na przykład 30.9.", OnRecord: "Teraz zapisana:",
		CardSaved: "Zapisano legitymację.", NumberNeeded: "Wpisz numer legitymacji.",
		NumberTaken:   "To numer obecnej legitymacji. Nowa dostaje następny numer z rejestru.",
		NumberUnusual: "Nietypowy numer: zwykle wygląda jak 123/2024. Jeśli taki jest na legitymacji, naciśnij Enter jeszcze raz.",
		BeforeOldCard: "Nowa legitymacja nie może być wydana wcześniej niż obecna.", UntilBeforeIssued: "To dzień przed datą wydania.",

		CodeTitle: "Kod", Payload: "Tekst kodu", PayloadHint: "wklej, zeskanuj albo wpisz; liczy się każdy znak", SecondCode: "Kod aktywacyjny",
		Login: "Login", Password: "Hasło", PasswordHint: "wielkie i małe litery mają znaczenie", Generated: "Wygenerowano",
		MomentHint: "8:05, 4.9. 8:05 albo puste, jeśli nie wiadomo", CodeUntil: "Ważny do", CodeUntilHint: "tylko jeśli podano; inaczej według profilu szkoły",
		NoSuchMoment: "Nie ma takiej godziny lub dnia. Wpisz na przykład 8:05 albo 4.09.2026 8:05.", CodeSaved: "Kod przyjęty.",
		CodeFault: map[model.ProblemID]string{
			model.ProblemPayloadEmpty:   "Wklej albo wpisz kod.",
			model.ProblemPayloadTooLong: "Ten tekst jest za długi na kod QR (więcej niż 2953 bajty). Sprawdź, czy to na pewno sam kod.",
			model.ProblemPayloadControl: "W tekście jest koniec wiersza albo inny znak, którego kod nie może mieć. Skopiuj sam kod, w jednym wierszu.",
			model.ProblemSecondMissing:  "Tego też potrzeba: bez tego kod nie zadziała.",
			model.ProblemLoginMissing:   "Wpisz login.",
		},

		NewStudent: "Nowy uczeń", StudentTitle: "Dane ucznia", LastName: "Nazwisko", FirstName: "Imię", SecondName: "Drugie imię",
		PESELHint: "11 cyfr; puste, jeśli nie nadano", BirthDate: "Data urodzenia", Sex: "Płeć", Class: "Klasa", ClassHint: "4a, IVa, 1LO, 5T",
		RegisterNo: "Nr w dzienniku", NotARegisterNo: "To nie jest numer w dzienniku. Wpisz liczbę, na przykład 7, albo zostaw puste.",
		BookNo: "Nr w księdze uczniów", Document: "Inny dokument", DocumentHint: "dla ucznia bez numeru PESEL", NameNeeded: "Wpisz imię i nazwisko.",
		NotAClass: "Tej klasy nie rozumiem. Wpisz na przykład 4a, IVa, 1LO albo 5T.", StudentAdded: "Dodano ucznia.", StudentSaved: "Zapisano dane.",
		Born: "ur.", LeftOn: "odszedł",
		LookAlike: func(who string) string {
			return "Jest już taki uczeń: " + who + ". To ta sama osoba? Esc i znajdź ją na liście. Ktoś inny? Ctrl+O zapisze."
		},
		CardOutdated: "Legitymacja ma dawne dane",
		CardOutdatedAsk: func(number, why string) string {
			return "Legitymacja " + number + " ma jeszcze dawne dane. Unieważnić ją teraz (powód: " + why + ")? Przy poprawce literówki: nie."
		},
		PESELFault: map[model.ProblemID]string{
			model.PeselLength: "PESEL ma 11 cyfr.", model.PeselNotDigits: "PESEL składa się z samych cyfr.",
			model.PeselChecksum: "To nie jest poprawny PESEL: nie zgadza się cyfra kontrolna. Sprawdź każdą cyfrę.",
			model.PeselDate:     "To nie jest poprawny PESEL: nie ma w nim prawdziwej daty urodzenia.",
		},
		NumberOfAnother: func(owner string) string {
			return "Ten numer ma już " + owner + ". Jeśli mimo to tak ma być, naciśnij Enter jeszcze raz."
		},
		BirthAgainstPESEL: func(day string) string { return "PESEL mówi: " + day + ". Sprawdź datę i PESEL." },
		SexAgainstPESEL: func(sex string) string {
			return "PESEL mówi: " + sex + ". Jeśli mimo to tak ma być, naciśnij Enter jeszcze raz."
		},
	},
	English: {
		GoOn: "go on", GoOnHint: "the next field, saves on the last", Save: "save", SaveAll: "save at once",
		SaveAllHint: "saves from any field", Cancel: "cancel", CancelHint: "closes without saving", Saving: "Saving. Wait a moment.",
		Kind: "Kind", DateHint: "DD.MM.YYYY, D.M., “today” or “yesterday”", NoSuchDay: "There is no such day. Write for example 4.09.2026 or 4.9.",
		DateNeeded: "Enter a date.", InTheFuture: "That is in the future. Check date and time.",

		StatementTitle: "Statement", SignedOn: "Date signed", SignedBy: "Who signed", SignerName: "Name",
		SignerNameHint: "of the person who signed; may stay empty", Place: "Kept in", PlaceHint: "binder, folder; may stay empty",
		NothingToWithdraw: "there is nothing to withdraw", AdultSignsAlone: "an adult signs alone",
		MinorCantSign:  "a parent or guardian signs",
		StatementSaved: func(kind string) string { return "Entered: " + kind + "." },
		StatementKnown: func(kind string) string { return "This sheet is here already: " + kind + ". Nothing was saved." },
		CountsNow:      "What counts now:",

		CardTitle: "Card", WhatToDo: "What to do", ChangeCard: "correct or extend the present one", NewCard: "enter a new one",
		DuplicateCard: "enter a duplicate of the present one", NoCardYet: "no card yet", CardNumber: "Number", CardNumberHint: "for example 123/2024",
		IssuedOn: "Issued on", UntilDay: "Valid until", UntilHint: "DD.MM.YYYY or D.M., for example 30.9.", OnRecord: "On record:",
		CardSaved: "The card was saved.", NumberNeeded: "Enter the number of the card.",
		NumberTaken:   "That is the number of the present card. A new one gets the next number of the register.",
		NumberUnusual: "An unusual number: most look like 123/2024. If the card says so, press Enter again.",
		BeforeOldCard: "A new card can't be issued before the present one.", UntilBeforeIssued: "That is before the day of issue.",

		CodeTitle: "Code", Payload: "Text of the code", PayloadHint: "paste, scan or type; every character counts", SecondCode: "Activation code",
		Login: "Login", Password: "Password", PasswordHint: "capitals matter", Generated: "Made at",
		MomentHint: "8:05, 4.9. 8:05, or empty if not known", CodeUntil: "Valid until", CodeUntilHint: "only if stated; otherwise by the school's profile",
		NoSuchMoment: "There is no such time or day. Write for example 8:05 or 4.09.2026 8:05.", CodeSaved: "The code was taken in.",
		CodeFault: map[model.ProblemID]string{
			model.ProblemPayloadEmpty:   "Paste or type the code.",
			model.ProblemPayloadTooLong: "This text is too long for a QR code (more than 2953 bytes). Check that it is the code alone.",
			model.ProblemPayloadControl: "The text holds a line break or another character that no code can have. Copy the code alone, on one line.",
			model.ProblemSecondMissing:  "This is needed too: without it the code won't work.",
			model.ProblemLoginMissing:   "Enter the login.",
		},

		NewStudent: "New student", StudentTitle: "Student's data", LastName: "Surname", FirstName: "First name", SecondName: "Second name",
		PESELHint: "11 digits; empty if none was given", BirthDate: "Birth date", Sex: "Sex", Class: "Class", ClassHint: "4a, IVa, 1LO, 5T",
		RegisterNo: "No. in class register", NotARegisterNo: "This is not a number in a class register. Write for example 7, or leave it empty.",
		BookNo: "No. in student book", Document: "Other document", DocumentHint: "for a student without PESEL", NameNeeded: "Enter first name and surname.",
		NotAClass: "This is not a class I understand. Write for example 4a, IVa, 1LO or 5T.", StudentAdded: "The student was added.", StudentSaved: "The data were saved.",
		Born: "born", LeftOn: "left on",
		LookAlike: func(who string) string {
			return "There is such a student already: " + who + ". The same person? Esc, and find them in the list. Somebody else? Ctrl+O saves."
		},
		CardOutdated: "The card states former data",
		CardOutdatedAsk: func(number, why string) string {
			return "Card " + number + " still states the former data. Invalidate it now (reason: " + why + ")? No, if this only mended a typing error."
		},
		PESELFault: map[model.ProblemID]string{
			model.PeselLength: "A PESEL has 11 digits.", model.PeselNotDigits: "A PESEL is made of digits only.",
			model.PeselChecksum: "Not a correct PESEL: the check digit does not fit. Check every digit.",
			model.PeselDate:     "Not a correct PESEL: there is no real birth date in it.",
		},
		NumberOfAnother: func(owner string) string {
			return "This number belongs to " + owner + ". If it is right all the same, press Enter again."
		},
		BirthAgainstPESEL: func(day string) string { return "The PESEL says " + day + ". Check the date and the PESEL." },
		SexAgainstPESEL: func(sex string) string {
			return "The PESEL says " + sex + ". If it is right all the same, press Enter again."
		},
	},
	Ukrainian: {
		GoOn: "далі", GoOnHint: "наступне поле, на останньому зберігає", Save: "зберегти", SaveAll: "зберегти зразу",
		SaveAllHint: "зберігає з будь-якого поля", Cancel: "скасувати", CancelHint: "закриває без збереження", Saving: "Зберігаю. Зачекайте хвилинку.",
		Kind: "Вид", DateHint: "ДД.ММ.РРРР, Д.М., «сьогодні» або «вчора»", NoSuchDay: "Такого дня немає. Напишіть, наприклад, 4.09.2026 або 4.9.",
		DateNeeded: "Впишіть дату.", InTheFuture: "Це в майбутньому. Перевірте дату і час.",

		StatementTitle: "Заява", SignedOn: "Дата підпису", SignedBy: "Хто підписав", SignerName: "Ім'я та прізвище",
		SignerNameHint: "особи, яка підписала; може бути порожнім", Place: "Де лежить", PlaceHint: "папка, тека; може бути порожнім",
		NothingToWithdraw: "немає чого відкликати", AdultSignsAlone: "повнолітній підписує сам",
		MinorCantSign:  "підписують батьки або опікун",
		StatementSaved: func(kind string) string { return "Внесено: " + kind + "." },
		StatementKnown: func(kind string) string {
			return "Цей бланк уже є: " + kind + ". Нічого не збережено."
		},
		CountsNow: "Зараз діє:",

		CardTitle: "Квиток", WhatToDo: "Що зробити", ChangeCard: "виправити або продовжити теперішній", NewCard: "внести новий",
		DuplicateCard: "внести дублікат теперішнього", NoCardYet: "немає квитка", CardNumber: "Номер", CardNumberHint: "наприклад 123/2024",
		IssuedOn: "Дата видачі", UntilDay: "Дійсний до", UntilHint: "ДД.ММ.РРРР або Д.М., наприклад 30.9.", OnRecord: "Зараз записано:",
		CardSaved: "Квиток збережено.", NumberNeeded: "Впишіть номер квитка.",
		NumberTaken:   "Це номер теперішнього квитка. Новий дістає наступний номер із реєстру.",
		NumberUnusual: "Незвичний номер: зазвичай він як 123/2024. Якщо такий на квитку, натисніть Enter ще раз.",
		BeforeOldCard: "Новий квиток не може бути виданий раніше за теперішній.", UntilBeforeIssued: "Це день перед датою видачі.",

		CodeTitle: "Код", Payload: "Текст коду", PayloadHint: "вставте, зіскануйте або впишіть; важливий кожен знак", SecondCode: "Код активації",
		Login: "Логін", Password: "Пароль", PasswordHint: "великі й малі літери мають значення", Generated: "Створено",
		MomentHint: "8:05, 4.9. 8:05 або порожньо, якщо невідомо", CodeUntil: "Дійсний до", CodeUntilHint: "лише якщо вказано; інакше за профілем школи",
		NoSuchMoment: "Такого часу або дня немає. Напишіть, наприклад, 8:05 або 4.09.2026 8:05.", CodeSaved: "Код прийнято.",
		CodeFault: map[model.ProblemID]string{
			model.ProblemPayloadEmpty:   "Вставте або впишіть код.",
			model.ProblemPayloadTooLong: "Цей текст задовгий для коду QR (понад 2953 байти). Перевірте, чи це лише код.",
			model.ProblemPayloadControl: "У тексті є кінець рядка або інший знак, якого код не може мати. Скопіюйте лише код, одним рядком.",
			model.ProblemSecondMissing:  "Це теж потрібно: без цього код не спрацює.",
			model.ProblemLoginMissing:   "Впишіть логін.",
		},

		NewStudent: "Новий учень", StudentTitle: "Дані учня", LastName: "Прізвище", FirstName: "Ім'я", SecondName: "Друге ім'я",
		PESELHint: "11 цифр; порожньо, якщо не надано", BirthDate: "Дата народження", Sex: "Стать", Class: "Клас", ClassHint: "4a, IVa, 1LO, 5T",
		RegisterNo: "№ у журналі", NotARegisterNo: "Це не номер у журналі. Впишіть, наприклад, 7 або залиште порожнім.",
		BookNo: "№ у книзі учнів", Document: "Інший документ", DocumentHint: "для учня без PESEL", NameNeeded: "Впишіть ім'я та прізвище.",
		NotAClass: "Цього класу не розумію. Напишіть, наприклад, 4a, IVa, 1LO або 5T.", StudentAdded: "Учня додано.", StudentSaved: "Дані збережено.",
		Born: "нар.", LeftOn: "пішов",
		LookAlike: func(who string) string {
			return "Такий учень уже є: " + who + ". Це та сама особа? Esc і знайдіть її в списку. Хтось інший? Ctrl+O збереже."
		},
		CardOutdated: "У квитку попередні дані",
		CardOutdatedAsk: func(number, why string) string {
			return "У квитку " + number + " ще попередні дані. Анулювати його зараз (причина: " + why + ")? Якщо це лише описка: ні."
		},
		PESELFault: map[model.ProblemID]string{
			model.PeselLength: "PESEL має 11 цифр.", model.PeselNotDigits: "PESEL складається лише з цифр.",
			model.PeselChecksum: "Це неправильний PESEL: не збігається контрольна цифра. Перевірте кожну цифру.",
			model.PeselDate:     "Це неправильний PESEL: у ньому немає справжньої дати народження.",
		},
		NumberOfAnother: func(owner string) string {
			return "Цей номер уже має " + owner + ". Якщо попри це так має бути, натисніть Enter ще раз."
		},
		BirthAgainstPESEL: func(day string) string { return "PESEL каже: " + day + ". Перевірте дату і PESEL." },
		SexAgainstPESEL: func(sex string) string {
			return "PESEL каже: " + sex + ". Якщо попри це так має бути, натисніть Enter ще раз."
		},
	},
}
