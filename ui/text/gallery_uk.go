package text

import (
	"fmt"

	"okienko/model"
	"okienko/model/portrait"
)

var galleryUkrainian = Gallery{
	Title: "Фото", Search: "Пошук:", Placeholder: "файл, учень, клас",
	Open: "Фото", OpenHint: "фото від батьків: чиє, добре, на виправлення, відхилене",
	OfStudent: "фото учня", OfStudentHint: "файли, надіслані для цього учня",
	File: "Файл", Student: "Учень", Verdict: "Оцінка", Reasons: "Причини",
	Reading:      "Читаю фото…",
	Empty:        "Фото ще немає. Збережіть вкладення від батьків у теці inbox, поверніться до списку учнів і натисніть F6, потім F3.",
	NothingFound: "Нічого не підходить. Esc очищає пошук, потім фільтри.", AllDone: "Нічого не лишилося зробити. Інші фото показує F4.",
	PasteRefused: "Вставлений текст задовгий для пошуку.",
	View: map[PhotoView]string{PhotosToDo: "до опрацювання", PhotosUnmatched: "без учня", PhotosRefused: "відхилені",
		PhotosFine: "у порядку", PhotosAll: "усі"},
	PickView: "Показати", ViewHint: "до опрацювання, без учня, відхилені, у порядку", PickClass: "Клас", ClassHint: "показує фото одного класу",
	AllClasses: "усі класи", NothingHere: "Тут немає фото.",
	State: map[model.PhotoState]string{model.PhotoToDo: "до опрацювання", model.PhotoAccepted: "прийнято", model.PhotoAcceptedDespite: "попри зауваж.",
		model.PhotoRefused: "відхилено", model.PhotoTold: "написано", model.PhotoReplaced: "замінено"},
	Look: map[PhotoStep]string{PhotoSettle: "чиє?", PhotoChoose: "кілька", PhotoAccept: "добре", PhotoMend: "виправити",
		PhotoLook: "зауваження", PhotoRefuse: "погане", PhotoWrite: "відхилено"},
	Step: map[PhotoStep]string{PhotoSettle: "вказати учня", PhotoChoose: "вибрати одне", PhotoAccept: "прийняти", PhotoMend: "виправити",
		PhotoLook: "переглянути", PhotoRefuse: "відхилити", PhotoWrite: "лист"},
	Decide:   "вирішити",
	StepHint: "наступний крок для цього фото",
	Detail:   "Фото", DetailHint: "зображення, виміри та всі дії", Clear: "Очистити", ClearHint: "очищає пошук, потім фільтри, потім повертає",
	Back: "назад", BackHint: "повертає до таблиці",

	Nobody: "невідомо, чиє", Arrived: "надійшло", DeletedOn: "видалити", DecidedBy: "рішення:",
	MendedNow: "виправлене", NothingWrong: "Без зауважень.", Measured: "є", Limit: "межа",
	InSize:    func(w, h int, weight string) string { return fmt.Sprintf("%d × %d px, %s", w, h, weight) },
	NoPicture: "Цей файл не можна показати.", NoTerminalPicture: "Цей термінал не показує зображень: бракує кольорів або знаків. Виміри поруч.", Loading: "Завантажую зображення…",
	Accept: "прийняти", AcceptHint: "фото потрапить на квиток", Refuse: "відхилити", RefuseHint: "і відкриває лист до батьків",
	Despite: "попри зауваж.", DespiteHint: "приймає попри зауваження, від вашого імені", Mend: "виправити", MendHint: "показує до і після, перш ніж щось змінити",
	Whose: "чиє", WhoseHint: "вказує учня або виправляє вказане", Letter: "лист", LetterHint: "лист до батьків: причини і як зробити краще фото",
	TakeBack: "скасувати", TakeBackHint: "скасовує рішення: фото знову до опрацювання",
	Next: "наступне", NextHint: "наступне фото з таблиці", Previous: "попереднє", PreviousHint: "попереднє фото з таблиці",
	OffNobodys: "Невідомо, чиє це фото. Спершу вкажіть учня (u).", OffRemarks: "Є зауваження: виправте (n), прийміть попри них (m) або відхиліть (o).",
	OffUnusable: "Цей файл не можна використати. Відхиліть (o) або спробуйте виправити (n).", OffAccepted: "Це фото вже прийнято.", OffRefused: "Це фото вже відхилено.",
	OffToDo: "Немає рішення, яке можна скасувати.", OffFine: "До цього фото немає зауважень. Прийміть його (p).",
	OffNotRefused: "Лист — до відхиленого фото. Спершу відхиліть (o).", OffNothingToMend: "Тут немає нічого, що програма може виправити.", Saving: "Зберігаю. Зачекайте.",
	DespiteAsk: func(reasons string) string {
		return "Прийняти фото попри зауваження? " + reasons
	},
	Accepted:        func(who string) string { return "Прийнято фото: " + who + "." },
	AcceptedDespite: func(who string) string { return "Прийнято попри зауваження: " + who + "." },
	OthersRefused: func(who string) string {
		return "Прийнято фото: " + who + ". Решту відхилено."
	},
	Refused:   func(who string) string { return "Відхилено фото: " + who + "." },
	TakenBack: func(who string) string { return "Знову до опрацювання: " + who + "." },
	LastOne:   "Це останнє фото в таблиці.", Gone: "Цього фото вже немає: настав день видалення.",

	WhoseTitle: "Чиє це фото?", NobodyChosen: "– ніхто –", ChooseSomebody: "Виберіть учня стрілками або введіть більше літер.",
	FileLine: "Файл:", NameFits: "До назви файлу підходять кілька людей:", NameMaybe: "На назву файлу схожі:",
	Suggested: "схожа назва", TypeName: "пишіть прізвище, ім'я, клас", OtherClass: "у назві файлу інший клас:",
	Settle: "вказати", Settled: "зараз:", SettledNobody: "нічиє",
	SettledAs: func(who string) string { return "Це фото: " + who + "." },

	ChooseTitle: "Яке фото?", ChooseHead: "Цього учня є кілька фото. Коли вибране буде прийнято, решту буде відхилено.", ChooseLater: "– залишити на потім –",

	MendTitle: "Виправлення", Before: "до", After: "після", Mending: "Виправляю…",
	Done: map[portrait.Step]string{portrait.StepConverted: "перетворено на JPG", portrait.StepCompleted: "дописано кінець файлу",
		portrait.StepColours: "екранні кольори", portrait.StepTurned: "повернуто", portrait.StepCropped: "кадр навколо голови",
		portrait.StepReduced: "зменшено", portrait.StepEnlarged: "трохи збільшено", portrait.StepCompressed: "сильніше стиснуто",
		portrait.StepStripped: "вилучено місце й дані камери"},
	CantMend: func(why string) string { return "Це фото не можна виправити. " + why },
	CantMendSmall: func(w, h, leastW, leastH int) string {
		return fmt.Sprintf("Це фото не можна виправити: після обрізання до голови лишається %d × %d px, а треба %d × %d.", w, h, leastW, leastH)
	},
	Remaining: "Лишається:", NothingRemains: "Після виправлення без зауважень.",
	TakeMended: "прийняти виправлене", TakeMendedHint: "лише це зберігає; оригінал теж лишається до дня видалення",
	RefuseInstead: "відхилити",
	Quality:       func(q int) string { return fmt.Sprintf("якість %d", q) },

	MendClass: "Виправити клас", MendClassHint: "виправляє всі фото класу; зберігає лише після Enter", ClassTitle: "Виправлення класу",
	ClassFirst: "Спершу виберіть клас (F3).", NothingToMend: "У цьому класі немає фото для виправлення.",
	Trying: "Виправляю, ще нічого не збережено.", Writing: "Зберігаю.",
	WillAccept: "буде прийнято", WillKeep: "виправлю, лишаться зауваження", LeftOut: "пропущено", Cant: "не можна", What: "Що станеться",
	Toggle: "пропустити", ToggleHint: "пропускає фото або повертає його", CantToggle: "Це фото не можна виправити.",
	Stop: "зупинити", StopHint: "зупиняє після поточного фото", AcceptAll: "зберегти виправлені",
	AcceptAllHint: "зберігає виправлені фото й приймає ті, що без зауважень", NoneMended: "Жодного фото не вдалося виправити. Нічого не змінено.",
	ClassSum: func(accept, keep, cant int) string {
		return fmt.Sprintf("Буде прийнято: %d, виправлено із зауваженнями: %d, без виправлення: %d.", accept, keep, cant)
	},
	ClassDone: func(accepted, kept, failed int) string {
		said := fmt.Sprintf("Прийнято виправлені: %d, виправлено із зауваженнями: %d.", accepted, kept)
		if failed > 0 {
			said += fmt.Sprintf(" Не збережено: %d, хтось змінив їх тим часом.", failed)
		}
		return said
	},

	LetterTitle: "Лист до батьків", Copy: "копіювати", CopyHint: "до буфера цього термінала (OSC 52), працює й через SSH",
	Save: "зберегти файл", SaveHint: "у теці wychodzace поруч із базою", SaveAs: "зберегти як", SaveAsHint: "файл за вказаним шляхом",
	Language: "мова", LanguageHint: "польська, українська, англійська",
	Sent: "надіслано", SentHint: "позначає, що лист пішов до батьків", SentNow: "Позначено: лист надіслано.",
	NotSent: "не надіслано", NotSentHint: "позначає, що лист усе ж не пішов і батьки не знають", NotSentNow: "Позначено: лист не пішов, батьки не знають.",
	Copied:   "Скопійовано й позначено, що батьки знають. Термінал не підтверджує: вставте й перевірте; якщо порожньо, збережіть файл (z).",
	CantCopy: "Не вдалося надіслати лист до термінала. Збережіть файл (z).", CopyNowhere: "Цей термінал не має буфера. Збережіть файл (z).",
	Saved: func(path string) string {
		return "Збережено й позначено, що батьки знають: " + path
	},
	SaveFar: "Через SSH файл можна зберегти лише в теці wychodzace на комп'ютері школи (z).",
	CantSave: func(path string) string {
		return "Не вдалося зберегти файл " + path + ". Перевірте шлях, права та місце на диску."
	},
	SaveExists: func(path string) string {
		return "Файл " + path + " уже є. Нічого не збережено. Вкажіть іншу назву (s)."
	},
	PathLabel: "Де зберегти лист?", PathHint: "шлях до файлу, наприклад ~/lyst.txt", NoFolder: "Ця школа не має теки даних. Вкажіть шлях (s).",
	Lines:    "стрілки прокручують",
	LangName: map[Lang]string{Polish: "польська", Ukrainian: "українська", English: "англійська"},
}
