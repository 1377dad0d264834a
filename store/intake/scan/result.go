package scan

import (
	"image"
	"time"

	"okienko/model"
)

// Reason says why a file, or part of it, gave nothing. The sentences are in
// ui/text.
type Reason string

// The reasons.
const (
	Missing        Reason = "missing"         // the path does not exist
	Unreadable     Reason = "unreadable"      // no right to read, or the disk fails
	SymbolicLink   Reason = "symbolic_link"   // links inside a folder are not followed
	SpecialFile    Reason = "special_file"    // a device, a pipe, a socket
	TooDeep        Reason = "too_deep"        // folders in folders beyond the limit
	TooManyFiles   Reason = "too_many_files"  // the rest of a folder or a ZIP is left out
	TooLarge       Reason = "too_large"       // more bytes than any such file has
	UnknownKind    Reason = "unknown_kind"    // neither a picture nor a PDF nor a ZIP
	OfficeFile     Reason = "office_file"     // DOCX, XLSX, ODT: to be saved as PDF
	Broken         Reason = "broken"          // damaged, or not what it says it is
	ZIPEncrypted   Reason = "zip_encrypted"   // a ZIP with a password
	ZIPBomb        Reason = "zip_bomb"        // unpacks to far more than it is
	ZIPNested      Reason = "zip_nested"      // a ZIP in a ZIP in a ZIP
	PictureTooBig  Reason = "picture_too_big" // by its header, before decoding
	TooManyPages   Reason = "too_many_pages"
	PageTooBig     Reason = "page_too_big"    // a page, or all pages together
	TooSlow        Reason = "too_slow"        // a page took longer than any honest one
	NeedsPassword  Reason = "needs_password"  // see Scanner.Unlock
	WrongPassword  Reason = "wrong_password"  // the one given does not open it
	NothingFound   Reason = "nothing_found"   // read well, but there is no code
	Stopped        Reason = "stopped"         // the caller stopped in mid-file; Found is what there was until then
	EngineTrouble  Reason = "engine_trouble"  // PDFium itself could not be started
	PartlyReadable Reason = "partly_readable" // some pages failed; Found is of the others
)

// Reasons are all of them.
var Reasons = []Reason{Missing, Unreadable, SymbolicLink, SpecialFile, TooDeep, TooManyFiles, TooLarge, UnknownKind,
	OfficeFile, Broken, ZIPEncrypted, ZIPBomb, ZIPNested, PictureTooBig, TooManyPages, PageTooBig, TooSlow,
	NeedsPassword, WrongPassword, NothingFound, Stopped, EngineTrouble, PartlyReadable}

// Why says why a code is taken to be somebody's, or why that is not sure.
type Why string

// The grounds, of sure finds and of doubts.
const (
	ByPage Why = "by_page" // sure: what is printed beside it names one student
	ByFile Why = "by_file" // sure: the name of the file names one student
	ByBoth Why = "by_both" // sure: both do

	NobodyNamed    Why = "nobody_named"    // neither page nor file names a student
	SeveralFit     Why = "several_fit"     // namesakes, or several students named
	UnclearLayout  Why = "unclear_layout"  // more than one way to pair the codes of the page with its names
	Contradiction  Why = "contradiction"   // name, PESEL, card number, class or file name disagree
	TwoOwners      Why = "two_owners"      // the same code stands beside two students
	SecondUnclear  Why = "second_unclear"  // whose it is is clear, but not which second secret goes with it
	CodeUnreadable Why = "code_unreadable" // there is a QR code, but it can't be read; Payload is ""
	CodePart       Why = "code_part"       // one of several QR codes that make one text; Payload is ""
)

// Whys are all of them.
var Whys = []Why{ByPage, ByFile, ByBoth, NobodyNamed, SeveralFit, UnclearLayout, Contradiction, TwoOwners,
	SecondUnclear, CodeUnreadable, CodePart}

// Found is one code.
type Found struct {
	File       string            // as Item.File
	Page       int               // counted from 1
	Box        image.Rectangle   // where on the page, in pixels of the picture that was read
	Crop       image.Image       // the code and what is around it, at most 300 pixels a side; nil when Sure
	Payload    model.Secret      // what the QR holds, byte for byte
	Second     model.Secret      // activation code or password printed beside it; "" if none
	Login      string            // user name printed beside it; "" if none
	Candidates []model.StudentID // exactly one if Sure; otherwise suggestions, best first
	Sure       bool
	Why        Why
}

// Item is what one file gave.
type Item struct {
	File   string // as a person would name it: "kody.zip/4a/Jan Lis.png"
	Pages  int    // read; a picture is one
	Found  []Found
	Reason Reason // why there is nothing, or not all; "" if all is well

	// Trouble is, with EngineTrouble, why PDFium did not start. It is for the
	// log: it comes about before anything of the file is read.
	Trouble error

	source source // for Unlock
}

// Path is where the file lies on disk; "" in a ZIP.
func (i Item) Path() string { return i.source.path }

// Limits bound what one import may cost. The zero Limits are the usual ones.
type Limits struct {
	Files        int           // of all paths together
	Depth        int           // folders in folders
	FileBytes    int64         // of a file on disk
	EntryBytes   int64         // of a file in a ZIP, unpacked
	ZIPBytes     int64         // of a ZIP's files together, unpacked
	Ratio        int64         // unpacked to packed, of files above 1 MB
	Pixels       int64         // of a picture
	Side         int           // of a picture
	PictureBytes int64         // of memory that reading a picture takes
	Pages        int           // of a PDF
	PagePixels   int64         // of a PDF's page as it is drawn
	TotalPixels  int64         // of all pages of a PDF
	PageTime     time.Duration // for one page
}

// usual fills in what a caller left open.
func (l Limits) usual() Limits {
	set(&l.Files, 50_000)
	set(&l.Depth, 16)
	set(&l.FileBytes, 512<<20)
	set(&l.EntryBytes, 64<<20)
	set(&l.ZIPBytes, 4<<30)
	set(&l.Ratio, 200)
	set(&l.Pixels, 100_000_000)
	set(&l.Side, 20_000)
	set(&l.PictureBytes, 176<<20)
	set(&l.Pages, 2000)
	set(&l.PagePixels, 16_000_000)
	set(&l.TotalPixels, 10_000_000_000)
	set(&l.PageTime, 10*time.Second)
	return l
}

func set[T int | int64 | time.Duration](v *T, usual T) {
	if *v == 0 {
		*v = usual
	}
}
