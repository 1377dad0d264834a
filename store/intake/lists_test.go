package intake

import (
	"strings"
	"testing"
	"time"

	gocmp "github.com/google/go-cmp/cmp"

	"okienko/model"
)

func TestReadStatements(t *testing.T) {
	rows, report := ReadStatements("sheets.csv", sample(t, "statements.csv"), sampleDay)
	want := []model.StatementRow{
		{Line: 2, Who: model.Who{PESEL: "14212699123"}, Kind: model.NonObjection,
			Signed: model.MustDate(2026, time.September, 3), SignerName: "Ewa Łuczak", Signer: model.SignedByParent, Place: "segregator 4a"},
		{Line: 4, Who: model.Who{Full: "Zając Jan", Class: model.Class{Grade: 4, Unit: "a"}}, Kind: model.Objection,
			Signed: model.MustDate(2026, time.September, 7), SignerName: "Adam Zając"},
	}
	if diff := gocmp.Diff(want, rows); diff != "" {
		t.Error(diff)
	}
	if got := asCorpus(report.Problems); !gocmp.Equal(got, []string{"3:kind_unknown"}) || report.Read != 3 || report.Refused != 1 {
		t.Errorf("%v, %+v", got, report)
	}
	if _, report := ReadStatements("x.csv", []byte("PESEL;Rodzaj\n14212699123;wniosek\n"), sampleDay); report.Outcome != Refused {
		t.Errorf("a list without dates: %+v", report)
	}
}

func TestReadCodes(t *testing.T) {
	zone := time.FixedZone("Polska", 2*3600)
	rows, report := ReadCodes("codes.csv", sample(t, "codes.csv"), CodeOptions{Zone: zone, Today: sampleDay})
	want := []model.CodeRow{
		{Line: 2, Who: model.Who{PESEL: "14212699123"}, Kind: model.CodeSIO, Payload: "3f2b8c1e-0000-4000-8000-00000000abcd",
			Generated: time.Date(2026, 11, 20, 10, 15, 0, 0, zone), Until: time.Date(2026, 12, 1, 0, 0, 0, 0, zone)},
		{Line: 3, Who: model.Who{PESEL: "15290299085"}, Kind: model.CodeLegacy, Payload: ` {"a";"b"} `, Second: "0O1lI"},
		{Line: 4, Who: model.Who{PESEL: "12282799918"}, Kind: model.CodeCredentials, Second: "zażółć =1", Login: "+jan.z"},
	}
	if diff := gocmp.Diff(want, rows, gocmp.Comparer(func(a, b time.Time) bool { return a.Equal(b) })); diff != "" {
		t.Error(diff)
	}
	if got := asCorpus(report.Problems); !gocmp.Equal(got, []string{"5:kind_missing", "6:who_missing"}) || report.Refused != 2 {
		t.Errorf("%v, %+v", got, report)
	}
	for _, p := range report.Problems {
		if strings.Contains(p.Detail, "tajny") {
			t.Errorf("a code in the detail of %s", p.ID)
		}
	}
}

// The columns of the report on access to ZPE, without a column for the kind.
func TestReadAccessReport(t *testing.T) {
	rows, report := ReadCodes("zpe.csv", []byte("Uczeń;Klasa;Nazwa użytkownika;Hasło\nAnna Łuczak;4a;anna.l;Abc 123\n"), CodeOptions{Today: sampleDay})
	if report.Outcome != OK || len(rows) != 1 || rows[0].Kind != model.CodeCredentials || rows[0].Second != "Abc 123" {
		t.Errorf("%+v, %+v", report, rows)
	}
}

// "Kod aktywacyjny" alone is the code; beside the text of a QR it is the
// second secret.
func TestActivationCodeColumn(t *testing.T) {
	alone, _ := ReadCodes("a.csv", []byte("PESEL;Rodzaj;Kod aktywacyjny\n14212699123;sio;ABC\n"), CodeOptions{Today: sampleDay})
	beside, _ := ReadCodes("b.csv", []byte("PESEL;Rodzaj;QR;Kod aktywacyjny\n14212699123;stary;QRTEXT;ABC\n"), CodeOptions{Today: sampleDay})
	if len(alone) != 1 || alone[0].Payload != "ABC" || len(beside) != 1 || beside[0].Payload != "QRTEXT" || beside[0].Second != "ABC" {
		t.Errorf("%+v, %+v", alone, beside)
	}
}

func TestPayloadByteForByte(t *testing.T) {
	for _, payload := range []string{" a ", "'x", "=1+1", `"`, `a""b`, "ą\u0301é", "x\u200by", "HTTPS://X/?a=b;c,d"} {
		quoted := `"` + strings.ReplaceAll(payload, `"`, `""`) + `"`
		rows, report := ReadCodes("c.csv", []byte("PESEL;Rodzaj;Kod\n14212699123;sio;"+quoted+"\n"), CodeOptions{Today: sampleDay})
		if len(rows) != 1 || rows[0].Payload.Reveal() != payload {
			t.Errorf("%q: %v", payload, report.Problems)
		}
	}
}
