package text

import (
	"fmt"
	"strings"
)

var polishCommand = Command{
	About: "Okienko: wydawanie kodów aktywacyjnych mLegitymacji szkolnej.\nBez polecenia otwiera okno dla sekretariatu.",
	Usage: "Użycie", Commands: "Polecenia", Flags: "Opcje", GlobalFlags: "Opcje wspólne",
	CommandWord: "polecenie", FlagsWord: "opcje",
	Short: map[string]string{
		"serve": "okno przez SSH dla kilku stanowisk", "display": "ekran dla ucznia: sam kod",
		"photo": "zdjęcia: sprawdza je i poprawia", "fix": "poprawia zdjęcia: obraca, kadruje, zmniejsza; zapisuje obok, oryginałów nie zmienia", "check": "sprawdza zdjęcia: każdy powód, dla którego szkoła mogłaby je odrzucić",
		"passphrase": "zmienia hasło szkoły i klucze ratunkowe", "unseal": "otwiera plik zapieczętowany przy odłożeniu",
		"help": "pomoc do polecenia", "version": "wersja programu",
		"okienko": "otwiera okno", "init": "zakłada szkołę w folderze danych", "import": "wczytuje pliki",
		"students": "lista uczniów z dziennika (CSV, XLSX)", "codes": "kody: listy CSV i XLSX, obrazy PNG i JPEG, PDF, ZIP, foldery",
		"statements": "lista oświadczeń i wniosków (CSV, XLSX)", "status": "ilu uczniów jest na jakim etapie",
		"sio": "plik CSV do importu legitymacji w SIO, sprawdzony", "worklist": "lista do zrobienia, po nazwie (CSV, XLSX, PDF)", "uncollected": "kody, których nikt nie odebrał (CSV, XLSX, PDF)", "slips": "karteczki dla uczniów i rodziców: co dalej (PDF)",
		"registered": "legitymacje zarejestrowane w SIO: wykaz z SIO albo z dziennika (CSV, XLSX)",
		"zpe":        "loginy i hasła: zestawienie dostępów do ZPE (CSV, XLSX)",
		"export":     "zapisuje plik", "register": "ewidencja wydanych mLegitymacji (CSV, XLSX, PDF)",
		"qr": "pokazuje dowolny tekst jako kod QR, na próbę", "doctor": "sprawdza bazę, ewidencję i pliki", "backup": "zapisuje zaszyfrowaną kopię szkoły", "restore": "przywraca szkołę z kopii",
	},
	ImportLong: map[string]string{
		"codes":      "Lista (CSV, XLSX), kolumny w dowolnej kolejności:\n\n  PESEL;Rodzaj;Kod;Hasło;Login;Wygenerowano;Ważny do\n\nWystarczy PESEL i Kod albo PESEL i Login; zamiast numeru PESEL nazwisko, imię i klasa albo data urodzenia. Rodzaj, którego nie ma w pliku, podaje --kind.\nTakże PDF, PNG, JPEG, GIF, ZIP i foldery z nimi: czyj jest kod, mówi tekst obok niego albo nazwa pliku.",
		"statements": "Lista (CSV, XLSX), kolumny w dowolnej kolejności:\n\n  PESEL;Rodzaj;Data;Podpisał\n\nRodzaj: brak sprzeciwu, wniosek, sprzeciw. Zamiast numeru PESEL nazwisko, imię i klasa albo data urodzenia. Można dodać kolumny Jako (rodzic, uczeń) i Gdzie (segregator).",
		"registered": "Wykaz (CSV, XLSX), kolumny w dowolnej kolejności:\n\n  PESEL;Numer legitymacji;Stan;Data rejestracji\n\nWystarczy PESEL albo numer legitymacji; zamiast nich nazwisko, imię i klasa albo data urodzenia.",
		"zpe":        "Zestawienie (CSV, XLSX), kolumny w dowolnej kolejności:\n\n  PESEL;Nazwa użytkownika;Hasło\n\nZamiast numeru PESEL nazwisko, imię i klasa albo data urodzenia. Czego nie wiadomo na pewno, program wypisuje i nie rozstrzyga.",
	},
	Long: map[string]string{
		"init":       "Zakłada szkołę w folderze danych: bazę, profil (school.toml) i folder inbox. Pyta dwa razy o hasło, które pieczętuje dane uczniów; kto je zgubi i nie ma klucza ratunkowego, traci dane. Bez terminala hasło podaje --passphrase-file.\n\nNa przykład: okienko init --profile tarnow --school \"Szkoła Podstawowa nr 9\"",
		"doctor":     "Sprawdza, czy baza jest cała, ewidencja nienaruszona, pliki dostępne tylko dla właściciela, zegar dobry, kopie świeże i czy jest miejsce na dysku. O każdej usterce mówi, co zrobić. Okna mogą w tym czasie pracować. Kod wyjścia 1: coś jest źle.",
		"passphrase": "Bez opcji pyta o nowe hasło szkoły, dwa razy; szkoła bez hasła dostaje je tak samo. Otwarte okna pracują dalej. Wcześniejsze kopie otwiera nadal dawne hasło.\nKlucz ratunkowy to para kluczy age (age-keygen): publiczny podaje się w --recipient, prywatny leży w sejfie i otwiera szkołę przez --identity-file.",
		"display":    "Ekran dla ucznia: drugi monitor, tablet albo Raspberry Pi. Pokazuje sam kod, który wyświetla jego stanowisko, a poza tym jest pusty. Na stanowisku Ctrl+E pokazuje numer; tutaj się go wpisuje. Przez SSH wystarczy klucz z role=\"display\" (okienko serve --help). Kończy Ctrl+C.",
		"unseal":     "Pliki z folderu inbox program po wczytaniu odkłada zapieczętowane. To polecenie zapisuje taki plik otwarty, dostępny tylko dla właściciela. Usuń go, gdy przestanie być potrzebny.",
	},
	Flag: map[string]string{
		"class":          "tylko ten oddział, np. 4a",
		"only":           "lista uczniów (CSV, XLSX: PESEL albo nazwisko, imię i klasa); tylko oni",
		"with-codes":     "drukuje kody QR, dla tych, którzy nie mogą przyjść; każdy trafia do ewidencji",
		"disabled":       "plik z uczniami, którzy mają legitymację ucznia z niepełnosprawnością, albo słowo nikt",
		"without-photos": "także uczniowie bez zdjęcia: zdjęcia dodasz w SIO",
		"listen":         "adres i port serwera (domyślnie 127.0.0.1:2222)", "print-unit": "wypisuje jednostkę systemd", "list-keys": "wypisuje, kto może wejść",
		"passphrase-file": "plik z hasłem szkoły (0600), dla skryptów i usług", "identity-file": "plik z kluczem ratunkowym age (0600), zamiast hasła",
		"no-passphrase": "szkoła bez hasła: kto weźmie dysk, przeczyta dane", "recipient": "klucz publiczny age (age1…), który też otwiera szkołę; można powtórzyć",
		"remove-recipient": "usuwa taki klucz i zmienia klucz bazy", "new-passphrase-file": "plik z nowym hasłem (0600)", "show": "mówi, jak szkoła jest zamknięta",
		"data": "folder danych szkoły (domyślnie okienko w folderze danych użytkownika)", "demo": "zmyślona szkoła do ćwiczeń; znika po zakończeniu",
		"operator": "kto pracuje (domyślnie użytkownik systemu)", "desk": "nazwa stanowiska (domyślnie komputer i terminal)",
		"lang": "język: pl, uk albo en", "help": "ta pomoc", "version": "wersja programu", "json": "wynik jako JSON", "profile": "profil szkoły: sio, mazowszany, chociszew albo tarnow",
		"school": "nazwa szkoły", "address": "adres szkoły", "output": "plik wynikowy", "unsealed": "plik wynikowy: otwarta treść", "force": "zastępuje istniejący plik",
		"try":  "sprawdza z telefonem, który rysunek czyta się przy tym stanowisku, i zapamiętuje to",
		"rung": "sposób rysowania, jeden z wypisanych przez --rungs", "rungs": "wypisuje sposoby rysowania",
		"kind": "rodzaj kodów, które go nie podają: sio, zpe, legacy, credentials (dla obrazów i PDF domyślnie sio; z drugim kodem obok legacy, z loginem i hasłem credentials)", "password-file": "plik z hasłami do zabezpieczonych PDF, jedno w wierszu",
	},
	Value: map[string]string{
		"class": "ODDZIAŁ", "only": "PLIK", "disabled": "PLIK|nikt",
		"listen": "ADRES:PORT",
		"data":   "FOLDER", "operator": "NAZWA", "desk": "NAZWA", "lang": "pl|uk|en", "profile": "NAZWA",
		"passphrase-file": "PLIK", "identity-file": "PLIK", "new-passphrase-file": "PLIK", "recipient": "KLUCZ", "remove-recipient": "KLUCZ",
		"school": "NAZWA", "address": "ADRES", "output": "PLIK", "rung": "NAZWA", "password-file": "PLIK", "kind": "RODZAJ",
	},
	FileArgument: "PLIK", TextArgument: "TEKST",
	SeeHelp:        func(command string) string { return "Pomoc: " + command + " --help." },
	BadLang:        "--lang może być pl, uk albo en.",
	BadCommandLine: "Nie rozumiem tego polecenia.",
	MissingArgument: func(what string) string {
		return fmt.Sprintf("Brakuje argumentu: %s.", strings.TrimSuffix(what, "…"))
	},
	UnknownArgument: func(what string) string {
		return fmt.Sprintf("Nie ma takiego polecenia ani argumentu: „%s”.", Plain(what))
	},
	WhichOf:        func(name string) string { return fmt.Sprintf("Po „%s” trzeba podać, co dokładnie.", name) },
	UnknownFlag:    func(flag string) string { return fmt.Sprintf("Nie ma opcji %s.", Plain(flag)) },
	FlagNeedsValue: func(flag string) string { return fmt.Sprintf("Opcja %s wymaga wartości.", flag) },
	BadFlagValue:   func(flag string) string { return fmt.Sprintf("Opcja %s ma złą wartość.", flag) },
	FlagRequired:   func(flag string) string { return fmt.Sprintf("Trzeba podać opcję %s.", flag) },
	NotWithDemo:    "To polecenie nie działa z --demo: zmyślona szkoła znika po zakończeniu.",

	Interrupted: "Przerwano. Co już potwierdzono, jest zapisane. Polecenie można powtórzyć.",
	NoTerminal:  "Okno potrzebuje terminala, a wejście albo wyjście jest przekierowane. Niczego nie zmieniono.",
	UnknownProfile: func(name string, known []string) string {
		return fmt.Sprintf("Nie ma profilu „%s”. Są: %s.", Plain(name), strings.Join(known, ", "))
	},
	CreatedNext: "Teraz otwórz okno (okienko) i wczytaj listę uczniów: F6.",
	Created: func(school, folder string) string {
		return fmt.Sprintf("Założono szkołę „%s” w folderze %s.", Plain(school), Plain(folder))
	},
	StatusHelp: "Pokazuje, ilu uczniów jest na jakim etapie. Każdy jest na jednym, także ci, którzy odeszli, więc etapy sumują się do liczby uczniów.",

	Exists: func(file string) string {
		return fmt.Sprintf("Plik %s już istnieje. Niczego nie zapisano. Podaj inną nazwę albo dodaj --force.", Plain(file))
	},
	CantWrite: func(file string) string {
		return fmt.Sprintf("Nie można zapisać pliku %s. Sprawdź folder, uprawnienia i miejsce na dysku.", Plain(file))
	},
	CantRead: func(file string) string {
		return fmt.Sprintf("Nie można odczytać pliku %s. Niczego z niego nie wczytano. Sprawdź nazwę i uprawnienia.", Plain(file))
	},
	Exported: func(lines int, file string) string {
		return fmt.Sprintf("Zapisano ewidencję w pliku %s. Liczba wpisów: %d.", Plain(file), lines)
	},

	CodeTooSmall: func(cols, rows int) string {
		return fmt.Sprintf("Okno jest za małe na ten kod. Brakuje kolumn: %d, wierszy: %d.", cols, rows)
	},
	CodeNoRung: func(name string) string {
		return fmt.Sprintf("Nie ma sposobu rysowania „%s”. Wypisze je --rungs.", Plain(name))
	},
	CodeNotHere: func(name string) string {
		return fmt.Sprintf("Ten terminal nie narysuje kodu sposobem „%s”.", Plain(name))
	},
	CodeTooLong: "Tekst jest za długi na kod QR: mieści się w nim najwyżej 2953 bajtów.",
	CodeEmpty:   "Nie podano tekstu.",
	CodeTitle:   "Kod QR", AnyKey: "Dowolny klawisz kończy.",
	Rung: "sposób", Room: "kolumny×wiersze", Module: "poprawianie błędów", Fits: "mieści się", DoesNotFit: "nie mieści się tutaj",
	Taken: "tak rysuje program", OnRequest: "tylko na życzenie", NotDrawn: "ten terminal tak nie rysuje", NoAnswer: "terminal nie odpowiedział, czy tak rysuje",

	Doubt:     "Nie wiadomo, który to uczeń: pasuje więcej niż jeden albo zmienił się PESEL. Wiersza nie wczytano. Wczytaj plik w oknie programu i wybierz.",
	Nobody:    "Nie ma takiego ucznia. Wiersza nie wczytano. Popraw PESEL albo nazwisko i klasę.",
	TwoPeople: "Pasuje więcej niż jeden uczeń. Wiersza nie wczytano. Podaj PESEL.",
	TooLarge: func(file string) string {
		return fmt.Sprintf("Plik %s jest za duży. Niczego z niego nie wczytano. Sprawdź, czy to właściwy plik.", Plain(file))
	},
	NotAFile: func(file string) string {
		return fmt.Sprintf("%s to folder, potok albo urządzenie, a nie plik. Niczego nie wczytano. Podaj plik CSV albo XLSX.", Plain(file))
	},
	FileRefused: func(file string) string { return fmt.Sprintf("%s: niczego nie wczytano.", Plain(file)) },
	FileTaken: func(file string, read, added, updated, unchanged, refused int) string {
		return fmt.Sprintf("%s: przeczytano %d, dodano %d, zmieniono %d, bez zmian %d, odrzucono %d.", Plain(file), read, added, updated, unchanged, refused)
	},
	UnknownColumns: func(names []string) string {
		return fmt.Sprintf("Kolumny, których program nie używa: %s.", Plain(strings.Join(names, ", ")))
	},
	Line: func(n int) string { return fmt.Sprintf("wiersz %d", n) },
	Missing: func(n int) string {
		return fmt.Sprintf("Nie ma na liście, a są w bazie: %d. Kto odszedł, zaznaczysz w oknie programu.", n)
	},

	Sheet:  "Ewidencja wydanych mLegitymacji",
	Number: "Lp.", Name: "Imię (imiona) i nazwisko", PESEL: "PESEL", Document: "Numer wydanego dokumentu",
	Collected: "Data odbioru", Signature: "Podpis", Collector: "Kto odebrał", Kind: "Rodzaj", Operator: "Kto wydał", Remarks: "Uwagi",
	Corrects:  func(line int) string { return fmt.Sprintf("poprawia poz. %d", line) },
	Corrected: func(line int) string { return fmt.Sprintf("poprawiono w poz. %d", line) },
	Voided:    "nie wydano",
}
