package model

import (
	"slices"
	"time"
)

// Stage is how far a student's mobile card has come.
type Stage string

// Stages, from the beginning to the end.
const (
	StageStopped    Stage = "objection"   // sprzeciw: nothing may be done
	StageIncomplete Stage = "incomplete"  // something is missing before SIO
	StageComplete   Stage = "complete"    // may be registered in SIO
	StageRegistered Stage = "registered"  // in SIO, no usable code in hand
	StageHeld       Stage = "held"        // a code in hand, but it may not be given
	StageReady      Stage = "ready"       // a code in hand that may be given now
	StageHandedOver Stage = "handed_over" // wydano
	StageLeft       Stage = "left"        // odszedł
)

// Stages in the order of the path.
var Stages = []Stage{StageStopped, StageIncomplete, StageComplete, StageRegistered,
	StageHeld, StageReady, StageHandedOver, StageLeft}

// BlockerID names one thing that stands in the way.
type BlockerID string

// Blockers, in the order in which they are worth removing.
const (
	BlockObjection   BlockerID = "objection"    // the parents or the adult student objected
	BlockResigned    BlockerID = "resigned"     // the family gave the mobile card up
	BlockLeft        BlockerID = "left"         // no longer a student of the school
	BlockNoStatement BlockerID = "no_statement" // the policy asks for a non-objection or an application
	BlockSigner      BlockerID = "signer"       // signed by a parent for an adult, or by a minor
	BlockNoCard      BlockerID = "no_card"      // no physical card on record
	BlockCardExpired BlockerID = "card_expired" // past its last day
	BlockCardInvalid BlockerID = "card_invalid" // invalidated
	BlockNoPortrait  BlockerID = "no_portrait"  // no photo yet
	BlockPortrait    BlockerID = "portrait"     // the photo was refused
	BlockUnjudged    BlockerID = "unjudged"     // a photo came, and nobody decided about it yet
	BlockNoPESEL     BlockerID = "no_pesel"     // SIO can't register without it
	BlockNotInSIO    BlockerID = "not_in_sio"   // complete, but not registered
	BlockNoCode      BlockerID = "no_code"      // registered, no code taken in
	BlockCodeExpired BlockerID = "code_expired" // the code's life is over
	BlockCodeUsedUp  BlockerID = "code_used_up" // no hand-over left
	BlockCodeVoid    BlockerID = "code_void"    // of a mobile card that was invalidated, or set aside
	BlockOtherDesk   BlockerID = "other_desk"   // on another desk's screen
	BlockUnfinished  BlockerID = "unfinished"   // a desk broke off while it showed a code
)

// BlockerIDs in that order.
var BlockerIDs = []BlockerID{BlockObjection, BlockResigned, BlockLeft, BlockNoStatement, BlockSigner, BlockNoCard,
	BlockCardExpired, BlockCardInvalid, BlockNoPortrait, BlockPortrait, BlockUnjudged, BlockNoPESEL, BlockNotInSIO, BlockNoCode,
	BlockCodeExpired, BlockCodeUsedUp, BlockCodeVoid, BlockOtherDesk, BlockUnfinished}

// Fixer is who can remove a blocker.
type Fixer string

// Who can.
const (
	FixedByFamily Fixer = "family"
	FixedBySchool Fixer = "school"
	FixedByDesk   Fixer = "desk" // another desk
	FixedByNobody Fixer = "nobody"
)

// Blocker is one thing in the way, and who can remove it.
type Blocker struct {
	ID    BlockerID
	Fixer Fixer
}

// Step is the next sensible thing to do for a student.
type Step string

// Steps.
const (
	StepHandOver        Step = "hand_over"
	StepNothing         Step = "nothing"
	StepStop            Step = "stop" // an objection: leave alone
	StepCollectSheet    Step = "collect_statement"
	StepEnterCard       Step = "enter_card"
	StepExtendCard      Step = "extend_card"
	StepCollectPortrait Step = "collect_portrait"
	StepJudgePortrait   Step = "judge_portrait"
	StepAskPESEL        Step = "ask_pesel"
	StepRegister        Step = "register_in_sio"
	StepTakeCode        Step = "take_code"
	StepWaitDesk        Step = "wait_for_desk"
	StepSettle          Step = "settle" // say how an unfinished hand-over ended
)

//exhaustive:enforce
var stepFor = map[BlockerID]Step{
	BlockObjection: StepStop, BlockResigned: StepStop, BlockLeft: StepNothing,
	BlockNoStatement: StepCollectSheet, BlockSigner: StepCollectSheet,
	BlockNoCard: StepEnterCard, BlockCardExpired: StepExtendCard, BlockCardInvalid: StepEnterCard,
	BlockNoPortrait: StepCollectPortrait, BlockPortrait: StepCollectPortrait, BlockUnjudged: StepJudgePortrait,
	BlockNoPESEL: StepAskPESEL, BlockNotInSIO: StepRegister,
	BlockNoCode: StepTakeCode, BlockCodeExpired: StepTakeCode, BlockCodeUsedUp: StepTakeCode,
	BlockCodeVoid:  StepTakeCode,
	BlockOtherDesk: StepWaitDesk, BlockUnfinished: StepSettle,
}

// Assessment is the verdict on one student at one moment.
type Assessment struct {
	Stage    Stage
	Blockers []Blocker // empty where a code may be given now, or all is done
	Next     Step
	Code     *Code // the code to show if Stage is StageReady; else the latest, or nil
	Pickup   Pickup
	Again    bool // handed over, and the code may be shown for another device
	// Unfinished is the code of a hand-over that a desk broke off, at whatever
	// stage the student is; nil if there is none.
	Unfinished *Code
}

// Has reports whether a blocker is among those found.
func (a Assessment) Has(id BlockerID) bool {
	for _, b := range a.Blockers {
		if b.ID == id {
			return true
		}
	}
	return false
}

// MayPresent reports whether a code may be shown now: the first time, or, where
// the kind allows several devices, again.
func (a Assessment) MayPresent() bool {
	return a.Stage == StageReady || a.Stage == StageHandedOver && a.Again
}

// Viewpoint is from where and when a record is looked at.
type Viewpoint struct {
	Now    time.Time
	Desk   string
	Window string // the asking window's own claims don't block it
}

// Assess judges a record under a profile. The rules, with their sources, are
// those of DESIGN §2:
//
//   - an objection stops everything, also after a code arrived;
//   - later evidence supersedes earlier: whoever has a valid code was
//     registered, so a missing photo or PESEL no longer blocks. A login to ZPE
//     is no such evidence: it opens the student's account, which shows a code
//     only once the card is in SIO (DOMAIN §9), so it waits for that day;
//   - the statement and the physical card block to the end, since the mobile
//     card mirrors the physical one and may not be issued against the policy;
//   - a code is usable while unexpired, not used up, not of a mobile card that
//     was invalidated and not on another desk's screen;
//   - a new physical card is registered in SIO anew, whatever was known of the
//     one before, and whoever gave the mobile card up gets none until they sign;
//   - while it is not known whether a code was scanned that a dead desk showed,
//     the student gets none, of whatever kind: somebody says first how it ended.
func Assess(r Record, p Profile, v Viewpoint) Assessment {
	day := DateOf(v.Now.In(p.Zone()))
	a := Assessment{Pickup: WhoMayCollect(r.Student, p, day)}
	block := func(id BlockerID, f Fixer) { a.Blockers = append(a.Blockers, Blocker{id, f}) }

	code, codeBlock := bestCode(r, p, v)
	a.Code = code
	void := r.voided()
	if a.Unfinished = unfinishedCode(r, v, void); a.Unfinished != nil && codeBlock != BlockOtherDesk {
		code, codeBlock = a.Unfinished, BlockUnfinished
		a.Code = code
	}
	registered := !r.Registered.IsZero() || r.provenBy(void)
	usable := code != nil && codeBlock == "" && registered
	handed := r.inHand(void)

	dead := a.Unfinished != nil && r.void(*a.Unfinished, void) // whatever became of it, nobody gets it
	sheet := sheetBlocker(r, p)
	if sheet == BlockObjection {
		block(sheet, FixedByFamily)
		return a.concluded(StageStopped)
	}
	if r.HasLeft(day) {
		block(BlockLeft, FixedByNobody)
		return a.concluded(StageLeft)
	}
	if r.resigned() {
		block(BlockResigned, FixedByFamily)
		return a.concluded(StageStopped)
	}
	if handed && !usable {
		return a.handedOver(r)
	}

	if codeBlock == BlockUnfinished {
		block(codeBlock, FixedBySchool)
	}
	if sheet != "" {
		block(sheet, FixedByFamily)
	}
	a.blockCard(r.Cards, day)
	standing := len(a.Blockers) // what no later evidence removes

	if !registered {
		switch refused := r.Portrait != nil && r.Portrait.State.Refused(); {
		case r.Portrait != nil && !refused:
		case r.photoWaits():
			block(BlockUnjudged, FixedBySchool)
		case refused:
			block(BlockPortrait, FixedByFamily)
		default:
			block(BlockNoPortrait, FixedByFamily)
		}
		if r.PESEL == "" {
			block(BlockNoPESEL, FixedByFamily)
		}
	}
	switch {
	case handed && !r.fresh(*code):
		a.Again = standing == 0
		return a.handedOver(r)
	case usable && standing == 0:
		return a.concluded(StageReady)
	case usable, codeBlock == BlockUnfinished && !dead:
		return a.concluded(StageHeld)
	case len(a.Blockers) > 0 && !registered:
		return a.concluded(StageIncomplete)
	case !registered:
		block(BlockNotInSIO, FixedBySchool)
		return a.concluded(StageComplete)
	case codeBlock == BlockOtherDesk:
		block(BlockOtherDesk, FixedByDesk)
		return a.concluded(StageHeld)
	case dead:
		block(BlockCodeVoid, FixedBySchool)
	case codeBlock != "":
		block(codeBlock, FixedBySchool)
	default:
		block(BlockNoCode, FixedBySchool)
	}
	return a.concluded(StageRegistered)
}

// photoWaits reports whether the family sent a photo about which nobody has
// decided: asking them for another one would be wrong.
func (r Record) photoWaits() bool {
	return slices.ContainsFunc(r.Photos, func(p Photo) bool { return p.State == PhotoToDo })
}

// handedOver is the end of the path, but for whoever waits for a code for another
// device because the one they got did not work.
func (a Assessment) handedOver(r Record) Assessment {
	a = a.concluded(StageHandedOver)
	if a.Next == StepNothing && !r.Waiting.IsZero() {
		a.Next = StepTakeCode
	}
	return a
}

// concluded sets the stage and the step that follows from it.
func (a Assessment) concluded(s Stage) Assessment {
	a.Stage = s
	switch {
	case s == StageHandedOver && a.Unfinished != nil:
		a.Blockers, a.Next = nil, StepSettle
	case s == StageHandedOver:
		a.Blockers, a.Next = nil, StepNothing
	case s == StageReady:
		a.Next = StepHandOver
	case len(a.Blockers) > 0:
		a.Next = stepFor[a.Blockers[0].ID]
	}
	return a
}

// sheetBlocker finds what the signed sheets leave in the way: BlockObjection,
// BlockNoStatement, BlockSigner or nothing. An objection stops whoever signed
// it; any other sheet counts, and lifts an objection, only if the right person
// signed it.
func sheetBlocker(r Record, p Profile) BlockerID {
	var counting []Statement
	for _, s := range r.Statements {
		if s.Kind == Objection || s.SignedByRightPerson(r.Student) {
			counting = append(counting, s)
		}
	}
	statement, ok := CurrentStatement(counting)
	switch {
	case ok && statement.Kind == Objection:
		return BlockObjection
	case p.Policy.Wanted() == "" || ok && statement.Satisfies(p.Policy):
		return ""
	}
	if statement, ok := CurrentStatement(r.Statements); ok && statement.Satisfies(p.Policy) {
		return BlockSigner
	}
	return BlockNoStatement
}

// blockCard applies the rule that the physical card must exist and be valid
// on the day (art. 11 ust. 1d: the card is issued *also* as mLegitymacja).
func (a *Assessment) blockCard(cards []Card, day Date) {
	card, ok := CurrentCard(cards)
	switch {
	case !ok:
		a.Blockers = append(a.Blockers, Blocker{BlockNoCard, FixedBySchool})
	case card.State != CardValid:
		a.Blockers = append(a.Blockers, Blocker{BlockCardInvalid, FixedBySchool})
	case !card.ValidOn(day):
		a.Blockers = append(a.Blockers, Blocker{BlockCardExpired, FixedBySchool})
	}
}
