package text

import "okienko/model"

// Words are the names of the things of the trade, as a screen writes them.
type Words struct {
	Stage     map[model.Stage]string
	Blocker   map[model.BlockerID]string // what is missing
	Remedy    map[model.BlockerID]string // the one thing that removes it
	Fixer     map[model.Fixer]string
	Step      map[model.Step]string // the next step, short enough for a column
	Code      map[model.CodeKind]string
	Statement map[model.StatementKind]string
	Signer    map[model.Signer]string
	Recipient map[model.Recipient]string
	Pickup    map[model.PickupReason]string
	Card      map[model.CardKind]string
	CardState map[model.CardState]string
	Portrait  map[model.PortraitState]string
	Policy    map[model.StatementPolicy]string
	Deed      map[model.Deed]string
	Reason    map[model.InvalidationReason]string
	// ReasonInSIO is a reason by the name that SIO's own list gives it, in
	// Polish everywhere: that is what the person looks for there.
	ReasonInSIO map[model.InvalidationReason]string
	Reporter    map[model.Reporter]string
	Of          map[model.Invalidated]string
	Sex         map[model.Sex]string
	NoClass     string
	NoPESEL     string
	Unknown     string
	Yes, No     string
	ValidUntil  string
}

// Moment is how a moment is written on every screen, as layout for time.Format.
const Moment = "02.01.2006 15:04"

// In returns the words of a language.
func In(l Lang) *Words { return words[l] }

var words = map[Lang]*Words{Polish: &polishWords, English: &englishWords, Ukrainian: &ukrainianWords}

var polishWords = Words{
	Stage: map[model.Stage]string{
		model.StageStopped: "sprzeciw", model.StageIncomplete: "niekompletne", model.StageComplete: "komplet",
		model.StageRegistered: "w SIO, bez kodu", model.StageHeld: "kod wstrzymany", model.StageReady: "kod gotowy",
		model.StageHandedOver: "wydano", model.StageLeft: "odszedł",
	},
	Blocker: map[model.BlockerID]string{
		model.BlockObjection: "jest sprzeciw", model.BlockLeft: "nie jest już uczniem szkoły",
		model.BlockNoStatement: "brak oświadczenia lub wniosku", model.BlockSigner: "podpisała niewłaściwa osoba",
		model.BlockNoCard: "brak legitymacji papierowej lub plastikowej", model.BlockCardExpired: "legitymacja straciła ważność",
		model.BlockCardInvalid: "legitymacja unieważniona", model.BlockNoPortrait: "brak zdjęcia",
		model.BlockPortrait: "zdjęcie odrzucone", model.BlockUnjudged: "zdjęcie czeka na ocenę", model.BlockNoPESEL: "brak numeru PESEL",
		model.BlockNotInSIO: "nie zarejestrowano w SIO", model.BlockNoCode: "brak kodu",
		model.BlockCodeExpired: "kod wygasł", model.BlockCodeUsedUp: "kod został już wykorzystany",
		model.BlockCodeVoid: "kod unieważniony lub odłożony", model.BlockResigned: "rodzina zrezygnowała z mLegitymacji",
		model.BlockUnfinished: "niedokończone wydanie",
		model.BlockOtherDesk:  "kod jest na ekranie innego stanowiska",
	},
	Remedy: map[model.BlockerID]string{
		model.BlockObjection:   "Nic nie wydawać. Zmienia to pisemne wycofanie sprzeciwu albo późniejsze oświadczenie.",
		model.BlockLeft:        "Nic nie wydawać. Jeśli wrócił, cofnij „odszedł” na stronie ucznia.",
		model.BlockNoStatement: "Poproś o podpisany druk i wpisz go.",
		model.BlockSigner:      "Za niepełnoletniego podpisuje rodzic lub opiekun, pełnoletni podpisuje sam. Potrzebny nowy podpis.",
		model.BlockNoCard:      "Wpisz numer i daty legitymacji.",
		model.BlockCardExpired: "Przedłuż legitymację (pieczątka lub hologram) i wpisz nową datę.",
		model.BlockCardInvalid: "Wydaj nową legitymację i wpisz ją.",
		model.BlockNoPortrait:  "Poproś rodziców o zdjęcie i zaznacz je, gdy jest dobre.",
		model.BlockPortrait:    "Poproś rodziców o nowe zdjęcie.",
		model.BlockUnjudged:    "Rodzina przysłała zdjęcie. Obejrzyj je i oceń.",
		model.BlockNoPESEL:     "Bez numeru PESEL karty nie zarejestrujesz w SIO. Uzupełnij, gdy zostanie nadany.",
		model.BlockNotInSIO:    "Zarejestruj legitymację w SIO i zaznacz to tutaj.",
		model.BlockNoCode:      "Pobierz kod i wczytaj go albo wklej tutaj.",
		model.BlockCodeExpired: "Pobierz nowy kod i wczytaj go albo wklej tutaj.",
		model.BlockCodeUsedUp:  "Dla kolejnego urządzenia potrzebny jest nowy kod.",
		model.BlockCodeVoid:    "Wygeneruj nowy kod i wczytaj go.",
		model.BlockResigned:    "Nic nie wydawać. Zmienia to nowsze podpisane oświadczenie albo wniosek (o).",
		model.BlockUnfinished:  "Zapytaj, czy kod zeskanowano, i zapisz to (Enter).",
		model.BlockOtherDesk:   "Poczekaj, aż tamto stanowisko skończy.",
	},
	Fixer: map[model.Fixer]string{
		model.FixedByFamily: "rodzina", model.FixedBySchool: "szkoła", model.FixedByDesk: "inne stanowisko", model.FixedByNobody: "nikt",
	},
	Step: map[model.Step]string{
		model.StepHandOver: "wydaj kod", model.StepNothing: "—", model.StepStop: "nie wydawać: sprzeciw",
		model.StepCollectSheet: "zbierz oświadczenie", model.StepEnterCard: "wpisz legitymację",
		model.StepExtendCard: "przedłuż legitymację", model.StepCollectPortrait: "poproś o zdjęcie", model.StepJudgePortrait: "oceń zdjęcie",
		model.StepAskPESEL: "uzupełnij PESEL", model.StepRegister: "zarejestruj w SIO",
		model.StepTakeCode: "wczytaj kod", model.StepSettle: "dokończ wydanie", model.StepWaitDesk: "inne stanowisko",
	},
	Code: map[model.CodeKind]string{
		model.CodeSIO: "kod z SIO", model.CodeZPE: "kod z ZPE", model.CodeLegacy: "kod QR i kod aktywacyjny",
		model.CodeCredentials: "login i hasło do ZPE",
	},
	Statement: map[model.StatementKind]string{
		model.NonObjection: "niewyrażenie sprzeciwu", model.Application: "wniosek",
		model.Objection: "sprzeciw", model.Withdrawal: "wycofanie",
	},
	Signer: map[model.Signer]string{
		model.SignedByParent: "rodzic", model.SignedByGuardian: "opiekun prawny", model.SignedByStudent: "pełnoletni uczeń",
	},
	Recipient: map[model.Recipient]string{model.ToStudent: "uczeń", model.ToParent: "rodzic lub opiekun"},
	Pickup: map[model.PickupReason]string{
		model.PickupAnyone:     "Odebrać może uczeń albo rodzic.",
		model.PickupParentOnly: "W tej klasie odbiera tylko rodzic lub opiekun.",
		model.PickupAdult:      "Uczeń jest pełnoletni: odbiera sam.",
	},
	Card:      map[model.CardKind]string{model.PaperCard: "papierowa", model.PlasticCard: "plastikowa", "": "rodzaj nieznany"},
	CardState: map[model.CardState]string{model.CardValid: "ważna", model.CardInvalidated: "unieważniona"},
	Portrait:  map[model.PortraitState]string{model.PortraitAccepted: "zaakceptowane", model.PortraitRefused: "odrzucone", model.PortraitTold: "odrzucone, rodzina wie"},
	Policy: map[model.StatementPolicy]string{
		model.PolicyObjection:   "wydajemy, jeśli nie ma sprzeciwu",
		model.PolicyStatement:   "potrzebne podpisane niewyrażenie sprzeciwu",
		model.PolicyApplication: "potrzebny podpisany wniosek",
	},
	Deed: map[model.Deed]string{
		model.DeedRosterTaken: "wczytano listę uczniów", model.DeedStudentAdded: "dodano ucznia",
		model.DeedStudentChanged: "zmieniono dane ucznia", model.DeedStudentLeft: "uczeń odszedł",
		model.DeedStudentReturned: "uczeń wrócił", model.DeedStatementEntered: "wpisano oświadczenie",
		model.DeedStatementUndone: "cofnięto oświadczenie", model.DeedCardEntered: "wpisano legitymację",
		model.DeedCardChanged: "zmieniono dane legitymacji", model.DeedCardExtended: "przedłużono legitymację", model.DeedCardUndone: "cofnięto wpisanie legitymacji",
		model.DeedPortraitDecided: "oceniono zdjęcie",
		model.DeedPhotoTaken:      "przyjęto zdjęcie", model.DeedPhotoSettled: "przypisano zdjęcie", model.DeedPhotoMended: "poprawiono zdjęcie",
		model.DeedParentTold: "napisano do rodzica o zdjęciu", model.DeedPhotosPurged: "usunięto zdjęcia po terminie", model.DeedPhotoDeleted: "usunięto zdjęcie trzymane gdzie indziej",
		model.DeedRegisteredInSIO: "zarejestrowano w SIO",
		model.DeedUnregistered:    "cofnięto rejestrację w SIO", model.DeedCodeTaken: "przyjęto kod",
		model.DeedCodePresented: "okazano kod", model.DeedCodeNotCollected: "kodu nie odebrano",
		model.DeedAbsent: "nieobecność, gdy przyszła klasa", model.DeedAbsenceUndone: "cofnięto nieobecność",
		model.DeedCodePrinted:       "wydrukowano kod",
		model.DeedHandoverBrokenOff: "wydanie przerwane", model.DeedHandoverSettled: "dokończono wydanie",
		model.DeedHandedOver: "wydano", model.DeedHandoverCorrected: "poprawiono wydanie",
		model.DeedInvalidated: "unieważniono", model.DeedInvalidationDone: "unieważniono w SIO",
		model.DeedInvalidationOpen: "cofnięto: unieważniono w SIO", model.DeedInvalidationUndo: "cofnięto unieważnienie",
		model.DeedCodeAskedAnew: "odłożono kod, potrzebny nowy", model.DeedCodeTakenBack: "przywrócono odłożony kod",
		model.DeedCodesForgotten: "zapomniano kody", model.DeedSheetsForgotten: "zapomniano szczegóły oświadczeń", model.DeedRegisterForgotten: "zapomniano szczegóły ewidencji",
		model.DeedStudentForgotten: "zapomniano ucznia", model.DeedStudentGivenOut: "wydano dane ucznia", model.DeedFilesForgotten: "usunięto pliki i kopie",
		model.DeedPassphraseSet: "zmieniono hasło", model.DeedRecipientAdded: "dodano klucz ratunkowy", model.DeedRecipientRemoved: "usunięto klucz ratunkowy",
	},
	Reason: polishReasons, ReasonInSIO: reasonsInSIO,
	Reporter: map[model.Reporter]string{model.ReportedByParent: "rodzic lub opiekun", model.ReportedByStudent: "uczeń", model.ReportedBySchool: "szkoła"},
	Of:       map[model.Invalidated]string{model.PhysicalCard: "legitymacja i mLegitymacja", model.MobileCard: "mLegitymacja"},
	Sex:      map[model.Sex]string{model.Male: "M", model.Female: "K", "": "—"},
	NoClass:  "bez klasy", NoPESEL: "bez PESEL", Unknown: "nieznane", Yes: "tak", No: "nie", ValidUntil: "ważna do",
}

var englishWords = Words{
	Stage: map[model.Stage]string{
		model.StageStopped: "objection", model.StageIncomplete: "incomplete", model.StageComplete: "complete",
		model.StageRegistered: "in SIO, no code", model.StageHeld: "code held back", model.StageReady: "code ready",
		model.StageHandedOver: "handed over", model.StageLeft: "left",
	},
	Blocker: map[model.BlockerID]string{
		model.BlockObjection: "there is an objection", model.BlockLeft: "no longer a student of the school",
		model.BlockNoStatement: "no statement or application", model.BlockSigner: "signed by the wrong person",
		model.BlockNoCard: "no paper or plastic card", model.BlockCardExpired: "the card has expired",
		model.BlockCardInvalid: "the card is invalidated", model.BlockNoPortrait: "no photo",
		model.BlockPortrait: "photo refused", model.BlockUnjudged: "photo waits for a decision", model.BlockNoPESEL: "no PESEL number",
		model.BlockNotInSIO: "not registered in SIO", model.BlockNoCode: "no code",
		model.BlockCodeExpired: "the code has expired", model.BlockCodeUsedUp: "the code is used up",
		model.BlockCodeVoid: "the code is void or set aside", model.BlockResigned: "the family gave the mobile card up",
		model.BlockUnfinished: "unfinished hand-over",
		model.BlockOtherDesk:  "the code is on another desk's screen",
	},
	Remedy: map[model.BlockerID]string{
		model.BlockObjection:   "Hand nothing over. A written withdrawal of the objection or a later statement changes that.",
		model.BlockLeft:        "Hand nothing over. If they came back, take “left” back on the student's page.",
		model.BlockNoStatement: "Ask for the signed sheet and enter it.",
		model.BlockSigner:      "A parent or guardian signs for a minor, an adult signs alone. A new signature is needed.",
		model.BlockNoCard:      "Enter the number and the dates of the card.",
		model.BlockCardExpired: "Extend the card (stamp or hologram) and enter the new date.",
		model.BlockCardInvalid: "Issue a new card and enter it.",
		model.BlockNoPortrait:  "Ask the parents for a photo and tick it when it is good.",
		model.BlockPortrait:    "Ask the parents for a new photo.",
		model.BlockUnjudged:    "The family sent a photo. Look at it and decide.",
		model.BlockNoPESEL:     "Without a PESEL the card can't be registered in SIO. Fill it in once it is given.",
		model.BlockNotInSIO:    "Register the card in SIO and tick it here.",
		model.BlockNoCode:      "Get the code and import or paste it here.",
		model.BlockCodeExpired: "Get a new code and import or paste it here.",
		model.BlockCodeUsedUp:  "Another device needs a new code.",
		model.BlockCodeVoid:    "Make a new code and take it in.",
		model.BlockResigned:    "Hand nothing over. A later signed statement or application changes that (o).",
		model.BlockUnfinished:  "Ask whether the code was scanned, and record it (Enter).",
		model.BlockOtherDesk:   "Wait until that desk is done.",
	},
	Fixer: map[model.Fixer]string{
		model.FixedByFamily: "family", model.FixedBySchool: "school", model.FixedByDesk: "another desk", model.FixedByNobody: "nobody",
	},
	Step: map[model.Step]string{
		model.StepHandOver: "hand the code over", model.StepNothing: "—", model.StepStop: "stop: objection",
		model.StepCollectSheet: "collect the statement", model.StepEnterCard: "enter the card",
		model.StepExtendCard: "extend the card", model.StepCollectPortrait: "ask for a photo", model.StepJudgePortrait: "judge the photo",
		model.StepAskPESEL: "fill in the PESEL", model.StepRegister: "register in SIO",
		model.StepTakeCode: "take the code in", model.StepSettle: "finish the hand-over", model.StepWaitDesk: "another desk",
	},
	Code: map[model.CodeKind]string{
		model.CodeSIO: "code from SIO", model.CodeZPE: "code from ZPE", model.CodeLegacy: "QR and activation code",
		model.CodeCredentials: "ZPE login and password",
	},
	Statement: map[model.StatementKind]string{
		model.NonObjection: "non-objection", model.Application: "application",
		model.Objection: "objection", model.Withdrawal: "withdrawal",
	},
	Signer: map[model.Signer]string{
		model.SignedByParent: "parent", model.SignedByGuardian: "guardian", model.SignedByStudent: "adult student",
	},
	Recipient: map[model.Recipient]string{model.ToStudent: "student", model.ToParent: "parent or guardian"},
	Pickup: map[model.PickupReason]string{
		model.PickupAnyone:     "The student or a parent may collect.",
		model.PickupParentOnly: "In this class only a parent or guardian may collect.",
		model.PickupAdult:      "The student is of age and collects alone.",
	},
	Card:      map[model.CardKind]string{model.PaperCard: "paper", model.PlasticCard: "plastic", "": "kind not known"},
	CardState: map[model.CardState]string{model.CardValid: "valid", model.CardInvalidated: "invalidated"},
	Portrait:  map[model.PortraitState]string{model.PortraitAccepted: "accepted", model.PortraitRefused: "refused", model.PortraitTold: "refused, the family knows"},
	Policy: map[model.StatementPolicy]string{
		model.PolicyObjection:   "issued unless there is an objection",
		model.PolicyStatement:   "a signed non-objection is needed",
		model.PolicyApplication: "a signed application is needed",
	},
	Deed: map[model.Deed]string{
		model.DeedRosterTaken: "roster taken in", model.DeedStudentAdded: "student added",
		model.DeedStudentChanged: "student's data changed", model.DeedStudentLeft: "student left",
		model.DeedStudentReturned: "student came back", model.DeedStatementEntered: "statement entered",
		model.DeedStatementUndone: "statement undone", model.DeedCardEntered: "card entered",
		model.DeedCardChanged: "card changed", model.DeedCardExtended: "card extended", model.DeedCardUndone: "entering of a card undone",
		model.DeedPortraitDecided: "photo decided",
		model.DeedPhotoTaken:      "photo taken in", model.DeedPhotoSettled: "photo assigned", model.DeedPhotoMended: "photo mended",
		model.DeedParentTold: "parent told about the photo", model.DeedPhotosPurged: "photos past their date deleted", model.DeedPhotoDeleted: "a photo kept elsewhere was deleted",
		model.DeedRegisteredInSIO: "registered in SIO",
		model.DeedUnregistered:    "registration in SIO undone", model.DeedCodeTaken: "code taken in",
		model.DeedCodePresented: "code shown", model.DeedCodeNotCollected: "code not collected",
		model.DeedAbsent: "absent when the class came", model.DeedAbsenceUndone: "absence taken back",
		model.DeedCodePrinted:       "code printed",
		model.DeedHandoverBrokenOff: "hand-over broken off", model.DeedHandoverSettled: "hand-over settled",
		model.DeedHandedOver: "handed over", model.DeedHandoverCorrected: "hand-over corrected",
		model.DeedInvalidated: "invalidated", model.DeedInvalidationDone: "invalidated in SIO",
		model.DeedInvalidationOpen: "taken back: invalidated in SIO", model.DeedInvalidationUndo: "invalidation undone",
		model.DeedCodeAskedAnew: "code set aside, a new one is needed", model.DeedCodeTakenBack: "code set aside taken back",
		model.DeedCodesForgotten: "codes forgotten", model.DeedSheetsForgotten: "details of statements forgotten", model.DeedRegisterForgotten: "details of the register forgotten",
		model.DeedStudentForgotten: "student forgotten", model.DeedStudentGivenOut: "data of the student given out", model.DeedFilesForgotten: "files and copies deleted",
		model.DeedPassphraseSet: "passphrase changed", model.DeedRecipientAdded: "recovery key added", model.DeedRecipientRemoved: "recovery key removed",
	},
	Reason: englishReasons, ReasonInSIO: reasonsInSIO,
	Reporter: map[model.Reporter]string{model.ReportedByParent: "parent or guardian", model.ReportedByStudent: "student", model.ReportedBySchool: "school"},
	Of:       map[model.Invalidated]string{model.PhysicalCard: "card and mobile card", model.MobileCard: "mobile card"},
	Sex:      map[model.Sex]string{model.Male: "M", model.Female: "F", "": "—"},
	NoClass:  "no class", NoPESEL: "no PESEL", Unknown: "not known", Yes: "yes", No: "no", ValidUntil: "valid until",
}

var ukrainianWords = Words{
	Stage: map[model.Stage]string{
		model.StageStopped: "заперечення", model.StageIncomplete: "неповне", model.StageComplete: "усе зібрано",
		model.StageRegistered: "у SIO, без коду", model.StageHeld: "код затримано", model.StageReady: "код готовий",
		model.StageHandedOver: "видано", model.StageLeft: "вибув",
	},
	Blocker: map[model.BlockerID]string{
		model.BlockObjection: "є заперечення", model.BlockLeft: "більше не учень школи",
		model.BlockNoStatement: "немає заяви", model.BlockSigner: "підписала не та особа",
		model.BlockNoCard: "немає паперового чи пластикового квитка", model.BlockCardExpired: "квиток прострочено",
		model.BlockCardInvalid: "квиток анульовано", model.BlockNoPortrait: "немає фото",
		model.BlockPortrait: "фото відхилено", model.BlockUnjudged: "фото чекає на оцінку", model.BlockNoPESEL: "немає номера PESEL",
		model.BlockNotInSIO: "не зареєстровано в SIO", model.BlockNoCode: "немає коду",
		model.BlockCodeExpired: "код прострочено", model.BlockCodeUsedUp: "код уже використано",
		model.BlockCodeVoid: "код анульовано або відкладено", model.BlockResigned: "родина відмовилася від mLegitymacja",
		model.BlockUnfinished: "незавершена видача",
		model.BlockOtherDesk:  "код на екрані іншого робочого місця",
	},
	Remedy: map[model.BlockerID]string{
		model.BlockObjection:   "Нічого не видавати. Це змінює письмове відкликання заперечення або пізніша заява.",
		model.BlockLeft:        "Нічого не видавати. Якщо повернувся, скасуйте «вибув» на сторінці учня.",
		model.BlockNoStatement: "Попросіть підписаний бланк і внесіть його.",
		model.BlockSigner:      "За неповнолітнього підписує хтось із батьків або опікун, повнолітній підписує сам. Потрібен новий підпис.",
		model.BlockNoCard:      "Внесіть номер і дати квитка.",
		model.BlockCardExpired: "Продовжте квиток (печатка або голограма) і внесіть нову дату.",
		model.BlockCardInvalid: "Видайте новий квиток і внесіть його.",
		model.BlockNoPortrait:  "Попросіть у батьків фото і позначте, коли воно добре.",
		model.BlockPortrait:    "Попросіть у батьків нове фото.",
		model.BlockUnjudged:    "Родина надіслала фото. Перегляньте його й оцініть.",
		model.BlockNoPESEL:     "Без PESEL квиток не зареєструвати в SIO. Доповніть, коли номер нададуть.",
		model.BlockNotInSIO:    "Зареєструйте квиток у SIO і позначте це тут.",
		model.BlockNoCode:      "Отримайте код та імпортуйте або вставте його тут.",
		model.BlockCodeExpired: "Отримайте новий код та імпортуйте або вставте його тут.",
		model.BlockCodeUsedUp:  "Для іншого пристрою потрібен новий код.",
		model.BlockCodeVoid:    "Створіть новий код і внесіть його.",
		model.BlockResigned:    "Нічого не видавати. Це змінює пізніша підписана заява (o).",
		model.BlockUnfinished:  "Запитайте, чи код відскановано, і запишіть це (Enter).",
		model.BlockOtherDesk:   "Зачекайте, поки те робоче місце закінчить.",
	},
	Fixer: map[model.Fixer]string{
		model.FixedByFamily: "родина", model.FixedBySchool: "школа", model.FixedByDesk: "інше робоче місце", model.FixedByNobody: "ніхто",
	},
	Step: map[model.Step]string{
		model.StepHandOver: "видати код", model.StepNothing: "—", model.StepStop: "не видавати: заперечення",
		model.StepCollectSheet: "зібрати заяву", model.StepEnterCard: "внести квиток",
		model.StepExtendCard: "продовжити квиток", model.StepCollectPortrait: "попросити фото", model.StepJudgePortrait: "оцінити фото",
		model.StepAskPESEL: "доповнити PESEL", model.StepRegister: "зареєструвати в SIO",
		model.StepTakeCode: "внести код", model.StepSettle: "завершити видачу", model.StepWaitDesk: "інше робоче місце",
	},
	Code: map[model.CodeKind]string{
		model.CodeSIO: "код із SIO", model.CodeZPE: "код із ZPE", model.CodeLegacy: "QR і код активації",
		model.CodeCredentials: "логін і пароль ZPE",
	},
	Statement: map[model.StatementKind]string{
		model.NonObjection: "без заперечень", model.Application: "заява",
		model.Objection: "заперечення", model.Withdrawal: "відкликання",
	},
	Signer: map[model.Signer]string{
		model.SignedByParent: "батько або мати", model.SignedByGuardian: "опікун", model.SignedByStudent: "повнолітній учень",
	},
	Recipient: map[model.Recipient]string{model.ToStudent: "учень", model.ToParent: "батьки або опікун"},
	Pickup: map[model.PickupReason]string{
		model.PickupAnyone:     "Забрати може учень або хтось із батьків.",
		model.PickupParentOnly: "У цьому класі забирають лише батьки або опікун.",
		model.PickupAdult:      "Учень повнолітній: забирає сам.",
	},
	Card:      map[model.CardKind]string{model.PaperCard: "паперовий", model.PlasticCard: "пластиковий", "": "вид невідомий"},
	CardState: map[model.CardState]string{model.CardValid: "дійсний", model.CardInvalidated: "анульований"},
	Portrait:  map[model.PortraitState]string{model.PortraitAccepted: "прийнято", model.PortraitRefused: "відхилено", model.PortraitTold: "відхилено, родина знає"},
	Policy: map[model.StatementPolicy]string{
		model.PolicyObjection:   "видаємо, якщо немає заперечення",
		model.PolicyStatement:   "потрібна підписана заява без заперечень",
		model.PolicyApplication: "потрібна підписана заява",
	},
	Deed: map[model.Deed]string{
		model.DeedRosterTaken: "завантажено список учнів", model.DeedStudentAdded: "додано учня",
		model.DeedStudentChanged: "змінено дані учня", model.DeedStudentLeft: "учень вибув",
		model.DeedStudentReturned: "учень повернувся", model.DeedStatementEntered: "внесено заяву",
		model.DeedStatementUndone: "скасовано заяву", model.DeedCardEntered: "внесено квиток",
		model.DeedCardChanged: "змінено дані квитка", model.DeedCardExtended: "продовжено квиток", model.DeedCardUndone: "скасовано внесення квитка",
		model.DeedPortraitDecided: "оцінено фото",
		model.DeedPhotoTaken:      "прийнято фото", model.DeedPhotoSettled: "закріплено фото", model.DeedPhotoMended: "виправлено фото",
		model.DeedParentTold: "написано батькам про фото", model.DeedPhotosPurged: "видалено фото після строку", model.DeedPhotoDeleted: "видалено фото, що зберігалося деінде",
		model.DeedRegisteredInSIO: "зареєстровано в SIO",
		model.DeedUnregistered:    "скасовано реєстрацію в SIO", model.DeedCodeTaken: "прийнято код",
		model.DeedCodePresented: "показано код", model.DeedCodeNotCollected: "код не забрали",
		model.DeedAbsent: "відсутність, коли прийшов клас", model.DeedAbsenceUndone: "відсутність скасовано",
		model.DeedCodePrinted:       "роздруковано код",
		model.DeedHandoverBrokenOff: "видачу перервано", model.DeedHandoverSettled: "видачу завершено",
		model.DeedHandedOver: "видано", model.DeedHandoverCorrected: "виправлено видачу",
		model.DeedInvalidated: "анульовано", model.DeedInvalidationDone: "анульовано в SIO",
		model.DeedInvalidationOpen: "скасовано: анульовано в SIO", model.DeedInvalidationUndo: "анулювання скасовано",
		model.DeedCodeAskedAnew: "код відкладено, потрібен новий", model.DeedCodeTakenBack: "відкладений код повернено",
		model.DeedCodesForgotten: "коди забуто", model.DeedSheetsForgotten: "подробиці заяв забуто", model.DeedRegisterForgotten: "подробиці реєстру забуто",
		model.DeedStudentForgotten: "учня забуто", model.DeedStudentGivenOut: "дані учня видано", model.DeedFilesForgotten: "видалено файли й копії",
		model.DeedPassphraseSet: "змінено пароль", model.DeedRecipientAdded: "додано резервний ключ", model.DeedRecipientRemoved: "вилучено резервний ключ",
	},
	Reason: ukrainianReasons, ReasonInSIO: reasonsInSIO,
	Reporter: map[model.Reporter]string{model.ReportedByParent: "батьки або опікун", model.ReportedByStudent: "учень", model.ReportedBySchool: "школа"},
	Of:       map[model.Invalidated]string{model.PhysicalCard: "квиток і mLegitymacja", model.MobileCard: "mLegitymacja"},
	Sex:      map[model.Sex]string{model.Male: "Ч", model.Female: "Ж", "": "—"},
	NoClass:  "без класу", NoPESEL: "без PESEL", Unknown: "невідомо", Yes: "так", No: "ні", ValidUntil: "дійсний до",
}
