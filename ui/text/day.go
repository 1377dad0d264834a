package text

import (
	"fmt"
	"strings"
	"time"

	"okienko/model"
)

// Day are the sentences of the summary of a day.
type Day struct {
	Title, Offer, OfferHint string
	Reading                 string
	BackHint                string
	Refresh, RefreshHint    string
	Show, ShowHint, NoList  string
	Most, MostHint          string
	Class, Students, All    string
	NoClass                 string
	Short                   map[model.Stage]string // heads of narrow columns
	Legend                  string
	Quarters, NoHandovers   string
	Blockers, NoBlockers    string
	Hour                    string
	Print, PrintHint        string
	Grades                  string // on paper: too many classes for a page, so years of classes
	Today                   func(model.Day) string
	Written                 func(file string) string
	Times                   func(model.Day) string // there is something timed
	MostBlocks              func(blocker string, students int) string
}

// DayIn returns the sentences in a language.
func DayIn(l Lang) *Day { return days[l] }

// dayStages are the stages of the summary, the end of the path first.
var dayStages = []model.Stage{model.StageHandedOver, model.StageReady, model.StageHeld, model.StageRegistered,
	model.StageComplete, model.StageIncomplete, model.StageStopped}

// DayStages are the stages that have a column in the summary of a day.
func DayStages() []model.Stage { return dayStages }

var days = map[Lang]*Day{
	Polish: {
		Title: "Podsumowanie dnia", Offer: "Podsumowanie", OfferHint: "ilu uczniów jest na jakim etapie, ile wydano dziś, co stoi na przeszkodzie",
		Reading: "Liczę…", BackHint: "wraca", Refresh: "odśwież", RefreshHint: "liczy jeszcze raz",
		Show: "Pokaż", ShowHint: "pokazuje na liście uczniów z zaznaczonego wiersza", NoList: "Ten wiersz nie prowadzi do listy uczniów.",
		Most: "Najczęstsza przeszkoda", MostHint: "pokazuje na liście uczniów, których zatrzymuje", Hour: "Godz.",
		Print: "Wydruk", PrintHint: "zapisuje podsumowanie na jednej stronie (PDF)", Grades: "Oddziałów jest za dużo na jedną stronę, podano poziomy klas.",
		MostBlocks: func(blocker string, n int) string {
			return fmt.Sprintf("Najczęściej stoi na przeszkodzie: %s (%d).", blocker, n)
		},
		Class: "Klasa", Students: "Razem", All: "szkoła", NoClass: "—",
		Short: map[model.Stage]string{model.StageHandedOver: "wyd.", model.StageReady: "got.", model.StageHeld: "wstrz", model.StageRegistered: "SIO",
			model.StageComplete: "kompl", model.StageIncomplete: "niek.", model.StageStopped: "sprz."},
		Legend:   "█ wydano  ▓ kod gotowy  ▒ komplet, w SIO, wstrzymany  ░ niekompletne  x sprzeciw",
		Quarters: "Wydania dziś, co kwadrans", NoHandovers: "Dziś jeszcze nic nie wydano.",
		Written:  func(file string) string { return fmt.Sprintf("Zapisano podsumowanie dnia w pliku %s.", Plain(file)) },
		Blockers: "Co stoi na przeszkodzie", NoBlockers: "Nic.",
		Today: func(d model.Day) string {
			return fmt.Sprintf("%s · wydano dziś: %d · odebrało już %d z %d uczniów", d.Date.Polish(), d.HandedOver, d.Stages[model.StageHandedOver], d.Here())
		},
		Times: func(d model.Day) string {
			return times(d, "Od pokazania kodu do zapisania wydania: średnio %d s, mediana %d s (wydań: %d).", " Pominięto wydania z przerwą ponad %d min: %d.")
		},
	},
	English: {
		Title: "Summary of the day", Offer: "Summary", OfferHint: "how many students are at which stage, what was handed over today, what stands in the way",
		Reading: "Counting…", BackHint: "back", Refresh: "refresh", RefreshHint: "counts again",
		Show: "Show", ShowHint: "shows the students of the selected row in the list", NoList: "This row leads to no list of students.",
		Most: "What blocks most", MostHint: "shows the students whom it blocks in the list", Hour: "Hour",
		Print: "Print", PrintHint: "writes the summary on one page (PDF)", Grades: "There are too many classes for one page; these are the years.",
		MostBlocks: func(blocker string, n int) string { return fmt.Sprintf("Blocks most: %s (%d).", blocker, n) },
		Class:      "Class", Students: "All", All: "school", NoClass: "—",
		Short: map[model.Stage]string{model.StageHandedOver: "given", model.StageReady: "ready", model.StageHeld: "held", model.StageRegistered: "SIO",
			model.StageComplete: "compl", model.StageIncomplete: "inc.", model.StageStopped: "obj."},
		Legend:   "█ handed over  ▓ code ready  ▒ complete, in SIO, held  ░ incomplete  x objection",
		Quarters: "Hand-overs today, by the quarter", NoHandovers: "Nothing was handed over today yet.",
		Written:  func(file string) string { return fmt.Sprintf("The summary of the day was written to %s.", Plain(file)) },
		Blockers: "What stands in the way", NoBlockers: "Nothing.",
		Today: func(d model.Day) string {
			return fmt.Sprintf("%s · handed over today: %d · %d of %d students have collected", d.Date, d.HandedOver, d.Stages[model.StageHandedOver], d.Here())
		},
		Times: func(d model.Day) string {
			return times(d, "From the code shown to the hand-over recorded: %d s on average, median %d s (hand-overs: %d).", " Left out, with a pause of over %d min: %d.")
		},
	},
	Ukrainian: {
		Title: "Підсумок дня", Offer: "Підсумок", OfferHint: "скільки учнів на якому етапі, скільки видано сьогодні, що заважає",
		Reading: "Рахую…", BackHint: "назад", Refresh: "оновити", RefreshHint: "рахує ще раз",
		Show: "Показати", ShowHint: "показує у списку учнів із позначеного рядка", NoList: "Цей рядок не веде до списку учнів.",
		Most: "Найчастіша перешкода", MostHint: "показує у списку учнів, яким вона заважає", Hour: "Год.",
		Print: "Друк", PrintHint: "записує підсумок на одній сторінці (PDF)", Grades: "Класів забагато для однієї сторінки, подано паралелі.",
		MostBlocks: func(blocker string, n int) string {
			return fmt.Sprintf("Найчастіше заважає: %s (%d).", blocker, n)
		},
		Class: "Клас", Students: "Разом", All: "школа", NoClass: "—",
		Short: map[model.Stage]string{model.StageHandedOver: "вид.", model.StageReady: "гот.", model.StageHeld: "затр.", model.StageRegistered: "SIO",
			model.StageComplete: "компл", model.StageIncomplete: "неп.", model.StageStopped: "запер"},
		Legend:   "█ видано  ▓ код готовий  ▒ комплект, у SIO, затримано  ░ неповне  x заперечення",
		Quarters: "Видачі сьогодні, за чвертями години", NoHandovers: "Сьогодні ще нічого не видано.",
		Written: func(file string) string {
			return fmt.Sprintf("Підсумок дня записано у файл %s.", Plain(file))
		},
		Blockers: "Що заважає", NoBlockers: "Нічого.",
		Today: func(d model.Day) string {
			return fmt.Sprintf("%s · видано сьогодні: %d · уже отримали: %d з %d учнів", d.Date.Polish(), d.HandedOver, d.Stages[model.StageHandedOver], d.Here())
		},
		Times: func(d model.Day) string {
			return times(d, "Від показу коду до запису видачі: у середньому %d с, медіана %d с (видач: %d).", " Пропущено видачі з перервою понад %d хв: %d.")
		},
	},
}

// times says how long hand-overs took, and how many are left out.
func times(d model.Day, took, leftOut string) string {
	var s string
	if d.Timed > 0 {
		s = fmt.Sprintf(took, seconds(d.Average), seconds(d.Median), d.Timed)
	}
	if d.Paused > 0 {
		s += fmt.Sprintf(leftOut, int(model.Pause/time.Minute), d.Paused)
	}
	return strings.TrimSpace(s)
}

func seconds(d time.Duration) int { return int(d.Round(time.Second) / time.Second) }
