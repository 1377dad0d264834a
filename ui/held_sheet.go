package ui

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"okienko/model"
	"okienko/model/portrait"
	"okienko/store"
	"okienko/store/export"
	"okienko/ui/desk"
	"okienko/ui/text"
)

// heldPaper lays out for a person all that is held on a student: a row a fact.
type heldPaper struct {
	c     *command
	h     store.Held
	p     model.Profile
	words *text.Words
	t     *text.Forget
	field map[string]string // names of facts, see text.History
	sheet export.Sheet
	pages []export.Picture
}

// heldSheet is what is held on a student, for paper.
func (c *command) heldSheet(h store.Held, s *session) export.Sheet {
	t := text.ForgetIn(c.lang)
	d := heldPaper{c: c, h: h, p: s.db.Profile(), words: text.In(c.lang), t: t, field: text.HistoryIn(c.lang).Field,
		sheet: export.Sheet{Title: t.DocTitle, Header: []string{t.Where, t.What, t.Value}}}
	d.student()
	d.statements()
	d.cards()
	d.codes()
	d.handovers()
	d.photos()
	for _, f := range h.Files {
		d.group(t.Section["files"], [2]string{t.Label["name"], f.Name}, [2]string{t.Label["made"], f.Made.Polish()})
	}
	for _, l := range h.Lines {
		facts := [][2]string{{d.words.Deed[l.Deed], l.Actor.Operator + " (" + l.Actor.Desk + ")"}}
		for _, said := range desk.ChangesInWords(c.lang, s.db, l) {
			facts = append(facts, [2]string{"", said})
		}
		d.group(t.Section["register"]+" "+strconv.FormatInt(l.Seq, 10)+", "+d.stamp(l.At), facts...)
	}
	all := make([]int, len(d.sheet.Rows))
	for i := range all {
		all[i] = i
	}
	d.sheet.Paper = &export.Paper{School: d.p.School, Address: d.p.Address, Day: model.DateOf(c.now().In(d.p.Zone())).Polish(), Page: text.OutIn(c.lang).Page, Lacking: text.OutIn(c.lang).Lacking,
		Columns: []float64{3, 3, 7}, Sections: []export.Section{{Rows: all}}, Pictures: d.pages}
	return d.sheet
}

// group adds facts under one head; those that say nothing are left out.
func (d *heldPaper) group(head string, facts ...[2]string) {
	for _, f := range facts {
		if f[1] != "" {
			d.sheet.Rows = append(d.sheet.Rows, []string{head, f[0], f[1]})
			head = ""
		}
	}
}

func (d *heldPaper) stamp(at time.Time) string {
	if at.IsZero() {
		return ""
	}
	return at.In(d.p.Zone()).Format("02.01.2006 15:04")
}

// by is who did something and when.
func (d *heldPaper) by(who string, at time.Time) string {
	return strings.TrimSpace(d.stamp(at) + " " + who)
}

// yes is "yes" or nothing.
func (d *heldPaper) yes(is bool) string {
	if is {
		return d.words.Yes
	}
	return ""
}

func (d *heldPaper) student() {
	s, of := d.h.Student, d.field
	portrait, decided := "", ""
	if d.h.Portrait != nil {
		portrait, decided = d.words.Portrait[d.h.Portrait.State], d.h.Portrait.Decided.Polish()
	}
	d.group(d.t.Section["student"], [2]string{of["last"], s.Last}, [2]string{of["first"], s.First}, [2]string{of["second"], s.Second},
		[2]string{of["pesel"], string(s.PESEL)}, [2]string{of["birth"], s.BirthDate().Polish()}, [2]string{of["sex"], d.words.Sex[s.Sex]},
		[2]string{of["class"], s.Class.String()}, [2]string{of["register_no"], s.RegisterNoText()}, [2]string{of["book_no"], s.BookNo}, [2]string{of["document"], s.Document},
		[2]string{of["left"], s.Left.Polish()}, [2]string{of["registered"], d.h.Registered.Polish()}, [2]string{of["portrait"], portrait},
		[2]string{d.t.Label["decided"], decided}, [2]string{d.t.Label["waiting"], d.stamp(d.h.Waiting)}, [2]string{d.t.Label["erased"], s.Erased.Polish()})
}

func (d *heldPaper) statements() {
	of := d.field
	for _, x := range d.h.Statements {
		d.group(d.t.Section["statements"], [2]string{of["kind"], d.words.Statement[x.Kind]}, [2]string{of["signed"], x.Signed.Polish()},
			[2]string{of["signer"], d.words.Signer[x.Signer]}, [2]string{of["signer_name"], x.SignerName}, [2]string{of["place"], x.Place},
			[2]string{d.t.Label["entered"], d.by(x.EnteredBy, x.EnteredAt)}, [2]string{d.t.Label["undone"], d.yes(x.Undone)})
	}
}

func (d *heldPaper) cards() {
	of := d.field
	for _, x := range d.h.Cards {
		d.group(d.t.Section["cards"], [2]string{of["number"], x.Number}, [2]string{of["kind"], d.words.Card[x.Kind]}, [2]string{of["issued"], x.Issued.Polish()},
			[2]string{of["valid_until"], x.ValidUntil.Polish()}, [2]string{of["state"], d.words.CardState[x.State]}, [2]string{of["duplicate_of"], x.DuplicateOf})
	}
	for _, x := range d.h.Invalidations {
		d.group(d.t.Section["invalidations"], [2]string{of["of"], d.words.Of[x.Of]}, [2]string{of["reason"], d.words.Reason[x.Reason]},
			[2]string{of["reporter"], d.words.Reporter[x.Reporter]}, [2]string{of["reporter_name"], x.ReporterName}, [2]string{of["reported"], x.Reported.Polish()},
			[2]string{of["note"], x.Note}, [2]string{d.t.Label["entered"], d.by(x.EnteredBy, x.EnteredAt)},
			[2]string{of["done"], strings.TrimSpace(x.Done.Polish() + " " + x.DoneBy)}, [2]string{d.t.Label["undone"], d.yes(x.Undone)},
			[2]string{of["registered"], x.Registered.Polish()})
	}
}

func (d *heldPaper) codes() {
	of := d.field
	for _, x := range d.h.Codes {
		claim := ""
		if x.Claim.Desk != "" {
			claim = d.by(x.Claim.Operator+" ("+x.Claim.Desk+")", x.Claim.Since)
		}
		spent := ""
		if x.Spent > 0 {
			spent = strconv.Itoa(x.Spent)
		}
		d.group(d.t.Section["codes"], [2]string{of["kind"], d.words.Code[x.Kind]}, [2]string{d.t.Label["login"], x.Login},
			[2]string{d.t.Label["payload"], x.Payload.Reveal()}, [2]string{d.t.Label["secret"], x.Second.Reveal()},
			[2]string{d.t.Label["payload"], d.c.codeNote(d.h, x, d.p)}, [2]string{of["generated"], d.stamp(x.Generated)}, [2]string{of["until"], d.stamp(x.Until)},
			[2]string{d.t.Label["entered"], d.stamp(x.Added)}, [2]string{d.t.Label["spent"], spent}, [2]string{d.t.Label["set_aside"], d.yes(x.SetAside)},
			[2]string{d.t.Label["claim"], claim})
	}
}

func (d *heldPaper) handovers() {
	of := d.field
	for _, x := range d.h.Handovers {
		corrects := ""
		for _, o := range d.h.Handovers {
			if o.ID == x.Corrects {
				corrects = d.stamp(o.At)
			}
		}
		d.group(d.t.Section["handovers"], [2]string{d.t.Label["at"], d.by(x.Operator+" ("+x.Desk+")", x.At)}, [2]string{of["kind"], d.words.Code[x.Kind]},
			[2]string{of["to"], d.words.Recipient[x.To]}, [2]string{of["to_name"], x.ToName}, [2]string{of["card_shown"], d.yes(x.CardShown)},
			[2]string{d.t.Label["corrects"], corrects}, [2]string{of["void"], d.yes(x.Void)})
	}
}

func (d *heldPaper) photos() {
	for _, x := range d.h.Photos {
		d.group(d.t.Section["photos"], [2]string{d.t.Label["name"], x.Name}, [2]string{d.t.Label["arrived"], x.Arrived.Polish()},
			[2]string{d.t.Label["bytes"], text.PhotoIn(d.c.lang).Weight(x.Bytes)}, [2]string{d.t.Label["sum"], x.Sum()},
			[2]string{d.field["state"], text.GalleryIn(d.c.lang).State[x.State]}, [2]string{d.t.Label["decided"], d.by(x.DecidedBy, x.DecidedAt)},
			[2]string{d.t.Label["by_hand"], d.yes(x.ByHand)}, [2]string{d.t.Label["deletion"], x.Deletion.Polish()})
		d.findings(d.t.Label["found"], x.Report)
		if x.MendedReport != nil {
			d.findings(d.t.Label["mended"], *x.MendedReport)
		}
		for _, picture := range []struct {
			label string
			data  []byte
		}{{d.t.Label["original"], x.Original}, {d.t.Label["mended"], x.Pictures.Mended}} {
			if len(picture.data) > 0 {
				d.pages = append(d.pages, export.Picture{Caption: fmt.Sprintf("%s: %s", x.Name, picture.label), Data: picture.data, Unfit: d.t.Unfit})
			}
		}
	}
}

// findings are what the program found out about a picture.
func (d *heldPaper) findings(label string, r portrait.Report) {
	shown := fmt.Sprintf("%d × %d, %s", r.Width, r.Height, r.Format)
	if len(r.Faces) > 0 {
		shown += fmt.Sprintf(", %s: %d", d.t.Label["faces"], len(r.Faces))
	}
	d.group("", [2]string{label, shown})
	for _, f := range r.Findings {
		d.group("", [2]string{label, text.PhotoIn(d.c.lang).Finding(f, r.Format)})
	}
}
