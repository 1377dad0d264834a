package text

import (
	"fmt"
	"strings"
)

var ukrainianCommand = Command{
	About: "Okienko: видача кодів активації mLegitymacja.\nБез команди відкриває вікно для секретаріату.",
	Usage: "Використання", Commands: "Команди", Flags: "Параметри", GlobalFlags: "Спільні параметри",
	CommandWord: "команда", FlagsWord: "параметри",
	Short: map[string]string{
		"serve": "вікно через SSH для кількох робочих місць", "display": "екран для учня: лише код",
		"photo": "фото: перевіряє і виправляє їх", "fix": "виправляє фото: повертає, обрізає, зменшує; записує нові файли, оригіналів не змінює", "check": "перевіряє фото: кожну причину, з якої школа могла б їх відхилити",
		"passphrase": "змінює пароль школи і резервні ключі", "unseal": "відкриває файл, запечатаний після імпорту",
		"help": "довідка про команду", "version": "версія програми",
		"okienko": "відкриває вікно", "init": "створює школу в теці даних", "import": "імпортує файли",
		"students": "список учнів з журналу (CSV, XLSX)", "codes": "коди: списки CSV і XLSX, зображення PNG і JPEG, PDF, ZIP, теки",
		"statements": "список заяв (CSV, XLSX)", "status": "скільки учнів на якому етапі",
		"sio": "файл CSV для імпорту квитків у SIO, перевірений", "worklist": "список справ, за назвою (CSV, XLSX, PDF)", "uncollected": "коди, яких ніхто не забрав (CSV, XLSX, PDF)", "slips": "листки для учнів і батьків: що далі (PDF)",
		"registered": "квитки, зареєстровані в SIO: список із SIO або журналу (CSV, XLSX)",
		"zpe":        "логіни й паролі: зведення доступів до ZPE (CSV, XLSX)",
		"export":     "записує файл", "register": "реєстр виданих mLegitymacja (CSV, XLSX, PDF)",
		"qr": "показує будь-який текст як код QR, для проби", "doctor": "перевіряє базу, реєстр і файли", "backup": "записує зашифровану копію школи", "restore": "відновлює школу з копії",
	},
	ImportLong: map[string]string{
		"codes":      "Список (CSV, XLSX), колонки в будь-якому порядку:\n\n  PESEL;Rodzaj;Kod;Hasło;Login;Wygenerowano;Ważny do\n\nДосить PESEL і Kod (код) або PESEL і Login; замість PESEL прізвище, ім'я та клас або дата народження. Вид (Rodzaj), якого у файлі немає, задає --kind.\nТакож PDF, PNG, JPEG, GIF, ZIP і теки з ними: чий код, каже текст поруч або назва файлу.",
		"statements": "Список (CSV, XLSX), колонки в будь-якому порядку:\n\n  PESEL;Rodzaj;Data;Podpisał\n\nТобто: PESEL, вид (brak sprzeciwu, wniosek, sprzeciw), дата, хто підписав. Замість PESEL прізвище, ім'я та клас або дата народження. Можна додати Jako (у якій ролі) і Gdzie (де зберігається).",
		"registered": "Список (CSV, XLSX), колонки в будь-якому порядку:\n\n  PESEL;Numer legitymacji;Stan;Data rejestracji\n\nДосить PESEL або номера квитка; замість них прізвище, ім'я та клас або дата народження.",
		"zpe":        "Зведення (CSV, XLSX), колонки в будь-якому порядку:\n\n  PESEL;Nazwa użytkownika;Hasło\n\nТобто: PESEL, логін, пароль. Замість PESEL прізвище, ім'я та клас або дата народження. Сумнівне програма перелічує і не вирішує.",
	},
	Long: map[string]string{
		"init":       "Створює школу в теці даних: базу, профіль (school.toml) і теку inbox. Двічі питає пароль, який запечатує дані учнів; хто його загубить і не має резервного ключа, втратить дані. Без терміналу пароль дає --passphrase-file.\n\nНаприклад: okienko init --profile tarnow --school \"Szkoła Podstawowa nr 9\"",
		"doctor":     "Перевіряє, чи база ціла, реєстр неушкоджений, файли доступні лише власникові, годинник правильний, копії свіжі й чи є місце на диску. Про кожну ваду каже, що робити. Вікна можуть тим часом працювати. Код виходу 1: щось погано.",
		"passphrase": "Без параметрів двічі питає новий пароль школи; школа без пароля отримує його так само. Відкриті вікна працюють далі. Давніші копії й далі відкриває колишній пароль.\nРезервний ключ — це пара ключів age (age-keygen): публічний дають у --recipient, приватний лежить у сейфі й відкриває школу через --identity-file.",
		"display":    "Екран для учня: другий монітор, планшет або Raspberry Pi. Показує лише код, який виводить його робоче місце, а так порожній. На робочому місці Ctrl+E показує номер; тут його вводять. Через SSH досить ключа з role=\"display\" (okienko serve --help). Завершує Ctrl+C.",
		"unseal":     "Файли з теки inbox після імпорту програма відкладає запечатаними. Ця команда записує такий файл відкритим, доступним лише власникові. Видаліть його, коли він стане непотрібним.",
	},
	Flag: map[string]string{
		"class":          "лише цей клас, напр. 4a",
		"only":           "список учнів (CSV, XLSX: PESEL або прізвище, ім'я і клас); лише вони",
		"with-codes":     "друкує коди QR, для тих, хто не може прийти; кожен потрапляє до реєстру",
		"disabled":       "файл з учнями, які мають квиток учня з інвалідністю, або слово ніхто",
		"without-photos": "також учні без фото: фото додаються в SIO",
		"listen":         "адреса і порт сервера (зазвичай 127.0.0.1:2222)", "print-unit": "виводить юніт systemd", "list-keys": "виводить, хто може увійти",
		"passphrase-file": "файл з паролем школи (0600), для скриптів і служб", "identity-file": "файл з резервним ключем age (0600), замість пароля",
		"no-passphrase": "школа без пароля: хто візьме диск, прочитає дані", "recipient": "публічний ключ age (age1…), який теж відкриває школу; можна повторити",
		"remove-recipient": "вилучає такий ключ і змінює ключ бази", "new-passphrase-file": "файл з новим паролем (0600)", "show": "каже, як замкнено школу",
		"data": "тека даних школи (типово okienko в теці даних користувача)", "demo": "вигадана школа для вправ; зникає після завершення",
		"operator": "хто працює (типово користувач системи)", "desk": "назва робочого місця (типово комп'ютер і термінал)",
		"lang": "мова: pl, uk або en", "help": "ця довідка", "version": "версія програми", "json": "результат у JSON", "profile": "профіль школи: sio, mazowszany, chociszew або tarnow",
		"school": "назва школи", "address": "адреса школи", "output": "файл результату", "unsealed": "файл результату: відкритий вміст", "force": "замінює наявний файл",
		"try":  "перевіряє з телефоном, який рисунок читається на цьому місці, і запам'ятовує",
		"rung": "спосіб малювання, один із тих, що показує --rungs", "rungs": "показує способи малювання",
		"kind": "вид кодів, що його не вказують: sio, zpe, legacy, credentials (для зображень і PDF зазвичай sio; з другим кодом поруч legacy, з логіном і паролем credentials)", "password-file": "файл із паролями до захищених PDF, по одному в рядку",
	},
	Value: map[string]string{
		"class": "КЛАС", "only": "ФАЙЛ", "disabled": "ФАЙЛ|ніхто",
		"listen": "АДРЕСА:ПОРТ",
		"data":   "DIR", "operator": "NAME", "desk": "NAME", "lang": "pl|uk|en", "profile": "NAME",
		"passphrase-file": "ФАЙЛ", "identity-file": "ФАЙЛ", "new-passphrase-file": "ФАЙЛ", "recipient": "КЛЮЧ", "remove-recipient": "КЛЮЧ",
		"school": "NAME", "address": "ADDRESS", "output": "FILE", "rung": "NAME", "password-file": "ФАЙЛ", "kind": "KIND",
	},
	FileArgument: "ФАЙЛ", TextArgument: "ТЕКСТ",
	SeeHelp:        func(command string) string { return "Довідка: " + command + " --help." },
	BadLang:        "--lang може бути pl, uk або en.",
	BadCommandLine: "Не розумію цієї команди.",
	MissingArgument: func(what string) string {
		return fmt.Sprintf("Бракує аргументу: %s.", strings.TrimSuffix(what, "…"))
	},
	UnknownArgument: func(what string) string {
		return fmt.Sprintf("Немає такої команди чи аргументу: «%s».", Plain(what))
	},
	WhichOf: func(name string) string {
		return fmt.Sprintf("Після «%s» треба вказати, що саме.", name)
	},
	UnknownFlag: func(flag string) string { return fmt.Sprintf("Немає параметра %s.", Plain(flag)) },
	FlagNeedsValue: func(flag string) string {
		return fmt.Sprintf("Параметр %s потребує значення.", flag)
	},
	BadFlagValue: func(flag string) string {
		return fmt.Sprintf("Параметр %s має хибне значення.", flag)
	},
	FlagRequired: func(flag string) string { return fmt.Sprintf("Треба вказати параметр %s.", flag) },
	NotWithDemo:  "Ця команда не працює з --demo: вигадана школа зникає після завершення.",

	Interrupted: "Перервано. Що підтверджено, те записано. Команду можна повторити.",
	NoTerminal:  "Вікну потрібен термінал, а ввід або вивід перенаправлено. Нічого не змінено.",
	UnknownProfile: func(name string, known []string) string {
		return fmt.Sprintf("Немає профілю «%s». Є: %s.", Plain(name), strings.Join(known, ", "))
	},
	CreatedNext: "Тепер відкрийте вікно (okienko) і завантажте список учнів: F6.",
	Created: func(school, folder string) string {
		return fmt.Sprintf("Створено школу «%s» у теці %s.", Plain(school), Plain(folder))
	},
	StatusHelp: "Показує, скільки учнів на якому етапі. Кожен на одному, також ті, хто вибув, тож етапи разом дають кількість учнів.",

	Exists: func(file string) string {
		return fmt.Sprintf("Файл %s уже існує. Нічого не записано. Вкажіть іншу назву або додайте --force.", Plain(file))
	},
	CantWrite: func(file string) string {
		return fmt.Sprintf("Не вдається записати файл %s. Перевірте теку, права і місце на диску.", Plain(file))
	},
	CantRead: func(file string) string {
		return fmt.Sprintf("Не вдається прочитати файл %s. Нічого з нього не імпортовано. Перевірте назву і права.", Plain(file))
	},
	Exported: func(lines int, file string) string {
		return fmt.Sprintf("Реєстр записано у файл %s. Записів: %d.", Plain(file), lines)
	},

	CodeTooSmall: func(cols, rows int) string {
		return fmt.Sprintf("Вікно замале для цього коду. Бракує стовпців: %d, рядків: %d.", cols, rows)
	},
	CodeNoRung: func(name string) string {
		return fmt.Sprintf("Немає способу малювання «%s». Їх показує --rungs.", Plain(name))
	},
	CodeNotHere: func(name string) string {
		return fmt.Sprintf("Цей термінал не намалює код способом «%s».", Plain(name))
	},
	CodeTooLong: "Текст задовгий для коду QR: у ньому вміщається щонайбільше 2953 байти.",
	CodeEmpty:   "Не вказано тексту.",
	CodeTitle:   "Код QR", AnyKey: "Будь-яка клавіша завершує.",
	Rung: "спосіб", Room: "стовпці×рядки", Module: "виправлення помилок", Fits: "вміщається", DoesNotFit: "тут не вміщається",
	Taken: "так малює програма", OnRequest: "лише на вимогу", NotDrawn: "цей термінал так не малює", NoAnswer: "термінал не відповів, чи так малює",

	Doubt:     "Невідомо, який це учень: підходить більше ніж один або змінився PESEL. Рядок не імпортовано. Імпортуйте файл у вікні програми й виберіть.",
	Nobody:    "Такого учня немає. Рядок не імпортовано. Виправте PESEL або прізвище і клас.",
	TwoPeople: "Підходить більше ніж один учень. Рядок не імпортовано. Вкажіть PESEL.",
	TooLarge: func(file string) string {
		return fmt.Sprintf("Файл %s завеликий. Нічого з нього не імпортовано. Перевірте, чи це той файл.", Plain(file))
	},
	NotAFile: func(file string) string {
		return fmt.Sprintf("%s: це тека, канал або пристрій, а не файл. Нічого не імпортовано. Вкажіть файл CSV або XLSX.", Plain(file))
	},
	FileRefused: func(file string) string {
		return fmt.Sprintf("%s: нічого не імпортовано.", Plain(file))
	},
	FileTaken: func(file string, read, added, updated, unchanged, refused int) string {
		return fmt.Sprintf("%s: прочитано %d, додано %d, змінено %d, без змін %d, відхилено %d.", Plain(file), read, added, updated, unchanged, refused)
	},
	UnknownColumns: func(names []string) string {
		return fmt.Sprintf("Стовпці, яких програма не використовує: %s.", Plain(strings.Join(names, ", ")))
	},
	Line: func(n int) string { return fmt.Sprintf("рядок %d", n) },
	Missing: func(n int) string {
		return fmt.Sprintf("Немає в списку, але є в базі: %d. Хто вибув, позначте у вікні програми.", n)
	},

	Sheet:  "Реєстр виданих mLegitymacja",
	Number: "№", Name: "Ім'я (імена) та прізвище", PESEL: "PESEL", Document: "Номер виданого документа",
	Collected: "Дата отримання", Signature: "Підпис", Collector: "Хто отримав", Kind: "Вид", Operator: "Хто видав", Remarks: "Примітки",
	Corrects:  func(line int) string { return fmt.Sprintf("виправляє № %d", line) },
	Corrected: func(line int) string { return fmt.Sprintf("виправлено в № %d", line) },
	Voided:    "не видано",
}
