package text

import (
	"fmt"
	"time"

	"okienko/model"
)

var outUkrainian = Out{
	Title: map[string]string{"register": "Реєстр виданих мобільних квитків", "uncollected": "Незабрані коди", "statements": "Заяви",
		"worklist": "Список справ", "sio": "Файл для SIO", "slips": "Листки для учнів", "day": "Підсумок дня"},
	Columns: map[string][]string{
		"uncollected": {"№", "Клас", "Прізвище та ім'я", "№ квитка", "Вид коду", "Прийнято", "Діє до", "Стан", "Хто забирає", "Дата і підпис"},
		"statements":  {"№", "Клас", "Прізвище та ім'я", "Заява", "Дата", "Підписав(ла)", "Як хто", "Місце", "Підпис"},
		"worklist":    {"№", "Клас", "Прізвище та ім'я", "№ квитка", "Етап", "Чого бракує", "Що далі", "Підпис"},
	},
	Class: func(c model.Class) string {
		if c.IsZero() {
			return "без класу"
		}
		return "клас " + c.String()
	},
	Page:    func(page, of int) string { return fmt.Sprintf("сторінка %d з %d", page, of) },
	Lacking: "Шрифт не має деяких літер: вони без знаків або як «?».", Stamp: "дата, печатка і підпис",
	Expired: "код недійсний", Missing: "НЕМАЄ",
	Pickup: map[model.PickupReason]string{model.PickupAnyone: "учень або батьки", model.PickupParentOnly: "лише батьки", model.PickupAdult: "учень (повнолітній)"},

	Fault: map[model.SIOFault]string{
		model.SIOPeselBad: "помилковий PESEL", model.SIONoNumber: "немає номера квитка", model.SIONumberChars: "недозволені знаки в номері квитка",
		model.SIONumberTwice: "такий самий номер квитка має інший учень", model.SIONoIssued: "немає дати видачі квитка",
		model.SIOIssuedFuture: "дата видачі в майбутньому", model.SIOIssuedUnborn: "дата видачі до народження",
		model.SIOIssuedTooLate: "дата видачі після кінця дії",
	},
	SIODone: func(rows int, file string) string {
		return fmt.Sprintf("Записано файл для SIO: %s. Квитків: %d. Коли SIO його прийме, позначте це: F4 і Ctrl+T (або okienko import registered).", Plain(file), rows)
	},
	SIOLeft: func(refused, registered, objected int) string {
		return fmt.Sprintf("Немає у файлі: виправити %d, уже в SIO %d, із запереченням %d.", refused, registered, objected)
	},
	Refused:     refusedLine,
	DisabledHow: "Потрібно вказати --disabled: файл CSV або XLSX з учнями, які мають квиток учня з інвалідністю (MEiN-I/3-N), або слово ніхто. Програма цього не зберігає і не вгадує.",
	PeopleRefused: func(file string) string {
		return fmt.Sprintf("Не всі рядки файлу %s вказують одного учня. Нічого не записано.", Plain(file))
	},
	PersonNobody: func(line int) string { return fmt.Sprintf("рядок %d: немає такого учня", line) },
	PersonTwo: func(line int) string {
		return fmt.Sprintf("рядок %d: підходить кілька учнів; укажіть PESEL", line)
	},
	Done: func(lines int, file string) string {
		return fmt.Sprintf("Записано файл %s. Записів: %d.", Plain(file), lines)
	},
	SlipsDone: func(slips, codes, dense int, file string) string {
		s := fmt.Sprintf("Записано листки: %s. Листків: %d.", Plain(file), slips)
		if codes > 0 {
			s += fmt.Sprintf(" З кодом: %d; ці коди затримані, доки не запишете, що повернулося (Ctrl+O). Після друку видаліть файл.", codes)
		}
		if dense > 0 {
			s += fmt.Sprintf(" Задовгі для листка: %d; їх покажіть на екрані.", dense)
		}
		return s
	},
	SIODryRun: "не записує файл: лише каже, кого SIO відхилило б і чому",
	SIOWould: func(rows int) string {
		return fmt.Sprintf("У файлі було б квитків: %d. Нічого не записано.", rows)
	},
	SIONobody:       "Нікого реєструвати: файл не записано.",
	NoSuchClass:     func(class string) string { return fmt.Sprintf("Немає класу «%s».", Plain(class)) },
	CodesNeedChoice: "--with-codes потребує --class або --only: коди друкують лише тим, хто не може прийти.",
	BadEnding: func(file, endings string) string {
		return fmt.Sprintf("Назва %s має закінчуватися на %s.", Plain(file), endings)
	},
	StatementsShort: "заяви учнів, з місцем на підпис (CSV, XLSX, PDF)",

	Slip: SlipText{
		Lacking: "Шрифт не має деяких літер цього імені.",
		Title:   "Мобільний учнівський квиток (mLegitymacja): що далі", Cut: "різати тут",
		Class:       func(c string) string { return "клас " + c },
		Statement:   "Підписати заяву про те, що немає заперечення, і віддати її в школі.",
		Application: "Підписати заяву на видачу mLegitymacja і віддати її в школі.",
		Signer:      "Заяву підписала не та особа. Потрібна нова.",
		BySelf:      "Підписує повнолітній учень.", ByParent: "Підписує хтось із батьків або опікун.",
		Photo: func(rules string) string {
			return "Надіслати до школи фото для квитка" + inBrackets(rules) + "."
		},
		NewPhoto: func(rules string) string {
			return "Надіслати нове фото: попереднє не підходить" + inBrackets(rules) + "."
		},
		PhotoSize:  func(w, h int) string { return fmt.Sprintf("щонайменше %d×%d пікселів", w, h) },
		PhotoBytes: func(n int64) string { return "щонайбільше " + withComma(megabytes(n)) + " MB" },
		PESEL:      "Повідомити школі номер PESEL, коли його нададуть: без нього mLegitymacja не буде.",
		Extend:     "Принести учнівський квиток до секретаріату: він недійсний, його треба продовжити.",
		Duplicate:  "Учнівський квиток анульовано. Запитати в секретаріаті про дублікат.",
		Collect:    "Прийти до секретаріату по код активації. Узяти квиток і телефон із застосунком mObywatel.",
		Login:      "Забрати в секретаріаті логін і пароль до ZPE.",
		OwnCode:    "Потім увійти на zpe.gov.pl, створити QR-код і одразу відсканувати його в застосунку mObywatel.",
		Pickup: map[model.PickupReason]string{
			model.PickupAnyone: "Забирає учень або хтось із батьків.", model.PickupParentOnly: "У цьому класі забирає лише хтось із батьків або опікун.",
			model.PickupAdult: "Забирає повнолітній учень."},
		Until:   func(day time.Time) string { return "Код діє до " + day.Format("02.01.2006 15:04") + "." },
		Scan:    "У застосунку mObywatel додати документ «Legitymacja szkolna» і відсканувати цей код.",
		Second:  "Код активації, про який запитає застосунок, скаже секретаріат.",
		Receipt: "Підтвердити отримання підписом у секретаріаті.",
		Secret:  "Цього коду нікому не показувати.",
	},

	ListArgument: "НАЗВА", AllLists: "Список справ як CSV, XLSX або PDF. Назви списків:" + listNames(Ukrainian),
	NoSuchList: func(name string) string {
		return fmt.Sprintf("Немає списку «%s». ", Plain(name)) + "Список справ як CSV, XLSX або PDF. Назви списків:" + listNames(Ukrainian) + "\n"
	},

	Offer: "файли для запису", OfferHint: "реєстр, списки, файл для SIO, листки",
	Screen: "Файли для запису", Format: "Вид файлу", Path: "Файл",
	Printed: "PDF, для друку", Sheet: "XLSX, книга", Plain: "CSV", OnlyClass: "Клас", AllClasses: "уся школа",
	SlipLang: "Мова листків", WithCodes: "Коди QR", CodesNo: "без кодів", CodesYes: "з кодами, для тих, хто не прийде",
	CodesAsk: func(class string) string {
		return fmt.Sprintf("Надрукувати коди учнів класу %s? Вони потраплять до реєстру й будуть затримані, доки не запишете, чи їх забрали.", class)
	},
	PathHint: "назва або повний шлях", Folder: func(folder string) string { return "Папка: " + Plain(folder) },
	List: func(name string, students int) string { return fmt.Sprintf("Список: %s (%d)", name, students) },
	BackHome: func(codes int) string {
		return fmt.Sprintf("Листки з кодами: що повернулося (%d)", codes)
	},
	Accepted:     "SIO прийняло файл: позначити зареєстрованих",
	Taken:        "Такий файл уже є. Дайте іншу назву.",
	Close:        "закрити",
	OnlyForClass: "Коди друкують лише для одного класу.",
	SIO: SIOText{
		InFile:    func(n int) string { return fmt.Sprintf("У файл (%d)", n) },
		NotInFile: func(n int) string { return fmt.Sprintf("Поза файлом (%d)", n) },
		Empty:     "Нікого реєструвати.", NobodyRefused: "Поза файлом нема нікого.",
		Student: "Учень", Class: "Клас", Card: "Квиток", Issued: "Видано", Disabled: "Інвалідність", Why: "Чому",
		Yes: "ТАК", No: "ні",
		Save: "записати файл", SaveHint: "питає назву й записує файл для імпорту в SIO",
		Toggle: "інвалідність", ToggleHint: "учень має квиток MEiN-I/3-N; програма цього не зберігає",
		All: "увесь список: інвалідність", AllHint: "усі зі списку мають квиток MEiN-I/3-N; ще раз: ніхто",
		Photos: "також без фото", NoPhotos: "лише з фото", PhotoHint: "у файлі немає фото; їх можна додати в SIO пізніше",
		Open: "сторінка учня", OpenHint: "там можна виправити те, чого бракує",
		Other: "інший список", OtherHint: "хто потрапить у файл, а хто ні й чому",
		NothingToSave: "Нема чого записувати: у файлі нікого не буде.",
		Left: func(registered, objected int) string {
			return fmt.Sprintf("уже в SIO %d, із запереченням %d", registered, objected)
		},
		NobodyAsk: func(n int) string {
			return fmt.Sprintf("Квитків: %d. Чи справді жоден із них не є квитком учня з інвалідністю (MEiN-I/3-N)?", n)
		},
		Ahead: func(n, disabled int) string {
			return fmt.Sprintf("Квитків: %d, з них MEiN-I/3-N (інвалідність): %d.", n, disabled)
		},
		Done: func(n int, file string) string {
			return fmt.Sprintf("Записано %s. Квитків: %d. Коли SIO прийме файл: Ctrl+O, «SIO прийняло файл».", Plain(file), n)
		},
	},
	Home: HomeText{
		Title: "Що повернулося", Empty: "Жоден листок із кодом не чекає на відповідь.",
		Student: "Учень", Class: "Клас", Printed: "Роздруковано", What: "Що сталося",
		Open: "невідомо", ByStudent: "забрав учень", Back: "не забрано",
		ByParent: func(name string) string { return "батьки: " + name },
		Stu:      "забрав учень", StuHint: "повернулося підтвердження; код забрав учень", Par: "забрали батьки", ParHint: "повернулося підтвердження з підписом батьків",
		Not: "не забрано", NotHint: "листок повернувся або загубився; код знову чекає", Clear: "невідомо", ClearHint: "лишається відкритим",
		AllLeft: "решту забрано", AllHint: "усі непозначені забрали; хто, каже правило видачі",
		Save: "записати", SaveHint: "записує позначене в реєстр; решта чекає далі",
		Sum: func(collected, back, open int) string {
			return fmt.Sprintf("забрано %d · не забрано %d · невідомо %d", collected, back, open)
		},
		Ask: func(collected, back int) string {
			return fmt.Sprintf("Записати: забрано %d, не забрано %d?", collected, back)
		},
		Done: func(settled, elsewhere int) string {
			s := fmt.Sprintf("Записано в реєстр: %d.", settled)
			if elsewhere > 0 {
				s += fmt.Sprintf(" На іншому місці вже завершено: %d.", elsewhere)
			}
			return s
		},
		LeaveAsk: func(n int) string {
			return fmt.Sprintf("Позначено: %d, нічого з цього не записано. Вийти без запису?", n)
		},
		Unnamed: func(n int) string {
			return fmt.Sprintf("Без прізвища батьків: %d. Позначте їх клавішею r.", n)
		},
		Nothing: "Нічого не позначено.", OnlyParent: "Забирає лише хтось із батьків або опікун.", OnlySelf: "Забирає лише повнолітній учень.",
		ParentName: "Ім'я та прізвище", NameMissing: "Впишіть, хто забрав.",
	},
}
