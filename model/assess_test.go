package model_test

import (
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"okienko/model"
)

// the desk that asks in these tests, and its profile: a signed non-objection
// is needed, codes live as published.
var (
	here     = model.Viewpoint{Now: noon, Desk: "A"}
	needsOne = func() model.Profile {
		p := model.DefaultProfile()
		p.Policy = model.PolicyStatement
		return p
	}()
)

// completed is a student of 4a whom nothing keeps from being registered.
func completed() model.Record {
	return model.Record{
		Student: model.Student{ID: 1, First: "Łucja", Last: "Żak", PESEL: "16250599009", Birth: day("2016-05-05"),
			Class: model.Class{Grade: 4, Unit: "a"}},
		Statements: []model.Statement{sheet(1, model.NonObjection, "2026-10-01")},
		Cards:      []model.Card{{ID: 1, Number: "12/2023", State: model.CardValid, ValidUntil: day("2027-09-30")}},
		Portrait:   &model.Portrait{State: model.PortraitAccepted},
	}
}

func zpe(age time.Duration) model.Code {
	return model.Code{ID: 1, Kind: model.CodeZPE, Payload: "x", Generated: noon.Add(-age), Added: noon.Add(-age)}
}

// with changes a record.
func with(r model.Record, changes ...func(*model.Record)) model.Record {
	for _, change := range changes {
		change(&r)
	}
	return r
}

func holding(codes ...model.Code) func(*model.Record) {
	return func(r *model.Record) { r.Codes = codes }
}

var zpeLogin = model.Code{ID: 1, Kind: model.CodeCredentials, Login: "u"}

func handed(r *model.Record) {
	r.Handovers = []model.Handover{{ID: 1, Code: 1}}
	if len(r.Codes) > 0 {
		r.Handovers[0].Kind = r.Codes[0].Kind
	}
	for i := range r.Codes {
		r.Codes[i].Spent = 1
	}
}

func registered(r *model.Record) { r.Registered = day("2026-11-01") }

// brokenOffBy is a desk that died two minutes ago.
func brokenOffBy(desk string) func(*model.Record) {
	return func(r *model.Record) {
		r.Codes[0].Claim = model.Claim{Desk: desk, Since: noon.Add(-2 * time.Minute), Until: noon.Add(-time.Minute)}
	}
}

func objected(r *model.Record) {
	r.Statements = append(r.Statements, sheet(9, model.Objection, "2026-11-10"))
}

// Each sentence of DESIGN §2, and what the desk is told.
func TestAssess(t *testing.T) {
	tests := []struct {
		name     string
		record   model.Record
		stage    model.Stage
		blockers []model.BlockerID
		next     model.Step
	}{
		// The path of one card, step by step.
		{"a name and nothing else", model.Record{}, model.StageIncomplete,
			[]model.BlockerID{model.BlockNoStatement, model.BlockNoCard, model.BlockNoPortrait, model.BlockNoPESEL}, model.StepCollectSheet},
		{"no portrait", with(completed(), func(r *model.Record) { r.Portrait = nil }), model.StageIncomplete,
			[]model.BlockerID{model.BlockNoPortrait}, model.StepCollectPortrait},
		{"portrait refused", with(completed(), func(r *model.Record) { r.Portrait = &model.Portrait{State: model.PortraitRefused} }),
			model.StageIncomplete, []model.BlockerID{model.BlockPortrait}, model.StepCollectPortrait},
		{"a photo that nobody judged yet", with(completed(), func(r *model.Record) {
			r.Portrait, r.Photos = nil, []model.Photo{{State: model.PhotoToDo}}
		}), model.StageIncomplete, []model.BlockerID{model.BlockUnjudged}, model.StepJudgePortrait},
		{"another photo after a refused one", with(completed(), func(r *model.Record) {
			r.Portrait = &model.Portrait{State: model.PortraitRefused}
			r.Photos = []model.Photo{{State: model.PhotoTold}, {State: model.PhotoToDo}}
		}), model.StageIncomplete, []model.BlockerID{model.BlockUnjudged}, model.StepJudgePortrait},
		{"another photo beside an accepted one", with(completed(), func(r *model.Record) {
			r.Photos = []model.Photo{{State: model.PhotoAccepted}, {State: model.PhotoToDo}}
		}), model.StageComplete, []model.BlockerID{model.BlockNotInSIO}, model.StepRegister},
		{"complete", completed(), model.StageComplete, []model.BlockerID{model.BlockNotInSIO}, model.StepRegister},
		{"registered", with(completed(), registered), model.StageRegistered, []model.BlockerID{model.BlockNoCode}, model.StepTakeCode},
		{"code in hand", with(completed(), registered, holding(zpe(time.Minute))), model.StageReady, nil, model.StepHandOver},
		{"handed over", with(completed(), registered, holding(zpe(time.Minute)), handed), model.StageHandedOver, nil, model.StepNothing},

		// "an objection stops everything at every stage, also after a code arrived"
		{"objection at the start", with(model.Record{}, objected), model.StageStopped, []model.BlockerID{model.BlockObjection}, model.StepStop},
		{"objection after a code arrived", with(completed(), registered, holding(zpe(time.Minute)), objected),
			model.StageStopped, []model.BlockerID{model.BlockObjection}, model.StepStop},
		{"objection after the hand-over", with(completed(), holding(zpe(time.Minute)), handed, objected),
			model.StageStopped, []model.BlockerID{model.BlockObjection}, model.StepStop},

		// "later evidence supersedes earlier evidence"
		{"a code without portrait, PESEL or export", with(completed(), holding(zpe(time.Minute)), func(r *model.Record) {
			r.Portrait, r.PESEL = nil, ""
		}), model.StageReady, nil, model.StepHandOver},
		{"registered without portrait", with(completed(), registered, func(r *model.Record) { r.Portrait = nil }),
			model.StageRegistered, []model.BlockerID{model.BlockNoCode}, model.StepTakeCode},
		// DOMAIN §9: "ZPE shows no code: SIO data incomplete or not processed yet".
		// The report of accesses lists every student, so a login proves nothing.
		{"a login without portrait", with(completed(), holding(zpeLogin), func(r *model.Record) { r.Portrait = nil }), model.StageIncomplete,
			[]model.BlockerID{model.BlockNoPortrait}, model.StepCollectPortrait},
		{"a login, and the card is not in SIO", with(completed(), holding(zpeLogin)), model.StageComplete,
			[]model.BlockerID{model.BlockNotInSIO}, model.StepRegister},
		{"a login, and the card is in SIO", with(completed(), registered, holding(zpeLogin)), model.StageReady, nil, model.StepHandOver},
		{"a login beside a code that expired", with(completed(), holding(zpeLogin, func() model.Code { c := zpe(time.Hour); c.ID = 2; return c }())),
			model.StageReady, nil, model.StepHandOver},
		{"but the sheet is still missing", with(completed(), holding(zpe(time.Minute)), func(r *model.Record) { r.Statements = nil }),
			model.StageHeld, []model.BlockerID{model.BlockNoStatement}, model.StepCollectSheet},

		// "a code is usable while unexpired, not used up and not on another desk's screen"
		{"expired", with(completed(), holding(zpe(10*time.Minute))), model.StageRegistered,
			[]model.BlockerID{model.BlockCodeExpired}, model.StepTakeCode},
		{"used up", with(completed(), holding(zpe(time.Minute)), handed, func(r *model.Record) { r.Handovers = nil }),
			model.StageRegistered, []model.BlockerID{model.BlockCodeUsedUp}, model.StepTakeCode},
		{"on another desk's screen", with(completed(), holding(zpe(time.Minute)), claimedBy("B")), model.StageHeld,
			[]model.BlockerID{model.BlockOtherDesk}, model.StepWaitDesk},
		{"on this desk's screen", with(completed(), holding(zpe(time.Minute)), claimedBy("A")), model.StageReady, nil, model.StepHandOver},
		{"on another desk's screen, and an older one that came later", with(completed(),
			holding(zpe(time.Minute), func() model.Code { c := zpe(time.Hour); c.ID, c.Added = 2, noon; return c }()), claimedBy("B")),
			model.StageHeld, []model.BlockerID{model.BlockOtherDesk}, model.StepWaitDesk},

		// A desk that died while it showed a code: somebody says first how that ended.
		{"a dead desk's claim", with(completed(), holding(zpe(time.Minute)), brokenOffBy("B")), model.StageHeld,
			[]model.BlockerID{model.BlockUnfinished}, model.StepSettle},
		{"also when the code has expired", with(completed(), holding(zpe(time.Hour)), brokenOffBy("B")), model.StageHeld,
			[]model.BlockerID{model.BlockUnfinished}, model.StepSettle},
		{"before what else is missing", with(completed(), holding(zpe(time.Minute)), brokenOffBy("B"), func(r *model.Record) { r.Cards = nil }),
			model.StageHeld, []model.BlockerID{model.BlockUnfinished, model.BlockNoCard}, model.StepSettle},
		{"of a mobile card that was invalidated since", with(completed(), registered, holding(zpe(time.Minute)), brokenOffBy("B"), invalid(model.ReasonPhoneLost)),
			model.StageRegistered, []model.BlockerID{model.BlockUnfinished, model.BlockCodeVoid}, model.StepSettle},
		{"shown once more for another device", with(completed(), holding(zpe(time.Minute)), handed, brokenOffBy("B")),
			model.StageHandedOver, nil, model.StepSettle},
		{"of somebody who objected since", with(completed(), holding(zpe(time.Minute)), brokenOffBy("B"), objected),
			model.StageStopped, []model.BlockerID{model.BlockObjection}, model.StepStop},
		{"a claim of the future", with(completed(), holding(zpe(time.Minute)), func(r *model.Record) {
			r.Codes[0].Claim = model.Claim{Desk: "B", Since: noon.Add(24 * time.Hour), Until: noon.Add(25 * time.Hour)}
		}), model.StageHeld, []model.BlockerID{model.BlockUnfinished}, model.StepSettle},
		{"this desk's earlier window", with(completed(), holding(zpe(time.Minute)), func(r *model.Record) {
			r.Codes[0].Claim = model.Claim{Desk: "A", Window: "before", Since: noon, Until: noon.Add(time.Minute)}
		}), model.StageHeld, []model.BlockerID{model.BlockUnfinished}, model.StepSettle},

		// "the physical card must exist and be valid on the day"
		{"no card", with(completed(), func(r *model.Record) { r.Cards = nil }), model.StageIncomplete,
			[]model.BlockerID{model.BlockNoCard}, model.StepEnterCard},
		{"card over since yesterday", with(completed(), holding(zpe(time.Minute)), func(r *model.Record) { r.Cards[0].ValidUntil = day("2026-11-19") }),
			model.StageHeld, []model.BlockerID{model.BlockCardExpired}, model.StepExtendCard},
		{"card's last day", with(completed(), holding(zpe(time.Minute)), func(r *model.Record) { r.Cards[0].ValidUntil = day("2026-11-20") }),
			model.StageReady, nil, model.StepHandOver},
		{"card invalidated", with(completed(), holding(zpe(time.Minute)), func(r *model.Record) { r.Cards[0].State = model.CardInvalidated }),
			model.StageHeld, []model.BlockerID{model.BlockCardInvalid}, model.StepEnterCard},

		// "an adult student signs for themself"
		{"adult, signed by a parent", with(completed(), func(r *model.Record) { r.Birth = day("2008-09-30") }), model.StageIncomplete,
			[]model.BlockerID{model.BlockSigner}, model.StepCollectSheet},
		{"adult since the parent signed", with(completed(), func(r *model.Record) { r.Birth = day("2008-10-02") }), model.StageComplete,
			[]model.BlockerID{model.BlockNotInSIO}, model.StepRegister},
		{"minor, signed alone", with(completed(), func(r *model.Record) { r.Statements[0].Signer = model.SignedByStudent }), model.StageIncomplete,
			[]model.BlockerID{model.BlockSigner}, model.StepCollectSheet},

		// "no PESEL: visible as a worklist of its own"
		{"no PESEL", with(completed(), func(r *model.Record) { r.PESEL = "" }), model.StageIncomplete,
			[]model.BlockerID{model.BlockNoPESEL}, model.StepAskPESEL},

		// Leaving the school.
		{"left today", with(completed(), holding(zpe(time.Minute)), func(r *model.Record) { r.Left = day("2026-11-20") }), model.StageLeft,
			[]model.BlockerID{model.BlockLeft}, model.StepNothing},
		{"leaves tomorrow", with(completed(), holding(zpe(time.Minute)), func(r *model.Record) { r.Left = day("2026-11-21") }), model.StageReady,
			nil, model.StepHandOver},

		// After the hand-over.
		{"card over after the hand-over", with(completed(), holding(zpe(time.Hour)), handed, func(r *model.Record) { r.Cards = nil }),
			model.StageHandedOver, nil, model.StepNothing},
		{"a new code after the hand-over", with(completed(), holding(zpe(time.Hour)), handed, func(r *model.Record) {
			c := zpe(time.Minute)
			c.ID = 2
			r.Codes = append(r.Codes, c)
		}), model.StageReady, nil, model.StepHandOver},
		{"a hand-over taken back", with(completed(), holding(zpe(time.Minute)), func(r *model.Record) {
			r.Handovers = []model.Handover{{ID: 1, Code: 1}, {ID: 2, Corrects: 1, Void: true}}
		}), model.StageReady, nil, model.StepHandOver},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got := model.Assess(test.record, needsOne, here)
			var ids []model.BlockerID
			for _, b := range got.Blockers {
				ids = append(ids, b.ID)
			}
			if got.Stage != test.stage || got.Next != test.next {
				t.Errorf("%s, next %s; want %s, %s", got.Stage, got.Next, test.stage, test.next)
			}
			if diff := cmp.Diff(test.blockers, ids); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func claimedBy(desk string) func(*model.Record) {
	return func(r *model.Record) {
		r.Codes[0].Claim = model.Claim{Desk: desk, Until: noon.Add(time.Minute)}
	}
}

// The same students under the three practices of DOMAIN §4.
func TestPolicies(t *testing.T) {
	for _, test := range []struct {
		policy model.StatementPolicy
		kind   model.StatementKind // "" no sheet
		want   model.Stage
	}{
		{model.PolicyObjection, "", model.StageComplete},
		{model.PolicyObjection, model.Withdrawal, model.StageComplete},
		{model.PolicyObjection, model.Objection, model.StageStopped},
		{model.PolicyStatement, "", model.StageIncomplete},
		{model.PolicyStatement, model.NonObjection, model.StageComplete},
		{model.PolicyStatement, model.Application, model.StageComplete},
		{model.PolicyStatement, model.Withdrawal, model.StageIncomplete},
		{model.PolicyApplication, model.NonObjection, model.StageIncomplete},
		{model.PolicyApplication, model.Application, model.StageComplete},
		{model.PolicyApplication, model.Objection, model.StageStopped},
	} {
		r := completed()
		r.Statements = nil
		if test.kind != "" {
			r.Statements = []model.Statement{sheet(1, test.kind, "2026-10-01")}
		}
		p := model.DefaultProfile()
		p.Policy = test.policy
		if got := model.Assess(r, p, here).Stage; got != test.want {
			t.Errorf("policy %s, sheet %q: %s, want %s", test.policy, test.kind, got, test.want)
		}
	}
}

// The day is the school's: late on 30 September in Warsaw a card still holds,
// although it is 1 October further east.
func TestTheDayIsTheSchools(t *testing.T) {
	r := with(completed(), func(r *model.Record) { r.Cards[0].ValidUntil = day("2026-09-30") })
	late := time.Date(2026, 9, 30, 23, 30, 0, 0, needsOne.Zone())
	east, err := time.LoadLocation("Asia/Tokyo")
	if err != nil {
		t.Fatal(err)
	}
	if got := model.Assess(r, needsOne, model.Viewpoint{Now: late.In(east)}); got.Has(model.BlockCardExpired) {
		t.Error("expired by another zone's calendar")
	}
	if got := model.Assess(r, needsOne, model.Viewpoint{Now: late.Add(time.Hour).UTC()}); !got.Has(model.BlockCardExpired) {
		t.Error("still valid by another zone's calendar")
	}
}

// Of several usable codes the one that was not handed over goes first, then
// the one that ends first.
func TestWhichCode(t *testing.T) {
	hour := func(n int) time.Time { return noon.Add(time.Duration(n-10) * time.Hour) }
	endless := model.Code{ID: 1, Kind: model.CodeSIO, Added: hour(1)}
	month := model.Code{ID: 2, Kind: model.CodeLegacy, Added: hour(2)}
	newer := model.Code{ID: 3, Kind: model.CodeSIO, Added: hour(3)}
	minutes := model.Code{ID: 4, Kind: model.CodeZPE, Added: hour(4), Generated: noon}
	seconds := model.Code{ID: 5, Kind: model.CodeZPE, Added: hour(5), Generated: noon.Add(-10*time.Minute + 20*time.Second)}
	spent := model.Code{ID: 6, Kind: model.CodeSIO, Added: hour(6), Spent: 1}
	for _, test := range []struct {
		codes []model.Code
		want  int64
	}{
		{[]model.Code{endless, month}, 2},
		{[]model.Code{newer, endless}, 3}, // whoever brings a new code has a reason
		{[]model.Code{month, minutes, endless}, 4},
		{[]model.Code{seconds, endless}, 1}, // no time left to scan it
		{[]model.Code{seconds}, 5},
		{[]model.Code{spent, endless}, 1},
	} {
		got := model.Assess(with(completed(), holding(test.codes...)), needsOne, here)
		if got.Code == nil || got.Code.ID != test.want {
			t.Errorf("code %+v, want %d", got.Code, test.want)
		}
	}
}

// "1 pupil device + 4 parent devices": where a kind has no limit of uses, it
// may be shown again after the hand-over, but not by itself.
func TestAnotherDevice(t *testing.T) {
	many := with(completed(), holding(model.Code{ID: 1, Kind: model.CodeSIO, Added: noon}), handed)
	got := model.Assess(many, needsOne, here)
	if got.Stage != model.StageHandedOver || !got.Again || !got.MayPresent() || got.Next != model.StepNothing {
		t.Errorf("%+v", got)
	}
	once := with(completed(), holding(zpe(time.Minute)), handed)
	if got := model.Assess(once, needsOne, here); got.Again || got.MayPresent() {
		t.Errorf("%+v", got)
	}
	noCard := with(many, func(r *model.Record) { r.Cards = nil })
	if got := model.Assess(noCard, needsOne, here); got.MayPresent() {
		t.Error("shown again although the physical card is gone")
	}
}

// stageRank orders the stages of the path.
func stageRank(s model.Stage) int {
	for i, stage := range model.Stages {
		if s == stage {
			return i
		}
	}
	return -1
}

func anyView(t *rapid.T) (model.Record, model.Profile, model.Viewpoint) {
	return anyRecord().Draw(t, "record"), anyProfile().Draw(t, "profile"),
		model.Viewpoint{Now: noon.Add(time.Duration(rapid.IntRange(-90, 90).Draw(t, "hours")) * time.Hour),
			Desk: rapid.SampledFrom([]string{"A", "B"}).Draw(t, "desk")}
}

func TestRulesThatAlwaysHold(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r, p, v := anyView(t)
		got := model.Assess(r, p, v)
		on := model.DateOf(v.Now.In(p.Zone()))
		// Only the right person's sheet counts, but an objection always does.
		counting := slices.DeleteFunc(slices.Clone(r.Statements), func(s model.Statement) bool {
			return s.Kind != model.Objection && !s.SignedByRightPerson(r.Student)
		})
		sheet, signed := model.CurrentStatement(counting)

		if stageRank(got.Stage) < 0 {
			t.Fatalf("stage %q", got.Stage)
		}
		stopped := signed && sheet.Kind == model.Objection || got.Has(model.BlockResigned)
		if (got.Stage == model.StageStopped) != stopped {
			t.Fatalf("objection or resignation %v, stage %s", stopped, got.Stage)
		}
		done := got.Stage == model.StageReady || got.Stage == model.StageHandedOver
		if done != (len(got.Blockers) == 0) {
			t.Fatalf("%s with blockers %v", got.Stage, got.Blockers)
		}
		if got.Next == "" {
			t.Fatalf("%s with no next step", got.Stage)
		}
		if !got.MayPresent() {
			return
		}
		card, has := model.CurrentCard(r.Cards)
		switch {
		case got.Code == nil, got.Code.Expired(p, v.Now), got.Code.UsedUp(p), got.Code.Claim.HeldAgainst(v), got.Code.Claim.Unfinished(v):
			t.Fatalf("a code that can't be used: %+v", got.Code)
		case !has || !card.ValidOn(on):
			t.Fatalf("without a card that is valid on %s", on)
		case p.Policy.Wanted() != "" && (!signed || !sheet.Satisfies(p.Policy)):
			t.Fatalf("without the sheet that %s waits for", p.Policy)
		case !r.Left.IsZero() && !on.Before(r.Left):
			t.Fatal("to somebody who left")
		}
	})
}

// What a family or the school brings never throws a student back.
func TestEvidenceNeverThrowsBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r, p, v := anyView(t)
		before := model.Assess(r, p, v)
		more := r
		switch rapid.SampledFrom([]string{"portrait", "pesel", "registered", "sheet", "card"}).Draw(t, "evidence") {
		case "portrait":
			more.Portrait = &model.Portrait{State: model.PortraitAccepted}
		case "pesel":
			// A number that tells a birth date not known before may tell that
			// the wrong person signed.
			if !r.BirthDate().IsZero() {
				more.Birth, more.PESEL = r.BirthDate(), "16250599009"
			}
		case "registered":
			more.Registered = day("2026-11-01")
		case "sheet":
			s := model.Statement{ID: 99, Kind: model.Application, Signer: model.SignedByParent, Signed: day("2026-12-31")}
			if r.IsAdult(s.Signed) {
				s.Signer = model.SignedByStudent
			}
			more.Statements = append(more.Statements[:len(r.Statements):len(r.Statements)], s)
		case "card":
			more.Cards = append(more.Cards[:len(r.Cards):len(r.Cards)],
				model.Card{ID: 99, Issued: day("2026-12-31"), State: model.CardValid, ValidUntil: day("2027-09-30")})
		}
		after := model.Assess(more, p, v)
		// After a hand-over, what kept a second code from being given is gone.
		second := before.Stage == model.StageHandedOver && after.Stage == model.StageReady
		if !second && stageRank(after.Stage) < stageRank(before.Stage) || before.MayPresent() && !after.MayPresent() {
			t.Fatalf("%s, then %s", before.Stage, after.Stage)
		}
	})
}

// Time alone ends codes and cards; it never makes a code fit to be given.
func TestTimeAloneMakesNobodyReady(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r, p, v := anyView(t)
		for i := range r.Codes {
			r.Codes[i].Claim = model.Claim{} // a claim does end by itself
		}
		later := v
		later.Now = v.Now.Add(time.Duration(rapid.IntRange(0, 5000).Draw(t, "later")) * time.Hour)
		before, after := model.Assess(r, p, v), model.Assess(r, p, later)
		if after.MayPresent() && !before.MayPresent() {
			t.Fatalf("%s, and later %s", before.Stage, after.Stage)
		}
	})
}

// Assess is pure: it changes nothing, and neither the order of codes nor that
// of cards matters.
func TestAssessIsPure(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r, p, v := anyView(t)
		copied := r
		copied.Codes, copied.Cards = slices.Clone(r.Codes), slices.Clone(r.Cards)
		copied.Statements, copied.Handovers = slices.Clone(r.Statements), slices.Clone(r.Handovers)
		got := model.Assess(r, p, v)
		if diff := cmp.Diff(copied, r); diff != "" {
			t.Fatal(diff)
		}
		if len(r.Codes) > 1 {
			copied.Codes = rapid.Permutation(copied.Codes).Draw(t, "codes")
		}
		if len(r.Cards) > 1 {
			copied.Cards = rapid.Permutation(copied.Cards).Draw(t, "cards")
		}
		if again := model.Assess(copied, p, v); again.Stage != got.Stage || again.Next != got.Next {
			t.Fatalf("%s %v, then %s %v", got.Stage, got.Blockers, again.Stage, again.Blockers)
		}
	})
}
