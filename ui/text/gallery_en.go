package text

import (
	"fmt"

	"okienko/model"
	"okienko/model/portrait"
)

var galleryEnglish = Gallery{
	Title: "Photos", Search: "Search:", Placeholder: "file, student, class",
	Open: "Photos", OpenHint: "photos from families: whose, fine, to be mended, refused",
	OfStudent: "student's photos", OfStudentHint: "files that were sent for this student",
	File: "File", Student: "Student", Verdict: "Verdict", Reasons: "Reasons",
	Reading:      "Reading photos…",
	Empty:        "No photos yet. Save the parents' attachments in the folder inbox, go back to the list of students and press F6, then F3.",
	NothingFound: "Nothing fits. Esc clears the search, then the filters.", AllDone: "Nothing is left to do. F4 shows the other photos.",
	PasteRefused: "The pasted text is too long to search for.",
	View: map[PhotoView]string{PhotosToDo: "to do", PhotosUnmatched: "unmatched", PhotosRefused: "refused",
		PhotosFine: "fine", PhotosAll: "all"},
	PickView: "Show", ViewHint: "to do, unmatched, refused, fine", PickClass: "Class", ClassHint: "shows the photos of one class",
	AllClasses: "all classes", NothingHere: "There is no photo here.",
	State: map[model.PhotoState]string{model.PhotoToDo: "to do", model.PhotoAccepted: "accepted", model.PhotoAcceptedDespite: "despite advice",
		model.PhotoRefused: "refused", model.PhotoTold: "written to", model.PhotoReplaced: "replaced"},
	Look: map[PhotoStep]string{PhotoSettle: "whose?", PhotoChoose: "several", PhotoAccept: "fine", PhotoMend: "to mend",
		PhotoLook: "remarks", PhotoRefuse: "poor", PhotoWrite: "refused"},
	Step: map[PhotoStep]string{PhotoSettle: "name the student", PhotoChoose: "choose one", PhotoAccept: "accept", PhotoMend: "mend",
		PhotoLook: "look", PhotoRefuse: "refuse", PhotoWrite: "letter"},
	Decide:   "decide",
	StepHint: "the next step for this photo",
	Detail:   "Photo", DetailHint: "the picture, what was measured, all actions", Clear: "Clear", ClearHint: "clears the search, then the filters, then goes back",
	Back: "back", BackHint: "back to the table",

	Nobody: "nobody knows whose", Arrived: "arrived", DeletedOn: "to be deleted", DecidedBy: "decided:",
	MendedNow: "mended", NothingWrong: "Nothing to remark.", Measured: "is", Limit: "limit",
	InSize:    func(w, h int, weight string) string { return fmt.Sprintf("%d × %d px, %s", w, h, weight) },
	NoPicture: "This file can't be shown.", NoTerminalPicture: "This terminal shows no pictures: it lacks colours or signs. What was measured stands beside.", Loading: "Loading the picture…",
	Accept: "accept", AcceptHint: "the photo goes onto the card", Refuse: "refuse", RefuseHint: "and opens the letter to the parent",
	Despite: "despite", DespiteHint: "accepts despite the remarks, in your name", Mend: "mend", MendHint: "shows before and after, and changes nothing until then",
	Whose: "whose", WhoseHint: "names the student, or another one", Letter: "letter", LetterHint: "to the parent: the reasons and how to do better",
	TakeBack: "take back", TakeBackHint: "takes the decision back: the photo is to do again",
	Next: "next", NextHint: "the next photo of the table", Previous: "previous", PreviousHint: "the photo before",
	OffNobodys: "Nobody knows whose photo this is. Name the student first (u).", OffRemarks: "There are remarks: mend (n), accept despite them (m) or refuse (o).",
	OffUnusable: "This file can't be used. Refuse it (o) or try to mend it (n).", OffAccepted: "This photo is accepted already.", OffRefused: "This photo is refused already.",
	OffToDo: "There is no decision to take back.", OffFine: "There is nothing to remark. Accept it (p).",
	OffNotRefused: "The letter is for a refused photo. Refuse it first (o).", OffNothingToMend: "There is nothing here that the program can mend.", Saving: "Saving. Wait a moment.",
	DespiteAsk:      func(reasons string) string { return "Accept the photo despite the remarks? " + reasons },
	Accepted:        func(who string) string { return "Photo accepted: " + who + "." },
	AcceptedDespite: func(who string) string { return "Accepted despite the remarks: " + who + "." },
	OthersRefused:   func(who string) string { return "Photo accepted: " + who + ". The others are refused." },
	Refused:         func(who string) string { return "Photo refused: " + who + "." },
	TakenBack:       func(who string) string { return "To do again: " + who + "." },
	LastOne:         "This is the last photo of the table.", Gone: "This photo is gone: its day of deletion has come.",

	WhoseTitle: "Whose photo is this?", NobodyChosen: "– nobody –", ChooseSomebody: "Choose a student with the arrows or type more letters.",
	FileLine: "File:", NameFits: "Several people fit the file's name:", NameMaybe: "Like the file's name are:",
	Suggested: "like the name", TypeName: "type surname, first name, class", OtherClass: "the file name says another class:",
	Settle: "choose", Settled: "now:", SettledNobody: "nobody's",
	SettledAs: func(who string) string { return "This photo: " + who + "." },

	ChooseTitle: "Which photo?", ChooseHead: "There are several photos of this student. When the one you choose is accepted, the others are refused.", ChooseLater: "– leave it for later –",

	MendTitle: "Mending", Before: "before", After: "after", Mending: "Mending…",
	Done: map[portrait.Step]string{portrait.StepConverted: "made a JPEG", portrait.StepCompleted: "the file's end added",
		portrait.StepColours: "screen colours", portrait.StepTurned: "turned", portrait.StepCropped: "cropped around the head",
		portrait.StepReduced: "reduced", portrait.StepEnlarged: "enlarged a little", portrait.StepCompressed: "compressed harder",
		portrait.StepStripped: "place and camera data removed"},
	CantMend: func(why string) string { return "This photo can't be mended. " + why },
	CantMendSmall: func(w, h, leastW, leastH int) string {
		return fmt.Sprintf("This photo can't be mended: cropped to the head %d × %d px are left, and %d × %d are needed.", w, h, leastW, leastH)
	},
	Remaining: "What remains:", NothingRemains: "Nothing to remark once mended.",
	TakeMended: "accept the mended one", TakeMendedHint: "only this saves it; the original stays too, until its day",
	RefuseInstead: "refuse",
	Quality:       func(q int) string { return fmt.Sprintf("quality %d", q) },

	MendClass: "Mend the class", MendClassHint: "mends all photos of the class; saves nothing before Enter", ClassTitle: "Mending a class",
	ClassFirst: "Choose a class first (F3).", NothingToMend: "There are no photos to mend in this class.",
	Trying: "Mending, nothing is saved yet.", Writing: "Saving.",
	WillAccept: "will be accepted", WillKeep: "mended, remarks remain", LeftOut: "left out", Cant: "can't be mended", What: "What will happen",
	Toggle: "leave out", ToggleHint: "leaves a photo out or takes it back in", CantToggle: "This photo can't be mended.",
	Stop: "stop", StopHint: "stops after the present photo", AcceptAll: "save the mended",
	AcceptAllHint: "saves the mended photos and accepts those without remarks", NoneMended: "No photo could be mended. Nothing was changed.",
	ClassSum: func(accept, keep, cant int) string {
		return fmt.Sprintf("To be accepted: %d, mended with remarks: %d, not mended: %d.", accept, keep, cant)
	},
	ClassDone: func(accepted, kept, failed int) string {
		said := fmt.Sprintf("Accepted mended: %d, mended with remarks: %d.", accepted, kept)
		if failed > 0 {
			said += fmt.Sprintf(" Not saved: %d, somebody changed them meanwhile.", failed)
		}
		return said
	},

	LetterTitle: "Letter to the parent", Copy: "copy", CopyHint: "to this terminal's clipboard (OSC 52), works over SSH too",
	Save: "save a file", SaveHint: "in the folder wychodzace beside the database", SaveAs: "save as", SaveAsHint: "a file at a path",
	Language: "language", LanguageHint: "Polish, Ukrainian, English",
	Sent: "sent", SentHint: "notes that the letter went to the parent", SentNow: "Noted: the letter was sent.",
	NotSent: "not sent", NotSentHint: "notes that the letter did not go after all and the parent does not know", NotSentNow: "Noted: the letter did not go, the parent does not know.",
	Copied:   "Copied, and noted that the parent knows. The terminal doesn't confirm: paste it and look; if there is nothing, save a file (z).",
	CantCopy: "The letter could not be sent to the terminal. Save a file (z).", CopyNowhere: "This terminal has no clipboard. Save a file (z).",
	Saved:   func(path string) string { return "Saved, and noted that the parent knows: " + path },
	SaveFar: "Over SSH a file can only be saved in the folder wychodzace of the school's machine (z).",
	CantSave: func(path string) string {
		return "The file " + path + " can't be saved. Check the path, the permissions and the room on the disk."
	},
	SaveExists: func(path string) string {
		return "The file " + path + " is there already. Nothing was saved. Give another name (s)."
	},
	PathLabel: "Where to save the letter?", PathHint: "the path of a file, for example ~/letter.txt", NoFolder: "This school has no data folder. Give a path (s).",
	Lines:    "arrows scroll",
	LangName: map[Lang]string{Polish: "Polish", Ukrainian: "Ukrainian", English: "English"},
}
