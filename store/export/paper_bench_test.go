package export_test

import (
	"fmt"
	"path/filepath"
	"testing"
	"time"

	"okienko/model"
	"okienko/store/export"
)

// large is a school of 10,000 students, each of whom collected.
func large() []model.Record {
	all := make([]model.Record, 10_000)
	for i := range all {
		day := time.Date(2026, 9, 1, 8, 0, i, 0, time.UTC)
		all[i] = model.Record{
			Student: model.Student{ID: model.StudentID(i + 1), Last: fmt.Sprintf("Żółtowska-Ćwiklińska %c", 'A'+i%26), First: "Święcisława",
				PESEL: "05302205483", Class: model.Class{Grade: 1 + i%8, Unit: string(rune('a' + i%20))}},
			Cards: []model.Card{{ID: int64(i + 1), Number: fmt.Sprintf("%d/2026", i+1), Issued: model.MustDate(2026, 9, 1), State: model.CardValid}},
			Handovers: []model.Handover{{ID: int64(i + 1), Kind: model.CodeSIO, To: model.ToParent, ToName: "Święcisław Żółtowski", At: day,
				Operator: "sekretariat"}},
		}
	}
	return all
}

// BenchmarkRegisterAsPDF is the register of a large school on paper.
func BenchmarkRegisterAsPDF(b *testing.B) {
	records, folder := large(), b.TempDir()
	w := words
	w.ClassName = model.Class.String
	v := export.View{Profile: model.Profile{School: "Szkoła"}, Viewpoint: model.Viewpoint{Now: time.Date(2026, 11, 22, 8, 0, 0, 0, time.UTC)}}
	for b.Loop() {
		sheet := export.Register(records, time.UTC, w, model.Class{}).Printed(v, export.PageWords{Page: func(page, of int) string { return fmt.Sprint(page, of) }})
		if err := export.Write(filepath.Join(folder, "x.pdf"), sheet, true); err != nil {
			b.Fatal(err)
		}
	}
}
