package text

import "okienko/model"

// Command are the sentences of the command line. What it is called and its
// flags are the same in every language.
type Command struct {
	About                                                   string
	Usage, Commands, Flags, GlobalFlags                     string
	CommandWord, FlagsWord                                  string
	Short                                                   map[string]string // by the command's name
	Flag                                                    map[string]string // by the flag's name
	Value                                                   map[string]string // what a flag's value is called, by the flag's name
	CreatedNext                                             string            // what a new school needs
	FileArgument, TextArgument                              string
	BadLang, BadCommandLine                                 string
	Long                                                    map[string]string // what --help says of a command, where Short is not enough
	ImportLong                                              map[string]string // the same of the members of import: the columns of their lists
	SeeHelp                                                 func(command string) string
	MissingArgument, UnknownArgument, WhichOf               func(string) string
	UnknownFlag, FlagNeedsValue, BadFlagValue, FlagRequired func(string) string
	NotWithDemo                                             string

	Interrupted, NoTerminal string
	UnknownProfile          func(name string, known []string) string
	Created                 func(school, folder string) string
	StatusHelp              string

	Exists, CantWrite, CantRead func(file string) string
	Exported                    func(lines int, file string) string

	CodeTooSmall       func(cols, rows int) string
	CodeNoRung         func(name string) string
	CodeNotHere        func(name string) string
	CodeTooLong        string
	CodeEmpty          string
	CodeTitle, AnyKey  string
	Rung, Room, Module string
	Fits, DoesNotFit   string
	Taken, OnRequest   string // of a way that fits
	NotDrawn, NoAnswer string // of one that the terminal can't, or of which it said nothing

	Doubt, Nobody, TwoPeople string
	TooLarge, NotAFile       func(file string) string
	FileRefused              func(file string) string
	FileTaken                func(file string, read, added, updated, unchanged, refused int) string
	UnknownColumns           func(names []string) string
	Line                     func(n int) string
	Missing                  func(n int) string

	Sheet                      string // title of the exported register
	Number, Name, PESEL        string
	Document, Collected        string
	Signature, Collector, Kind string
	Operator, Remarks          string
	Corrects, Corrected        func(line int) string
	Voided                     string
}

// CommandIn returns the sentences in a language.
func CommandIn(l Lang) *Command { return commands[l] }

var commands = map[Lang]*Command{Polish: &polishCommand, English: &englishCommand, Ukrainian: &ukrainianCommand}

// Plain makes foreign text fit to be printed on a terminal.
func Plain(s string) string {
	s, _ = model.Clean(s)
	return s
}
