package text

import "okienko/store/intake/scan"

// ScanTexts are the sentences about files with codes in pictures and PDFs.
type ScanTexts struct {
	Reasons map[scan.Reason]string // why a file gave nothing, or not all
	Whys    map[scan.Why]string    // why a code is sure, or in doubt
}

// ScanIn returns the sentences of a language; Polish for one that is unknown.
func ScanIn(l Lang) *ScanTexts {
	switch l {
	case English:
		return &scanEnglish
	case Ukrainian:
		return &scanUkrainian
	}
	return &scanPolish
}

// ScanReason says why a file gave nothing, or not all, and what to do.
func ScanReason(l Lang, r scan.Reason) string {
	if s, ok := ScanIn(l).Reasons[r]; ok {
		return s
	}
	return string(r)
}

// ScanWhy says why a code is taken to be somebody's, or why that is asked.
func ScanWhy(l Lang, w scan.Why) string {
	if s, ok := ScanIn(l).Whys[w]; ok {
		return s
	}
	return string(w)
}

var scanPolish = ScanTexts{
	Reasons: map[scan.Reason]string{
		scan.Missing:        "Nie ma takiego pliku ani folderu. Sprawdź ścieżkę.",
		scan.Unreadable:     "Brak dostępu do pliku lub błąd dysku. Sprawdź uprawnienia.",
		scan.SymbolicLink:   "Pominięto skrót do innego pliku. Wskaż sam plik.",
		scan.SpecialFile:    "Pominięto: to nie jest zwykły plik.",
		scan.TooDeep:        "Folder jest zbyt głęboko w innych folderach. Wskaż go bezpośrednio.",
		scan.TooManyFiles:   "Za dużo plików naraz; od tego pliku pominięto. Wczytaj je w częściach.",
		scan.TooLarge:       "Plik jest większy niż jakikolwiek plik z kodami. Sprawdź, czy to właściwy plik.",
		scan.UnknownKind:    "To nie jest obraz, PDF ani ZIP. Pominięto.",
		scan.OfficeFile:     "To dokument biurowy. Zapisz go jako PDF i wczytaj ponownie.",
		scan.Broken:         "Plik jest uszkodzony. Pobierz go jeszcze raz.",
		scan.ZIPEncrypted:   "Plik w archiwum ZIP jest zabezpieczony hasłem. Rozpakuj go i wczytaj folder.",
		scan.ZIPBomb:        "Archiwum ZIP rozpakowuje się do podejrzanie dużych plików. Nie wczytano go.",
		scan.ZIPNested:      "Za dużo archiwów ZIP jedno w drugim. Rozpakuj je i wczytaj folder.",
		scan.PictureTooBig:  "Obraz jest zbyt duży. Zapisz go w mniejszym rozmiarze.",
		scan.TooManyPages:   "PDF ma zbyt wiele stron. Podziel go na części.",
		scan.PageTooBig:     "Strony tego PDF są zbyt duże. Zapisz go w formacie A4.",
		scan.TooSlow:        "Odczyt strony trwa zbyt długo. Wydrukuj ją do nowego PDF i wczytaj ponownie.",
		scan.NeedsPassword:  "PDF jest zabezpieczony hasłem. Podaj hasło.",
		scan.WrongPassword:  "To hasło nie otwiera tego pliku. Spróbuj jeszcze raz.",
		scan.NothingFound:   "W pliku nie ma żadnego kodu QR.",
		scan.Stopped:        "Przerwano w trakcie pliku. To, co odczytano wcześniej, zostaje.",
		scan.EngineTrouble:  "Nie udało się uruchomić odczytu PDF. Szczegóły są w pliku okienko.log.",
		scan.PartlyReadable: "Części stron nie udało się odczytać. Sprawdź, kogo brakuje.",
	},
	Whys: map[scan.Why]string{
		scan.ByPage:         "według danych przy kodzie",
		scan.ByFile:         "według nazwy pliku",
		scan.ByBoth:         "według danych przy kodzie i nazwy pliku",
		scan.NobodyNamed:    "Przy kodzie nie ma żadnego ucznia z listy. Wskaż, czyj to kod.",
		scan.SeveralFit:     "Pasuje więcej niż jeden uczeń albo nazwisko zgadza się tylko częściowo. Wskaż właściwego.",
		scan.UnclearLayout:  "Z układu strony nie wynika, który kod jest czyj. Wskaż ucznia.",
		scan.Contradiction:  "Nazwisko, PESEL, oddział lub nazwa pliku nie zgadzają się ze sobą. Wskaż ucznia.",
		scan.TwoOwners:      "Ten sam kod jest przy kilku uczniach. Sprawdź, czyj jest.",
		scan.SecondUnclear:  "Nie wiadomo, które hasło lub kod aktywacyjny należy do tego kodu QR. Wpisz je.",
		scan.CodeUnreadable: "Jest tu kod QR, ale nie da się go odczytać. Użyj wyraźniejszego pliku.",
		scan.CodePart:       "To jeden z kilku kodów QR, które razem tworzą całość. Program ich nie łączy.",
	},
}

var scanEnglish = ScanTexts{
	Reasons: map[scan.Reason]string{
		scan.Missing:        "There is no such file or folder. Check the path.",
		scan.Unreadable:     "No access to the file, or the disk fails. Check the permissions.",
		scan.SymbolicLink:   "A link to another file was passed over. Name the file itself.",
		scan.SpecialFile:    "Passed over: this is not an ordinary file.",
		scan.TooDeep:        "The folder lies too deep in other folders. Name it directly.",
		scan.TooManyFiles:   "Too many files at once; left out from this one on. Import them in parts.",
		scan.TooLarge:       "The file is larger than any with codes. Check that it is the right one.",
		scan.UnknownKind:    "This is neither a picture nor a PDF nor a ZIP. Passed over.",
		scan.OfficeFile:     "This is an office document. Save it as a PDF and import that.",
		scan.Broken:         "The file is damaged. Download it again.",
		scan.ZIPEncrypted:   "The file in the ZIP has a password. Unpack it and import the folder.",
		scan.ZIPBomb:        "The ZIP unpacks to suspiciously large files. It was not read.",
		scan.ZIPNested:      "Too many ZIPs inside each other. Unpack them and import the folder.",
		scan.PictureTooBig:  "The picture is too large. Save it smaller.",
		scan.TooManyPages:   "The PDF has too many pages. Split it.",
		scan.PageTooBig:     "The pages of this PDF are too large. Save it as A4.",
		scan.TooSlow:        "Reading a page takes too long. Print it to a new PDF and import that.",
		scan.NeedsPassword:  "The PDF has a password. Enter it.",
		scan.WrongPassword:  "This password does not open the file. Try again.",
		scan.NothingFound:   "There is no QR code in the file.",
		scan.Stopped:        "Stopped in the middle of the file. What was read before stays.",
		scan.EngineTrouble:  "Reading PDFs could not be started. Details are in okienko.log.",
		scan.PartlyReadable: "Some pages could not be read. Check who is missing.",
	},
	Whys: map[scan.Why]string{
		scan.ByPage:         "by what is printed beside the code",
		scan.ByFile:         "by the name of the file",
		scan.ByBoth:         "by what is printed beside the code and the name of the file",
		scan.NobodyNamed:    "No student of the list is named beside the code. Say whose it is.",
		scan.SeveralFit:     "More than one student fits, or the name fits only in part. Choose the right one.",
		scan.UnclearLayout:  "The layout of the page does not say which code is whose. Choose the student.",
		scan.Contradiction:  "Name, PESEL, class or file name do not agree. Choose the student.",
		scan.TwoOwners:      "The same code stands beside several students. Check whose it is.",
		scan.SecondUnclear:  "It is not clear which password or activation code goes with this QR code. Enter it.",
		scan.CodeUnreadable: "There is a QR code here that can't be read. Use a clearer file.",
		scan.CodePart:       "This is one of several QR codes that only together make the whole. They are not joined.",
	},
}

var scanUkrainian = ScanTexts{
	Reasons: map[scan.Reason]string{
		scan.Missing:        "Немає такого файлу або теки. Перевірте шлях.",
		scan.Unreadable:     "Немає доступу до файлу або помилка диска. Перевірте права.",
		scan.SymbolicLink:   "Пропущено посилання на інший файл. Вкажіть сам файл.",
		scan.SpecialFile:    "Пропущено: це не звичайний файл.",
		scan.TooDeep:        "Тека лежить надто глибоко в інших теках. Вкажіть її безпосередньо.",
		scan.TooManyFiles:   "Забагато файлів одразу; починаючи з цього пропущено. Завантажте їх частинами.",
		scan.TooLarge:       "Файл більший за будь-який файл із кодами. Перевірте, чи це той файл.",
		scan.UnknownKind:    "Це не зображення, не PDF і не ZIP. Пропущено.",
		scan.OfficeFile:     "Це офісний документ. Збережіть його як PDF і завантажте ще раз.",
		scan.Broken:         "Файл пошкоджено. Завантажте його ще раз.",
		scan.ZIPEncrypted:   "Файл в архіві ZIP захищено паролем. Розпакуйте його і завантажте теку.",
		scan.ZIPBomb:        "Архів ZIP розпаковується до підозріло великих файлів. Його не прочитано.",
		scan.ZIPNested:      "Забагато архівів ZIP один в одному. Розпакуйте їх і завантажте теку.",
		scan.PictureTooBig:  "Зображення завелике. Збережіть його меншим.",
		scan.TooManyPages:   "У PDF забагато сторінок. Поділіть його на частини.",
		scan.PageTooBig:     "Сторінки цього PDF завеликі. Збережіть його у форматі A4.",
		scan.TooSlow:        "Читання сторінки триває надто довго. Надрукуйте її в новий PDF і завантажте ще раз.",
		scan.NeedsPassword:  "PDF захищено паролем. Введіть пароль.",
		scan.WrongPassword:  "Цей пароль не відкриває файл. Спробуйте ще раз.",
		scan.NothingFound:   "У файлі немає жодного QR-коду.",
		scan.Stopped:        "Зупинено посеред файлу. Прочитане раніше збережено.",
		scan.EngineTrouble:  "Не вдалося запустити читання PDF. Подробиці у файлі okienko.log.",
		scan.PartlyReadable: "Частину сторінок не вдалося прочитати. Перевірте, кого бракує.",
	},
	Whys: map[scan.Why]string{
		scan.ByPage:         "за даними біля коду",
		scan.ByFile:         "за назвою файлу",
		scan.ByBoth:         "за даними біля коду і назвою файлу",
		scan.NobodyNamed:    "Біля коду немає жодного учня зі списку. Вкажіть, чий це код.",
		scan.SeveralFit:     "Підходить більше ніж один учень або прізвище збігається лише частково. Виберіть потрібного.",
		scan.UnclearLayout:  "З розташування на сторінці не видно, який код чий. Виберіть учня.",
		scan.Contradiction:  "Прізвище, PESEL, клас або назва файлу не узгоджуються. Виберіть учня.",
		scan.TwoOwners:      "Той самий код стоїть біля кількох учнів. Перевірте, чий він.",
		scan.SecondUnclear:  "Незрозуміло, який пароль або код активації належить до цього QR-коду. Введіть його.",
		scan.CodeUnreadable: "Тут є QR-код, але його не вдається прочитати. Використайте чіткіший файл.",
		scan.CodePart:       "Це один із кількох QR-кодів, які лише разом утворюють ціле. Програма їх не з’єднує.",
	},
}
