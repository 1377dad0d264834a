package text

import (
	"fmt"
	"time"

	"okienko/model"
)

// QR are the sentences of the screen that shows a code. Those in the first
// block are for the student, in the language the student reads; the rest is
// for the secretary.
type QR struct {
	Class                    func(class string) string
	Life                     func(left string) string
	AskNew                   string
	Help                     map[model.CodeKind][3]string
	Parents                  string // the same for a parent's own app
	Second, Login, Password  string
	Payload, CaseMatters     string
	CharClass                map[string]string // by qr.Class: "digit" and so on
	Signs                    func(list string) string
	Title, Waiting           string
	Collected, CollectedHint string
	Not, NotHint             string
	Blank, BlankHint         string
	NoScan, NoScanHint       string
	Switch, SwitchHint       string
	AsText, AsTextHint       string
	Back, BackHint           string
	Larger, LargerHint       string
	Smaller, SmallerHint     string
	Blanked                  string
	NotCollected, Expired    string
	Stopped                  string
	TooSmall                 func(cols, rows int) string
	Unseen                   string // why Enter records nothing
	NoGlyphs                 string // why so much room is needed
	TextTooLong              string
	NoDrawing                string
	Misread, NoneReads       string
	LargestNow, SmallestNow  string
	Growing                  string // a larger window was asked for
	OneLanguage              string
	TryLargest, TryOther     string
	TryBrighter, TryTyping   string
	QuitAsk                  string
}

// QRIn returns the sentences in a language.
func QRIn(l Lang) *QR { return qrs[l] }

// Clock is how long a code still lives, as a clock that runs down: "9:32" in
// the last hour, hours and minutes before.
func Clock(l Lang, left time.Duration) string {
	if left >= time.Hour {
		return Remaining(l, left)
	}
	// Rounded up, so that 0:00 and the end are one moment.
	s := int((max(0, left) + time.Second - 1) / time.Second)
	return fmt.Sprintf("%d:%02d", s/60, s%60)
}

var qrs = map[Lang]*QR{
	Polish: {
		Class:  func(c string) string { return "klasa " + c },
		Life:   func(left string) string { return "Kod ważny jeszcze " + left },
		AskNew: "Poproś o nowy kod.",
		Help: map[model.CodeKind][3]string{
			model.CodeSIO: {"1. Zainstaluj mObywatel i wybierz Junior.",
				"2. Ustaw PIN (6 cyfr).", "3. Zeskanuj ten kod w aplikacji."},
			model.CodeZPE: {"1. Zainstaluj mObywatel i wybierz Junior.",
				"2. Ustaw PIN (6 cyfr).", "3. Zeskanuj ten kod w aplikacji."},
			model.CodeLegacy: {"1. Otwórz mObywatel i dodaj legitymację szkolną.",
				"2. Zeskanuj ten kod.", "3. Wpisz kod aktywacyjny z tego ekranu."},
			model.CodeCredentials: {"1. Wejdź na zpe.gov.pl i zaloguj się tymi danymi.",
				"2. W „Aplikacjach” wygeneruj kod QR (ważny 10 minut).", "3. Zeskanuj go w aplikacji mObywatel Junior."},
		},
		Parents: "Rodzic w swoim mObywatelu: Dokumenty, Legitymacja szkolna, zeskanuj ten kod.",
		Second:  "Kod aktywacyjny", Login: "Login", Password: "Hasło", Payload: "Kod do wpisania ręcznie",
		CaseMatters: "Wielkie i małe litery to różne znaki.",
		CharClass: map[string]string{"digit": "cyfra", "capital": "wielka litera", "small": "mała litera",
			"letter": "litera", "blank": "odstęp", "sign": "znak"},
		Signs: func(l string) string { return "Znaki: " + l },
		Title: "Kod", Waiting: "Chwila…",
		Collected: "Odebrany", CollectedHint: "pyta, kto odebrał, i zapisuje",
		Not: "Nieodebrany", NotHint: "kod zostaje; wpis w ewidencji",
		Blank: "Ukryj", BlankHint: "gasi ekran i z powrotem",
		NoScan: "Nie skanuje się", NoScanHint: "rady: rysunek, jasność, tekst",
		Switch: "Język", SwitchHint: "zmienia język pomocy dla ucznia",
		AsText: "Tekst", AsTextHint: "kod do wpisania ręcznie",
		Back: "Wróć do kodu", BackHint: "znów pokazuje kod",
		Larger: "Większy", LargerHint: "większy rysunek kodu", Smaller: "Mniejszy", SmallerHint: "kolejny, mniejszy rysunek kodu",
		Blanked:      "Ekran ukryty. Spacja pokazuje kod.",
		NotCollected: "Nieodebrany. Kod nadal czeka na wydanie.",
		Expired:      "Kod wygasł i zniknął z ekranu. Potrzebny jest nowy.",
		Stopped:      "Wpisano sprzeciw. Kod zniknął z ekranu, niczego nie wydano.",
		TooSmall: func(cols, rows int) string {
			return "Okno jest za małe na ten kod. Brakuje: " + missing(cols, "kolumn", rows, "wierszy") +
				". Powiększ okno albo zmniejsz czcionkę, albo naciśnij t (tekst)."
		},
		Unseen:      "Dopóki kodu nie widać, wydania nie da się zapisać.",
		NoGlyphs:    "Ten terminal nie przepuszcza znaków UTF-8, więc kod musi być dwa razy większy. W tmux pomaga: tmux -u.",
		TextTooLong: "Okno jest za małe na ten tekst. Powiększ okno albo zmniejsz czcionkę.",
		NoDrawing:   "Tego kodu nie da się tu narysować. Naciśnij t (tekst).",
		Misread:     "Próba odczytu nie wyszła. Pokazuję inny rysunek.",
		NoneReads:   "Żaden rysunek nie przeszedł próby odczytu. Trzeba wpisać ręcznie.",
		Growing:     "Proszę terminal o większe okno. Klawisz - cofa.",
		LargestNow:  "Większy się nie zmieści. Powiększ okno.", SmallestNow: "Innego rysunku już nie ma.",
		OneLanguage: "Szkoła pokazuje wskazówki w jednym języku.",
		TryLargest:  "Rada: największy rysunek. Trzymaj telefon prosto, 30 cm od ekranu.",
		TryOther:    "Rada: inny rysunek tego samego kodu.",
		TryBrighter: "Rada: rozjaśnij monitor, usuń odblask, przetrzyj obiektyw telefonu.",
		TryTyping:   "Rada: wpisz kod ręcznie w aplikacji. Nie działa: Esc, F2, n – nowy kod.",
		QuitAsk:     "Na ekranie jest kod. Zakończyć pracę? Kod wróci jako nieodebrany.",
	},
	English: {
		Class:  func(c string) string { return "class " + c },
		Life:   func(left string) string { return "Code valid for " + left },
		AskNew: "Ask for a new code.",
		Help: map[model.CodeKind][3]string{
			model.CodeSIO: {"1. Install mObywatel and choose Junior.",
				"2. Set a PIN (6 digits).", "3. Scan this code in the app."},
			model.CodeZPE: {"1. Install mObywatel and choose Junior.",
				"2. Set a PIN (6 digits).", "3. Scan this code in the app."},
			model.CodeLegacy: {"1. Open mObywatel and add the school card (legitymacja szkolna).",
				"2. Scan this code.", "3. Type the activation code from this screen."},
			model.CodeCredentials: {"1. Go to zpe.gov.pl and sign in with these.",
				"2. Under “Aplikacje” make a QR code (valid 10 minutes).", "3. Scan it in the mObywatel Junior app."},
		},
		Parents: "A parent, in their own mObywatel: Dokumenty, Legitymacja szkolna, scan this code.",
		Second:  "Activation code", Login: "Login", Password: "Password", Payload: "Code for typing by hand",
		CaseMatters: "Capital and small letters are different.",
		CharClass: map[string]string{"digit": "digit", "capital": "capital", "small": "small letter",
			"letter": "letter", "blank": "space", "sign": "sign"},
		Signs: func(l string) string { return "Characters: " + l },
		Title: "Code", Waiting: "One moment…",
		Collected: "Collected", CollectedHint: "asks who collected, records it",
		Not: "Not collected", NotHint: "the code stays; goes on record",
		Blank: "Hide", BlankHint: "blanks the screen, and back",
		NoScan: "It doesn't scan", NoScanHint: "hints: drawing, brightness, text",
		Switch: "Language", SwitchHint: "language of the student's help",
		AsText: "Text", AsTextHint: "the code, for typing by hand",
		Back: "Back to the code", BackHint: "shows the code again",
		Larger: "Larger", LargerHint: "a larger drawing of the code", Smaller: "Smaller", SmallerHint: "the next smaller drawing of the code",
		Blanked:      "Screen hidden. Space shows the code.",
		NotCollected: "Not collected. The code is still waiting.",
		Expired:      "The code has expired and left the screen. A new one is needed.",
		Stopped:      "An objection was entered. The code left the screen, nothing was handed over.",
		TooSmall: func(cols, rows int) string {
			return "The window is too small for this code. Missing: " + missing(cols, "columns", rows, "rows") +
				". Enlarge it or make the font smaller, or press t (text)."
		},
		Unseen:      "As long as the code can't be seen, no hand-over can be recorded.",
		NoGlyphs:    "This terminal does not let UTF-8 through, so the code has to be twice as large. In tmux this helps: tmux -u.",
		TextTooLong: "The window is too small for this text. Enlarge it or make the font smaller.",
		NoDrawing:   "This code can't be drawn here. Press t (text).",
		Misread:     "The drawing could not be read back. Here is another one.",
		NoneReads:   "No drawing could be read back. It has to be typed by hand.",
		Growing:     "A larger window was asked for. The - key undoes it.",
		LargestNow:  "A larger one does not fit. Enlarge the window.", SmallestNow: "There is no other drawing.",
		OneLanguage: "The school shows its help in one language.",
		TryLargest:  "Hint: the largest drawing. Hold the phone straight, 30 cm from the screen.",
		TryOther:    "Hint: another drawing of the same code.",
		TryBrighter: "Hint: make the monitor brighter, avoid glare, wipe the phone's lens.",
		TryTyping:   "Hint: type the code in the app by hand. No use: Esc, F2, n – a new code.",
		QuitAsk:     "There is a code on the screen. Leave? It goes back as not collected.",
	},
	Ukrainian: {
		Class:  func(c string) string { return "клас " + c },
		Life:   func(left string) string { return "Код діє ще " + left },
		AskNew: "Попросіть новий код.",
		Help: map[model.CodeKind][3]string{
			model.CodeSIO: {"1. Встанови mObywatel і вибери Junior.",
				"2. Задай PIN (6 цифр).", "3. Скануй цей код у застосунку."},
			model.CodeZPE: {"1. Встанови mObywatel і вибери Junior.",
				"2. Задай PIN (6 цифр).", "3. Скануй цей код у застосунку."},
			model.CodeLegacy: {"1. Відкрий mObywatel і додай шкільний квиток (legitymacja szkolna).",
				"2. Скануй цей код.", "3. Введи код активації з цього екрана."},
			model.CodeCredentials: {"1. Відкрий zpe.gov.pl і увійди з цими даними.",
				"2. У розділі «Aplikacje» створи QR-код (діє 10 хвилин).", "3. Скануй його в застосунку mObywatel Junior."},
		},
		Parents: "Батьки у своєму mObywatel: Dokumenty, Legitymacja szkolna, скануйте цей код.",
		Second:  "Код активації", Login: "Логін", Password: "Пароль", Payload: "Код для введення вручну",
		CaseMatters: "Великі й малі літери — це різні знаки.",
		CharClass: map[string]string{"digit": "цифра", "capital": "велика літера", "small": "мала літера",
			"letter": "літера", "blank": "пробіл", "sign": "знак"},
		Signs: func(l string) string { return "Знаки: " + l },
		Title: "Код", Waiting: "Хвилинку…",
		Collected: "Забрали", CollectedHint: "питає, хто забрав, і записує",
		Not: "Не забрали", NotHint: "код залишається; запис у реєстрі",
		Blank: "Сховати", BlankHint: "гасить екран і повертає",
		NoScan: "Не сканується", NoScanHint: "поради: рисунок, яскравість, текст",
		Switch: "Мова", SwitchHint: "змінює мову підказок для учня",
		AsText: "Текст", AsTextHint: "код, щоб ввести вручну",
		Back: "Назад до коду", BackHint: "знову показує код",
		Larger: "Більший", LargerHint: "більший рисунок коду", Smaller: "Менший", SmallerHint: "наступний, менший рисунок коду",
		Blanked:      "Екран сховано. Пробіл показує код.",
		NotCollected: "Не забрали. Код і далі чекає на видачу.",
		Expired:      "Код прострочено, він зник з екрана. Потрібен новий.",
		Stopped:      "Внесено заперечення. Код зник з екрана, нічого не видано.",
		TooSmall: func(cols, rows int) string {
			return "Вікно замале для цього коду. Бракує: " + missing(cols, "стовпців", rows, "рядків") +
				". Збільште вікно або зменште шрифт, або натисніть t (текст)."
		},
		Unseen:      "Поки коду не видно, видачу записати не можна.",
		NoGlyphs:    "Цей термінал не пропускає UTF-8, тому код мусить бути вдвічі більшим. У tmux допомагає: tmux -u.",
		TextTooLong: "Вікно замале для цього тексту. Збільште вікно або зменште шрифт.",
		NoDrawing:   "Цей код тут не намалювати. Натисніть t (текст).",
		Misread:     "Перевірка читанням не вдалася. Показую інший рисунок.",
		NoneReads:   "Жоден рисунок не пройшов перевірки. Треба ввести вручну.",
		Growing:     "Попросили в термінала більше вікно. Клавіша - скасовує.",
		LargestNow:  "Більший не вміститься. Збільште вікно.", SmallestNow: "Іншого рисунка вже немає.",
		OneLanguage: "Школа показує підказки однією мовою.",
		TryLargest:  "Порада: найбільший рисунок. Тримайте телефон рівно, 30 см від екрана.",
		TryOther:    "Порада: інший рисунок того самого коду.",
		TryBrighter: "Порада: зробіть монітор яскравішим, приберіть відблиск, протріть об'єктив.",
		TryTyping:   "Порада: введіть код у застосунку вручну. Не діє: Esc, F2, n – новий код.",
		QuitAsk:     "На екрані код. Завершити роботу? Код повернеться як не забраний.",
	},
}

// missing names what a window lacks; numbers stand last, so that no language
// has to inflect the words.
func missing(cols int, colsWord string, rows int, rowsWord string) string {
	switch {
	case rows == 0:
		return fmt.Sprintf("%s %d", colsWord, cols)
	case cols == 0:
		return fmt.Sprintf("%s %d", rowsWord, rows)
	}
	return fmt.Sprintf("%s %d, %s %d", colsWord, cols, rowsWord, rows)
}
