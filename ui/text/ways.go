package text

import "fmt"

// Ways are the sentences about codes that come in pictures, PDFs, ZIPs and
// folders, and from a handheld scanner.
type Ways struct {
	PathArgument           string
	Searched               func(file string, found, added, known, refused int) string
	Page                   func(n int) string
	NobodyYet, Sure, Asked string
}

// WaysIn returns the sentences in a language.
func WaysIn(l Lang) *Ways { return ways[l] }

var ways = map[Lang]*Ways{Polish: &waysPolish, English: &waysEnglish, Ukrainian: &waysUkrainian}

var waysPolish = Ways{
	PathArgument: "ŚCIEŻKA",
	Searched: func(file string, found, added, known, refused int) string {
		return fmt.Sprintf("%s: znaleziono kodów: %d, przyjęto: %d, znanych: %d, nieprzyjętych: %d.", Plain(file), found, added, known, refused)
	},
	Page:      func(n int) string { return fmt.Sprintf("strona %d", n) },
	NobodyYet: "nie wiadomo czyj", Sure: "pewny", Asked: "do wskazania w oknie programu",
}

var waysEnglish = Ways{
	PathArgument: "PATH",
	Searched: func(file string, found, added, known, refused int) string {
		return fmt.Sprintf("%s: codes found: %d, taken in: %d, known: %d, not taken in: %d.", Plain(file), found, added, known, refused)
	},
	Page:      func(n int) string { return fmt.Sprintf("page %d", n) },
	NobodyYet: "nobody knows whose", Sure: "sure", Asked: "to be settled in the window",
}

var waysUkrainian = Ways{
	PathArgument: "ШЛЯХ",
	Searched: func(file string, found, added, known, refused int) string {
		return fmt.Sprintf("%s: знайдено кодів: %d, прийнято: %d, відомих: %d, не прийнято: %d.", Plain(file), found, added, known, refused)
	},
	Page:      func(n int) string { return fmt.Sprintf("сторінка %d", n) },
	NobodyYet: "невідомо чий", Sure: "певний", Asked: "вказати у вікні програми",
}
