package intake

import (
	"bytes"
	"fmt"
	"testing"
	"time"

	"golang.org/x/text/encoding/charmap"

	"okienko/model"
)

// inventedRoster writes n students as a gradebook exports them, in
// Windows-1250. Numbers are valid and invented (ordinal 99x is not needed
// here: sex and check digit are right, the rest counts up).
func inventedRoster(n int) []byte {
	last := []string{"Kowalska", "Żebrowska", "Wiśniewska", "Zając", "Gąsior", "Świątek", "Łuczak", "Nowak-Źrebiec", "Ćwiek", "Mróz"}
	first := []string{"Anna", "Łucja", "Małgorzata", "Zofia", "Żaneta", "Róża", "Hanna", "Bogumiła"}
	var b bytes.Buffer
	b.WriteString("Lp.;Nazwisko;Imię;Drugie imię;PESEL;Data urodzenia;Płeć;Oddział;Numer legitymacji;Data wydania;Data ważności;Obywatelstwo;Rodzaj dokumentu;Numer dokumentu;Nr w księdze uczniów\r\n")
	day := time.Date(2005, 1, 1, 0, 0, 0, 0, time.UTC)
	for i := range n {
		born := day.AddDate(0, 0, i/20)
		number := fmt.Sprintf("%02d%02d%02d%03d%d", born.Year()%100, int(born.Month())+20, born.Day(), i%20, (i%5)*2)
		fmt.Fprintf(&b, "%d;%s;%s;;%s%d;%s;K;%d%c;%d/2024;03.09.2024;30.09.2026;POL;;;%d\r\n", i+1, last[i%len(last)], first[i%len(first)],
			number, checkDigit(number), born.Format("02.01.2006"), 1+i%8, 'a'+i/8%5, 1+i%9999, 1000+i)
	}
	encoded, err := charmap.Windows1250.NewEncoder().Bytes(b.Bytes())
	if err != nil {
		panic(err)
	}
	return encoded
}

func checkDigit(ten string) int {
	sum := 0
	for i, weight := range []int{1, 3, 7, 9, 1, 3, 7, 9, 1, 3} {
		sum += weight * int(ten[i]-'0')
	}
	return (10 - sum%10) % 10
}

var benchDay = model.MustDate(2026, time.November, 22)

func BenchmarkReadRoster100k(b *testing.B) {
	data := inventedRoster(100_000)
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		if _, report := ReadRoster("bench.csv", data, benchDay); report.Outcome != OK || report.Read != 100_000 {
			b.Fatal(report.Outcome, report.Read, report.Refused, report.Problems[:3])
		}
	}
}

func BenchmarkPlanRoster100k(b *testing.B) {
	roster, _ := ReadRoster("bench.csv", inventedRoster(100_000), benchDay)
	known, cards := enrol(roster)
	b.ReportAllocs()
	for b.Loop() {
		if plan := model.PlanRoster(known, cards, roster); plan.Unchanged != len(known) {
			b.Fatal(plan.Unchanged)
		}
	}
}
