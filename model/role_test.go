package model

import "testing"

func TestWhoMayWhat(t *testing.T) {
	for _, test := range []struct {
		role                   Role
		deeds, secrets, manage bool
	}{
		{RoleDesk, true, true, false}, {RoleReader, false, false, false},
		{RoleAdmin, true, true, true}, {RoleDisplay, false, false, false},
	} {
		if test.role.May(RightDeeds) != test.deeds || test.role.May(RightSecrets) != test.secrets || test.role.May(RightManage) != test.manage {
			t.Errorf("%s may something else", test.role)
		}
		if again, ok := ParseRole(test.role.String()); !ok || again != test.role {
			t.Errorf("%s is not read back", test.role)
		}
	}
	if _, ok := ParseRole("boss"); ok {
		t.Error("there is a boss")
	}
}

func TestWhatAReaderSees(t *testing.T) {
	whole := Record{Student: Student{Last: "Żak", PESEL: "14210112345", Document: "AB1"},
		Codes: []Code{{ID: 1, Kind: CodeCredentials, Payload: "p", Second: "s", Login: "l"}}}
	seen := whole.Seen(RoleReader)
	if seen.PESEL != HiddenPESEL || seen.Document != "" || seen.BirthDate() != whole.BirthDate() {
		t.Errorf("seen: %+v", seen.Student)
	}
	if c := seen.Codes[0]; c.Payload != "" || c.Second != "" || c.Login != "" || c.ID != 1 {
		t.Error("a reader sees a code")
	}
	if whole.Codes[0].Payload != "p" || whole.PESEL == HiddenPESEL {
		t.Error("the record itself was changed")
	}
	if all := whole.Seen(RoleDesk); all.PESEL != whole.PESEL || all.Codes[0].Login != "l" {
		t.Error("a desk sees less than all")
	}
	if none := (Record{}).Seen(RoleReader); none.PESEL != "" {
		t.Error("who has no PESEL seems to have one")
	}
}
