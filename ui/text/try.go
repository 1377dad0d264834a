package text

import "fmt"

// Try are the sentences of okienko qr --try, which finds out with the
// secretary which drawing a phone reads at this desk.
type Try struct {
	Title, Sample string // what the phone is to read
	Ask           func(n, of int) string
	Keys          string
	Kept, NotKept string
	None          string
}

// TryIn returns the sentences in a language.
func TryIn(l Lang) *Try { return tries[l] }

var tries = map[Lang]*Try{
	Polish: {
		Title: "Próba kodu", Sample: "Okienko – próba: telefon czyta kody z tego ekranu.",
		Ask: func(n, of int) string {
			return fmt.Sprintf("Rysunek %d z %d. Przyłóż telefon, około 30 cm od ekranu. Odczytał?", n, of)
		},
		Keys:    "Enter tak   n nie   Esc koniec",
		Kept:    "Zapamiętane dla tego stanowiska, terminala i wielkości okna. Dowolny klawisz kończy.",
		NotKept: "Telefon czyta, ale wyboru nie udało się zapisać. Sprawdź folder danych. Dowolny klawisz kończy.",
		None:    "Żaden rysunek nie pomógł. Powiększ okno lub czcionkę, rozjaśnij monitor, usuń odblask i spróbuj jeszcze raz. Dowolny klawisz kończy.",
	},
	English: {
		Title: "Code test", Sample: "Okienko – test: the phone reads codes off this screen.",
		Ask: func(n, of int) string {
			return fmt.Sprintf("Drawing %d of %d. Hold a phone about 30 cm from the screen. Did it read?", n, of)
		},
		Keys:    "Enter yes   n no   Esc end",
		Kept:    "Remembered for this desk, terminal and size of window. Any key ends this.",
		NotKept: "The phone reads, but the choice could not be saved. Check the data folder. Any key ends this.",
		None:    "No drawing helped. Enlarge the window or the font, make the monitor brighter, avoid glare and try again. Any key ends this.",
	},
	Ukrainian: {
		Title: "Проба коду", Sample: "Okienko – проба: телефон читає коди з екрана.",
		Ask: func(n, of int) string {
			return fmt.Sprintf("Рисунок %d з %d. Піднесіть телефон, приблизно 30 см від екрана. Прочитав?", n, of)
		},
		Keys:    "Enter так   n ні   Esc кінець",
		Kept:    "Запам'ятовано для цього місця, термінала й розміру вікна. Будь-яка клавіша завершує.",
		NotKept: "Телефон читає, але вибір не вдалося зберегти. Перевірте папку даних. Будь-яка клавіша завершує.",
		None:    "Жоден рисунок не допоміг. Збільште вікно або шрифт, зробіть монітор яскравішим, приберіть відблиск і спробуйте ще раз. Будь-яка клавіша завершує.",
	},
}
