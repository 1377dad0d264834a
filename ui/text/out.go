package text

import (
	"fmt"
	"time"

	"okienko/model"
)

// Out are the sentences of the files that the school takes out of the program:
// what stands in them, and what is said about them.
type Out struct {
	// The lists.
	Title   map[string]string   // by the kind of file
	Columns map[string][]string // by the kind of file
	Class   func(model.Class) string
	Page    func(page, of int) string
	Lacking string // letters had to be replaced
	Stamp   string // below the line for it
	Expired string
	Missing string
	Pickup  map[model.PickupReason]string // short

	// The file for SIO.
	Fault           map[model.SIOFault]string
	SIODone         func(rows int, file string) string
	SIOLeft         func(refused, registered, objected int) string
	Refused         func(name, class, why string) string
	DisabledHow     string
	PeopleRefused   func(file string) string
	PersonNobody    func(line int) string
	PersonTwo       func(line int) string
	Done            func(lines int, file string) string
	SlipsDone       func(slips, codes, dense int, file string) string // dense: codes too long for a slip
	SIODryRun       string                                            // of the flag
	SIOWould        func(rows int) string                             // a dry run
	SIONobody       string                                            // nobody is to be registered
	NoSuchClass     func(class string) string
	CodesNeedChoice string
	BadEnding       func(file, endings string) string
	ListArgument    string
	NoSuchList      func(name string) string
	AllLists        string // in the help of the command
	StatementsShort string

	// The slips.
	Slip SlipText

	// The window.
	Offer, OfferHint      string
	Screen                string
	Format, Path          string
	Printed, Sheet, Plain string
	OnlyClass, AllClasses string
	SlipLang, WithCodes   string
	CodesNo, CodesYes     string
	CodesAsk              func(class string) string
	PathHint              string
	Folder                func(string) string
	List                  func(name string, students int) string
	BackHome              func(codes int) string // offers to settle slips
	Accepted              string                 // offers to note that SIO took the file
	Taken                 string                 // the file is there
	Close                 string
	OnlyForClass          string

	// The preview of the file for SIO.
	SIO SIOText
	// Slips with a code that came back, or not.
	Home HomeText
}

// SIOText are the sentences of the preview of the file for SIO.
type SIOText struct {
	InFile, NotInFile           func(n int) string
	Empty, NobodyRefused        string
	Student, Class, Card        string
	Issued, Disabled, Why       string
	Yes, No                     string
	Save, SaveHint              string
	Toggle, ToggleHint          string
	All, AllHint                string
	Photos, NoPhotos, PhotoHint string
	Open, OpenHint              string
	Other, OtherHint            string
	NothingToSave               string
	Left                        func(registered, objected int) string
	NobodyAsk                   func(n int) string
	Ahead                       func(n, disabled int) string // above the name of the file
	Done                        func(n int, file string) string
}

// HomeText are the sentences of the screen that settles printed codes.
type HomeText struct {
	Title, Empty                   string
	Student, Class, Printed, What  string
	Open, ByStudent, Back          string
	ByParent                       func(name string) string
	Stu, StuHint, Par, ParHint     string
	Not, NotHint, Clear, ClearHint string
	AllLeft, AllHint               string
	Save, SaveHint                 string
	Sum                            func(collected, back, open int) string
	Ask                            func(collected, back int) string
	Done                           func(settled, elsewhere int) string
	Unnamed, LeaveAsk              func(n int) string
	Nothing, OnlyParent, OnlySelf  string
	ParentName, NameMissing        string
}

// SlipText are the sentences for a student or a parent. They name nobody, so
// that they fit whoever reads the slip.
type SlipText struct {
	Title, Cut       string
	Lacking          string // letters of the name had to be replaced
	Class            func(string) string
	Statement        string // a non-objection
	Application      string
	Signer           string
	BySelf, ByParent string // who signs
	Photo            func(rules string) string
	NewPhoto         func(rules string) string
	PhotoSize        func(w, h int) string
	PhotoBytes       func(n int64) string
	PESEL            string
	Extend           string
	Duplicate        string
	Collect, Login   string
	OwnCode          string // what is done with the login
	Pickup           map[model.PickupReason]string
	Until            func(day time.Time) string
	Scan             string
	Second           string
	Receipt          string
	Secret           string
}

// OutIn returns the sentences in a language.
func OutIn(l Lang) *Out { return outs[l] }

var outs = map[Lang]*Out{Polish: &outPolish, English: &outEnglish, Ukrainian: &outUkrainian}

func refusedLine(name, class, why string) string {
	return fmt.Sprintf("%s, %s: %s", Plain(name), Plain(class), why)
}

// listNames are the worklists for the command line, a line each.
func listNames(l Lang) string {
	names := ""
	for _, id := range model.WorklistIDs {
		names += fmt.Sprintf("\n  %-16s %s", id, WorklistsIn(l).Name[id])
	}
	return names
}

func inBrackets(s string) string {
	if s == "" {
		return ""
	}
	return " (" + s + ")"
}
