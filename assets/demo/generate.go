//go:build ignore

// Generate invents the demo school: roster.csv, as a gradebook would export
// it, and path.csv, which says how far each student is. The same program
// always writes the same files. Run it in this folder: go run generate.go
// names.go paths.go
package main

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"log"
	"math/rand/v2"
	"os"
	"slices"
	"time"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"
)

// schoolYear is the year in which the roster's school year began; the program
// moves all dates to the present one.
const schoolYear = 2026

type student struct {
	last, first, second string
	female              bool
	birth               time.Time
	pesel               string
	class               string
	grade               int // of primary school; secondary goes on from 9
	document            string
	cardNumber          string
	cardIssued          time.Time
	bookNo              int
	parents             []string // full names
	noCard              bool
	path                path
}

func main() {
	rnd := rand.New(rand.NewPCG(7, 2026))
	all := enrol(rnd)
	number(all, rnd)
	setPaths(all, rnd)
	writeRoster("roster.csv", all)
	writePaths("path.csv", all)
}

// classes are those of a zespół szkół: a primary school, a liceum and a
// technikum, so that both rules on who may collect come up.
func classes() (names []string, grades []int) {
	for g := 1; g <= 8; g++ {
		for _, unit := range []string{"a", "b", "c"} {
			names, grades = append(names, fmt.Sprint(g)+unit), append(grades, g)
		}
	}
	for y := 1; y <= 4; y++ {
		names, grades = append(names, fmt.Sprint(y)+"LO"), append(grades, 8+y)
	}
	for y := 1; y <= 5; y++ {
		names, grades = append(names, fmt.Sprint(y)+"T"), append(grades, 8+y)
	}
	return names, grades
}

// enrol fills the classes, in Polish order within each.
func enrol(rnd *rand.Rand) []*student {
	var all []*student
	polish := collate.New(language.Polish)
	names, grades := classes()
	serials := map[string]int{}
	for i, class := range names {
		var group []*student
		for range 17 + i*5%4 {
			group = append(group, invent(rnd, class, grades[i]))
		}
		special(class, group)
		for _, s := range group {
			if s.document == "" {
				s.pesel = pesel(s.birth, s.female, serials)
			}
		}
		slices.SortStableFunc(group, func(a, b *student) int {
			return polish.CompareString(a.last+" "+a.first, b.last+" "+b.first)
		})
		all = append(all, group...)
	}
	return all
}

// invent draws one student of a grade.
func invent(rnd *rand.Rand, class string, grade int) *student {
	s := &student{class: class, grade: grade, female: rnd.IntN(2) == 0}
	if class[len(class)-1] == 'T' {
		s.female = rnd.IntN(4) == 0
	}
	day := rnd.IntN(365) // no 29 February: dates move by whole years
	s.birth = time.Date(schoolYear-6-grade, 1, 1, 0, 0, 0, 0, time.UTC).AddDate(0, 0, day)
	if s.birth.Month() == 2 && s.birth.Day() == 29 {
		s.birth = s.birth.AddDate(0, 0, 1)
	}
	family := surname(rnd)
	s.last = family.of(s.female)
	s.first = firstName(rnd, s.female)
	if rnd.IntN(3) == 0 {
		for s.second == "" || s.second == s.first {
			s.second = firstName(rnd, s.female)
		}
	}
	s.parents = []string{
		pick(rnd, mothers) + " " + family.of(true),
		pick(rnd, fathers) + " " + family.of(false),
	}
	if rnd.IntN(28) == 0 && s.female {
		s.last += "-" + surname(rnd).of(true)
	}
	return s
}

// number gives out numbers in the book of students and on cards. A card is
// issued in the autumn of the first year in the school.
func number(all []*student, rnd *rand.Rand) {
	next := map[int]int{}
	for i, s := range all {
		s.bookNo = 2001 + i
		began := schoolYear - s.grade + 1
		if s.grade > 8 {
			began = schoolYear - s.grade + 9
		}
		next[began] += 1 + rnd.IntN(3)
		s.cardNumber = fmt.Sprintf("%d/%d", next[began], began)
		s.cardIssued = time.Date(began, 9, 4+rnd.IntN(20), 0, 0, 0, 0, time.UTC)
	}
}

// pesel makes a number with a right check digit whose serial begins with 99,
// so that it is plainly invented.
func pesel(birth time.Time, female bool, serials map[string]int) string {
	month := int(birth.Month()) + 20 // born after 2000
	day := fmt.Sprintf("%02d%02d%02d99", birth.Year()%100, month, birth.Day())
	key := day + fmt.Sprint(female)
	n := serials[key]
	serials[key]++
	sex := 1
	if female {
		sex = 0
	}
	digits := day + fmt.Sprint(n%10) + fmt.Sprint((n/10*2+sex)%10)
	sum := 0
	for i, w := range []int{1, 3, 7, 9, 1, 3, 7, 9, 1, 3} {
		sum += w * int(digits[i]-'0')
	}
	return digits + fmt.Sprint((10-sum%10)%10)
}

func writeRoster(file string, all []*student) {
	rows := [][]string{{"Lp.", "Nazwisko", "Imię", "Drugie imię", "PESEL", "Data urodzenia", "Płeć", "Oddział",
		"Numer legitymacji", "Data wydania", "Data ważności", "Obywatelstwo", "Rodzaj dokumentu", "Numer dokumentu",
		"Nr w księdze uczniów"}}
	const polishDay = "02.01.2006"
	for i, s := range all {
		sex, citizen, document := "M", "POL", ""
		if s.female {
			sex = "K"
		}
		if s.document != "" {
			citizen, document = "UKR", "paszport"
		}
		card := []string{s.cardNumber, s.cardIssued.Format(polishDay), fmt.Sprintf("30.09.%d", schoolYear+1)}
		if s.noCard {
			card = []string{"", "", ""}
		}
		row := []string{fmt.Sprint(i + 1), s.last, s.first, s.second, s.pesel, s.birth.Format(polishDay), sex, s.class}
		row = append(row, card...)
		rows = append(rows, append(row, citizen, document, s.document, fmt.Sprint(s.bookNo)))
	}
	write(file, rows)
}

func write(file string, rows [][]string) {
	var out bytes.Buffer
	w := csv.NewWriter(&out)
	w.Comma = ';'
	if err := w.WriteAll(rows); err != nil {
		log.Fatal(err)
	}
	if err := os.WriteFile(file, out.Bytes(), 0o644); err != nil {
		log.Fatal(err)
	}
}
