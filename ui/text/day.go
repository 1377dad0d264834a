package text

import (
	"fmt"
	"time"

	"okienko/model"
)

// Day are the sentences of the summary of a day.
type Day struct {
	Title, Offer, OfferHint string
	Reading                 string
	BackHint                string
	Refresh, RefreshHint    string
	Class, Students, All    string
	NoClass                 string
	Short                   map[model.Stage]string // heads of narrow columns
	Legend                  string
	Quarters, NoHandovers   string
	Blockers, NoBlockers    string
	Today                   func(day model.Date, handedOver int) string
	Written                 func(file string) string
	Times                   func(timed int, average, median time.Duration) string
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
		Class: "Klasa", Students: "Razem", All: "szkoła", NoClass: "—",
		Short: map[model.Stage]string{model.StageHandedOver: "wyd.", model.StageReady: "got.", model.StageHeld: "wstrz", model.StageRegistered: "SIO",
			model.StageComplete: "kompl", model.StageIncomplete: "niek.", model.StageStopped: "sprz."},
		Legend:   "█ wydano  ▓ kod gotowy  ▒ komplet, w SIO, wstrzymany  ░ niekompletne  x sprzeciw",
		Quarters: "Wydania dziś, co kwadrans", NoHandovers: "Dziś jeszcze nic nie wydano.",
		Written:  func(file string) string { return fmt.Sprintf("Zapisano podsumowanie dnia w pliku %s.", Plain(file)) },
		Blockers: "Co stoi na przeszkodzie", NoBlockers: "Nic.",
		Today: func(day model.Date, n int) string { return fmt.Sprintf("%s · wydano dziś: %d", day.Polish(), n) },
		Times: func(n int, average, median time.Duration) string {
			return fmt.Sprintf("Od okazania kodu do wydania: średnio %d s, mediana %d s (zmierzono: %d).", seconds(average), seconds(median), n)
		},
	},
	English: {
		Title: "Summary of the day", Offer: "Summary", OfferHint: "how many students are at which stage, what was handed over today, what stands in the way",
		Reading: "Counting…", BackHint: "back", Refresh: "refresh", RefreshHint: "counts again",
		Class: "Class", Students: "All", All: "school", NoClass: "—",
		Short: map[model.Stage]string{model.StageHandedOver: "given", model.StageReady: "ready", model.StageHeld: "held", model.StageRegistered: "SIO",
			model.StageComplete: "compl", model.StageIncomplete: "inc.", model.StageStopped: "obj."},
		Legend:   "█ handed over  ▓ code ready  ▒ complete, in SIO, held  ░ incomplete  x objection",
		Quarters: "Hand-overs today, by the quarter", NoHandovers: "Nothing was handed over today yet.",
		Written:  func(file string) string { return fmt.Sprintf("The summary of the day was written to %s.", Plain(file)) },
		Blockers: "What stands in the way", NoBlockers: "Nothing.",
		Today: func(day model.Date, n int) string { return fmt.Sprintf("%s · handed over today: %d", day, n) },
		Times: func(n int, average, median time.Duration) string {
			return fmt.Sprintf("From the code shown to the hand-over: %d s on average, median %d s (%d timed).", seconds(average), seconds(median), n)
		},
	},
	Ukrainian: {
		Title: "Підсумок дня", Offer: "Підсумок", OfferHint: "скільки учнів на якому етапі, скільки видано сьогодні, що заважає",
		Reading: "Рахую…", BackHint: "назад", Refresh: "оновити", RefreshHint: "рахує ще раз",
		Class: "Клас", Students: "Разом", All: "школа", NoClass: "—",
		Short: map[model.Stage]string{model.StageHandedOver: "вид.", model.StageReady: "гот.", model.StageHeld: "затр.", model.StageRegistered: "SIO",
			model.StageComplete: "компл", model.StageIncomplete: "неп.", model.StageStopped: "запер"},
		Legend:   "█ видано  ▓ код готовий  ▒ комплект, у SIO, затримано  ░ неповне  x заперечення",
		Quarters: "Видачі сьогодні, за чвертями години", NoHandovers: "Сьогодні ще нічого не видано.",
		Written: func(file string) string {
			return fmt.Sprintf("Підсумок дня записано у файл %s.", Plain(file))
		},
		Blockers: "Що заважає", NoBlockers: "Нічого.",
		Today: func(day model.Date, n int) string {
			return fmt.Sprintf("%s · видано сьогодні: %d", day.Polish(), n)
		},
		Times: func(n int, average, median time.Duration) string {
			return fmt.Sprintf("Від показу коду до видачі: у середньому %d с, медіана %d с (виміряно: %d).", seconds(average), seconds(median), n)
		},
	},
}

func seconds(d time.Duration) int { return int(d.Round(time.Second) / time.Second) }
