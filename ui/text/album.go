package text

import (
	"fmt"
	"strings"
)

// Album are the sentences about taking photos in, giving them out and deleting
// them on their day. Counts stand behind a colon.
type Album struct {
	// The command line.
	ImportShort, ExportShort, PurgeShort string
	FolderFlag, FolderValue, NamesFlag   string
	Nobodys                              string // behind a file of which nobody knows whose it is
	Known                                string // behind a file that was here already
	Took                                 func(added, known, nobodys, skipped int) string
	NothingHere                          string
	OutFolder                            func(folder string) string // it can't be written
	Gave                                 func(files, missing int, folder, list string) string
	MissingFile                          string // its name
	MissingColumns                       [3]string
	Why                                  map[string]string // why a student's photo is missing
	Purged                               func(photos, files int) string
	PurgedNothing                        string
	InBackups                            func(keep int) string
	Left                                 func(files int) string
	Held                                 string

	// The window.
	Title, Reading, Listing, Stopped string
	Offer                            func(files int) string
	RemoveTitle                      string
	RemoveAsk                        func(files int) string
	NotRemoved                       func(files int) string
	File, Result                     string
	Added, WhoseOpen                 string
	Stop, StopHint, Stopping         string
	Close, CloseHint                 string
}

// AlbumIn returns the sentences in a language.
func AlbumIn(l Lang) *Album { return albums[l] }

var albums = map[Lang]*Album{Polish: &albumPolish, English: &albumEnglish, Ukrainian: &albumUkrainian}

// sentences joins those that are not empty.
func sentences(all ...string) string {
	var said []string
	for _, s := range all {
		if s != "" {
			said = append(said, s)
		}
	}
	return strings.Join(said, " ")
}

var albumPolish = Album{
	ImportShort: "zdjęcia: pliki, foldery, ZIP", ExportShort: "przyjęte zdjęcia do folderu i lista brakujących", PurgeShort: "usuwa to, czego czas minął: zdjęcia, treść kodów i resztę według [retention]",
	FolderFlag: "folder, do którego trafią zdjęcia", FolderValue: "FOLDER", NamesFlag: "jak nazwać pliki: pesel, name (Nazwisko_Imię_klasa) albo card (numer legitymacji)",
	Nobodys: "nie wiadomo, czyje: wskaż ucznia w oknie", Known: "było już wcześniej",
	Took: func(added, known, nobodys, skipped int) string {
		return fmt.Sprintf("Przyjęto zdjęć: %d, znanych: %d, do wskazania: %d, pominiętych plików: %d.", added, known, nobodys, skipped)
	},
	NothingHere: "Nie ma tu żadnego zdjęcia.",
	OutFolder: func(folder string) string {
		return fmt.Sprintf("Nie można zapisać zdjęć w folderze %s. Sprawdź ścieżkę, uprawnienia i miejsce na dysku.", Plain(folder))
	},
	Gave: func(files, missing int, folder, list string) string {
		s := fmt.Sprintf("Zapisano zdjęć: %d, w folderze %s.", files, Plain(folder))
		if missing > 0 {
			s += fmt.Sprintf(" Brakuje: %d, lista w pliku %s.", missing, Plain(list))
		}
		return s
	},
	MissingFile: "brakujące zdjęcia.csv", MissingColumns: [3]string{"Uczeń", "Klasa", "Czego brakuje"},
	Why: map[string]string{"none": "nie przysłano zdjęcia", "todo": "zdjęcie czeka na decyzję", "refused": "zdjęcie odrzucone, rodzicowi jeszcze nie napisano",
		"told": "zdjęcie odrzucone, napisano do rodzica", "gone": "przyjęte zdjęcie usunięto po terminie", "no_pesel": "brak numeru PESEL do nazwy pliku", "no_card": "brak numeru legitymacji do nazwy pliku"},
	Purged: func(photos, files int) string {
		return fmt.Sprintf("Usunięto zdjęć: %d, plików ze skrzynki: %d.", photos, files)
	},
	PurgedNothing: "Żadne zdjęcie nie czeka na usunięcie.",
	InBackups: func(keep int) string {
		if keep == 0 {
			return "Kopie zapasowe, jeśli je robisz, usuwasz sam: usunięte zdjęcia są w nich zaszyfrowane."
		}
		return fmt.Sprintf("W zaszyfrowanych kopiach codziennych są jeszcze, dopóki nie powstanie nowych kopii: %d (przy codziennej pracy tyle dni). Kopie zrobione ręcznie usuń sam.", keep)
	},
	Left: func(n int) string {
		return fmt.Sprintf("Plików w skrzynce, których nie usunięto, bo jest w nich też coś nieprzyjętego albo nie da się ich skasować: %d. Wczytaj je albo usuń.", n)
	},
	Held: "Inny program czyta bazę, więc jej dziennik zostanie opróżniony przy następnym sprzątaniu, najpóźniej za godzinę pracy okna.",

	Title: "Zdjęcia z plików", Reading: "Przyjmuję zdjęcia. To, co przyjęto, już jest zapisane.", Listing: "Przeglądam pliki…", Stopped: "Przerwano. Przyjęte zdjęcia są zapisane.",
	Offer: func(n int) string {
		return fmt.Sprintf("Plików, które wyglądają na zdjęcia uczniów: %d. Przyjąć je?", n)
	},
	RemoveTitle: "Usuń ze skrzynki",
	RemoveAsk: func(n int) string {
		return fmt.Sprintf("Zdjęcia są już w bazie. Usunąć ich pliki ze skrzynki (%d)?", n)
	},
	NotRemoved: func(n int) string { return fmt.Sprintf("Plików, które zostały w skrzynce: %d.", n) },
	File:       "Plik", Result: "Co z nim", Added: "przyjęte", WhoseOpen: "nie wiadomo, czyje",
	Stop: "przerwij", StopHint: "to, co przyjęto, zostaje", Stopping: "Kończę po bieżących plikach…", Close: "zamknij", CloseHint: "wraca do listy",
}

var albumEnglish = Album{
	ImportShort: "photos: files, folders, ZIP", ExportShort: "accepted photos into a folder, and a list of missing ones", PurgeShort: "deletes what is due: photos, contents of codes, and the rest by [retention]",
	FolderFlag: "folder to put the photos into", FolderValue: "FOLDER", NamesFlag: "how to name the files: pesel, name (Surname_First_class) or card (its number)",
	Nobodys: "nobody knows whose it is: name the student in the window", Known: "was here already",
	Took: func(added, known, nobodys, skipped int) string {
		return fmt.Sprintf("Photos taken in: %d, known: %d, whose is open: %d, files passed over: %d.", added, known, nobodys, skipped)
	},
	NothingHere: "There is no photo here.",
	OutFolder: func(folder string) string {
		return fmt.Sprintf("The photos can't be written to the folder %s. Check the path, the permissions and the room on the disk.", Plain(folder))
	},
	Gave: func(files, missing int, folder, list string) string {
		s := fmt.Sprintf("Photos written: %d, into the folder %s.", files, Plain(folder))
		if missing > 0 {
			s += fmt.Sprintf(" Missing: %d, listed in %s.", missing, Plain(list))
		}
		return s
	},
	MissingFile: "missing photos.csv", MissingColumns: [3]string{"Student", "Class", "What is missing"},
	Why: map[string]string{"none": "no photo was sent", "todo": "the photo waits for a decision", "refused": "the photo was refused, the parent not told yet",
		"told": "the photo was refused, the parent was told", "gone": "the accepted photo was deleted on its day", "no_pesel": "no PESEL to name the file by", "no_card": "no card number to name the file by"},
	Purged: func(photos, files int) string {
		return fmt.Sprintf("Photos deleted: %d, files of the inbox: %d.", photos, files)
	},
	PurgedNothing: "No photo is due to be deleted.",
	InBackups: func(keep int) string {
		if keep == 0 {
			return "Backups, if you make any, are yours to delete: the deleted photos are sealed in them."
		}
		return fmt.Sprintf("The sealed daily backups hold them until so many new ones are made: %d (as many days, if the desk works daily). Backups made by hand are yours to delete.", keep)
	},
	Left: func(n int) string {
		return fmt.Sprintf("Files of the inbox that were left, since they also hold something that was not taken in, or can't be deleted: %d. Take them in or delete them.", n)
	},
	Held: "Another program reads the database, so its log will be emptied by the next cleaning, after an hour of an open window at the latest.",

	Title: "Photos from files", Reading: "Taking photos in. What was taken in is saved.", Listing: "Looking through the files…", Stopped: "Stopped. The photos taken in are saved.",
	Offer:       func(n int) string { return fmt.Sprintf("Files that look like students' photos: %d. Take them in?", n) },
	RemoveTitle: "Remove from the inbox",
	RemoveAsk: func(n int) string {
		return fmt.Sprintf("The photos are in the database. Remove their files from the inbox (%d)?", n)
	},
	NotRemoved: func(n int) string { return fmt.Sprintf("Files left in the inbox: %d.", n) },
	File:       "File", Result: "What became of it", Added: "taken in", WhoseOpen: "nobody knows whose",
	Stop: "stop", StopHint: "what was taken in stays", Stopping: "Stopping after the files under way…", Close: "close", CloseHint: "back to the list",
}

var albumUkrainian = Album{
	ImportShort: "фото: файли, теки, ZIP", ExportShort: "прийняті фото до теки та список відсутніх", PurgeShort: "видаляє те, строк чого минув: фото, вміст кодів і решту за [retention]",
	FolderFlag: "тека, до якої записати фото", FolderValue: "ТЕКА", NamesFlag: "як назвати файли: pesel, name (Прізвище_Ім'я_клас) або card (номер квитка)",
	Nobodys: "невідомо, чиє: вкажіть учня у вікні", Known: "вже було",
	Took: func(added, known, nobodys, skipped int) string {
		return fmt.Sprintf("Прийнято фото: %d, відомих: %d, вказати учня: %d, пропущено файлів: %d.", added, known, nobodys, skipped)
	},
	NothingHere: "Тут немає жодного фото.",
	OutFolder: func(folder string) string {
		return fmt.Sprintf("Не вдається записати фото до теки %s. Перевірте шлях, права доступу та місце на диску.", Plain(folder))
	},
	Gave: func(files, missing int, folder, list string) string {
		s := fmt.Sprintf("Записано фото: %d, до теки %s.", files, Plain(folder))
		if missing > 0 {
			s += fmt.Sprintf(" Бракує: %d, список у файлі %s.", missing, Plain(list))
		}
		return s
	},
	MissingFile: "відсутні фото.csv", MissingColumns: [3]string{"Учень", "Клас", "Чого бракує"},
	Why: map[string]string{"none": "фото не надіслано", "todo": "фото чекає на рішення", "refused": "фото відхилено, батькам ще не написано",
		"told": "фото відхилено, батькам написано", "gone": "прийняте фото видалено після строку", "no_pesel": "немає номера PESEL для назви файлу", "no_card": "немає номера квитка для назви файлу"},
	Purged: func(photos, files int) string {
		return fmt.Sprintf("Видалено фото: %d, файлів зі скриньки: %d.", photos, files)
	},
	PurgedNothing: "Жодне фото не чекає на видалення.",
	InBackups: func(keep int) string {
		if keep == 0 {
			return "Резервні копії, якщо ви їх робите, видаляйте самі: видалені фото в них зашифровано."
		}
		return fmt.Sprintf("У зашифрованих щоденних копіях вони лишаються, доки не з'явиться стільки нових: %d (стільки днів за щоденної роботи). Копії, зроблені вручну, видаліть самі.", keep)
	},
	Left: func(n int) string {
		return fmt.Sprintf("Файлів у скриньці, які не видалено, бо в них є ще щось неприйняте або їх не вдається стерти: %d. Завантажте або видаліть їх.", n)
	},
	Held: "Інша програма читає базу, тому її журнал буде очищено під час наступного прибирання, щонайпізніше за годину роботи вікна.",

	Title: "Фото з файлів", Reading: "Приймаю фото. Прийняте вже збережено.", Listing: "Переглядаю файли…", Stopped: "Перервано. Прийняті фото збережено.",
	Offer: func(n int) string {
		return fmt.Sprintf("Файлів, схожих на фото учнів: %d. Прийняти їх?", n)
	},
	RemoveTitle: "Прибрати зі скриньки",
	RemoveAsk: func(n int) string {
		return fmt.Sprintf("Фото вже в базі. Видалити їхні файли зі скриньки (%d)?", n)
	},
	NotRemoved: func(n int) string {
		return fmt.Sprintf("Файлів, що лишилися у скриньці: %d.", n)
	},
	File: "Файл", Result: "Що з ним", Added: "прийнято", WhoseOpen: "невідомо, чиє",
	Stop: "перервати", StopHint: "прийняте лишається", Stopping: "Завершую після поточних файлів…", Close: "закрити", CloseHint: "до списку",
}

// Purge says what a purge did.
func (a *Album) Purge(photos, files, left, keep int, held bool) string {
	said := a.PurgedNothing
	backups := ""
	if photos > 0 {
		said, backups = a.Purged(photos, files), a.InBackups(keep)
	}
	leftSaid, heldSaid := "", ""
	if left > 0 {
		leftSaid = a.Left(left)
	}
	if held {
		heldSaid = a.Held
	}
	return sentences(said, backups, leftSaid, heldSaid)
}
