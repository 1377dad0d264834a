package text

import (
	"fmt"

	"okienko/model"
	"okienko/model/portrait"
)

var galleryPolish = Gallery{
	Title: "Zdjęcia", Search: "Szukaj:", Placeholder: "plik, uczeń, klasa",
	Open: "Zdjęcia", OpenHint: "zdjęcia od rodziców: czyje, dobre, do naprawy, odrzucone",
	OfStudent: "zdjęcia ucznia", OfStudentHint: "pliki, które przysłano dla tego ucznia",
	File: "Plik", Student: "Uczeń", Verdict: "Ocena", Reasons: "Powody",
	Reading:      "Czytam zdjęcia…",
	Empty:        "Nie ma jeszcze zdjęć. Załączniki od rodziców zapisz w skrzynce (folder inbox), wróć na listę uczniów i naciśnij F6, potem F3.",
	NothingFound: "Nic nie pasuje. Esc czyści wyszukiwanie, potem filtry.", AllDone: "Nic nie zostało do zrobienia. Pozostałe zdjęcia pokazuje F4.",
	PasteRefused: "Wklejony tekst jest za długi na wyszukiwanie.",
	View: map[PhotoView]string{PhotosToDo: "do zrobienia", PhotosUnmatched: "bez ucznia", PhotosRefused: "odrzucone",
		PhotosFine: "w porządku", PhotosAll: "wszystkie"},
	PickView: "Pokaż", ViewHint: "do zrobienia, bez ucznia, odrzucone, w porządku", PickClass: "Klasa", ClassHint: "pokazuje zdjęcia jednej klasy",
	AllClasses: "wszystkie klasy", NothingHere: "Nie ma tu zdjęcia.",
	State: map[model.PhotoState]string{model.PhotoToDo: "do zrobienia", model.PhotoAccepted: "przyjęte", model.PhotoAcceptedDespite: "mimo uwag",
		model.PhotoRefused: "odrzucone", model.PhotoTold: "napisano", model.PhotoReplaced: "zastąpione"},
	Look: map[PhotoStep]string{PhotoSettle: "czyje?", PhotoChoose: "kilka", PhotoAccept: "dobre", PhotoMend: "do naprawy",
		PhotoLook: "uwagi", PhotoRefuse: "złe", PhotoWrite: "odrzucone"},
	Step: map[PhotoStep]string{PhotoSettle: "wskaż ucznia", PhotoChoose: "wybierz jedno", PhotoAccept: "przyjmij", PhotoMend: "napraw",
		PhotoLook: "zobacz", PhotoRefuse: "odrzuć", PhotoWrite: "list"},
	Decide:   "zdecyduj",
	StepHint: "najbliższy krok dla tego zdjęcia",
	Detail:   "Zdjęcie", DetailHint: "obraz, pomiary i wszystkie czynności", Clear: "Wyczyść", ClearHint: "czyści wyszukiwanie, potem filtry, potem wraca",
	Back: "wróć", BackHint: "wraca do tabeli",

	Nobody: "nie wiadomo, czyje", Arrived: "przyszło", DeletedOn: "do usunięcia", DecidedBy: "decyzja:",
	MendedNow: "naprawione", NothingWrong: "Bez zastrzeżeń.", Measured: "jest", Limit: "granica",
	InSize:    func(w, h int, weight string) string { return fmt.Sprintf("%d × %d px, %s", w, h, weight) },
	NoPicture: "Tego pliku nie da się pokazać.", NoTerminalPicture: "Ten terminal nie pokazuje obrazów: brakuje mu kolorów albo znaków. Pomiary są obok.", Loading: "Wczytuję obraz…",
	Accept: "przyjmij", AcceptHint: "zdjęcie trafi na legitymację", Refuse: "odrzuć", RefuseHint: "i otwiera list do rodzica",
	Despite: "mimo uwag", DespiteHint: "przyjmuje mimo zastrzeżeń, pod Twoim nazwiskiem", Mend: "napraw", MendHint: "pokazuje przed i po, zanim cokolwiek zmieni",
	Whose: "czyje", WhoseHint: "wskazuje ucznia albo poprawia wskazanie", Letter: "list", LetterHint: "list do rodzica: powody i jak zrobić lepsze zdjęcie",
	TakeBack: "cofnij", TakeBackHint: "cofa decyzję: zdjęcie znowu jest do zrobienia",
	Next: "następne", NextHint: "następne zdjęcie z tabeli", Previous: "poprzednie", PreviousHint: "poprzednie zdjęcie z tabeli",
	OffNobodys: "Nie wiadomo, czyje to zdjęcie. Najpierw wskaż ucznia (u).", OffRemarks: "Są zastrzeżenia: napraw (n), przyjmij mimo uwag (m) albo odrzuć (o).",
	OffUnusable: "Tego pliku nie da się użyć. Odrzuć je (o) albo spróbuj naprawić (n).", OffAccepted: "To zdjęcie już przyjęto.", OffRefused: "To zdjęcie już odrzucono.",
	OffToDo: "Nie ma decyzji, którą można cofnąć.", OffFine: "Do tego zdjęcia nie ma zastrzeżeń. Przyjmij je (p).",
	OffNotRefused: "List jest do zdjęcia odrzuconego. Najpierw odrzuć (o).", OffNothingToMend: "Nie ma tu nic, co program umie naprawić.", Saving: "Zapisuję. Poczekaj chwilę.",
	DespiteAsk:      func(reasons string) string { return "Przyjąć zdjęcie mimo uwag? " + reasons },
	Accepted:        func(who string) string { return "Przyjęto zdjęcie: " + who + "." },
	AcceptedDespite: func(who string) string { return "Przyjęto mimo uwag: " + who + "." },
	OthersRefused:   func(who string) string { return "Przyjęto zdjęcie: " + who + ". Pozostałe odrzucono." },
	Refused:         func(who string) string { return "Odrzucono zdjęcie: " + who + "." },
	TakenBack:       func(who string) string { return "Znowu do zrobienia: " + who + "." },
	LastOne:         "To ostatnie zdjęcie w tabeli.", Gone: "Tego zdjęcia już nie ma: usunięto je zgodnie z terminem.",

	WhoseTitle: "Czyje to zdjęcie?", NobodyChosen: "– nikt –", ChooseSomebody: "Wybierz ucznia strzałkami albo wpisz więcej liter.",
	FileLine: "Plik:", NameFits: "Do nazwy pliku pasuje kilka osób:", NameMaybe: "Do nazwy pliku podobne są:",
	Suggested: "podobna nazwa", TypeName: "pisz nazwisko, imię, klasę", OtherClass: "w nazwie pliku inna klasa:",
	Settle: "wskaż", Settled: "teraz:", SettledNobody: "nikogo",
	SettledAs: func(who string) string { return "To zdjęcie: " + who + "." },

	ChooseTitle: "Które zdjęcie?", ChooseHead: "Tego ucznia jest kilka zdjęć. Po przyjęciu wybranego pozostałe zostaną odrzucone.", ChooseLater: "– zostaw na później –",

	MendTitle: "Naprawa", Before: "przed", After: "po", Mending: "Naprawiam…",
	Done: map[portrait.Step]string{portrait.StepConverted: "zamiana na JPG", portrait.StepCompleted: "dopisane zakończenie pliku",
		portrait.StepColours: "kolory ekranowe", portrait.StepTurned: "obrót", portrait.StepCropped: "kadr wokół głowy",
		portrait.StepReduced: "zmniejszenie", portrait.StepEnlarged: "lekkie powiększenie", portrait.StepCompressed: "mocniejsza kompresja",
		portrait.StepStripped: "usunięte położenie i dane aparatu"},
	CantMend: func(why string) string { return "Tego zdjęcia nie da się naprawić. " + why },
	CantMendSmall: func(w, h, leastW, leastH int) string {
		return fmt.Sprintf("Tego zdjęcia nie da się naprawić: po przycięciu do głowy zostaje %d × %d px, a trzeba %d × %d.", w, h, leastW, leastH)
	},
	Remaining: "Zostaje:", NothingRemains: "Po naprawie bez zastrzeżeń.",
	TakeMended: "przyjmij naprawione", TakeMendedHint: "dopiero to zapisuje; oryginał też zostaje do dnia usunięcia",
	RefuseInstead: "odrzuć",
	Quality:       func(q int) string { return fmt.Sprintf("jakość %d", q) },

	MendClass: "Napraw klasę", MendClassHint: "naprawia wszystkie zdjęcia klasy; zapisuje dopiero po Enterze", ClassTitle: "Naprawa klasy",
	ClassFirst: "Najpierw wybierz klasę (F3).", NothingToMend: "W tej klasie nie ma zdjęć do naprawy.",
	Trying: "Naprawiam, niczego jeszcze nie zapisano.", Writing: "Zapisuję.",
	WillAccept: "przyjmę", WillKeep: "naprawię, zostaną uwagi", LeftOut: "pominięte", Cant: "nie da się", What: "Co się stanie",
	Toggle: "pomiń", ToggleHint: "pomija zdjęcie albo bierze je z powrotem", CantToggle: "Tego zdjęcia nie da się naprawić.",
	Stop: "przerwij", StopHint: "przerywa po bieżącym zdjęciu", AcceptAll: "zapisz naprawione",
	AcceptAllHint: "zapisuje naprawione zdjęcia i przyjmuje te bez zastrzeżeń", NoneMended: "Żadnego zdjęcia nie udało się naprawić. Niczego nie zmieniono.",
	ClassSum: func(accept, keep, cant int) string {
		return fmt.Sprintf("Do przyjęcia: %d, naprawionych z uwagami: %d, bez naprawy: %d.", accept, keep, cant)
	},
	ClassDone: func(accepted, kept, failed int) string {
		said := fmt.Sprintf("Przyjęto naprawione: %d, naprawiono z uwagami: %d.", accepted, kept)
		if failed > 0 {
			said += fmt.Sprintf(" Nie zapisano: %d, ktoś zmienił je w tym czasie.", failed)
		}
		return said
	},

	LetterTitle: "List do rodzica", Copy: "kopiuj", CopyHint: "do schowka tego terminala (OSC 52), działa też przez SSH",
	Save: "zapisz plik", SaveHint: "w folderze wychodzace obok bazy", SaveAs: "zapisz jako", SaveAsHint: "plik o podanej ścieżce",
	Language: "język", LanguageHint: "polski, ukraiński, angielski",
	Sent: "wysłane", SentHint: "zaznacza, że list poszedł do rodzica", SentNow: "Zaznaczono: list wysłany.",
	NotSent: "nie wysłano", NotSentHint: "zaznacza, że list jednak nie poszedł i rodzic nie wie", NotSentNow: "Zaznaczono: list nie poszedł, rodzic nie wie.",
	Copied:   "Skopiowano i zaznaczono, że rodzic wie. Terminal nie potwierdza: wklej i sprawdź; gdy pusto, zapisz plik (z).",
	CantCopy: "Nie udało się wysłać listu do terminala. Zapisz plik (z).", CopyNowhere: "Ten terminal nie ma schowka. Zapisz plik (z).",
	Saved:   func(path string) string { return "Zapisano i zaznaczono, że rodzic wie: " + path },
	SaveFar: "Przez SSH plik można zapisać tylko w folderze wychodzace na komputerze szkoły (z).",
	CantSave: func(path string) string {
		return "Nie udało się zapisać pliku " + path + ". Sprawdź ścieżkę, uprawnienia i miejsce na dysku."
	},
	SaveExists: func(path string) string {
		return "Plik " + path + " już jest. Niczego nie zapisano. Podaj inną nazwę (s)."
	},
	PathLabel: "Gdzie zapisać list?", PathHint: "ścieżka pliku, na przykład ~/list.txt", NoFolder: "Ta szkoła nie ma folderu danych. Podaj ścieżkę (s).",
	Lines:    "strzałki przewijają",
	LangName: map[Lang]string{Polish: "polski", Ukrainian: "ukraiński", English: "angielski"},
}
