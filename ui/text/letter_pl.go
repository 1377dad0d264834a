package text

import (
	"fmt"

	"okienko/model/portrait"
)

var letterPolish = Letter{
	Subject: "Zdjęcie do mLegitymacji: prosimy o nowe", Greeting: "Dzień dobry,",
	About: func(name, class string) string { return inClass(name, ", klasa ", class) + "." },
	File:  func(file, day string) string { return fmt.Sprintf("Plik: %s, otrzymany %s.", file, day) },
	Cant:  "Tego zdjęcia nie możemy użyć. Powody:", ToDo: "Co zrobić:",
	Please: "Prosimy o nowe zdjęcie. Najlepiej:",
	Best: []string{
		"jedna osoba, twarz na wprost, odkryta, oczy otwarte; głowa zajmuje około 3/4 wysokości zdjęcia;",
		"równe światło z przodu, na przykład przy oknie; jasne i gładkie tło;",
		"oryginalny plik JPG z telefonu lub aparatu, nie zrzut ekranu ani zdjęcie z komunikatora;",
	},
	Pixels: func(w, h int) string {
		return fmt.Sprintf("co najmniej %d × %d pikseli (szerokość × wysokość);", w, h)
	},
	Ratio:  func(w, h int) string { return fmt.Sprintf("proporcje %d:%d (szerokość do wysokości);", w, h) },
	Weight: func(limit string) string { return fmt.Sprintf("plik nie większy niż %s.", limit) },
	Reply:  "Prosimy odesłać zdjęcie w odpowiedzi na tę wiadomość. W nazwie pliku prosimy podać imię, nazwisko i klasę.",
	Deleted: func(day string) string {
		return fmt.Sprintf("Zdjęcie, które dostaliśmy, usuniemy najpóźniej %s.", day)
	},
	Office: "Sekretariat szkoły", FileWord: "list o zdjęciu",
	Advice: map[portrait.ID]string{
		portrait.EmptyFile:          "wysłać plik jeszcze raz, poprzednio nie dotarł.",
		portrait.NotJPEG:            "zapisać zdjęcie jako JPG i wysłać jeszcze raz (iPhone: Ustawienia, Aparat, Formaty, Najbardziej zgodny).",
		portrait.Truncated:          "wysłać oryginalny plik jeszcze raz, poprzednio przesyłanie się urwało.",
		portrait.Corrupt:            "otworzyć zdjęcie u siebie, sprawdzić, czy widać je całe, i wysłać oryginalny plik jeszcze raz.",
		portrait.UnsupportedJPEG:    "otworzyć zdjęcie w telefonie lub komputerze, zapisać jako zwykły JPG i wysłać.",
		portrait.TooManyPixels:      "zrobić zdjęcie w zwykłej rozdzielczości, 12 megapikseli wystarczy.",
		portrait.TooSmall:           "wysłać oryginał z telefonu lub aparatu. Zrzuty ekranu i zdjęcia z komunikatora są pomniejszone.",
		portrait.TooLargePx:         "zmniejszyć zdjęcie albo ustawić w aparacie mniejszą rozdzielczość.",
		portrait.WrongRatio:         "przyciąć zdjęcie do podanych niżej proporcji, pionowo, z głową pośrodku.",
		portrait.TooHeavy:           "zmniejszyć zdjęcie, na przykład wysłać je w rozmiarze „średnim”.",
		portrait.NearLimit:          "trochę zmniejszyć zdjęcie, żeby przyjął je każdy system.",
		portrait.LowResolution:      "wysłać oryginał z telefonu lub aparatu, nie miniaturę.",
		portrait.RotatedEXIF:        "obrócić zdjęcie tak, żeby stało prosto, i zapisać je ponownie.",
		portrait.GPSData:            "wyłączyć w aparacie zapisywanie położenia: plik zdradza, gdzie zrobiono zdjęcie.",
		portrait.TrailingData:       "zapisać zdjęcie ponownie, bez dodatków takich jak „ruchome zdjęcie”.",
		portrait.BadExtension:       "nazwać plik tak, żeby kończył się na .jpg.",
		portrait.Greyscale:          "wysłać zdjęcie kolorowe.",
		portrait.CMYK:               "poprosić fotografa o plik w kolorach RGB (sRGB).",
		portrait.RotatedPixels:      "obrócić zdjęcie tak, żeby głowa była u góry, i zapisać je ponownie.",
		portrait.NoFace:             "zrobić zdjęcie twarzy na wprost, dobrze oświetlonej i niezasłoniętej.",
		portrait.ManyFaces:          "zrobić zdjęcie, na którym jest tylko jedna osoba, także w tle.",
		portrait.FaceTooSmall:       "podejść bliżej, tak żeby głowa zajmowała około 3/4 wysokości zdjęcia.",
		portrait.FaceTooLarge:       "odsunąć aparat, tak żeby zmieściła się cała głowa z włosami i brodą.",
		portrait.FaceOffCentre:      "ustawić głowę na środku zdjęcia.",
		portrait.Blurred:            "zrobić zdjęcie jeszcze raz: wytrzeć obiektyw, oprzeć telefon i dotknąć twarzy na ekranie, żeby ustawić ostrość.",
		portrait.TooDark:            "stanąć twarzą do okna albo do lampy.",
		portrait.TooBright:          "zrobić zdjęcie bez lampy błyskowej i nie w pełnym słońcu.",
		portrait.LowContrast:        "zrobić zdjęcie w lepszym świetle, bez filtrów.",
		portrait.LowQuality:         "wysłać oryginał: komunikatory mocno kompresują zdjęcia.",
		portrait.BackgroundBusy:     "stanąć przed gładką ścianą.",
		portrait.BackgroundNotLight: "wybrać jasne tło, na przykład białą ścianę.",
		portrait.DuplicateFile:      "sprawdzić, czyje to zdjęcie, i wysłać właściwe dla każdej osoby.",
		portrait.SeveralPhotos:      "napisać, które z przysłanych zdjęć mamy wybrać.",
	},
}
