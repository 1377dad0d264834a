package text

import "fmt"

// SIOWork are the sentences of the worklist of invalidations that are to be
// done in SIO.
type SIOWork struct {
	Title    string
	Age      string
	What     string
	Reason   string
	Empty    string
	Tick     string
	Open     string
	OpenHint string
	Theft    string
	Late     string
	// Urgent is the line above the list of students.
	Urgent func(n int) string
}

// SIOWorkIn returns the sentences in a language.
func SIOWorkIn(l Lang) *SIOWork { return sioWorks[l] }

var sioWorks = map[Lang]*SIOWork{
	Polish: {
		Title:    "Do zrobienia w SIO",
		Age:      "Czeka",
		What:     "Co",
		Reason:   "Powód",
		Empty:    "Wszystko zrobione w SIO.",
		Tick:     "Zrobione",
		Open:     "Strona ucznia",
		OpenHint: "wszystko o uczniu, także cofnięcie pomyłki",
		Theft:    "kradzież, zguba",
		Late:     "po terminie",
		Urgent:   func(n int) string { return fmt.Sprintf("Zgubione lub skradzione, do unieważnienia w SIO: %d (F4)", n) },
	},
	English: {
		Title:    "To be done in SIO",
		Age:      "Open for",
		What:     "What",
		Reason:   "Reason",
		Empty:    "Everything is done in SIO.",
		Tick:     "Done",
		Open:     "Student's page",
		OpenHint: "all about the student, also undoing a mistake",
		Theft:    "theft, loss",
		Late:     "overdue",
		Urgent:   func(n int) string { return fmt.Sprintf("Lost or stolen, to be invalidated in SIO: %d (F4)", n) },
	},
	Ukrainian: {
		Title:    "Зробити в SIO",
		Age:      "Чекає",
		What:     "Що",
		Reason:   "Причина",
		Empty:    "У SIO все зроблено.",
		Tick:     "Зроблено",
		Open:     "Сторінка учня",
		OpenHint: "усе про учня, також скасування помилки",
		Theft:    "крадіжка, втрата",
		Late:     "прострочено",
		Urgent: func(n int) string {
			return fmt.Sprintf("Загублене або вкрадене, анулювати в SIO: %d (F4)", n)
		},
	},
}
