package ui

import (
	"bytes"
	"database/sql"
	"image"
	"image/jpeg"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"okienko/model"
	"okienko/model/portrait"
	"okienko/store"
)

// told is what becomes of a column when somebody asks what is held on a child:
// what stands in the JSON and on paper of the planted school, or why nothing.
type told struct{ json, paper, why string }

func both(s string) told { return told{json: s, paper: s} }

func because(why string) told { return told{why: why} }

// Reasons why a column is not given out.
const (
	ownNumber = "the program's own number of a row"
	keyed     = "a keyed index of a value that is given out"
	noChild   = "tells of no child"
	technical = "the program's own bookkeeping"
)

// everyColumn decides about each column of the database. A new one has to be
// decided about here.
var everyColumn = map[string]told{
	"students.id": {json: `"number": 1`, why: "on paper the name says more"}, "students.last": both("Zmyślońska"), "students.first": both("Bogumiła"), "students.second": both("Wymyślona"),
	"students.pesel": both("13250100022"), "students.pesel_index": because(keyed), "students.birth": {json: "2013-05-01", paper: "01.05.2013"},
	"students.sex": {json: `"sex": "K"`, paper: "płeć K"}, "students.class": {json: `"class": "4a"`, paper: "klasa 4a"}, "students.register_no": {json: `"number_in_class_register": 17`, paper: "nr w dzienniku 17"}, "students.book_no": both("77/b"), "students.document": both("paszport UA-1"),
	"students.left_on": {json: "2026-12-01", paper: "01.12.2026"}, "students.registered": {json: "2026-09-11", paper: "11.09.2026"},
	"students.portrait": {json: `"state": "accepted"`, paper: "zdjęcie"}, "students.portrait_on": {json: "2026-11-23", paper: "23.11.2026"},
	"students.touched": because(technical), "students.waiting": {json: "waits_for_code_since", paper: "czeka na nowy kod od"},
	"students.erased": because("nobody here was erased; it stands where somebody was"),

	"statements.id": because(ownNumber), "statements.student": because(ownNumber), "statements.kind": {json: "non_objection", paper: "sprzeciwu"},
	"statements.signer_name": both("Podpisująca Halina"), "statements.signer": {json: `"signed_as": "parent"`, paper: "rodzic"}, "statements.signed": {json: "2026-09-02", paper: "02.09.2026"},
	"statements.place": both("teczka zielona"), "statements.entered_by": both("wpisujący"), "statements.entered_at": {json: `"entered"`, paper: "wpisano"}, "statements.undone": {json: `"taken_back": true`, paper: "cofnięto"},

	"cards.id": because(ownNumber), "cards.student": because(ownNumber), "cards.number": both("501/2026"), "cards.kind": {json: "plastic", paper: "plastikowa"},
	"cards.issued": {json: "2026-10-01", paper: "01.10.2026"}, "cards.valid_until": {json: "2027-09-30", paper: "30.09.2027"}, "cards.state": {json: "invalidated", paper: "unieważniona"}, "cards.duplicate_of": both("500/2026"),

	"codes.id": because(ownNumber), "codes.student": because(ownNumber), "codes.kind": {json: "legacy", paper: "kod QR i kod aktywacyjny"}, "codes.payload": both("otw:stary"), "codes.second": both("DRUGI-SEKRET"), "codes.login": both("login.bogumila"),
	"codes.payload_index": because(keyed), "codes.login_index": because(keyed), "codes.generated": {json: "2026-09-15", paper: "15.09.2026"}, "codes.until": {json: "2026-11-24", paper: "24.11.2026"},
	"codes.added": {json: "taken_in", paper: "wpisano"}, "codes.spent": {json: `"handed_over": 1`, paper: "ile razy wydano"}, "codes.set_aside": {json: `"set_aside": true`, paper: "odłożony"},
	"codes.claim_desk": both("okno-planted"), "codes.claim_window": {json: `"window"`, why: "the desk says more"}, "codes.claim_operator": both("pokazujący"), "codes.claim_since": {json: `"presented"`, paper: "na ekranie"}, "codes.claim_until": {json: "held_until", why: "the end of a desk's hold, no fact about the child"},

	"handovers.id": because(ownNumber), "handovers.student": because(ownNumber), "handovers.code": because(ownNumber), "handovers.kind": {json: "legacy", paper: "kod QR i kod aktywacyjny"}, "handovers.recipient": {json: `"collected_as": "parent"`, paper: "rodzic"},
	"handovers.name": both("Odbierająca Maria"), "handovers.card_shown": {json: `"card_shown": true`, paper: "okazano legitymację"}, "handovers.at": {json: "2026-11-23T", paper: "23.11.2026"}, "handovers.operator": both("wydający"), "handovers.desk": both("okno-wydań"),
	"handovers.corrects": {json: "corrects_number", paper: "poprawia wpis z"}, "handovers.void": {json: `"not_handed_over": true`, paper: "nie wydano tak"},

	"invalidations.id": because(ownNumber), "invalidations.student": because(ownNumber), "invalidations.of": {json: `"of": "card"`, paper: "legitymacja"}, "invalidations.card": because(ownNumber),
	"invalidations.reason": {json: "duplicate", paper: "duplikat"}, "invalidations.reporter": {json: "reported_as", paper: "zgłosił"}, "invalidations.reporter_name": both("Zgłaszający Adam"), "invalidations.reported": {json: "2026-11-20", paper: "20.11.2026"},
	"invalidations.note": both("w tramwaju nr 4"), "invalidations.entered_by": both("wpisujący"), "invalidations.entered_at": {json: `"entered"`, paper: "wpisano"}, "invalidations.done": {json: "2026-11-21", paper: "21.11.2026"}, "invalidations.done_by": both("odhaczający"),
	"invalidations.undone": {why: "none of them was undone here", paper: "cofnięto"}, "invalidations.last_code": because(technical), "invalidations.last_sheet": because(technical), "invalidations.registered": {json: "2026-09-11", paper: "11.09.2026"},

	"photos.id": because(ownNumber), "photos.student": because(ownNumber), "photos.by_hand": {json: `"student_named_by_hand": true`, paper: "wskazano ręcznie"}, "photos.name": both("Zmyslonska.jpg"), "photos.sum": both("5e8"), "photos.digest": because(keyed), "photos.file": because(keyed),
	"photos.bytes": {json: `"bytes"`, paper: "rozmiar"}, "photos.arrived": {json: "2026-11-23", paper: "23.11.2026"}, "photos.state": {json: "accepted_despite", paper: "mimo uwag"}, "photos.decided_by": both("oceniający"), "photos.decided_desk": {json: "decided_at_desk", why: "who and when stand there"}, "photos.decided_at": {json: `"decided"`, paper: "rozstrzygnięto"},
	"photos.report": {json: `"report"`, paper: "ocena programu"}, "photos.mended_report": {json: `"mended_report"`, paper: "naprawione"}, "photos.touched": because(technical),
	"pictures.id": because(ownNumber), "pictures.photo": because(ownNumber), "pictures.kind": {json: `"mended_base64": "/9j`, paper: "oryginał"}, "pictures.bytes": {json: `"original_base64": "/9j`, paper: "Zmyslonska.jpg: oryginał"},

	"register.seq": {json: `"line"`, paper: "Ewidencja"}, "register.at": {json: `"at"`, paper: "23.11.2026"}, "register.operator": both("wpisujący"), "register.desk": both("okno-wydań"), "register.deed": {json: "statement_entered", paper: "oświadczenie"},
	"register.student": because(ownNumber), "register.before": {json: `"before"`, paper: "→"}, "register.after": {json: `"after"`, paper: "nazwisko"}, "register.salt": because(technical), "register.digest": because(technical), "register.hash": because(technical),

	"outgoing.id": because(ownNumber), "outgoing.name": both("list Zmyslonska.txt"), "outgoing.made": {json: `"made": "2026-11-23"`, paper: "zapisano"}, "outgoing.about": because(ownNumber), "outgoing.subject": because(ownNumber),

	"displays.id": because(noChild), "displays.desk": because(noChild), "displays.window": because(noChild), "displays.number": because(noChild), "displays.until": because(noChild), "displays.tries": because(noChild), "displays.desk_seen": because(noChild), "displays.seen": because(noChild),
	"displays.code": because("the number of a code that is on the screen at this moment"), "displays.lang": because(noChild), "displays.page": because(noChild),
	"keyring.id": because(noChild), "keyring.kind": because(noChild), "keyring.recipient": because(noChild), "keyring.passes": because(noChild), "keyring.memory": because(noChild), "keyring.lanes": because(noChild), "keyring.salt": because(noChild), "keyring.wrapped": because(noChild), "keyring.made": because(noChild),
	"sealing.id": because(noChild), "sealing.key_check": because(noChild), "sealing.scrub": because(noChild), "sealing.bound": because(noChild),
	"file_keys.id": because(noChild), "file_keys.key": because(noChild), "numbers.name": because(noChild), "numbers.last": because(noChild),
}

// plantEverything records something of every kind about the first student, in
// the afternoon before the exports.
func plantEverything(t *testing.T, d *desktop) {
	t.Helper()
	db, err := store.Folder(d.folder).Open(t.Context(), store.Options{Now: d.clock})
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = db.Close() }()
	fatal := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	as := func(operator, desk string) model.Actor {
		return model.Actor{Operator: operator, Desk: desk, Role: model.RoleAdmin}
	}
	by, ctx := as("wpisujący", "okno-1"), t.Context()
	id, err := db.AddStudent(ctx, by, model.Student{Last: "Zmyślona", First: "Bogumiła", Second: "Wymyślona", PESEL: "13250100022", Birth: model.MustDate(2013, 5, 1),
		Sex: model.Female, Class: model.Class{Grade: 4, Unit: "a"}, RegisterNo: 17, BookNo: "77/b", Document: "paszport UA-1"})
	fatal(err)
	record := func() model.Record {
		r, err := db.Record(ctx, id)
		fatal(err)
		return r
	}
	renamed := record().Student
	renamed.Last = "Zmyślońska"
	fatal(db.ChangeStudent(ctx, by, 0, renamed))
	sheet := model.Statement{Student: id, Kind: model.NonObjection, Signer: model.SignedByParent, SignerName: "Podpisująca Halina", Place: "teczka zielona", Signed: model.MustDate(2026, 9, 2)}
	_, err = db.RecordStatements(ctx, by, sheet)
	fatal(err)
	fatal(db.UndoStatement(ctx, by, id, record().Statements[0].ID))
	sheet.Signed = model.MustDate(2026, 9, 3)
	_, err = db.RecordStatements(ctx, by, sheet)
	fatal(err)
	fatal(db.EnterCard(ctx, by, 0, model.Card{Student: id, Number: "500/2026", Kind: model.PlasticCard, Issued: model.MustDate(2026, 9, 1), ValidUntil: model.MustDate(2026, 9, 30), State: model.CardValid}))
	fatal(db.RegisterInSIO(ctx, by, []model.StudentID{id}, model.MustDate(2026, 9, 11)))
	_, err = db.Invalidate(ctx, by, 0, model.Invalidation{Student: id, Reason: model.ReasonForDuplicate, Reporter: model.ReportedByParent, ReporterName: "Zgłaszający Adam",
		Reported: model.MustDate(2026, 11, 20), Note: "w tramwaju nr 4"})
	fatal(err)
	fatal(db.TickInvalidation(ctx, as("odhaczający", "okno-1"), id, record().Invalidations[0].ID, model.MustDate(2026, 11, 21)))
	fatal(db.EnterDuplicate(ctx, by, 0, model.Card{Student: id, Number: "501/2026", Kind: model.PlasticCard, Issued: model.MustDate(2026, 10, 1), ValidUntil: model.MustDate(2027, 9, 30)}))
	fatal(db.RegisterInSIO(ctx, by, []model.StudentID{id}, model.MustDate(2026, 9, 12)))
	take := func(c model.Code) {
		c.Student = id
		_, err := db.TakeCodes(ctx, by, c)
		fatal(err)
	}
	until := time.Date(2026, 11, 24, 12, 0, 0, 0, time.UTC)
	give := as("wydający", "okno-wydań")
	take(model.Code{Kind: model.CodeLegacy, Payload: "otw:stary", Second: "DRUGI-SEKRET", Generated: time.Date(2026, 9, 15, 8, 0, 0, 0, time.UTC), Until: until})
	c, err := db.PresentCode(ctx, give, id)
	fatal(err)
	h, err := db.ConfirmHandover(ctx, give, model.Handover{Student: id, Code: c.ID, To: model.ToParent, ToName: "Odbierająca Maria", CardShown: true})
	fatal(err)
	_, err = db.CorrectHandover(ctx, give, h, model.Handover{To: model.ToParent, ToName: "Odbierająca Maria", CardShown: true, Void: true})
	fatal(err)
	c, err = db.PresentCode(ctx, give, id)
	fatal(err)
	_, err = db.ConfirmHandover(ctx, give, model.Handover{Student: id, Code: c.ID, To: model.ToParent, ToName: "Odbierająca Maria", CardShown: true})
	fatal(err)
	take(model.Code{Kind: model.CodeSIO, Payload: "otw:zły", Until: until})
	fatal(db.AskCodeAnew(ctx, by, id, record().Codes[1].ID))
	take(model.Code{Kind: model.CodeCredentials, Login: "login.bogumila", Second: "hasło", Until: until})
	shows := as("pokazujący", "okno-planted")
	c, err = db.PresentCode(ctx, shows, id)
	fatal(err)
	fatal(db.BreakOff(ctx, shows, id, c.ID))
	var picture bytes.Buffer
	fatal(jpeg.Encode(&picture, image.NewGray(image.Rect(0, 0, 48, 60)), nil))
	report := portrait.Report{Verdict: portrait.Warn, Format: "JPEG", Width: 48, Height: 60, Findings: []portrait.Finding{{ID: portrait.Blurred, Level: portrait.Blurred.Level(), Measured: 1, Allowed: 2}}}
	taken, err := db.TakePhotos(ctx, by, store.NewPhoto{Name: "Zmyslonska.jpg", Data: picture.Bytes(), Report: report})
	fatal(err)
	photo := func() store.Photo {
		all, _, err := db.Photos(ctx)
		fatal(err)
		return all[0]
	}
	fatal(db.SettlePhoto(ctx, by, taken[0].ID, photo().Version, id))
	fatal(db.MendPhoto(ctx, by, taken[0].ID, photo().Version, picture.Bytes(), report))
	fatal(db.DecidePhoto(ctx, as("oceniający", "okno-1"), taken[0].ID, photo().Version, model.PhotoAcceptedDespite))
	everyColumn["photos.sum"] = both(photo().Sum()[:20])
	letter := filepath.Join(store.Folder(d.folder).Outgoing(), "list Zmyslonska.txt")
	fatal(os.MkdirAll(filepath.Dir(letter), 0o700))
	_, err = db.NoteOutgoing(ctx, by, letter, store.About{Kind: store.AboutPhoto, ID: taken[0].ID})
	fatal(err)
	fatal(os.WriteFile(letter, nil, 0o600))
	fatal(db.MarkLeft(ctx, by, []model.StudentID{id}, model.MustDate(2026, 12, 1)))
}

// TestEveryColumnIsGivenOut: part 5, F: "all that is held on one child, JSON and
// PDF". A column that nobody decided about fails.
func TestEveryColumnIsGivenOut(t *testing.T) {
	d := newDesktop(t)
	d.must(exitDone, "init", "--no-passphrase", "--profile", "tarnow", "--school", "Szkoła na próbę")
	plantEverything(t, d)
	d.now = d.now.AddDate(0, 0, 2) // no code can be used any more, so they may be told
	folder := t.TempDir()
	d.must(exitDone, "export", "student", "1", "-o", filepath.Join(folder, "a.json"))
	d.must(exitDone, "export", "student", "1", "-o", filepath.Join(folder, "a.pdf"))
	b, err := os.ReadFile(filepath.Join(folder, "a.json"))
	if err != nil {
		t.Fatal(err)
	}
	json, said := string(b), strings.Join(strings.Fields(paper(t, filepath.Join(folder, "a.pdf"))), " ")

	raw, err := sql.Open("sqlite3", store.Folder(d.folder).Database())
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = raw.Close() }()
	rows, err := raw.QueryContext(t.Context(), "SELECT t.name || '.' || c.name FROM sqlite_master t, pragma_table_info(t.name) c WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite_%' ORDER BY 1")
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = rows.Close() }()
	var columns []string
	for rows.Next() {
		var column string
		if err := rows.Scan(&column); err != nil {
			t.Fatal(err)
		}
		columns = append(columns, column)
		is, decided := everyColumn[column]
		switch {
		case !decided:
			t.Errorf("%s: nobody decided whether it is given out to whoever asks what is held on a child (RODO art. 15)", column)
		case is.json == "" && is.paper == "" && is.why == "":
			t.Errorf("%s: neither given out nor a reason", column)
		}
		if is.json != "" && !strings.Contains(json, is.json) {
			t.Errorf("%s: %q is not in the JSON", column, is.json)
		}
		if is.paper != "" && !strings.Contains(said, is.paper) {
			t.Errorf("%s: %q is not on paper", column, is.paper)
		}
	}
	if err := rows.Err(); err != nil {
		t.Fatal(err)
	}
	for column := range everyColumn {
		if !slices.Contains(columns, column) {
			t.Errorf("%s is no column any more", column)
		}
	}
	if t.Failed() {
		t.Logf("JSON:\n%.6000s\npaper:\n%s", json, said)
	}
}
