package ui

import (
	"encoding/json"
	"time"

	"okienko/model"
	"okienko/model/portrait"
	"okienko/store"
	"okienko/ui/text"
)

// The types of this file are the JSON that a family gets who asks what is held
// on their child. Its keys are a promise: README lists them, and a change of a
// name in the model does not change them. Days are RRRR-MM-DD, moments as RFC
// 3339 has them in the school's zone; what is not known is left out.
type (
	heldStudent struct {
		School        string             `json:"school"`
		Made          time.Time          `json:"made"`
		Student       heldPerson         `json:"student"`
		Registered    model.Date         `json:"registered_in_sio,omitzero"`
		Waiting       time.Time          `json:"waits_for_code_since,omitzero"`
		Portrait      *heldPortrait      `json:"portrait,omitempty"`
		Statements    []heldStatement    `json:"statements"`
		Cards         []heldCard         `json:"cards"`
		Invalidations []heldInvalidation `json:"invalidations"`
		Codes         []heldCode         `json:"codes"`
		Handovers     []heldHandover     `json:"handovers"`
		Photos        []heldPhoto        `json:"photos"`
		Register      []heldLine         `json:"register"`
		Files         []heldFile         `json:"files"` // written about them, and still there
	}
	heldPerson struct {
		Number     model.StudentID `json:"number"` // in this program
		Last       string          `json:"last_name"`
		First      string          `json:"first_name"`
		Second     string          `json:"second_name,omitempty"`
		PESEL      string          `json:"pesel,omitempty"`
		Birth      model.Date      `json:"birth_date,omitzero"`
		Sex        model.Sex       `json:"sex,omitempty"`
		Class      model.Class     `json:"class"`
		RegisterNo int             `json:"number_in_class_register,omitempty"`
		BookNo     string          `json:"number_in_student_book,omitempty"`
		Document   string          `json:"identity_document,omitempty"`
		Left       model.Date      `json:"left_school,omitzero"`
		Erased     model.Date      `json:"erased,omitzero"`
	}
	heldPortrait struct {
		State   model.PortraitState `json:"state"`
		Decided model.Date          `json:"decided,omitzero"`
	}
	heldStatement struct {
		Kind       model.StatementKind `json:"kind"`
		Signed     model.Date          `json:"signed,omitzero"`
		Signer     model.Signer        `json:"signed_as,omitempty"`
		SignerName string              `json:"signed_by,omitempty"`
		Place      string              `json:"kept_in,omitempty"`
		EnteredBy  string              `json:"entered_by,omitempty"`
		EnteredAt  time.Time           `json:"entered,omitzero"`
		Undone     bool                `json:"taken_back,omitempty"`
	}
	heldCard struct {
		Number      string          `json:"number"`
		Kind        model.CardKind  `json:"kind,omitempty"`
		Issued      model.Date      `json:"issued,omitzero"`
		ValidUntil  model.Date      `json:"valid_until,omitzero"`
		State       model.CardState `json:"state"`
		DuplicateOf string          `json:"duplicate_of,omitempty"`
	}
	heldInvalidation struct {
		Of           model.Invalidated        `json:"of"`
		Reason       model.InvalidationReason `json:"reason"`
		Reporter     model.Reporter           `json:"reported_as,omitempty"`
		ReporterName string                   `json:"reported_by,omitempty"`
		Reported     model.Date               `json:"reported,omitzero"`
		Note         string                   `json:"note,omitempty"`
		EnteredBy    string                   `json:"entered_by,omitempty"`
		EnteredAt    time.Time                `json:"entered,omitzero"`
		Done         model.Date               `json:"done_in_sio,omitzero"`
		DoneBy       string                   `json:"done_by,omitempty"`
		Undone       bool                     `json:"taken_back,omitempty"`
	}
	heldCode struct {
		Kind      model.CodeKind `json:"kind"`
		Added     time.Time      `json:"taken_in,omitzero"`
		Generated time.Time      `json:"generated,omitzero"`
		Until     time.Time      `json:"valid_until,omitzero"`
		Payload   string         `json:"qr_text,omitempty"`
		Login     string         `json:"login,omitempty"`
		Second    string         `json:"activation_code_or_password,omitempty"`
		Handovers int            `json:"handed_over"`
		Forgotten bool           `json:"content_deleted,omitempty"`
		SetAside  bool           `json:"set_aside,omitempty"`
		Presented *heldClaim     `json:"presented,omitempty"`
		Note      string         `json:"note,omitempty"` // why the content is not here
	}
	heldClaim struct {
		At       time.Time `json:"at"`
		Until    time.Time `json:"held_until,omitzero"`
		Operator string    `json:"operator"`
		Desk     string    `json:"desk"`
		Window   string    `json:"window"`
	}
	heldHandover struct {
		Number    int64           `json:"number"`
		Kind      model.CodeKind  `json:"kind"`
		At        time.Time       `json:"at"`
		To        model.Recipient `json:"collected_as,omitempty"`
		ToName    string          `json:"collected_by,omitempty"`
		CardShown bool            `json:"card_shown"`
		Operator  string          `json:"operator"`
		Desk      string          `json:"desk"`
		Corrects  int64           `json:"corrects_number,omitempty"`
		Void      bool            `json:"not_handed_over,omitempty"`
	}
	heldPhoto struct {
		Name         string           `json:"file_name"`
		Bytes        int64            `json:"bytes"`
		Sum          string           `json:"sha256,omitempty"`
		Arrived      model.Date       `json:"arrived,omitzero"`
		ByHand       bool             `json:"student_named_by_hand"`
		State        model.PhotoState `json:"state"`
		DecidedBy    string           `json:"decided_by,omitempty"`
		DecidedDesk  string           `json:"decided_at_desk,omitempty"`
		DecidedAt    time.Time        `json:"decided,omitzero"`
		Deletion     model.Date       `json:"deleted_on,omitzero"`
		Report       *heldReport      `json:"report,omitempty"`
		MendedReport *heldReport      `json:"mended_report,omitempty"`
		Original     []byte           `json:"original_base64,omitempty"`
		Mended       []byte           `json:"mended_base64,omitempty"`
	}
	// heldReport is what the program found out about a photo; sizes in pixels.
	heldReport struct {
		Verdict     portrait.Verdict   `json:"verdict"`
		Findings    []heldFinding      `json:"findings"`
		Format      string             `json:"format,omitempty"`
		Process     string             `json:"process,omitempty"`
		Width       int                `json:"width"`
		Height      int                `json:"height"`
		ShownWidth  int                `json:"shown_width,omitempty"`
		ShownHeight int                `json:"shown_height,omitempty"`
		Orientation int                `json:"exif_orientation,omitempty"`
		Turn        int                `json:"quarter_turns,omitempty"`
		Faces       [][4]int           `json:"faces,omitempty"` // left, top, width, height
		Measured    map[string]float64 `json:"measured,omitempty"`
	}
	heldFinding struct {
		ID       portrait.ID    `json:"id"`
		Level    portrait.Level `json:"level"`
		Measured float64        `json:"measured"`
		Allowed  float64        `json:"allowed"`
	}
	heldFile struct {
		Name string     `json:"name"`
		Made model.Date `json:"made,omitzero"`
	}
	heldLine struct {
		Line     int64           `json:"line"`
		At       time.Time       `json:"at"`
		Operator string          `json:"operator"`
		Desk     string          `json:"desk"`
		Deed     model.Deed      `json:"deed"`
		Before   json.RawMessage `json:"before,omitempty"`
		After    json.RawMessage `json:"after,omitempty"`
	}
)

func (c *command) heldJSON(h store.Held, p model.Profile) heldStudent {
	local := func(at time.Time) time.Time {
		if at.IsZero() {
			return at
		}
		return at.In(p.Zone())
	}
	s := h.Student
	out := heldStudent{School: p.School, Made: local(c.now()), Registered: h.Registered, Waiting: local(h.Waiting),
		Student: heldPerson{s.ID, s.Last, s.First, s.Second, string(s.PESEL), s.BirthDate(), s.Sex, s.Class, s.RegisterNo, s.BookNo, s.Document, s.Left, s.Erased},
		// Empty lists say that there is nothing; null would say nothing.
		Statements: []heldStatement{}, Cards: []heldCard{}, Invalidations: []heldInvalidation{}, Codes: []heldCode{},
		Handovers: []heldHandover{}, Photos: []heldPhoto{}, Register: []heldLine{}, Files: []heldFile{}}
	if h.Portrait != nil {
		out.Portrait = &heldPortrait{h.Portrait.State, h.Portrait.Decided}
	}
	for _, x := range h.Statements {
		out.Statements = append(out.Statements, heldStatement{x.Kind, x.Signed, x.Signer, x.SignerName, x.Place, x.EnteredBy, local(x.EnteredAt), x.Undone})
	}
	for _, x := range h.Cards {
		out.Cards = append(out.Cards, heldCard{x.Number, x.Kind, x.Issued, x.ValidUntil, x.State, x.DuplicateOf})
	}
	for _, x := range h.Invalidations {
		out.Invalidations = append(out.Invalidations, heldInvalidation{x.Of, x.Reason, x.Reporter, x.ReporterName, x.Reported, x.Note,
			x.EnteredBy, local(x.EnteredAt), x.Done, x.DoneBy, x.Undone})
	}
	for _, x := range h.Codes {
		code := heldCode{Kind: x.Kind, Added: local(x.Added), Generated: local(x.Generated), Until: local(x.Expires(p)), Payload: x.Payload.Reveal(),
			Login: x.Login, Second: x.Second.Reveal(), Handovers: x.Spent, Forgotten: x.Forgotten, SetAside: x.SetAside, Note: c.codeNote(h, x, p)}
		if x.Claim.Desk != "" {
			code.Presented = &heldClaim{local(x.Claim.Since), local(x.Claim.Until), x.Claim.Operator, x.Claim.Desk, x.Claim.Window}
		}
		out.Codes = append(out.Codes, code)
	}
	for _, x := range h.Handovers {
		out.Handovers = append(out.Handovers, heldHandover{x.ID, x.Kind, local(x.At), x.To, x.ToName, x.CardShown, x.Operator, x.Desk, x.Corrects, x.Void})
	}
	for _, x := range h.Photos {
		out.Photos = append(out.Photos, heldPhoto{x.Name, x.Bytes, x.Sum(), x.Arrived, x.ByHand, x.State, x.DecidedBy, x.DecidedDesk,
			local(x.DecidedAt), x.Deletion, reportHeld(&x.Report), reportHeld(x.MendedReport), x.Original, x.Pictures.Mended})
	}
	for _, l := range h.Lines {
		out.Register = append(out.Register, heldLine{l.Seq, local(l.At), l.Actor.Operator, l.Actor.Desk, l.Deed, json.RawMessage(l.Before), json.RawMessage(l.After)})
	}
	for _, f := range h.Files {
		out.Files = append(out.Files, heldFile{f.Name, f.Made})
	}
	return out
}

func reportHeld(r *portrait.Report) *heldReport {
	if r == nil {
		return nil
	}
	out := &heldReport{Verdict: r.Verdict, Findings: []heldFinding{}, Format: r.Format, Process: r.Process, Width: r.Width, Height: r.Height,
		ShownWidth: r.DisplayWidth, ShownHeight: r.DisplayHeight, Orientation: r.Orientation, Turn: r.Turn, Measured: r.Measured}
	for _, f := range r.Findings {
		out.Findings = append(out.Findings, heldFinding{f.ID, f.Level, f.Measured, f.Allowed})
	}
	for _, b := range r.Faces {
		out.Faces = append(out.Faces, [4]int{b.X, b.Y, b.W, b.H})
	}
	return out
}

// codeNote says why a code's content is not there.
func (c *command) codeNote(h store.Held, code model.Code, p model.Profile) string {
	if h.Usable(code, p, c.now()) {
		return text.ForgetIn(c.lang).CodeNamed
	}
	return ""
}
