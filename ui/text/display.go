package text

// Display are the sentences about the screen on the student's side.
type Display struct {
	Title, Offer, OfferHint                       string
	TypeAtDisplay, Waiting, Paired, NumberOver    string
	Close                                         string
	TypeNumber, WrongNumber, DeskGone             string
	WhereNumber                                   string
	OnDisplay, Here, HereHint, NoDisplay, HereToo string
}

// DisplayIn returns the sentences in a language.
func DisplayIn(l Lang) *Display { return displays[l] }

var displays = map[Lang]*Display{
	Polish: {
		Title: "Ekran ucznia", Offer: "Ekran ucznia", OfferHint: "drugi monitor albo tablet, który pokazuje uczniowi sam kod",
		TypeAtDisplay: "Wpisz ten numer na ekranie ucznia (polecenie okienko display). Działa raz, przez 3 minuty.",
		Waiting:       "Czekam na ekran…", Paired: "Ekran ucznia jest połączony z tym stanowiskiem. Kody będą się pokazywać na nim.",
		NumberOver: "Numer już nie działa. Wróć i naciśnij Ctrl+E jeszcze raz.", Close: "Zamknij",
		TypeNumber: "Numer stanowiska:", WhereNumber: "Numer pokazuje stanowisko po naciśnięciu Ctrl+E.", WrongNumber: "Żadne stanowisko nie podało takiego numeru. Na stanowisku: Ctrl+E.",
		DeskGone:  "Stanowisko się rozłączyło. Na stanowisku: Ctrl+E.",
		OnDisplay: "Kod jest na ekranie ucznia.", Here: "Pokaż też tutaj", HereHint: "pokazuje kod także na tym ekranie",
		NoDisplay: "Nie ma połączonego ekranu ucznia (Ctrl+E na liście).", HereToo: "Kod jest tu i na ekranie ucznia.",
	},
	English: {
		Title: "Student's screen", Offer: "Student's screen", OfferHint: "a second monitor or tablet that shows the student the code alone",
		TypeAtDisplay: "Type this number at the student's screen (command okienko display). It works once, for 3 minutes.",
		Waiting:       "Waiting for the screen…", Paired: "The student's screen is paired with this desk. Codes will be shown there.",
		NumberOver: "The number is over. Go back and press Ctrl+E again.", Close: "Close",
		TypeNumber: "The desk's number:", WhereNumber: "The desk shows its number after Ctrl+E.", WrongNumber: "No desk gave this number. At the desk: Ctrl+E.",
		DeskGone:  "The desk is gone. At the desk: Ctrl+E.",
		OnDisplay: "The code is on the student's screen.", Here: "Show it here too", HereHint: "shows the code on this screen as well",
		NoDisplay: "No student's screen is paired (Ctrl+E in the list).", HereToo: "The code is here and on the student's screen.",
	},
	Ukrainian: {
		Title: "Екран учня", Offer: "Екран учня", OfferHint: "другий монітор або планшет, який показує учневі лише код",
		TypeAtDisplay: "Введіть цей номер на екрані учня (команда okienko display). Діє один раз, 3 хвилини.",
		Waiting:       "Чекаю на екран…", Paired: "Екран учня з'єднано з цим робочим місцем. Коди показуватимуться на ньому.",
		NumberOver: "Номер уже не діє. Поверніться і натисніть Ctrl+E ще раз.", Close: "Закрити",
		TypeNumber: "Номер робочого місця:", WhereNumber: "Номер показує робоче місце після Ctrl+E.", WrongNumber: "Жодне робоче місце не дало такого номера. На робочому місці: Ctrl+E.",
		DeskGone:  "Робоче місце роз'єдналося. На робочому місці: Ctrl+E.",
		OnDisplay: "Код на екрані учня.", Here: "Показати й тут", HereHint: "показує код також на цьому екрані",
		NoDisplay: "Екран учня не з'єднано (Ctrl+E у списку).", HereToo: "Код тут і на екрані учня.",
	},
}
