package text

import "fmt"

// SIOWork are the sentences of the worklist of invalidations that are to be
// done in SIO.
type SIOWork struct {
	Title    string
	Age      string
	Reason   string
	Empty    string
	Tick     string
	Untick   string
	Today    string // in place of the age: ticked today
	Open     string
	OpenHint string
	// Urgent is the line above the list of students.
	Urgent func(n int) string
}

// SIOWorkIn returns the sentences in a language.
func SIOWorkIn(l Lang) *SIOWork { return sioWorks[l] }

var sioWorks = map[Lang]*SIOWork{
	Polish: {
		Title:    "Do zrobienia w SIO",
		Age:      "Czeka",
		Reason:   "Powód",
		Empty:    "Wszystko zrobione w SIO.",
		Tick:     "Zrobione",
		Untick:   "Cofnij",
		Today:    "zrobione",
		Open:     "Strona ucznia",
		OpenHint: "wszystko o uczniu, także cofnięcie pomyłki",
		Urgent:   func(n int) string { return fmt.Sprintf("Zgubione lub skradzione, do unieważnienia w SIO: %d (F4)", n) },
	},
	English: {
		Title:    "To be done in SIO",
		Age:      "Open for",
		Reason:   "Reason",
		Empty:    "Everything is done in SIO.",
		Tick:     "Done",
		Untick:   "Take back",
		Today:    "done",
		Open:     "Student's page",
		OpenHint: "all about the student, also undoing a mistake",
		Urgent:   func(n int) string { return fmt.Sprintf("Lost or stolen, to be invalidated in SIO: %d (F4)", n) },
	},
	Ukrainian: {
		Title:    "Зробити в SIO",
		Age:      "Чекає",
		Reason:   "Причина",
		Empty:    "У SIO все зроблено.",
		Tick:     "Зроблено",
		Untick:   "Скасувати",
		Today:    "зроблено",
		Open:     "Сторінка учня",
		OpenHint: "усе про учня, також скасування помилки",
		Urgent: func(n int) string {
			return fmt.Sprintf("Загублене або вкрадене, анулювати в SIO: %d (F4)", n)
		},
	},
}
