package text

import (
	"okienko/model"
	"okienko/model/portrait"
)

// PhotoView is which photos the table shows.
type PhotoView string

// The views, in the order of the work.
const (
	PhotosToDo      PhotoView = "todo"
	PhotosUnmatched PhotoView = "unmatched"
	PhotosRefused   PhotoView = "refused"
	PhotosFine      PhotoView = "fine"
	PhotosAll       PhotoView = "all"
)

// PhotoViews are all views.
var PhotoViews = []PhotoView{PhotosToDo, PhotosUnmatched, PhotosRefused, PhotosFine, PhotosAll}

// PhotoStep is the next sensible thing to do about a photo.
type PhotoStep string

// The steps.
const (
	PhotoSettle PhotoStep = "settle" // say whose it is
	PhotoChoose PhotoStep = "choose" // one of several of a student
	PhotoAccept PhotoStep = "accept"
	PhotoMend   PhotoStep = "mend"
	PhotoLook   PhotoStep = "look" // a person has to look at it
	PhotoRefuse PhotoStep = "refuse"
	PhotoWrite  PhotoStep = "write" // to the family
)

// PhotoSteps are all steps.
var PhotoSteps = []PhotoStep{PhotoSettle, PhotoChoose, PhotoAccept, PhotoMend, PhotoLook, PhotoRefuse, PhotoWrite}

// Gallery are the sentences of the photo screens.
type Gallery struct {
	Title, Search, Placeholder, Open, OpenHint string
	OfStudent, OfStudentHint                   string
	File, Student, Verdict, Reasons            string // columns
	Reading, Empty, NothingFound, AllDone      string
	PasteRefused                               string
	View                                       map[PhotoView]string
	PickView, ViewHint, PickClass, ClassHint   string
	AllClasses, NothingHere                    string
	State                                      map[model.PhotoState]string
	Look                                       map[PhotoStep]string // of what is to do, in place of a state
	Step                                       map[PhotoStep]string // what Enter does
	StepHint, Decide                           string
	Detail, DetailHint, Clear, ClearHint       string
	Back, BackHint                             string

	// One photo.
	Nobody, Arrived, DeletedOn, DecidedBy     string
	MendedNow, NothingWrong, Measured, Limit  string
	InSize                                    func(w, h int, weight string) string
	NoPicture, NoTerminalPicture, Loading     string
	Accept, AcceptHint, Refuse, RefuseHint    string
	Despite, DespiteHint, Mend, MendHint      string
	Whose, WhoseHint, Letter, LetterHint      string
	TakeBack, TakeBackHint                    string
	Next, NextHint, Previous, PreviousHint    string
	OffNobodys, OffRemarks, OffUnusable       string
	OffAccepted, OffRefused, OffToDo, OffFine string
	OffNotRefused, OffNothingToMend, Saving   string
	DespiteAsk                                func(reasons string) string
	Accepted, Refused, TakenBack              func(who string) string
	AcceptedDespite, OthersRefused            func(who string) string
	LastOne, Gone                             string

	// Whose it is.
	WhoseTitle, NobodyChosen, ChooseSomebody string
	FileLine, NameFits, NameMaybe            string
	Suggested, TypeName, OtherClass          string
	Settle, Settled, SettledNobody           string
	SettledAs                                func(who string) string

	// One of several.
	ChooseTitle, ChooseHead, ChooseLater string

	// Before and after.
	MendTitle, Before, After, Mending string
	Done                              map[portrait.Step]string
	CantMend                          func(why string) string
	CantMendSmall                     func(w, h, leastW, leastH int) string
	Remaining, NothingRemains         string
	TakeMended, TakeMendedHint        string
	RefuseInstead                     string
	Quality                           func(q int) string

	// A whole class.
	MendClass, MendClassHint, ClassTitle string
	ClassFirst, NothingToMend            string
	Trying, Writing                      string
	WillAccept, WillKeep, LeftOut, Cant  string // what becomes of one
	What                                 string // column
	Toggle, ToggleHint, CantToggle       string
	Stop, StopHint, AcceptAll            string
	AcceptAllHint, NoneMended            string
	ClassSum                             func(accept, keep, cant int) string
	ClassDone                            func(accepted, kept, failed int) string

	// A letter.
	LetterTitle, Copy, CopyHint          string
	Save, SaveHint, SaveAs, SaveAsHint   string
	Language, LanguageHint               string
	Sent, SentHint, SentNow              string
	NotSent, NotSentHint, NotSentNow     string
	Copied, CantCopy, CopyNowhere        string
	Saved                                func(path string) string
	CantSave, SaveExists                 func(path string) string
	PathLabel, PathHint, NoFolder, Lines string
	SaveFar                              string
	LangName                             map[Lang]string
}

// GalleryIn returns the sentences in a language.
func GalleryIn(l Lang) *Gallery { return galleries[l] }

var galleries = map[Lang]*Gallery{Polish: &galleryPolish, English: &galleryEnglish, Ukrainian: &galleryUkrainian}

// Why says why a photo can't be mended.
func (t *Gallery) Why(l Lang, e *portrait.CantMend) string {
	if e.Reason == portrait.TooSmall && e.LeastWidth > 0 {
		return t.CantMendSmall(e.Width, e.Height, e.LeastWidth, e.LeastHigh)
	}
	return t.CantMend(PhotoIn(l).Reason[e.Reason])
}
