//go:build ignore

package main

import (
	"fmt"
	"math/rand/v2"
	"strings"
)

// path is how far a student is. Days and minutes count back from the moment
// the demo is opened; -1 is "not".
type path struct {
	card       string // "valid", "expired", "invalidated", "" none
	statement  string // a kind, "" none
	signer     string // "family": the parent, or the student if adult that day; "parent": wrongly so
	signerName string
	signed     int
	portrait   string // "accepted", "refused", "" none
	decided    int
	registered int
	code       string // a kind, "" none
	payload    string
	second     string
	login      string
	age        int    // minutes
	handedTo   string // "student", "parent", "" not
	handed     int    // days
	left       int    // days
}

// plan is one situation and how many students are in it.
type plan struct {
	count int
	set   func(s *student, rnd *rand.Rand)
}

// plans make a school in the middle of its autumn. Students beyond their
// number begin from the top of the shuffled deck again.
func plans() []plan {
	return []plan{
		// Stopped by an objection, now and then after the code came.
		{14, func(s *student, rnd *rand.Rand) { blank(s, rnd); s.object(rnd) }},
		{3, func(s *student, rnd *rand.Rand) { ready(s, rnd, "sio", 60*24*3); s.object(rnd) }},
		// Something is missing before SIO.
		{34, func(s *student, rnd *rand.Rand) { blank(s, rnd) }},
		{32, func(s *student, rnd *rand.Rand) { complete(s, rnd); s.path.statement = "" }},
		{30, func(s *student, rnd *rand.Rand) { complete(s, rnd); s.path.portrait = "" }},
		{24, func(s *student, rnd *rand.Rand) { complete(s, rnd); s.path.portrait = "refused" }},
		{8, func(s *student, rnd *rand.Rand) { complete(s, rnd); s.path.card, s.noCard = "", true }},
		{8, func(s *student, rnd *rand.Rand) { complete(s, rnd); s.path.card = "expired" }},
		{3, func(s *student, rnd *rand.Rand) { complete(s, rnd); s.path.card = "invalidated" }},
		{3, func(s *student, rnd *rand.Rand) { complete(s, rnd); s.path.statement = "withdrawal" }},
		// May be registered; registered, without a code that works.
		{60, complete},
		{40, registered},
		{12, func(s *student, rnd *rand.Rand) { ready(s, rnd, "sio", 60*24*(31+rnd.IntN(20))) }},
		{5, func(s *student, rnd *rand.Rand) { ready(s, rnd, "legacy", 60*24*(31+rnd.IntN(9))) }},
		{4, func(s *student, rnd *rand.Rand) { ready(s, rnd, "zpe", 15+rnd.IntN(600)) }},
		// A code in hand that may not be given.
		{9, func(s *student, rnd *rand.Rand) { ready(s, rnd, "sio", 60*24*4); s.path.card = "expired" }},
		{5, func(s *student, rnd *rand.Rand) { ready(s, rnd, "legacy", 60*24*5); s.path.statement = "" }},
		{2, func(s *student, rnd *rand.Rand) { ready(s, rnd, "sio", 60*24*6); s.path.card = "invalidated" }},
		// To be handed over today; some in the last hours, a few in the last minutes.
		{80, func(s *student, rnd *rand.Rand) { ready(s, rnd, "sio", 60*(20+rnd.IntN(600))) }},
		{7, func(s *student, rnd *rand.Rand) { ready(s, rnd, "sio", 60*720-30-rnd.IntN(300)) }},
		{30, func(s *student, rnd *rand.Rand) { ready(s, rnd, "legacy", 60*(20+rnd.IntN(600))) }},
		{42, func(s *student, rnd *rand.Rand) { ready(s, rnd, "credentials", 60*24*(2+rnd.IntN(60))) }},
		{5, func(s *student, rnd *rand.Rand) { ready(s, rnd, "zpe", 1+rnd.IntN(3)) }},
		// Handed over.
		{74, func(s *student, rnd *rand.Rand) { handedOver(s, rnd, "sio") }},
		{20, func(s *student, rnd *rand.Rand) { handedOver(s, rnd, "legacy") }},
		{22, func(s *student, rnd *rand.Rand) { handedOver(s, rnd, "credentials") }},
		{4, func(s *student, rnd *rand.Rand) { handedOver(s, rnd, "zpe") }},
		// Left the school.
		{6, func(s *student, rnd *rand.Rand) { complete(s, rnd); s.path.left = 3 + rnd.IntN(40) }},
	}
}

// setPaths deals the plans out over the school.
func setPaths(all []*student, rnd *rand.Rand) {
	var deck []func(*student, *rand.Rand)
	for _, p := range plans() {
		for range p.count {
			deck = append(deck, p.set)
		}
	}
	rnd.Shuffle(len(deck), func(i, j int) { deck[i], deck[j] = deck[j], deck[i] })
	next := 0
	for _, s := range all {
		switch {
		case s.document != "":
			complete(s, rnd)
		case s.class == "5T" && s.bookNo%6 == 0: // grown up, and the mother signed again
			complete(s, rnd)
			s.path.signer, s.path.signerName = "parent", s.parents[0]
		default:
			deck[next%len(deck)](s, rnd)
			next++
		}
	}
	if next < len(deck) {
		panic(fmt.Sprintf("%d plans for %d students", len(deck), next))
	}
}

func (s *student) sign(rnd *rand.Rand) {
	kind := "non_objection"
	if rnd.IntN(4) == 0 {
		kind = "application"
	}
	s.path.statement, s.path.signer, s.path.signed = kind, "family", 12+rnd.IntN(60)
	s.path.signerName = s.parents[rnd.IntN(5)/4] // mothers come four times as often
}

func (s *student) object(rnd *rand.Rand) {
	s.sign(rnd)
	s.path.statement, s.path.signed = "objection", 1+rnd.IntN(10)
}

// blank has a card and no more.
func blank(s *student, _ *rand.Rand) {
	s.path = path{card: "valid", registered: -1, left: -1}
}

// complete may be registered in SIO.
func complete(s *student, rnd *rand.Rand) {
	blank(s, rnd)
	s.sign(rnd)
	s.path.portrait, s.path.decided = "accepted", 5+rnd.IntN(25)
}

func registered(s *student, rnd *rand.Rand) {
	complete(s, rnd)
	s.path.registered = 1 + rnd.IntN(4)
}

// ready has a code of an age in minutes.
func ready(s *student, rnd *rand.Rand, kind string, age int) {
	complete(s, rnd)
	s.path.registered = age/1440 + 1
	s.path.code, s.path.age = kind, age
	s.invent(rnd)
}

// handedOver was handed a code some school days ago. The code is five days
// older, so that it was there even if a weekend moves the day back.
func handedOver(s *student, rnd *rand.Rand, kind string) {
	days := 1 + rnd.IntN(20)
	ready(s, rnd, kind, 60*24*(days+5))
	s.path.handed, s.path.handedTo = days, "student"
	if s.grade <= 3 || s.grade <= 8 && rnd.IntN(3) == 0 {
		s.path.handedTo = "parent"
	}
}

// invent makes the code itself. Nobody has published what real ones look
// like; these have the lengths that are known or likely.
func (s *student) invent(rnd *rand.Rand) {
	hex := letters(rnd, "0123456789abcdef", 32)
	switch s.path.code {
	case "sio":
		s.path.payload = hex[:8] + "-" + hex[8:12] + "-" + hex[12:16] + "-" + hex[16:20] + "-" + hex[20:]
		if rnd.IntN(3) == 0 {
			s.path.payload = "https://mleg.example.invalid/a/" + letters(rnd, base64url, 12+rnd.IntN(18))
		}
	case "zpe":
		s.path.payload = hex
	case "legacy":
		s.path.payload = letters(rnd, base64url, 40+rnd.IntN(16))
		s.path.second = letters(rnd, alike, 8)
	case "credentials":
		s.path.login = strings.ToLower(letters(rnd, "abcdefghijkmnoprstuwz", 3)) + fmt.Sprint(s.bookNo) + ".zslipy"
		s.path.second = letters(rnd, alike, 10)
	}
}

const (
	base64url = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
	// alike is rich in what is easily mistaken when read off a screen.
	alike = "0O1lI8B5S2ZACDEFGHJKLMNPQRTabcdefghkmnprstwxyz34679"
)

func letters(rnd *rand.Rand, from string, n int) string {
	var b strings.Builder
	for range n {
		b.WriteByte(from[rnd.IntN(len(from))])
	}
	return b.String()
}

func writePaths(file string, all []*student) {
	rows := [][]string{{"book_no", "card", "statement", "signer", "signer_name", "signed_days", "portrait",
		"portrait_days", "registered_days", "code", "payload", "second", "login", "age_minutes",
		"handed_to", "handed_days", "left_days"}}
	for _, s := range all {
		p := s.path
		if p.statement == "" {
			p.signer, p.signerName, p.signed = "", "", 0
		}
		if p.portrait == "" {
			p.decided = 0
		}
		rows = append(rows, []string{fmt.Sprint(s.bookNo), p.card, p.statement, p.signer, p.signerName,
			fmt.Sprint(p.signed), p.portrait, fmt.Sprint(p.decided), fmt.Sprint(p.registered), p.code, p.payload,
			p.second, p.login, fmt.Sprint(p.age), p.handedTo, fmt.Sprint(p.handed), fmt.Sprint(p.left)})
	}
	write(file, rows)
}
