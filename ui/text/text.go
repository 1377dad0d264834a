// Package text holds every sentence that a person reads, once per language.
// Screens and commands ask it; the rules and the database return values, never
// sentences.
//
// Each area of the program has a file with a struct of its sentences and one
// value per language. A test proves that no sentence is missing in any.
package text

// Lang is a language of the program.
type Lang string

// The languages.
const (
	Polish    Lang = "pl"
	English   Lang = "en"
	Ukrainian Lang = "uk"
)

// Langs are all languages, Polish first.
var Langs = []Lang{Polish, Ukrainian, English}
