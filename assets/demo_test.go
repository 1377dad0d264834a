package assets_test

import (
	"strings"
	"testing"
	"time"

	"okienko/assets"
	"okienko/model"
)

// demoDays are days on which somebody may open the demo, some of them awkward.
var demoDays = []time.Time{
	time.Date(2026, 11, 22, 12, 0, 0, 0, time.UTC),
	time.Date(2026, 9, 1, 8, 0, 0, 0, time.UTC),
	time.Date(2026, 9, 30, 23, 30, 0, 0, time.UTC),
	time.Date(2027, 10, 1, 0, 10, 0, 0, time.UTC),
	time.Date(2028, 2, 29, 9, 0, 0, 0, time.UTC),
	time.Date(2031, 6, 15, 14, 0, 0, 0, time.UTC),
}

func demoSchool(t *testing.T, now time.Time) (model.Profile, []assets.DemoStudent) {
	t.Helper()
	profile, err := model.ParseProfile("demo", assets.DemoProfile())
	if err != nil {
		t.Fatal(err)
	}
	students, err := assets.DemoStudents(now.In(profile.Zone()))
	if err != nil {
		t.Fatal(err)
	}
	return profile, students
}

// record is the demo student in the words of the rules.
func record(t *testing.T, id int, d assets.DemoStudent) model.Record {
	t.Helper()
	day := func(s string) model.Date {
		date, err := model.ParseDate(s)
		if err != nil {
			t.Fatalf("%s: %q: %v", d.BookNo, s, err)
		}
		return date
	}
	class, err := model.ParseClass(d.Class)
	if err != nil || class.String() != d.Class {
		t.Fatalf("%s: class %q: %v", d.BookNo, d.Class, err)
	}
	r := model.Record{Student: model.Student{ID: model.StudentID(id), First: d.First, Last: d.Last,
		PESEL: model.PESEL(d.PESEL), Birth: day(d.Birth), Sex: model.Sex(d.Sex), Class: class, Left: day(d.Left)},
		Registered: day(d.Registered)}
	if d.CardNumber != "" {
		r.Cards = []model.Card{{Number: d.CardNumber, Issued: day(d.CardIssued), ValidUntil: day(d.CardUntil),
			State: model.CardState(d.CardState)}}
	}
	if d.Statement != "" {
		r.Statements = []model.Statement{{Kind: model.StatementKind(d.Statement), Signer: model.Signer(d.Signer),
			SignerName: d.SignerName, Signed: day(d.Signed)}}
	}
	if d.Portrait != "" {
		r.Portrait = &model.Portrait{State: model.PortraitState(d.Portrait), Decided: day(d.PortraitDecided)}
	}
	if d.CodeKind != "" {
		r.Codes = []model.Code{{ID: 1, Kind: model.CodeKind(d.CodeKind), Payload: model.Secret(d.Payload),
			Second: model.Secret(d.CodeSecond), Login: d.Login, Generated: d.CodeGenerated, Added: d.CodeGenerated}}
	}
	if d.HandedTo != "" {
		r.Codes[0].Spent = 1
		r.Handovers = []model.Handover{{ID: 1, Code: 1, To: model.Recipient(d.HandedTo), At: d.HandedAt}}
	}
	return r
}

func TestTheDemoSchoolHasEveryStageOnAnyDay(t *testing.T) {
	for _, now := range demoDays {
		profile, students := demoSchool(t, now)
		if n := len(students); n < 590 || n > 620 {
			t.Fatalf("%d students", n)
		}
		stages := map[model.Stage]int{}
		blocked := map[model.BlockerID]int{}
		ready := map[model.CodeKind]int{}
		pickups := map[model.PickupReason]int{}
		for i, d := range students {
			a := model.Assess(record(t, i+1, d), profile, model.Viewpoint{Now: now})
			stages[a.Stage]++
			for _, b := range a.Blockers {
				blocked[b.ID]++
			}
			if a.Stage == model.StageReady {
				ready[a.Code.Kind]++
				pickups[a.Pickup.Why]++
			}
		}
		for stage, least := range map[model.Stage]int{
			model.StageStopped: 15, model.StageIncomplete: 120, model.StageComplete: 50, model.StageRegistered: 50,
			model.StageHeld: 10, model.StageReady: 150, model.StageHandedOver: 110, model.StageLeft: 5,
		} {
			if stages[stage] < least {
				t.Errorf("%s: %d students are %s, want %d", now, stages[stage], stage, least)
			}
		}
		for _, id := range []model.BlockerID{model.BlockObjection, model.BlockNoStatement, model.BlockSigner,
			model.BlockNoCard, model.BlockCardExpired, model.BlockCardInvalid, model.BlockNoPortrait,
			model.BlockPortrait, model.BlockNoPESEL, model.BlockNotInSIO, model.BlockNoCode, model.BlockCodeExpired} {
			if blocked[id] == 0 {
				t.Errorf("%s: nobody is blocked by %s", now, id)
			}
		}
		for _, kind := range model.CodeKinds {
			if ready[kind] == 0 {
				t.Errorf("%s: nobody is ready with a code of kind %s", now, kind)
			}
		}
		for _, why := range []model.PickupReason{model.PickupAnyone, model.PickupParentOnly, model.PickupAdult} {
			if pickups[why] == 0 {
				t.Errorf("%s: the rule %s never comes up", now, why)
			}
		}
	}
}

func TestTheDemoSchoolIsPlainlyInvented(t *testing.T) {
	for _, now := range demoDays {
		_, students := demoSchool(t, now)
		seen := map[string]bool{}
		for _, d := range students {
			for _, unique := range []string{d.PESEL, d.BookNo, d.CardNumber, d.Payload, d.Login} {
				if unique != "" && seen[unique] {
					t.Errorf("%q twice", unique)
				}
				seen[unique] = true
			}
			if d.PESEL == "" {
				if !strings.HasPrefix(d.Document, "ZZ") {
					t.Errorf("%s: neither PESEL nor document", d.BookNo)
				}
				continue
			}
			p, problem := model.ParsePESEL(d.PESEL)
			if problem != "" || p.Birth().String() != d.Birth || string(p.Sex()) != d.Sex {
				t.Errorf("%s: PESEL %s: %s", d.BookNo, d.PESEL, problem)
			}
			if d.PESEL[6:8] != "99" {
				t.Errorf("%s: PESEL %s may be somebody's", d.BookNo, d.PESEL)
			}
		}
	}
}

func TestTheDemoSchoolKeepsItsOwnRules(t *testing.T) {
	for _, now := range demoDays {
		profile, students := demoSchool(t, now)
		today := now.In(profile.Zone()).Format(time.DateOnly)
		for i, d := range students {
			r := record(t, i+1, d)
			for _, day := range []string{d.CardIssued, d.Signed, d.PortraitDecided, d.Registered, d.Left} {
				if day > today {
					t.Errorf("%s: %s lies ahead of %s", d.BookNo, day, today)
				}
			}
			if d.CardNumber != "" && (d.CardUntil <= d.CardIssued || !model.UsualCardNumber(d.CardNumber)) {
				t.Errorf("%s: card %s of %s until %s", d.BookNo, d.CardNumber, d.CardIssued, d.CardUntil)
			}
			if n := len(d.Payload); d.Payload != "" && (n < 32 || n > 60) {
				t.Errorf("%s: payload of %d bytes", d.BookNo, n)
			}
			if d.HandedTo == "" {
				continue
			}
			if d.HandedAt.Before(d.CodeGenerated) || d.HandedAt.After(now) {
				t.Errorf("%s: handed over at %v", d.BookNo, d.HandedAt)
			}
			may := model.WhoMayCollect(r.Student, profile, model.DateOf(d.HandedAt))
			if d.HandedTo == "student" && !may.Student || d.HandedTo == "parent" && (!may.Parent || d.HandedToName == "") {
				t.Errorf("%s, class %s: handed to %s %q, but %+v", d.BookNo, d.Class, d.HandedTo, d.HandedToName, may)
			}
		}
	}
}

func TestTheDemoSchoolHasNamesakesTwinsAndForeigners(t *testing.T) {
	_, students := demoSchool(t, demoDays[0])
	names, families := map[string]int{}, map[string]int{}
	doubled, strange := 0, 0
	for _, d := range students {
		names[d.First+" "+d.Last+" "+d.Class]++
		families[strings.TrimRight(d.Last, "ai")+" "+d.Birth+" "+d.Class]++
		if strings.Contains(d.Last, "-") {
			doubled++
		}
		if d.PESEL == "" {
			strange++
		}
	}
	most := func(of map[string]int) (n int) {
		for _, m := range of {
			n = max(n, m)
		}
		return n
	}
	if most(names) < 2 || most(families) < 2 || doubled < 5 || strange < 5 {
		t.Errorf("namesakes %d, twins %d, double names %d, without PESEL %d", most(names), most(families), doubled, strange)
	}
}
