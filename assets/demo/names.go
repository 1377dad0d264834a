//go:build ignore

package main

import (
	"math/rand/v2"
	"strings"
)

// family is a surname in both forms.
type family struct{ male, female string }

func (f family) of(female bool) string {
	if female {
		return f.female
	}
	return f.male
}

// surnames in the order of their frequency in Poland, roughly; the earlier
// ones are drawn more often.
var surnames = strings.Fields(`
Nowak Kowalski Wiśniewski Wójcik Kowalczyk Kamiński Lewandowski Zieliński Szymański Woźniak
Dąbrowski Kozłowski Mazur Jankowski Kwiatkowski Wojciechowski Krawczyk Kaczmarek Piotrowski Grabowski
Pawłowski Michalski Król Zając Wieczorek Jabłoński Wróbel Nowakowski Majewski Olszewski
Stępień Malinowski Jaworski Adamczyk Dudek Nowicki Pawlak Górski Witkowski Sikora
Walczak Baran Rutkowski Michalak Szewczyk Ostrowski Tomaszewski Pietrzak Zalewski Wróblewski
Marciniak Jasiński Sadowski Bąk Zawadzki Duda Jakubowski Wilk Chmielewski Borkowski
Włodarczyk Sokołowski Szczepański Sawicki Kucharski Lis Kubiak Kalinowski Mazurek Maciejewski
Kołodziej Wysocki Kaźmierczak Czarnecki Sobczak Andrzejewski Konieczny Głowacki Urban Cieślak
Zakrzewski Wasilewski Krajewski Gajewski Kozak Ziółkowski Szulc Mróz Brzeziński Laskowski
Gąsior Ćwikła Śliwa Żak Źrebiec Łuczak Ząbek Gołąb Świątek Węgrzyn
Ćwiek Ósmiałowski Łoś Żyła Świerszcz Dzięcioł Kępa Nędza Pająk Rząsa`)

// surname draws one, small ranks more often.
func surname(rnd *rand.Rand) family {
	male := surnames[rank(rnd, 40, len(surnames))]
	female := male
	for _, end := range []string{"ski", "cki", "dzki"} {
		if strings.HasSuffix(male, end) {
			female = male[:len(male)-1] + "a"
		}
	}
	if male == "Konieczny" {
		female = "Konieczna"
	}
	return family{male, female}
}

var (
	girls = strings.Fields(`Zuzanna Julia Zofia Maja Hanna Lena Alicja Oliwia Maria Laura Aleksandra Amelia Emilia
Wiktoria Antonina Pola Gabriela Natalia Anna Nadia Lilianna Helena Michalina Jagoda Nikola Łucja Martyna Kornelia
Marcelina Róża Kaja Milena Iga Klara Małgorzata Kinga Bianka Barbara Dobrochna Żaneta Święcisława`)
	boys = strings.Fields(`Antoni Jakub Jan Szymon Franciszek Aleksander Filip Mikołaj Wojciech Kacper Adam Michał
Stanisław Marcel Leon Wiktor Piotr Igor Nikodem Ignacy Tymon Maksymilian Oliwier Bartosz Dawid Mateusz Krzysztof
Tomasz Karol Gabriel Hubert Oskar Fabian Patryk Łukasz Jędrzej Błażej Bogumił Sławomir Żegota`)
	mothers = strings.Fields(`Anna Katarzyna Agnieszka Małgorzata Magdalena Joanna Monika Aleksandra Karolina Marta
Justyna Ewelina Paulina Sylwia Beata Dorota Iwona Edyta Kamila Żaneta`)
	fathers = strings.Fields(`Piotr Krzysztof Tomasz Paweł Marcin Michał Łukasz Grzegorz Mariusz Rafał Robert Sebastian
Artur Sławomir Kamil Dariusz Wojciech Błażej Radosław Zbigniew`)
)

func firstName(rnd *rand.Rand, female bool) string {
	names := boys
	if female {
		names = girls
	}
	return names[rank(rnd, 15, len(names))]
}

// rank draws an index below n, small ones more often, in the mean about mean.
func rank(rnd *rand.Rand, mean float64, n int) int {
	for {
		if i := int(rnd.ExpFloat64() * mean); i < n {
			return i
		}
	}
}

func pick(rnd *rand.Rand, from []string) string { return from[rnd.IntN(len(from))] }

// rename makes a student somebody in particular.
func (s *student) rename(first, last string, female bool, parents ...string) {
	s.first, s.last, s.second, s.female = first, last, "", female
	if len(parents) > 0 {
		s.parents = parents
	}
}

// special puts into a class what a desk gets wrong most easily: namesakes,
// twins, long double names, and students from Ukraine, most of them without
// a PESEL.
func special(class string, group []*student) {
	switch class {
	case "1b": // twins of the same sex
		group[0].rename("Zofia", "Źrebiec", true, "Ewelina Źrebiec", "Rafał Źrebiec")
		group[1].rename("Zuzanna", "Źrebiec", true, "Ewelina Źrebiec", "Rafał Źrebiec")
		group[1].birth = group[0].birth
	case "3a": // twins, a girl and a boy
		group[0].rename("Łucja", "Wiśniewska", true, "Marta Wiśniewska", "Paweł Wiśniewski")
		group[1].rename("Łukasz", "Wiśniewski", false, "Marta Wiśniewska", "Paweł Wiśniewski")
		group[1].birth = group[0].birth
	case "4a": // namesakes in one class
		group[0].rename("Anna", "Nowak", true, "Joanna Nowak", "Piotr Nowak")
		group[1].rename("Anna", "Nowak", true, "Beata Nowak", "Kamil Nowak")
		group[0].second, group[1].second = "Maria", "Zofia"
	case "4c", "8a": // the same name again in other classes
		group[0].rename("Anna", "Nowak", true, "Iwona Nowak", "Robert Nowak")
	case "5b", "7c":
		group[0].rename("Jan", "Kowalski", false, "Katarzyna Kowalska", "Michał Kowalski")
	case "6b": // the longest name in the school
		group[0].rename("Święcisława", "Brzęczyszczykiewicz-Grzegżółkowska", true,
			"Małgorzata Brzęczyszczykiewicz", "Zbigniew Grzegżółkowski")
		group[0].second = "Konstancja Aleksandra"
	case "2LO":
		group[0].rename("Maksymilian", "Szczepański-Wójcik", false, "Sylwia Wójcik", "Artur Szczepański")
	}
	for _, u := range []struct {
		class, first, last string
		female, numbered   bool
		mother             string
	}{
		{"1a", "Sofiia", "Kovalenko", true, false, "Olena Kovalenko"},
		{"2b", "Maksym", "Shevchenko", false, false, "Iryna Shevchenko"},
		{"2c", "Daryna", "Bondarenko", true, true, "Tetiana Bondarenko"},
		{"3c", "Artem", "Tkachenko", false, false, "Nataliia Tkachenko"},
		{"4b", "Polina", "Kravchuk", true, true, "Oksana Kravchuk"},
		{"5a", "Danylo", "Oliinyk", false, false, "Yuliia Oliinyk"},
		{"5c", "Anhelina", "Lysenko", true, true, "Svitlana Lysenko"},
		{"6a", "Nazar", "Marchenko", false, false, "Halyna Marchenko"},
		{"7a", "Veronika", "Savchuk", true, false, "Liudmyla Savchuk"},
		{"8b", "Yaroslav", "Petrenko", false, true, "Mariia Petrenko"},
		{"1LO", "Zlata", "Hryhorenko", true, false, "Viktoriia Hryhorenko"},
		{"2T", "Bohdan", "Melnychuk", false, true, "Liubov Melnychuk"},
		{"5T", "Ivan", "Shcherbak", false, false, "Nadiia Shcherbak"},
	} {
		if u.class != class {
			continue
		}
		s := group[2]
		s.rename(u.first, u.last, u.female, u.mother, u.mother)
		if !u.numbered {
			s.document = "ZZ" + s.birth.Format("060102")
		}
	}
}
