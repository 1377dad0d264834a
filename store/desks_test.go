package store_test

import (
	"fmt"
	"path/filepath"
	"strconv"
	"testing"
	"time"

	"pgregory.net/rapid"

	"okienko/model"
	"okienko/store"
)

// place is a desk of the random day: a window, and what it believes to show.
type place struct {
	by      model.Actor
	student model.StudentID
	code    int64 // on screen; 0: none
}

// day is a school with several desks, killed and started again at random.
type day struct {
	t         *rapid.T
	db        *store.DB
	now       time.Time
	places    []*place
	students  []model.StudentID
	windows   int
	confirmed map[int64]model.Handover
	doubt     map[int64]bool // codes whose desk broke off, until somebody said how that ended
}

// TestRandomDesksNeverHandOneCodeOverTwice lets desks present, give back, hand
// over, die, come again and settle in any order, under a clock that jumps.
func TestRandomDesksNeverHandOneCodeOverTwice(t *testing.T) {
	dir, run := t.TempDir(), 0
	rapid.Check(t, func(t *rapid.T) {
		run++
		w := &day{t: t, now: noon, confirmed: map[int64]model.Handover{}, doubt: map[int64]bool{}}
		db, err := store.Open(t.Context(), filepath.Join(dir, strconv.Itoa(run)),
			store.Options{Profile: profile(), Now: func() time.Time { return w.now }, Scratch: true})
		w.must(err)
		defer func() { w.must(db.Close()) }()
		w.db = db
		w.begin()
		for range rapid.IntRange(5, 40).Draw(t, "deeds") {
			w.step()
			w.look()
		}
		_, err = db.VerifyRegister(t.Context())
		w.must(err)
	})
}

func (w *day) must(err error) {
	if err != nil {
		w.t.Fatal(err)
	}
}

func (w *day) begin() {
	var plan model.RosterPlan
	for i := range 2 {
		plan.Add = append(plan.Add, model.RosterRow{
			Student: model.Student{Last: fmt.Sprintf("Osoba %d", i), First: "Iga", Class: class4a, Birth: model.MustDate(2013, 5, 1)},
			Card:    model.Card{Number: strconv.Itoa(i), Issued: model.MustDate(2025, 9, 1), ValidUntil: model.MustDate(2029, 9, 30)}})
	}
	w.must(w.db.TakeRoster(w.t.Context(), deskA, plan, 0))
	for i := range 2 {
		id := model.StudentID(i + 1)
		w.students = append(w.students, id)
		_, err := w.db.RecordStatements(w.t.Context(), deskA, model.Statement{Student: id, Kind: model.NonObjection,
			Signer: model.SignedByParent, SignerName: "Jan", Signed: model.MustDate(2026, 9, 4)})
		w.must(err)
		_, err = w.db.TakeCodes(w.t.Context(), deskA, model.Code{Student: id, Kind: model.CodeLegacy,
			Payload: model.Secret(strconv.Itoa(i)), Second: "y", Until: noon.Add(10000 * time.Hour)})
		w.must(err)
	}
	for i := range 3 {
		p := &place{by: model.Actor{Operator: "anna", Desk: "okno-" + strconv.Itoa(i)}}
		w.places = append(w.places, p)
		w.start(p)
	}
}

// start opens a new window at a desk; the one before is dead.
func (w *day) start(p *place) {
	if p.code != 0 {
		w.doubt[p.code] = true
	}
	w.windows++
	p.by.Window, p.code = strconv.Itoa(w.windows), 0
}

func (w *day) step() {
	p := rapid.SampledFrom(w.places).Draw(w.t, "desk")
	ctx := w.t.Context()
	switch deed := rapid.SampledFrom([]string{"present", "present", "collect", "collect", "not", "kill", "cut", "settle", "settle", "clock"}).Draw(w.t, "deed"); {
	case deed == "kill":
		w.start(p)
	case deed == "clock":
		w.turn(time.Duration(rapid.SampledFrom([]int{5, 30, 90, 86400, -86400}).Draw(w.t, "seconds")) * time.Second)
	case deed == "settle":
		w.settle(p)
	case deed == "present" && p.code == 0:
		id := rapid.SampledFrom(w.students).Draw(w.t, "student")
		if c, err := w.db.PresentCode(ctx, p.by, id); err == nil {
			p.student, p.code = id, c.ID
			if w.doubt[c.ID] {
				w.t.Fatal("a code was shown again before anybody said whether it had been scanned")
			}
		}
	case p.code == 0:
	case deed == "collect":
		h, err := w.db.ConfirmHandover(ctx, p.by, model.Handover{Student: p.student, Code: p.code, To: model.ToStudent})
		w.must(err)
		w.confirmed[h.ID], p.code = h, 0
	case deed == "not":
		w.must(w.db.NotCollected(ctx, p.by, p.student, p.code))
		p.code = 0
	case deed == "cut":
		w.must(w.db.BreakOff(ctx, p.by, p.student, p.code))
		w.start(p)
	}
}

// turn moves the clock; desks that live renew what they show.
func (w *day) turn(by time.Duration) {
	w.now = w.now.Add(by)
	for _, p := range w.places {
		if p.code != 0 {
			w.must(w.db.RenewClaim(w.t.Context(), p.by, p.student, p.code))
		}
	}
}

// settle ends an unfinished hand-over that the desk sees.
func (w *day) settle(p *place) {
	id := rapid.SampledFrom(w.students).Draw(w.t, "student")
	r, err := w.db.Record(w.t.Context(), id)
	w.must(err)
	c := model.Assess(r, w.db.Profile(), model.Viewpoint{Now: w.now, Desk: p.by.Desk, Window: p.by.Window}).Unfinished
	if c == nil {
		return
	}
	said := model.Handover{Student: id, Code: c.ID, To: model.ToStudent, Void: rapid.Bool().Draw(w.t, "nobody")}
	h, err := w.db.SettleHandover(w.t.Context(), p.by, c.Claim, said)
	w.must(err)
	delete(w.doubt, c.ID)
	if !h.Void {
		w.confirmed[h.ID] = h
	}
}

// look holds the rules against what the desks show and what is on record.
func (w *day) look() {
	showing := map[int64]string{}
	for _, p := range w.places {
		if p.code == 0 {
			continue
		}
		if other, twice := showing[p.code]; twice {
			w.t.Fatalf("%s and %s show one code", other, p.by.Desk)
		}
		showing[p.code] = p.by.Desk
	}
	given, kept := map[int64]int{}, 0
	for _, id := range w.students {
		r, err := w.db.Record(w.t.Context(), id)
		w.must(err)
		for _, h := range model.EffectiveHandovers(r.Handovers) {
			given[h.Code]++
			if said, ok := w.confirmed[h.ID]; ok && said == h {
				kept++
			}
		}
		for _, c := range r.Codes {
			if c.Spent != given[c.ID] || c.Spent > 1 {
				w.t.Fatalf("handed over %d times, spent %d", given[c.ID], c.Spent)
			}
			if _, shows := showing[c.ID]; shows && c.Spent > 0 {
				w.t.Fatal("a code that was handed over is on a screen")
			}
		}
	}
	if kept != len(w.confirmed) {
		w.t.Fatalf("%d of %d confirmed hand-overs are on record", kept, len(w.confirmed))
	}
	if len(given) != len(w.confirmed) {
		w.t.Fatalf("%d codes for %d hand-overs", len(given), len(w.confirmed))
	}
}
