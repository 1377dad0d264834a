package text

import (
	"fmt"
	"time"

	"okienko/model"
)

var outEnglish = Out{
	Title: map[string]string{"register": "Register of mobile cards handed over", "uncollected": "Codes not collected", "statements": "Statements and applications",
		"worklist": "Worklist", "sio": "File for SIO", "slips": "Slips for students", "day": "Summary of the day"},
	Columns: map[string][]string{
		"uncollected": {"No.", "Class", "Surname and first name", "Card no.", "Kind of code", "Taken in", "Valid until", "State", "Who collects", "Date and signature"},
		"statements":  {"No.", "Class", "Surname and first name", "Sheet", "Date", "Signed by", "As", "Place", "Signature"},
		"worklist":    {"No.", "Class", "Surname and first name", "Card no.", "Stage", "What is missing", "Next", "Signature"},
	},
	Class: func(c model.Class) string {
		if c.IsZero() {
			return "no class"
		}
		return "class " + c.String()
	},
	Page:    func(page, of int) string { return fmt.Sprintf("page %d of %d", page, of) },
	Lacking: "The typeface lacks some letters: they are without marks, or “?”.", Stamp: "date, stamp and signature",
	Expired: "code expired", Missing: "MISSING",
	Pickup: map[model.PickupReason]string{model.PickupAnyone: "student or parent", model.PickupParentOnly: "parent only", model.PickupAdult: "student (adult)"},

	Fault: map[model.SIOFault]string{
		model.SIOPeselBad: "wrong PESEL", model.SIONoNumber: "the card has no number", model.SIONumberChars: "characters that can't stand in a card's number",
		model.SIONumberTwice: "another student's card has the same number", model.SIONoIssued: "the card has no day of issue",
		model.SIOIssuedFuture: "the day of issue is in the future", model.SIOIssuedUnborn: "issued before the student was born",
		model.SIOIssuedTooLate: "issued after its last day",
	},
	SIODone: func(rows int, file string) string {
		return fmt.Sprintf("Wrote the file for SIO: %s. Cards: %d. Once SIO has taken it, note it: F4 “complete, not in SIO” and Ctrl+T (or okienko import registered).", Plain(file), rows)
	},
	SIOLeft: func(refused, registered, objected int) string {
		return fmt.Sprintf("Not in the file: to be put right %d, in SIO already %d, with an objection %d.", refused, registered, objected)
	},
	Refused:     refusedLine,
	DisabledHow: "--disabled is needed: a CSV or XLSX file with the students whose card is one for students with a disability (MEiN-I/3-N), or the word nobody. The program does not keep that, and does not guess.",
	PeopleRefused: func(file string) string {
		return fmt.Sprintf("Not every row of %s names one student. Nothing was written.", Plain(file))
	},
	PersonNobody: func(line int) string { return fmt.Sprintf("row %d: no such student", line) },
	PersonTwo:    func(line int) string { return fmt.Sprintf("row %d: several students fit; give the PESEL", line) },
	Done:         func(lines int, file string) string { return fmt.Sprintf("Wrote %s. Entries: %d.", Plain(file), lines) },
	SlipsDone: func(slips, codes, dense int, file string) string {
		s := fmt.Sprintf("Wrote the slips: %s. Slips: %d.", Plain(file), slips)
		if codes > 0 {
			s += fmt.Sprintf(" With a code: %d; these are held back until you note what came back (Ctrl+O). Delete the file once it is printed.", codes)
		}
		if dense > 0 {
			s += fmt.Sprintf(" Too long for a slip: %d; show those on the screen.", dense)
		}
		return s
	},
	SIODryRun: "writes no file: only says whom SIO would refuse and why",
	SIOWould: func(rows int) string {
		return fmt.Sprintf("Cards that would be in the file: %d. Nothing was written.", rows)
	},
	SIONobody:       "Nobody is to be registered: no file was written.",
	NoSuchClass:     func(class string) string { return fmt.Sprintf("There is no class “%s”.", Plain(class)) },
	CodesNeedChoice: "--with-codes needs --class or --only: codes are printed only for those who can't come.",
	BadEnding: func(file, endings string) string {
		return fmt.Sprintf("The name %s must end in %s.", Plain(file), endings)
	},
	StatementsShort: "students' statements and applications, with room to sign (CSV, XLSX, PDF)",

	Slip: SlipText{
		Lacking: "The typeface lacks some letters of this name.",
		Title:   "Mobile school card: what to do next", Cut: "cut here",
		Class:       func(c string) string { return "class " + c },
		Statement:   "Sign the statement that there is no objection and bring it to school.",
		Application: "Sign the application for the mobile card and bring it to school.",
		Signer:      "The sheet was signed by the wrong person. A new one is needed.",
		BySelf:      "The adult student signs.", ByParent: "A parent or legal guardian signs.",
		Photo: func(rules string) string { return "Send the school a photo for the card" + inBrackets(rules) + "." },
		NewPhoto: func(rules string) string {
			return "Send a new photo: the one before can't be used" + inBrackets(rules) + "."
		},
		PhotoSize:  func(w, h int) string { return fmt.Sprintf("at least %d×%d pixels", w, h) },
		PhotoBytes: func(n int64) string { return "at most " + megabytes(n) + " MB" },
		PESEL:      "Tell the school the PESEL number once there is one: without it there is no mobile card.",
		Extend:     "Bring the school card to the office: it has expired and must be extended.",
		Duplicate:  "The school card is invalidated. Ask at the office for a duplicate.",
		Collect:    "Come to the office for the activation code. Bring the school card and a phone with the mObywatel app.",
		Login:      "Collect the ZPE login and password at the office.",
		OwnCode:    "Then log in at zpe.gov.pl, make a QR code and scan it at once in the mObywatel app.",
		Pickup: map[model.PickupReason]string{
			model.PickupAnyone: "The student or a parent may collect.", model.PickupParentOnly: "In this class only a parent or guardian may collect.",
			model.PickupAdult: "The adult student collects."},
		Until:   func(day time.Time) string { return "The code works until " + day.Format("2 January 2006, 15:04") + "." },
		Scan:    "In the mObywatel app add the document “Legitymacja szkolna” and scan this code.",
		Second:  "The office will tell you the activation code that the app asks for.",
		Receipt: "Confirm at the office, with a signature, that you have it.",
		Secret:  "Show this code to nobody.",
	},

	ListArgument: "NAME", AllLists: "A worklist as CSV, XLSX or PDF. The lists are called:" + listNames(English),
	NoSuchList: func(name string) string {
		return fmt.Sprintf("There is no list “%s”. ", Plain(name)) + "A worklist as CSV, XLSX or PDF. The lists are called:" + listNames(English) + "\n"
	},

	Offer: "files to write", OfferHint: "register, lists, file for SIO, slips",
	Screen: "Files to write", Format: "Kind of file", Path: "File",
	Printed: "PDF, to print", Sheet: "XLSX, workbook", Plain: "CSV", OnlyClass: "Class", AllClasses: "the whole school",
	SlipLang: "Language of slips", WithCodes: "QR codes", CodesNo: "without codes", CodesYes: "with codes, for those who won't come",
	CodesAsk: func(class string) string {
		return fmt.Sprintf("Print the codes of class %s? They go into the register and are held back until you note whether they were collected.", class)
	},
	PathHint: "a name or a whole path", Folder: func(folder string) string { return "Folder: " + Plain(folder) },
	List:         func(name string, students int) string { return fmt.Sprintf("List: %s (%d)", name, students) },
	BackHome:     func(codes int) string { return fmt.Sprintf("Slips with codes: what came back (%d)", codes) },
	Accepted:     "SIO took the file: mark who is registered",
	Taken:        "There is such a file. Give another name.",
	Close:        "close",
	OnlyForClass: "Codes are printed for one class only.",
	SIO: SIOText{
		InFile:    func(n int) string { return fmt.Sprintf("In the file (%d)", n) },
		NotInFile: func(n int) string { return fmt.Sprintf("Not in the file (%d)", n) },
		Empty:     "Nobody is to be registered.", NobodyRefused: "Nobody is left out of the file.",
		Student: "Student", Class: "Class", Card: "Card", Issued: "Issued", Disabled: "Disability", Why: "Why",
		Yes: "YES", No: "no",
		Save: "write the file", SaveHint: "asks for a name and writes what SIO imports",
		Toggle: "disability", ToggleHint: "the student's card is MEiN-I/3-N; the program does not keep that",
		All: "whole list: disability", AllHint: "everybody on the list has a card MEiN-I/3-N; again: nobody",
		Photos: "without a photo too", NoPhotos: "only with a photo", PhotoHint: "the file has no photos; they can be added in SIO later",
		Open: "student's page", OpenHint: "where what is missing can be put right",
		Other: "other list", OtherHint: "who goes into the file, and who does not and why",
		NothingToSave: "There is nothing to write: nobody would be in the file.",
		Left: func(registered, objected int) string {
			return fmt.Sprintf("in SIO already %d, with an objection %d", registered, objected)
		},
		NobodyAsk: func(n int) string {
			return fmt.Sprintf("Cards: %d. Is really none of them one for a student with a disability (MEiN-I/3-N)?", n)
		},
		Ahead: func(n, disabled int) string {
			return fmt.Sprintf("Cards: %d, of them MEiN-I/3-N (disability): %d.", n, disabled)
		},
		Done: func(n int, file string) string {
			return fmt.Sprintf("Wrote %s. Cards: %d. Once SIO has taken it: Ctrl+O, “SIO took the file”.", Plain(file), n)
		},
	},
	Home: HomeText{
		Title: "What came back", Empty: "No slip with a code waits for an answer.",
		Student: "Student", Class: "Class", Printed: "Printed", What: "What happened",
		Open: "not known", ByStudent: "collected by the student", Back: "not collected",
		ByParent: func(name string) string { return "parent: " + name },
		Stu:      "student collected", StuHint: "a receipt came back; the student collected", Par: "parent collected", ParHint: "a receipt came back with a parent's signature",
		Not: "not collected", NotHint: "the slip came back or got lost; the code waits again", Clear: "not known", ClearHint: "stays open",
		AllLeft: "the rest collected", AllHint: "all unmarked have collected; who, says the pick-up rule",
		Save: "save", SaveHint: "records what is marked in the register; the rest goes on waiting",
		Sum: func(collected, back, open int) string {
			return fmt.Sprintf("collected %d · not collected %d · not known %d", collected, back, open)
		},
		Ask: func(collected, back int) string {
			return fmt.Sprintf("Record: collected %d, not collected %d?", collected, back)
		},
		Done: func(settled, elsewhere int) string {
			s := fmt.Sprintf("Recorded in the register: %d.", settled)
			if elsewhere > 0 {
				s += fmt.Sprintf(" Settled by another desk already: %d.", elsewhere)
			}
			return s
		},
		LeaveAsk: func(n int) string {
			return fmt.Sprintf("Marked: %d, and nothing of it is saved. Leave without saving?", n)
		},
		Unnamed: func(n int) string { return fmt.Sprintf("Without a parent's name: %d. Mark them with r.", n) },
		Nothing: "Nothing is marked.", OnlyParent: "Only a parent or guardian may collect.", OnlySelf: "Only the adult student may collect.",
		ParentName: "Parent's name", NameMissing: "Say who collected.",
	},
}
