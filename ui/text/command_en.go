package text

import (
	"fmt"
	"strings"
)

var englishCommand = Command{
	About: "Okienko: hands out activation codes for the mobile school card.\nWithout a command it opens the secretary's window.",
	Usage: "Usage", Commands: "Commands", Flags: "Flags", GlobalFlags: "Flags of all commands",
	CommandWord: "command", FlagsWord: "flags",
	Short: map[string]string{
		"serve": "the window over SSH, for several desks", "display": "the student's screen: the code alone",
		"photo": "photos: checks and mends them", "fix": "mends photos: turns, crops, reduces; writes new files, never changes the originals", "check": "checks photos: every reason for which a school may refuse them",
		"passphrase": "changes the school's passphrase and recovery keys", "unseal": "opens a file that was sealed when put aside",
		"help": "help for a command", "version": "the version of the program",
		"okienko": "opens the window", "init": "founds a school in the data folder", "import": "takes files in",
		"students": "a roster from the gradebook (CSV, XLSX)", "codes": "codes: lists (CSV, XLSX), pictures (PNG, JPEG), PDFs, ZIPs, folders",
		"statements": "a list of statements and applications (CSV, XLSX)", "status": "how many students are at which stage",
		"sio": "the CSV file for importing cards into SIO, checked", "worklist": "a worklist, by its name (CSV, XLSX, PDF)", "uncollected": "codes that nobody collected (CSV, XLSX, PDF)", "slips": "slips for students and parents: what to do next (PDF)",
		"registered": "cards registered in SIO: a list from SIO or the gradebook (CSV, XLSX)",
		"zpe":        "logins and passwords: the report of accesses to ZPE (CSV, XLSX)",
		"export":     "writes a file", "register": "the register of mobile cards handed over (CSV, XLSX, PDF)",
		"qr": "shows any text as a QR code, to try it", "doctor": "checks database, register and files", "backup": "writes a sealed backup of the school", "restore": "brings a school back from a backup",
	},
	ImportLong: map[string]string{
		"codes":      "A list (CSV, XLSX), its columns in any order:\n\n  PESEL;Rodzaj;Kod;Hasło;Login;Wygenerowano;Ważny do\n\nPESEL and Kod (the code) are enough, or PESEL and Login; instead of the PESEL a name with a class or a date of birth. --kind gives the kind (Rodzaj) that is not in the file.\nAlso PDFs, PNG, JPEG, GIF, ZIPs and folders of them: the text beside a code, or the name of the file, says whose it is.",
		"statements": "A list (CSV, XLSX), its columns in any order:\n\n  PESEL;Rodzaj;Data;Podpisał\n\nThat is: PESEL, kind (brak sprzeciwu, wniosek, sprzeciw), date, signed by. Instead of the PESEL a name with a class or a date of birth. Jako (in which capacity) and Gdzie (where it is kept) may be added.",
		"registered": "A list (CSV, XLSX), its columns in any order:\n\n  PESEL;Numer legitymacji;Stan;Data rejestracji\n\nThe PESEL or the number of the card is enough; instead of them a name with a class or a date of birth.",
		"zpe":        "The report (CSV, XLSX), its columns in any order:\n\n  PESEL;Nazwa użytkownika;Hasło\n\nThat is: PESEL, login, password. Instead of the PESEL a name with a class or a date of birth. Doubts are listed, never decided.",
	},
	Long: map[string]string{
		"init":       "Makes a school in the data folder: database, profile (school.toml) and the folder inbox. It asks twice for a passphrase that seals the students' data; whoever loses it and has no recovery key loses the data. Without a terminal --passphrase-file gives it.\n\nFor example: okienko init --profile tarnow --school \"Szkoła Podstawowa nr 9\"",
		"doctor":     "Looks whether the database is whole, the register untouched, the files the owner's only, the clock right, the backups fresh, and whether the disk has room. Each fault says what to do. Windows may work meanwhile. Exit code 1: something is bad.",
		"passphrase": "Without a flag it asks for a new passphrase, twice; a school without one gets it the same way. Open windows work on. Earlier backups still open with the former one.\nA recovery key is a pair of age keys (age-keygen): --recipient takes the public one, the private one lies in a safe and opens the school with --identity-file.",
		"display":    "The student's screen: a second monitor, a tablet or a Raspberry Pi. It shows the code alone that its desk presents, and is empty otherwise. At the desk Ctrl+E shows a number; type it here. Over SSH a key with role=\"display\" is enough (okienko serve --help). Ctrl+C ends it.",
		"unseal":     "Files of the folder inbox are put aside sealed once they were taken in. This writes such a file in the open, for the owner alone. Remove it when nobody needs it any more.",
	},
	Flag: map[string]string{
		"class":          "only this class, e.g. 4a",
		"only":           "a list of students (CSV, XLSX: PESEL, or name and class); only they",
		"with-codes":     "prints QR codes, for those who can't come; each goes into the register",
		"disabled":       "a file with the students whose card is one for students with a disability, or the word nobody",
		"without-photos": "students without a photo too: photos are added in SIO",
		"listen":         "address and port of the server (127.0.0.1:2222 if not given)", "print-unit": "prints a systemd unit", "list-keys": "lists who may come in",
		"passphrase-file": "a file with the school's passphrase (0600), for scripts and services", "identity-file": "a file with a recovery key of age (0600), instead of the passphrase",
		"no-passphrase": "a school without a passphrase: whoever takes the disk reads the data", "recipient": "a public key of age (age1…) that opens the school too; may be repeated",
		"remove-recipient": "removes such a key and changes the database's key", "new-passphrase-file": "a file with the new passphrase (0600)", "show": "says how the school is locked",
		"data": "the school's data folder (default: okienko in the user's data folder)", "demo": "an invented school to practise on; gone afterwards",
		"operator": "who works (default: the system's user)", "desk": "name of the desk (default: machine and terminal)",
		"lang": "language: pl, uk or en", "help": "this help", "version": "the version of the program", "json": "result as JSON", "profile": "profile: sio, mazowszany, chociszew or tarnow",
		"school": "the school's name", "address": "the school's address", "output": "file to write", "unsealed": "where the opened contents go", "force": "replaces a file that exists",
		"try":  "finds out with a phone which drawing reads at this desk, and remembers it",
		"rung": "way to draw, one of those that --rungs lists", "rungs": "lists the ways to draw",
		"kind": "kind of codes that say none: sio, zpe, legacy, credentials (pictures and PDFs: sio; with a second code beside it legacy, with login and password credentials)", "password-file": "file with the passwords of encrypted PDFs, one a line",
	},
	Value: map[string]string{
		"class": "CLASS", "only": "FILE", "disabled": "FILE|nobody",
		"listen": "ADDRESS:PORT",
		"data":   "DIR", "operator": "NAME", "desk": "NAME", "lang": "pl|uk|en", "profile": "NAME",
		"passphrase-file": "FILE", "identity-file": "FILE", "new-passphrase-file": "FILE", "recipient": "KEY", "remove-recipient": "KEY",
		"school": "NAME", "address": "ADDRESS", "output": "FILE", "rung": "NAME", "password-file": "FILE", "kind": "KIND",
	},
	FileArgument: "FILE", TextArgument: "TEXT",
	SeeHelp:        func(command string) string { return "Help: " + command + " --help." },
	BadLang:        "--lang may be pl, uk or en.",
	BadCommandLine: "I don't understand this command.",
	MissingArgument: func(what string) string {
		return fmt.Sprintf("An argument is missing: %s.", strings.TrimSuffix(what, "…"))
	},
	UnknownArgument: func(what string) string { return fmt.Sprintf("No such command or argument: %q.", Plain(what)) },
	WhichOf:         func(name string) string { return fmt.Sprintf("Say what exactly after %q.", name) },
	UnknownFlag:     func(flag string) string { return fmt.Sprintf("There is no flag %s.", Plain(flag)) },
	FlagNeedsValue:  func(flag string) string { return fmt.Sprintf("The flag %s needs a value.", flag) },
	BadFlagValue:    func(flag string) string { return fmt.Sprintf("The flag %s has a wrong value.", flag) },
	FlagRequired:    func(flag string) string { return fmt.Sprintf("The flag %s is needed.", flag) },
	NotWithDemo:     "This command does not work with --demo: the invented school is gone afterwards.",

	Interrupted: "Interrupted. What was confirmed is saved. The command may be repeated.",
	NoTerminal:  "The window needs a terminal, and the input or output is redirected. Nothing was changed.",
	UnknownProfile: func(name string, known []string) string {
		return fmt.Sprintf("There is no profile %q. There are: %s.", Plain(name), strings.Join(known, ", "))
	},
	CreatedNext: "Now open the window (okienko) and import the roster: F6.",
	Created: func(school, folder string) string {
		return fmt.Sprintf("Founded the school %q in the folder %s.", Plain(school), Plain(folder))
	},
	StatusHelp: "Tells how many students are at which stage. Everybody is at one, also those who left, so the stages sum up to the number of students.",

	Exists: func(file string) string {
		return fmt.Sprintf("The file %s exists already. Nothing was written. Choose another name or add --force.", Plain(file))
	},
	CantWrite: func(file string) string {
		return fmt.Sprintf("The file %s can't be written. Check the folder, its permissions and the room on the disk.", Plain(file))
	},
	CantRead: func(file string) string {
		return fmt.Sprintf("The file %s can't be read. Nothing of it was taken in. Check its name and permissions.", Plain(file))
	},
	Exported: func(lines int, file string) string {
		return fmt.Sprintf("Wrote the register to %s. Entries: %d.", Plain(file), lines)
	},

	CodeTooSmall: func(cols, rows int) string {
		return fmt.Sprintf("The window is too small for this code. Missing columns: %d, rows: %d.", cols, rows)
	},
	CodeNoRung: func(name string) string {
		return fmt.Sprintf("There is no way to draw called %q. --rungs lists them.", Plain(name))
	},
	CodeNotHere: func(name string) string { return fmt.Sprintf("This terminal can't draw %q.", Plain(name)) },
	CodeTooLong: "The text is too long for a QR code, which holds 2,953 bytes at most.",
	CodeEmpty:   "There is no text.",
	CodeTitle:   "QR code", AnyKey: "Any key ends this.",
	Rung: "way", Room: "columns×rows", Module: "error correction", Fits: "fits", DoesNotFit: "does not fit here",
	Taken: "drawn this way", OnRequest: "only when asked for", NotDrawn: "this terminal does not draw it", NoAnswer: "the terminal has not said whether it draws it",

	Doubt:     "It can't be told which student this is: several fit, or the PESEL has changed. The row was not taken in. Import the file in the window and choose.",
	Nobody:    "There is no such student. The row was not taken in. Correct the PESEL, or the name and class.",
	TwoPeople: "More than one student fits. The row was not taken in. Give the PESEL.",
	TooLarge: func(file string) string {
		return fmt.Sprintf("The file %s is too large. Nothing of it was taken in. Check that it is the right one.", Plain(file))
	},
	NotAFile: func(file string) string {
		return fmt.Sprintf("%s is a folder, a pipe or a device, not a file. Nothing was taken in. Give a CSV or XLSX file.", Plain(file))
	},
	FileRefused: func(file string) string { return fmt.Sprintf("%s: nothing was taken in.", Plain(file)) },
	FileTaken: func(file string, read, added, updated, unchanged, refused int) string {
		return fmt.Sprintf("%s: read %d, added %d, changed %d, unchanged %d, refused %d.", Plain(file), read, added, updated, unchanged, refused)
	},
	UnknownColumns: func(names []string) string {
		return fmt.Sprintf("Columns that the program does not use: %s.", Plain(strings.Join(names, ", ")))
	},
	Line: func(n int) string { return fmt.Sprintf("line %d", n) },
	Missing: func(n int) string {
		return fmt.Sprintf("Not in the list, but on record: %d. Mark those who left in the window.", n)
	},

	Sheet:  "Register of mobile cards handed over",
	Number: "No.", Name: "First name(s) and surname", PESEL: "PESEL", Document: "Number of the document",
	Collected: "Collected on", Signature: "Signature", Collector: "Collected by", Kind: "Kind", Operator: "Handed over by", Remarks: "Remarks",
	Corrects:  func(line int) string { return fmt.Sprintf("corrects no. %d", line) },
	Corrected: func(line int) string { return fmt.Sprintf("corrected by no. %d", line) },
	Voided:    "was not handed over",
}
