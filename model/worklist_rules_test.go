package model_test

import (
	"testing"
	"time"

	"okienko/model"
)

// worklistRule is one sentence of a paper and what follows from it for one
// student. The words in quotation marks stand in the paper as they are here.
// The papers are the domain's, by section, and three schools' instructions:
// Mazowszany, Chociszew, Tarnów. The day is 20 November 2026.
type worklistRule struct {
	list   model.WorklistID
	says   string // where the rule is written, and its words
	tried  string // what is tried here
	record model.Record
	school func(*model.Profile) // nil: needsOne, photos are kept 30 days
	in     bool
}

// The rules, list by list along the path of a card.
var worklistRules = [][]worklistRule{sheetRules, photoRules, sioRules, codeRules, cardRules}

var sheetRules = []worklistRule{
	{model.ListNoStatement, needSheet, "not signed", with(completed(), without("sheet")), nil, true},
	{model.ListNoStatement, needSheet, "signed", completed(), nil, false},
	{model.ListNoStatement, needSheet, "entered by mistake", with(completed(), undoneSheet), nil, true},
	{model.ListNoStatement, needSheet, "taken back by the family", with(completed(), signed(model.Withdrawal, model.SignedByParent)), nil, true},
	{model.ListNoStatement, needSheet, "the mobile card is in use", with(completed(), holding(zpe(0)), handed, without("sheet")), nil, true},
	{model.ListNoStatement, needApplication, "only a non-objection", completed(), applications, true},
	{model.ListNoStatement, needApplication, "an application", with(completed(), signed(model.Application, model.SignedByParent)), applications, false},
	{model.ListNoStatement, `DOMAIN §4 "default = issue; no "zgoda" is needed"`, "none", with(completed(), without("sheet")), objections, false},
	{model.ListNoStatement, whoSigns, "18 on the day of the parent's signature", with(completed(), born("2008-10-01")), nil, true},
	{model.ListNoStatement, whoSigns, "18 on the next day", with(completed(), born("2008-10-02")), nil, false},
	{model.ListNoStatement, whoSigns, "born 29 February, signed 28 February of a common year", with(completed(), born("2008-02-29"), signedOn("2026-02-28")), nil, false},
	{model.ListNoStatement, whoSigns, "born 29 February, signed 1 March", with(completed(), born("2008-02-29"), signedOn("2026-03-01")), nil, true},
	{model.ListNoStatement, whoSigns, "an adult signed for themself", with(completed(), born("2008-10-01"), signed(model.NonObjection, model.SignedByStudent)), nil, false},
	{model.ListNoStatement, whoSigns, "a minor signed", with(completed(), without("sheet"), signed(model.NonObjection, model.SignedByStudent)), nil, true},
	{model.ListNoStatement, noObjection, "an objection that was taken back", with(completed(), objected, signed(model.Withdrawal, model.SignedByParent)), nil, true},
	{model.ListNoStatement, noObjection, "the same where nothing is waited for", with(completed(), objected, signed(model.Withdrawal, model.SignedByParent)), objections, false},
	{model.ListNoStatement, noObjection, "they objected", with(completed(), objected), nil, false},
	{model.ListNoStatement, resignation, "nothing is asked of who resigned", with(completed(), without("sheet"), holding(zpe(0)), handed, invalid(model.ReasonResigned)), nil, false},
	{model.ListNoStatement, leaving, "leaves tomorrow", with(completed(), without("sheet"), leaves("2026-11-21")), nil, true},
	{model.ListNoStatement, leaving, "left today", with(completed(), without("sheet"), leaves("2026-11-20")), nil, false},

	{model.ListObjections, noObjection, "they objected", with(completed(), objected), nil, true},
	{model.ListObjections, noObjection, "they did not", completed(), nil, false},
	{model.ListObjections, noObjection, "where nothing is waited for", with(completed(), objected), objections, true},
	{model.ListObjections, noObjection, "entered by mistake", with(completed(), objected, undoneSheet), nil, false},
	{model.ListObjections, noObjection, "taken back", with(completed(), objected, signed(model.Withdrawal, model.SignedByParent)), nil, false},
	{model.ListObjections, noObjection, "and the parents signed otherwise later", with(completed(), objected, signed(model.NonObjection, model.SignedByParent)), nil, false},
	{model.ListObjections, noObjection, "taken back by the minor", with(completed(), objected, signed(model.Withdrawal, model.SignedByStudent)), nil, true},
	{model.ListObjections, noObjection, "signed before what counts, entered after it", with(completed(), objectedOn("2026-09-30")), nil, false},
	{model.ListObjections, noObjection, "signed on the same day, entered after it", with(completed(), objectedOn("2026-10-01")), nil, true},
	{model.ListObjections, `DOMAIN §4 "a late objection should lead to invalidation"`, "the mobile card is in use", with(completed(), holding(zpe(0)), handed, objected), nil, true},
	{model.ListObjections, resignation, "resigned", with(completed(), holding(zpe(0)), handed, invalid(model.ReasonResigned)), nil, true},
	{model.ListObjections, resignation, "signed anew", with(completed(), holding(zpe(0)), handed, invalid(model.ReasonResigned), signed(model.NonObjection, model.SignedByParent)), nil, false},
	{model.ListObjections, leaving, "left today", with(completed(), objected, leaves("2026-11-20")), nil, false},
	{model.ListObjections, leaving, "leaves tomorrow", with(completed(), objected, leaves("2026-11-21")), nil, true},
}

var photoRules = []worklistRule{
	{model.ListNoPhoto, sendPhoto, "did not send one", with(completed(), without("photo")), nil, true},
	{model.ListNoPhoto, sendPhoto, "accepted", completed(), nil, false},
	{model.ListNoPhoto, photoStates, "waits for a decision", with(completed(), without("photo"), kept(model.PhotoToDo, "2026-11-19")), nil, false},
	{model.ListNoPhoto, photoStates, "refused: a list of its own", with(completed(), refusedPhoto), nil, false},
	{model.ListNoPhoto, keepPhoto, "accepted and deleted since", with(completed(), photoOf("")), nil, false},
	{model.ListNoPhoto, entered, "the card is in SIO already", with(completed(), without("photo"), registered), nil, false},
	{model.ListNoPhoto, noObjection, "they objected", with(completed(), without("photo"), objected), nil, false},
	{model.ListNoPhoto, leaving, "left", with(completed(), without("photo"), leaves("2026-11-20")), nil, false},

	{model.ListRefusedPhoto, photoRefused, "refused", with(completed(), refusedPhoto), nil, true},
	{model.ListRefusedPhoto, photoRefused, "refused, and kept", with(completed(), refusedPhoto, kept(model.PhotoRefused, "2026-11-19")), nil, true},
	{model.ListRefusedPhoto, photoRefused, "accepted", completed(), nil, false},
	{model.ListRefusedPhoto, photoRefused, "the family was told", with(completed(), portrait(model.PortraitTold)), nil, false},
	{model.ListRefusedPhoto, photoRefused, "the family was written to, by an older program", with(completed(), refusedPhoto, kept(model.PhotoTold, "2026-11-19")), nil, false},
	{model.ListRefusedPhoto, photoRefused, "told, and the photo was deleted", with(completed(), portrait(model.PortraitTold), photoGone), nil, false},
	{model.ListRefusedPhoto, photoRefused, "told of one, another was refused", with(completed(), refusedPhoto, kept(model.PhotoTold, "2026-11-10"), kept(model.PhotoRefused, "2026-11-19")), nil, true},
	{model.ListRefusedPhoto, photoStates, "another one waits for a decision", with(completed(), refusedPhoto, kept(model.PhotoRefused, "2026-11-10"), kept(model.PhotoToDo, "2026-11-19")), nil, false},
	{model.ListRefusedPhoto, entered, "the card is in SIO already", with(completed(), refusedPhoto, registered), nil, false},
	{model.ListRefusedPhoto, leaving, "left", with(completed(), refusedPhoto, leaves("2026-11-20")), nil, false},

	{model.ListPhotoDeletion, keepPhoto, "kept here for 29 days", with(completed(), kept(model.PhotoAccepted, "2026-10-22")), nil, false},
	{model.ListPhotoDeletion, keepPhoto, "30 days", with(completed(), kept(model.PhotoAccepted, "2026-10-21")), nil, true},
	{model.ListPhotoDeletion, keepPhoto, "31 days: missed", with(completed(), kept(model.PhotoAccepted, "2026-10-20")), nil, true},
	{model.ListPhotoDeletion, keepPhoto, "lies elsewhere, judged 29 days ago", with(completed(), photoOf("2026-10-22")), nil, false},
	{model.ListPhotoDeletion, keepPhoto, "30 days ago", with(completed(), photoOf("2026-10-21")), nil, true},
	{model.ListPhotoDeletion, keepPhoto, "31 days ago: missed", with(completed(), photoOf("2026-10-20")), nil, true},
	{model.ListPhotoDeletion, keepPhoto, "known to be deleted", with(completed(), photoOf("2026-10-20"), photoGone), nil, false},
	{model.ListPhotoDeletion, keepPhoto, "refused ones too", with(completed(), refusedPhoto, kept(model.PhotoTold, "2026-10-21")), nil, true},
	{model.ListPhotoDeletion, keepPhoto, "two, and one is due", with(completed(), kept(model.PhotoReplaced, "2026-10-21"), kept(model.PhotoAccepted, "2026-11-10")), nil, true},
	{model.ListPhotoDeletion, keepPhoto, "of who left, too", with(completed(), kept(model.PhotoAccepted, "2026-10-21"), leaves("2026-11-01")), nil, true},
	{model.ListPhotoDeletion, keepPhoto, "none", with(completed(), without("photo")), nil, false},
	{model.ListPhotoDeletion, untilMade, "the card was handed over today", with(completed(), kept(model.PhotoAccepted, "2026-11-10"), holding(zpe(0)), handed, toParent), afterIssue, true},
	{model.ListPhotoDeletion, untilMade, "the same, and the photo lies elsewhere", with(completed(), photoOf("2026-11-10"), holding(zpe(0)), handed, toParent), afterIssue, true},
	{model.ListPhotoDeletion, untilMade, "handed over before the photo came", with(completed(), kept(model.PhotoAccepted, "2026-11-21"), holding(zpe(0)), handed, toParent), afterIssue, false},
	{model.ListPhotoDeletion, untilMade, "the school keeps it nevertheless", with(completed(), kept(model.PhotoAccepted, "2026-11-10"), holding(zpe(0)), handed, toParent), nil, false},
	{model.ListPhotoDeletion, `DOMAIN §3 "ship profiles, not constants"`, "elsewhere, in a school that set no time", with(completed(), photoOf("2026-01-01")), noRetention, false},
}

var sioRules = []worklistRule{
	{model.ListNoPESEL, needPESEL, "none", with(completed(), without("pesel")), nil, true},
	{model.ListNoPESEL, needPESEL, "another document", with(completed(), without("pesel"), document), nil, true},
	{model.ListNoPESEL, needPESEL, "has one", completed(), nil, false},
	{model.ListNoPESEL, leaving, "left", with(completed(), without("pesel"), leaves("2026-11-20")), nil, false},

	{model.ListNotInSIO, enters, "complete", completed(), nil, true},
	{model.ListNotInSIO, enters, "entered", with(completed(), registered), nil, false},
	{model.ListNotInSIO, enters, "its code is here, so it was entered", with(completed(), holding(zpe(0))), nil, false},
	{model.ListNotInSIO, `DOMAIN §9 "check card registration, PESEL, photo, objection; wait"`, "a login is here, which shows no code before", with(completed(), holding(login(1))), nil, true},
	{model.ListNotInSIO, precondition, "no PESEL", with(completed(), without("pesel")), nil, false},
	{model.ListNotInSIO, precondition, "no photo", with(completed(), without("photo")), nil, false},
	{model.ListNotInSIO, precondition, "the photo waits for a decision", with(completed(), without("photo"), kept(model.PhotoToDo, "2026-11-19")), nil, false},
	{model.ListNotInSIO, precondition, "the photo was deleted since", with(completed(), photoOf("")), nil, true},
	{model.ListNotInSIO, precondition, "an objection", with(completed(), objected), nil, false},
	{model.ListNotInSIO, precondition, "the card's last day", with(completed(), until("2026-11-20")), nil, true},
	{model.ListNotInSIO, precondition, "the day after", with(completed(), until("2026-11-19")), nil, false},
	{model.ListNotInSIO, `DOMAIN §6 "then DODAJ with "Czy duplikat?""`, "a duplicate", with(completed(), registered, holding(zpe(0)), handed, invalid(model.ReasonCardLost), duplicated), nil, true},

	{model.ListNoCode, codeLater, "entered", with(completed(), registered), nil, true},
	{model.ListNoCode, codeLater, "not entered", completed(), nil, false},
	{model.ListNoCode, codeLater, "the code came", with(completed(), registered, holding(zpe(0))), nil, false},
	{model.ListNoCode, newPhone, "the phone was lost", with(completed(), registered, holding(zpe(0)), handed, invalid(model.ReasonPhoneLost)), nil, true},
	{model.ListNoCode, newPhone, "the ZPE login outlives the phone", with(completed(), registered, holding(login(1)), handed, invalid(model.ReasonPhoneLost)), nil, false},
	{model.ListNoCode, codeOver, "expired: a list of its own", with(completed(), registered, holding(zpe(time.Hour))), nil, false},
	{model.ListNoCode, `DOMAIN §9 "revoke, re-order"`, "it did not scan and was set aside", with(completed(), registered, holding(zpe(0)), setAside), nil, true},
}

var codeRules = []worklistRule{
	{model.ListCodeExpiring, thirtyDays, "ends in 7 days", with(completed(), holding(legacy(23*24*time.Hour))), nil, true},
	{model.ListCodeExpiring, thirtyDays, "ends in 8 days", with(completed(), holding(legacy(22*24*time.Hour))), nil, false},
	{model.ListCodeExpiring, thirtyDays, "a minute left", with(completed(), holding(legacy(30*24*time.Hour-time.Minute))), nil, true},
	{model.ListCodeExpiring, thirtyDays, "over", with(completed(), holding(legacy(30*24*time.Hour))), nil, false},
	{model.ListCodeExpiring, thirtyDays, "collected", with(completed(), holding(legacy(24*24*time.Hour)), handed), nil, false},
	{model.ListCodeExpiring, thirtyDays, "its source says it is good through the 7th day", with(completed(), holding(goodThrough("2026-11-27"))), nil, true},
	{model.ListCodeExpiring, thirtyDays, "its source says it is good through the 8th day", with(completed(), holding(goodThrough("2026-11-28"))), nil, false},
	{model.ListCodeExpiring, tenMinutes, "of the state's platform", with(completed(), holding(zpe(9*time.Minute))), nil, true},
	{model.ListCodeExpiring, tenMinutes, "on another desk's screen", with(completed(), holding(zpe(0)), claimedBy("B")), nil, true},
	{model.ListCodeExpiring, tenMinutes, "printed on a slip, or shown by a desk that broke off: settled first", with(completed(), holding(zpe(0)), brokenOffBy("B")), nil, false},
	{model.ListCodeExpiring, credentials, "a login has no end", with(completed(), holding(login(1))), nil, false},
	{model.ListCodeExpiring, credentials, "a login that came after a code", with(completed(), holding(legacy(24*24*time.Hour), login(2))), nil, false},
	{model.ListCodeExpiring, noObjection, "they objected", with(completed(), holding(legacy(24*24*time.Hour)), objected), nil, false},
	{model.ListCodeExpiring, leaving, "left", with(completed(), holding(legacy(24*24*time.Hour)), leaves("2026-11-20")), nil, false},

	{model.ListCodeExpired, codeOver, "the minute it is over", with(completed(), holding(legacy(30*24*time.Hour))), nil, true},
	{model.ListCodeExpired, codeOver, "a minute left", with(completed(), holding(legacy(30*24*time.Hour-time.Minute))), nil, false},
	{model.ListCodeExpired, codeOver, "what it held is forgotten", with(completed(), holding(legacy(31*24*time.Hour)), forgotten), nil, true},
	{model.ListCodeExpired, codeOver, "collected in time", with(completed(), holding(legacy(31*24*time.Hour)), handed), nil, false},
	{model.ListCodeExpired, codeOver, "and a login is here", with(completed(), holding(legacy(31*24*time.Hour), login(2))), nil, false},
	{model.ListCodeExpired, codeOver, "two kinds, both over", with(completed(), holding(legacy(31*24*time.Hour), numbered(2, zpe(time.Hour)))), nil, true},
	{model.ListCodeExpired, noObjection, "they objected", with(completed(), holding(legacy(31*24*time.Hour)), objected), nil, false},
	{model.ListCodeExpired, leaving, "left", with(completed(), holding(legacy(31*24*time.Hour)), leaves("2026-11-20")), nil, false},

	{model.ListByParent, adultAlone, "18 on the day", with(completed(), born("2008-11-20"), holding(zpe(0)), handed, toParent), nil, true},
	{model.ListByParent, adultAlone, "18 on the next day", with(completed(), born("2008-11-21"), holding(zpe(0)), handed, toParent), nil, false},
	{model.ListByParent, adultAlone, "collected alone", with(completed(), born("2008-01-01"), holding(zpe(0)), handed, toStudent(0)), nil, false},
	{model.ListByParent, adultAlone, "collected for themself since", with(completed(), born("2008-01-01"), holding(zpe(0)), handed, toParent, toStudent(time.Minute)), nil, false},
	{model.ListByParent, adultAlone, "collected for themself before", with(completed(), born("2008-01-01"), holding(zpe(0)), handed, toParent, toStudent(-time.Minute)), nil, true},
	{model.ListByParent, adultAlone, "corrected: it was the student", with(completed(), born("2008-01-01"), holding(zpe(0)), handed, toParent, correctedTo(model.ToStudent, false)), nil, false},
	{model.ListByParent, adultAlone, "corrected: nobody collected", with(completed(), born("2008-01-01"), holding(zpe(0)), handed, toParent, correctedTo(model.ToParent, true)), nil, false},
	{model.ListByParent, adultAlone, "invalidated since", with(completed(), born("2008-01-01"), holding(zpe(0)), handed, toParent, invalid(model.ReasonPhoneLost)), nil, false},
	{model.ListByParent, adultAlone, "the login stays in use", with(completed(), born("2008-01-01"), holding(login(1)), handed, toParent, invalid(model.ReasonPhoneLost)), nil, true},
	{model.ListByParent, parentOnly, "a parent collects for the youngest", with(completed(), holding(zpe(0)), handed, toParent), nil, false},
	{model.ListByParent, leaving, "left", with(completed(), born("2008-01-01"), holding(zpe(0)), handed, toParent, leaves("2026-11-20")), nil, false},
}

var cardRules = []worklistRule{
	{model.ListCardExpiring, yearly, "not extended this autumn", with(completed(), until("2026-09-30")), nil, true},
	{model.ListCardExpiring, yearly, "extended", with(completed(), until("2027-09-30")), nil, false},
	{model.ListCardExpiring, yearly, "a day short of it", with(completed(), until("2027-09-29")), nil, true},
	{model.ListCardExpiring, yearly, "no last day is known", with(completed(), until("")), nil, false},
	{model.ListCardExpiring, yearly, "invalidated", with(completed(), until("2026-09-30"), cardGone), nil, false},
	{model.ListCardExpiring, yearly, "the lost one was not extended, its duplicate is", with(completed(), until("2026-09-30"), invalid(model.ReasonCardLost), duplicated), nil, false},
	{model.ListCardExpiring, yearly, "none", with(completed(), without("card")), nil, false},
	{model.ListCardExpiring, leaving, "left", with(completed(), until("2026-09-30"), leaves("2026-11-20")), nil, false},

	{model.ListComingOfAge, signerChanges, "on the first of the month", with(completed(), born("2008-11-01")), nil, true},
	{model.ListComingOfAge, signerChanges, "on its last day", with(completed(), born("2008-11-30")), nil, true},
	{model.ListComingOfAge, signerChanges, "on the last of the month before", with(completed(), born("2008-10-31")), nil, false},
	{model.ListComingOfAge, signerChanges, "on the first of the next", with(completed(), born("2008-12-01")), nil, false},
	{model.ListComingOfAge, signerChanges, "a year ago", with(completed(), born("2007-11-20")), nil, false},
	{model.ListComingOfAge, signerChanges, "only the PESEL says it", with(completed(), born(""), pesel("08312299011")), nil, true},
	{model.ListComingOfAge, signerChanges, "nobody knows", with(completed(), born(""), without("pesel")), nil, false},
	{model.ListComingOfAge, leaving, "left", with(completed(), born("2008-11-20"), leaves("2026-11-20")), nil, false},

	{model.ListLeftWithCard, leaving, "leaves tomorrow", with(completed(), leaves("2026-11-21")), nil, false},
	{model.ListLeftWithCard, leaving, "left today", with(completed(), leaves("2026-11-20")), nil, true},
	{model.ListLeftWithCard, leaving, "on the card's last day", with(completed(), leaves("2026-11-01"), until("2026-11-20")), nil, true},
	{model.ListLeftWithCard, leaving, "the day after", with(completed(), leaves("2026-11-01"), until("2026-11-19")), nil, false},
	{model.ListLeftWithCard, leaving, "invalidated", with(completed(), leaves("2026-11-01"), cardGone), nil, false},
	{model.ListLeftWithCard, leaving, "the lost one is invalid, the duplicate is not", with(completed(), leaves("2026-11-01"), invalid(model.ReasonCardLost), duplicated), nil, true},
	{model.ListLeftWithCard, leaving, "has none", with(completed(), leaves("2026-11-01"), without("card")), nil, false},
	{model.ListLeftWithCard, leaving, "objected, and the card in the pocket is valid", with(completed(), objected, leaves("2026-11-01")), nil, true},

	{model.ListInvalidation, inSIO, "to be done", with(completed(), invalid(model.ReasonPhoneLost)), nil, true},
	{model.ListInvalidation, inSIO, "done", with(completed(), invalid(model.ReasonPhoneLost), doneInSIO), nil, false},
	{model.ListInvalidation, inSIO, "entered by mistake", with(completed(), invalid(model.ReasonPhoneLost), takenBack), nil, false},
	{model.ListInvalidation, inSIO, "one of two is done", with(completed(), invalid(model.ReasonPhoneLost), doneInSIO, invalid(model.ReasonCardLost)), nil, true},
	{model.ListInvalidation, leaving, "of who left, too", with(completed(), leaves("2026-11-01"), invalid(model.ReasonLeft)), nil, true},
	{model.ListInvalidation, inSIO, "nothing was invalidated", completed(), nil, false},
}

// Where the rules are written.
const (
	needSheet       = `Tarnów "podpisują w szkole oświadczenie o nie wyrażeniu sprzeciwu"`
	needApplication = `Chociszew "Złożyć wniosek do dyrektora szkoły o wydanie mLegitymacji"`
	whoSigns        = `DOMAIN §4 "Who signs: parent/legal guardian for a minor, adult pupil alone."`
	noObjection     = `DOMAIN §4 "to a minor if parents did not raise an objection (sprzeciw)"`
	resignation     = `DOMAIN §4 "rezygnacja na piśmie"`
	leaving         = `DOMAIN §6 "odejście ucznia ze szkoły"`
	sendPhoto       = `Mazowszany "jako załącznik zdjęcie legitymacyjne w formacie JPG lub JPEG"`
	keepPhoto       = `Mazowszany "zdjęcie będzie przechowywane przez 30 dni"`
	untilMade       = `Mazowszany "do momentu wygenerowania mLegitymacji"`
	photoStates     = `DOMAIN §10 "brak / oczekuje na akceptację / zaakceptowane / odrzucone"`
	photoRefused    = `DOMAIN §9 "wychowawca or secretary decides"`
	enters          = `Mazowszany "Dane uczniów wprowadza szkoła do Systemu Informacji Oświatowej (SIO)."`
	entered         = `DOMAIN §1b "save + confirm window; entry appears on the "rejestr legitymacji" list"`
	precondition    = `DOMAIN §1b "valid paper (issued ≤ 12.07.2024) or plastic card; nadany PESEL; photo; no objection"`
	needPESEL       = `DOMAIN §9 "mLegitymacja needs PESEL"`
	codeLater       = `Mazowszany "Dostęp do kodu QR pojawi się dopiero po zatwierdzeniu danych w systemie."`
	newPhone        = `DOMAIN §1b "deactivate old app → new code in ZPE"`
	codeOver        = `DOMAIN §9 "ZPE: 10 min, make a new one. Old: invalidate, new code 7/30 days"`
	thirtyDays      = `DOMAIN §1a "30 days from generation, one device"`
	tenMinutes      = `DOMAIN §0 "is valid 10 minutes, and is per-device"`
	credentials     = `DOMAIN §0 "ZPE login + password"`
	adultAlone      = `DOMAIN §4 "(1) to an adult pupil"`
	parentOnly      = `DOMAIN §5 "I–III only parent"`
	yearly          = `DOMAIN §6 "Yearly extension to 30 Sept"`
	signerChanges   = `DOMAIN §4 "Pupil becoming 18 changes the signer."`
	inSIO           = `DOMAIN §6 "Button UNIEWAŻNIJ → powód z listy → save → confirm"`
)

func TestWorklistsFollowTheirSources(t *testing.T) {
	tried := map[model.WorklistID]map[bool]bool{}
	for _, rules := range worklistRules {
		for _, rule := range rules {
			p := needsOne
			p.Photo.RetentionDays = 30
			if rule.school != nil {
				rule.school(&p)
			}
			a := model.Assess(rule.record, p, here)
			if got := model.InWorklist(rule.list, rule.record, a, p, model.DateOf(noon)); got != rule.in {
				t.Errorf("%s, %s: %s: in the list: %v, stage %s, %v", rule.list, rule.says, rule.tried, got, a.Stage, a.Blockers)
			}
			if tried[rule.list] == nil {
				tried[rule.list] = map[bool]bool{}
			}
			tried[rule.list][rule.in] = true
		}
	}
	for _, id := range model.WorklistIDs {
		if !tried[id][true] || !tried[id][false] {
			t.Errorf("%s is not tried both ways", id)
		}
	}
}

// Schools that differ from needsOne.

func applications(p *model.Profile) { p.Policy = model.PolicyApplication }
func objections(p *model.Profile)   { p.Policy = model.PolicyObjection }
func afterIssue(p *model.Profile)   { p.Photo.DeleteAfterIssue = true }
func noRetention(p *model.Profile)  { p.Photo.RetentionDays = 0 }
