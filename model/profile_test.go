package model_test

import (
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"okienko/assets"
	"okienko/model"
)

func parsed(t *testing.T, text string) model.Profile {
	t.Helper()
	p, err := model.ParseProfile("school.toml", []byte(text))
	if err != nil {
		t.Fatalf("ParseProfile: %v", err)
	}
	return p
}

func TestAnEmptyProfileIsTheDefault(t *testing.T) {
	p := parsed(t, "")
	if p.Policy != model.PolicyObjection {
		t.Errorf("policy %q: the statute issues unless objected", p.Policy)
	}
	if p.Zone().String() != "Europe/Warsaw" {
		t.Errorf("zone %v", p.Zone())
	}
	if p.BlankAfter != 90*time.Second {
		t.Errorf("blank after %v", p.BlankAfter)
	}
	if diff := cmp.Diff([]string{"pl", "uk", "en"}, p.Languages); diff != "" {
		t.Error(diff)
	}
	if p.Backup.Keep != 14 || p.Backup.Folder != "" {
		t.Errorf("backup %+v", p.Backup)
	}
	if p.Cards != (model.CardRules{ExtendedTo: model.YearDay{Month: time.September, Day: 30}, WarnDays: 30}) { // DOMAIN §6
		t.Errorf("cards %+v", p.Cards)
	}
	if diff := cmp.Diff(model.PhotoRules{}, p.Photo); diff != "" {
		t.Error(diff)
	}
	want := map[model.CodeKind]model.CodeRule{
		model.CodeSIO:         {},
		model.CodeZPE:         {ValidFor: 10 * time.Minute, Uses: 1}, // DOMAIN §0.1
		model.CodeLegacy:      {ValidFor: 720 * time.Hour, Uses: 1},  // DOMAIN §1a
		model.CodeCredentials: {},
	}
	if diff := cmp.Diff(want, p.Codes); diff != "" {
		t.Error(diff)
	}
}

func TestAFullProfile(t *testing.T) {
	p := parsed(t, `
[school]
name = "Zespół Szkół \"Na Skarpie\""
address = "ul. Zmyślona 1, 00-000 Nigdzie"
timezone = "Europe/Kyiv"
[statements]
policy = "application"
[photo]
formats = ["jpeg", "png"]
min = "480x600"
max = "1440x1800"
ratio = "4:5"
max_bytes = "2.5 MB"
retention_days = 14
delete_after_issue = true
[pickup]
parent_only_up_to_grade = 3
[codes.sio]
valid_for = "168h"
uses = 5
[codes.zpe]
valid_for = "5m"
[codes.legacy]
valid_for = "never"
uses = 0
[students]
languages = ["uk", "pl"]
[desk]
blank_after = "30s"
lock_after = "20m"
[backup]
keep = 30
folder = "/mnt/kopie"
[cards]
extended_to = "15.10"
extension_needs_code = true
warn_days = 7
[invalidation]
overdue_days = 2
late_objection = "keep"
[sio]
byte_order_mark = true
`)
	zone, _ := time.LoadLocation("Europe/Kyiv")
	want := model.Profile{
		School: `Zespół Szkół "Na Skarpie"`, Address: "ul. Zmyślona 1, 00-000 Nigdzie",
		Policy: model.PolicyApplication,
		Photo: model.PhotoRules{Formats: []string{"jpeg", "png"}, MinWidth: 480, MinHeight: 600,
			MaxWidth: 1440, MaxHeight: 1800, RatioWidth: 4, RatioHeight: 5,
			MaxBytes: 2_621_440, RetentionDays: 14, DeleteAfterIssue: true},
		ParentOnlyUpToGrade: 3,
		Codes: map[model.CodeKind]model.CodeRule{
			model.CodeSIO:         {ValidFor: 168 * time.Hour, Uses: 5},
			model.CodeZPE:         {ValidFor: 5 * time.Minute, Uses: 1}, // uses: as the kind has it
			model.CodeLegacy:      {},
			model.CodeCredentials: {},
		},
		Languages:  []string{"uk", "pl"},
		BlankAfter: 30 * time.Second, LockAfter: 20 * time.Minute,
		Backup:       model.BackupRules{Keep: 30, Folder: "/mnt/kopie"},
		Cards:        model.CardRules{ExtendedTo: model.YearDay{Month: time.October, Day: 15}, WarnDays: 7, NewCode: true},
		Invalidation: model.InvalidationRules{OverdueDays: 2, KeepObjection: true},
		SIO:          model.SIORules{Mark: true},
	}
	if p.Location.String() != zone.String() {
		t.Errorf("zone %v", p.Location)
	}
	p.Location = nil
	if diff := cmp.Diff(want, p); diff != "" {
		t.Error(diff)
	}
}

func TestSizesOfFiles(t *testing.T) {
	for text, want := range map[string]int64{
		`"1 MB"`: 1_048_576, `"1MB"`: 1_048_576, `"1 mb"`: 1_048_576, `"5 MB"`: 5_242_880,
		`"2.5 MB"`: 2_621_440, `"2,5 MB"`: 2_621_440, `"500 KB"`: 512_000, `"75 kB"`: 76_800,
		`"4096"`: 4096, `"4096 B"`: 4096, `4096`: 4096,
	} {
		if got := parsed(t, "[photo]\nmax_bytes = "+text).Photo.MaxBytes; got != want {
			t.Errorf("%s is %d bytes, want %d", text, got, want)
		}
	}
}

// Each fault, with its line, its key and what is allowed instead.
func TestProfileErrors(t *testing.T) {
	tests := []struct {
		name, text string
		want       model.ProfileError
	}{
		{"unknown table", "[school]\nname = \"a\"\n\n[phto]\nmin = \"1x1\"\n",
			model.ProfileError{Line: 4, Key: "phto", Kind: model.ProfileUnknownKey,
				Allowed: []string{"school", "statements", "photo", "pickup", "codes", "students", "desk", "backup", "retention", "cards", "invalidation", "sio"}}},
		{"unknown key", "[photo]\n# a remark\nmin = \"480x600\"\nmaks = \"1x1\"\n",
			model.ProfileError{Line: 4, Key: "photo.maks", Kind: model.ProfileUnknownKey,
				Allowed: []string{"formats", "min", "max", "ratio", "max_bytes", "retention_days", "delete_after_issue"}}},
		{"unknown kind of code", "[codes.sio]\nuses = 1\n[codes.usos]\nuses = 1\n",
			model.ProfileError{Line: 3, Key: "codes.usos", Kind: model.ProfileUnknownKey,
				Allowed: []string{"sio", "zpe", "legacy", "credentials"}}},
		{"unknown key in a dotted spelling", "school.name = \"a\"\nfoo.bar = 1\n",
			model.ProfileError{Line: 2, Key: "foo", Kind: model.ProfileUnknownKey,
				Allowed: []string{"school", "statements", "photo", "pickup", "codes", "students", "desk", "backup", "retention", "cards", "invalidation", "sio"}}},
		{"key in capitals", "[school]\nName = \"a\"\n",
			model.ProfileError{Line: 2, Key: "school.Name", Kind: model.ProfileUnknownKey,
				Allowed: []string{"name", "address", "timezone"}}},
		{"value for a table", "\nphoto = \"480x600\"\n",
			model.ProfileError{Line: 2, Key: "photo", Kind: model.ProfileNotTable, Got: "480x600"}},
		{"list of tables", "[[photo]]\nmin = \"480x600\"\n",
			model.ProfileError{Line: 1, Key: "photo", Kind: model.ProfileNotTable, Got: "[…]"}},
		{"name not a text", "[school]\nname = 9\n",
			model.ProfileError{Line: 2, Key: "school.name", Kind: model.ProfileNotText, Got: "9", Allowed: []string{"200"}}},
		{"name with an escape sequence", "[school]\nname = \"a\\u001B[2J\"\n",
			model.ProfileError{Line: 2, Key: "school.name", Kind: model.ProfileNotText, Got: "a\uFFFD[2J", Allowed: []string{"200"}}},
		{"unknown zone", "[school]\nname = \"\"\ntimezone = \"Europe/Radom\"\n",
			model.ProfileError{Line: 3, Key: "school.timezone", Kind: model.ProfileNotZone, Got: "Europe/Radom"}},
		{"the zone of the machine", "[school]\ntimezone = \"Local\"\n",
			model.ProfileError{Line: 2, Key: "school.timezone", Kind: model.ProfileNotZone, Got: "Local"}},
		{"unknown policy", "\n\n[statements]\n\npolicy = \"consent\"\n",
			model.ProfileError{Line: 5, Key: "statements.policy", Kind: model.ProfileNotOneOf, Got: "consent",
				Allowed: []string{"objection", "statement", "application"}}},
		{"formats not a list", "[photo]\nformats = \"jpeg\"\n",
			model.ProfileError{Line: 2, Key: "photo.formats", Kind: model.ProfileNotList, Got: "jpeg", Allowed: []string{"jpeg", "png"}}},
		{"no format", "[photo]\nformats = []\n",
			model.ProfileError{Line: 2, Key: "photo.formats", Kind: model.ProfileNotList, Got: "[]", Allowed: []string{"jpeg", "png"}}},
		{"unknown format", "[photo]\nformats = [\"jpeg\", \"heic\"]\n",
			model.ProfileError{Line: 2, Key: "photo.formats", Kind: model.ProfileNotOneOf, Got: "heic", Allowed: []string{"jpeg", "png"}}},
		{"size without x", "[photo]\nmin = \"480\"\n",
			model.ProfileError{Line: 2, Key: "photo.min", Kind: model.ProfileNotSize, Got: "480", Allowed: []string{"20000"}}},
		{"size with a sign", "[photo]\nmin = \"+480x600\"\n",
			model.ProfileError{Line: 2, Key: "photo.min", Kind: model.ProfileNotSize, Got: "+480x600", Allowed: []string{"20000"}}},
		{"size of nothing", "[photo]\nmax = \"0x600\"\n",
			model.ProfileError{Line: 2, Key: "photo.max", Kind: model.ProfileNotSize, Got: "0x600", Allowed: []string{"20000"}}},
		{"ratio as a number", "[photo]\nratio = 0.8\n",
			model.ProfileError{Line: 2, Key: "photo.ratio", Kind: model.ProfileNotRatio, Got: "0.8", Allowed: []string{"1000"}}},
		{"bytes in words", "[photo]\nmax_bytes = \"one MB\"\n",
			model.ProfileError{Line: 2, Key: "photo.max_bytes", Kind: model.ProfileNotBytes, Got: "one MB", Allowed: []string{"1 KB", "1024 MB"}}},
		{"bytes without the unit", "[photo]\nmax_bytes = 5\n",
			model.ProfileError{Line: 2, Key: "photo.max_bytes", Kind: model.ProfileNotBytes, Got: "5", Allowed: []string{"1 KB", "1024 MB"}}},
		{"endless bytes", "[photo]\nmax_bytes = \"inf MB\"\n",
			model.ProfileError{Line: 2, Key: "photo.max_bytes", Kind: model.ProfileNotBytes, Got: "inf MB", Allowed: []string{"1 KB", "1024 MB"}}},
		{"negative retention", "[photo]\nretention_days = -1\n",
			model.ProfileError{Line: 2, Key: "photo.retention_days", Kind: model.ProfileNotNumber, Got: "-1", Allowed: []string{"1", "3650"}}},
		{"yes and no in words", "[photo]\ndelete_after_issue = \"tak\"\n",
			model.ProfileError{Line: 2, Key: "photo.delete_after_issue", Kind: model.ProfileNotYesNo, Got: "tak", Allowed: []string{"true", "false"}}},
		{"retention as text", "[photo]\nretention_days = \"30\"\n",
			model.ProfileError{Line: 2, Key: "photo.retention_days", Kind: model.ProfileNotNumber, Got: "30", Allowed: []string{"1", "3650"}}},
		{"grade that is none", "[pickup]\nparent_only_up_to_grade = 9\n",
			model.ProfileError{Line: 2, Key: "pickup.parent_only_up_to_grade", Kind: model.ProfileNotNumber, Got: "9", Allowed: []string{"0", "8"}}},
		{"life in days", "[codes.legacy]\nvalid_for = \"30 dni\"\n",
			model.ProfileError{Line: 2, Key: "codes.legacy.valid_for", Kind: model.ProfileNotLife, Got: "30 dni", Allowed: []string{"1m", "87840h"}}},
		{"negative life", "[codes.sio]\nvalid_for = \"-1h\"\n",
			model.ProfileError{Line: 2, Key: "codes.sio.valid_for", Kind: model.ProfileNotLife, Got: "-1h", Allowed: []string{"1m", "87840h"}}},
		{"negative uses", "[codes.zpe]\nvalid_for = \"10m\"\nuses = -1\n",
			model.ProfileError{Line: 3, Key: "codes.zpe.uses", Kind: model.ProfileNotNumber, Got: "-1", Allowed: []string{"0", "1000"}}},
		{"unknown language", "[students]\nlanguages = [\"pl\", \"de\"]\n",
			model.ProfileError{Line: 2, Key: "students.languages", Kind: model.ProfileNotOneOf, Got: "de", Allowed: []string{"pl", "uk", "en"}}},
		{"language twice", "[students]\nlanguages = [\n  \"pl\",\n  \"pl\",\n]\n",
			model.ProfileError{Line: 2, Key: "students.languages", Kind: model.ProfileRepeated, Got: "pl"}},
		{"no day of a year", "[cards]\nextended_to = \"31.06\"\n",
			model.ProfileError{Line: 2, Key: "cards.extended_to", Kind: model.ProfileNotDay, Got: "31.06"}},
		{"a day of one year", "[cards]\nextended_to = \"30.09.2026\"\n",
			model.ProfileError{Line: 2, Key: "cards.extended_to", Kind: model.ProfileNotDay, Got: "30.09.2026"}},
		{"a late objection that does neither", "[invalidation]\nlate_objection = \"ask\"\n",
			model.ProfileError{Line: 2, Key: "invalidation.late_objection", Kind: model.ProfileNotOneOf, Got: "ask", Allowed: []string{"invalidate", "keep"}}},
		{"too many backups", "[backup]\nkeep = 1001\n",
			model.ProfileError{Line: 2, Key: "backup.keep", Kind: model.ProfileNotNumber, Got: "1001", Allowed: []string{"0", "1000"}}},
		{"blank without a unit", "[desk]\nblank_after = 90\n",
			model.ProfileError{Line: 2, Key: "desk.blank_after", Kind: model.ProfileNotDuration, Got: "90", Allowed: []string{"5s", "10m"}}},
		{"blank too short", "[desk]\nblank_after = \"1s\"\n",
			model.ProfileError{Line: 2, Key: "desk.blank_after", Kind: model.ProfileNotDuration, Got: "1s", Allowed: []string{"5s", "10m"}}},
		{"blank too long", "[desk]\nblank_after = \"24h\"\n",
			model.ProfileError{Line: 2, Key: "desk.blank_after", Kind: model.ProfileNotDuration, Got: "24h", Allowed: []string{"5s", "10m"}}},
		{"min over max", "[photo]\nmin = \"480x2000\"\nmax = \"1440x1800\"\n",
			model.ProfileError{Line: 3, Key: "photo.max", Kind: model.ProfileMinOverMax, Got: "1440x1800", Allowed: []string{"480x2000"}}},
		{"ratio outside the sizes", "[photo]\nratio = \"4:1\"\nmin = \"480x600\"\nmax = \"1440x1800\"\n",
			model.ProfileError{Line: 2, Key: "photo.ratio", Kind: model.ProfileRatioNeverFit, Got: "4:1", Allowed: []string{"480x600", "1440x1800"}}},
		{"ratio outside the greatest size", "[photo]\nmax = \"100x100\"\nratio = \"300:1\"\n",
			model.ProfileError{Line: 3, Key: "photo.ratio", Kind: model.ProfileRatioNeverFit, Got: "300:1", Allowed: []string{"", "100x100"}}},
		{"no quotes", "[school]\nname = Szkoła\n",
			model.ProfileError{Line: 2, Kind: model.ProfileSyntax}},
		{"open quotes", "[school]\nname = \"Szkoła\naddress = \"\"\n",
			model.ProfileError{Line: 2, Kind: model.ProfileSyntax}},
		{"open bracket on the last line", "[school]\nname = \"\"\n[photo\n",
			model.ProfileError{Line: 3, Kind: model.ProfileSyntax}},
		{"value missing at the end", "[school]\nname =",
			model.ProfileError{Line: 2, Kind: model.ProfileSyntax}},
		{"key twice", "[school]\nname = \"a\"\n\nname = \"b\"\n",
			model.ProfileError{Line: 4, Kind: model.ProfileSyntax}},
		{"table twice", "[school]\nname = \"a\"\n[photo]\n[school]\n",
			model.ProfileError{Line: 4, Kind: model.ProfileSyntax}},
		{"Windows-1250", "[school]\nname = \"Szko\xb3a\"\n",
			model.ProfileError{Line: 2, Kind: model.ProfileNotUTF8}},
		{"of two faults the upper", "[photo]\nretention_days = 0\n[school]\nnam = 1\n",
			model.ProfileError{Line: 2, Key: "photo.retention_days", Kind: model.ProfileNotNumber, Got: "0", Allowed: []string{"1", "3650"}}},
	}
	seen := map[model.ProfileErrorKind]bool{}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			for _, newline := range []string{"\n", "\r\n"} {
				_, err := model.ParseProfile("school.toml", []byte(strings.ReplaceAll(test.text, "\n", newline)))
				var got *model.ProfileError
				if !errors.As(err, &got) {
					t.Fatalf("error %v", err)
				}
				if (got.Err != nil) != (got.Kind == model.ProfileSyntax) {
					t.Errorf("wrapped %v", got.Err)
				}
				seen[got.Kind] = true
				want := test.want
				want.File = "school.toml"
				got.Err = nil
				if diff := cmp.Diff(want, *got); diff != "" {
					t.Errorf("with %q: %s", newline, diff)
				}
			}
		})
	}
	for _, kind := range model.ProfileErrorKinds {
		if !seen[kind] {
			t.Errorf("no case for %s", kind)
		}
	}
}

func TestAProfileErrorNamesEverything(t *testing.T) {
	_, err := model.ParseProfile("school.toml", []byte("[statements]\npolicy = \"zgoda\""))
	const want = `school.toml:2: statements.policy: not_one_of (got "zgoda"); allowed: objection, statement, application`
	if err == nil || err.Error() != want {
		t.Errorf("got %v\nwant %s", err, want)
	}
}

func TestAByteOrderMarkIsNoFault(t *testing.T) {
	if got := parsed(t, "\uFEFF[school]\nname = \"Szkoła\"\n").School; got != "Szkoła" {
		t.Errorf("school %q", got)
	}
}

// Each shipped profile is what its seed says and nothing more.
func TestShippedProfiles(t *testing.T) {
	jpeg := []string{"jpeg"}
	want := map[string]struct {
		policy model.StatementPolicy
		photo  model.PhotoRules
	}{
		// art. 11 ust. 1d of the act on the education system
		"sio": {policy: model.PolicyObjection},
		// seeds/000_ba9c76929385c57d.txt
		"mazowszany": {model.PolicyObjection, model.PhotoRules{Formats: jpeg, MinWidth: 480, MinHeight: 600,
			MaxWidth: 1440, MaxHeight: 1800, RatioWidth: 4, RatioHeight: 5, MaxBytes: 1 << 20, RetentionDays: 30, DeleteAfterIssue: true}},
		// seeds/002_fce216781c8b9f8a.txt
		"chociszew": {model.PolicyApplication, model.PhotoRules{Formats: jpeg, MaxBytes: 5 << 20, RetentionDays: 30, DeleteAfterIssue: true}},
		// seeds/003_a60d22bd3bcf386a.txt
		"tarnow": {model.PolicyStatement, model.PhotoRules{Formats: jpeg, MaxBytes: 5 << 20}},
	}
	names := assets.Profiles()
	if len(names) != len(want) {
		t.Fatalf("profiles %v", names)
	}
	for _, name := range names {
		text, ok := assets.Profile(name)
		if !ok {
			t.Fatalf("no text of %s", name)
		}
		expected := model.DefaultProfile()
		expected.Policy, expected.Photo = want[name].policy, want[name].photo
		got := parsed(t, string(text))
		expected.Location, got.Location = nil, nil
		if diff := cmp.Diff(expected, got); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
	if _, ok := assets.Profile("../profiles/sio"); ok {
		t.Error("a path is not a name")
	}
}

func TestWithSchool(t *testing.T) {
	for _, name := range assets.Profiles() {
		text, _ := assets.Profile(name)
		before := parsed(t, string(text))
		rapid.Check(t, func(t *rapid.T) {
			school := rapid.StringMatching(`[A-Za-zĄąŁłŻż"'\\#=\[\]„”.,0-9]( ?[A-Za-zĄąŁłŻż"'\\#=\[\]„”.,0-9]){0,40}`)
			title, address := school.Draw(t, "name"), school.Draw(t, "address")
			written := model.WithSchool(text, title, address)
			got, err := model.ParseProfile("school.toml", written)
			if err != nil {
				t.Fatalf("%v in\n%s", err, written)
			}
			if got.School != title || got.Address != address {
				t.Fatalf("read back %q, %q", got.School, got.Address)
			}
			got.School, got.Address, got.Location = "", "", before.Location
			if diff := cmp.Diff(before, got, cmp.Comparer(func(a, b *time.Location) bool { return a == b })); diff != "" {
				t.Fatal(diff)
			}
			if again := model.WithSchool(written, title, address); string(again) != string(written) {
				t.Fatal("setting the same again changes the file")
			}
			if strings.Count(string(written), "\n") != strings.Count(string(text), "\n") {
				t.Fatal("lines were added or lost")
			}
		})
	}
}

func TestWithSchoolAddsWhatIsMissing(t *testing.T) {
	for _, text := range []string{"", "[photo]\nmin = \"480x600\"\n", "[photo]\n[school]\n[desk]\n", "[school]\naddress = \"b\""} {
		p := parsed(t, string(model.WithSchool([]byte(text), "a", "b")))
		if p.School != "a" || p.Address != "b" {
			t.Errorf("in %q: %q, %q", text, p.School, p.Address)
		}
	}
}

func TestAControlCharacterInASchoolsNameIsRefusedNotWritten(t *testing.T) {
	written := model.WithSchool(nil, "a\x1b[2J\nb", "")
	if strings.ContainsAny(string(written), "\x1b") {
		t.Error("escape in the file")
	}
	var got *model.ProfileError
	if _, err := model.ParseProfile("school.toml", written); !errors.As(err, &got) || got.Kind != model.ProfileNotText {
		t.Errorf("error %v", err)
	}
}

func FuzzParseProfile(f *testing.F) {
	for _, name := range assets.Profiles() {
		text, _ := assets.Profile(name)
		f.Add(text)
	}
	f.Add([]byte("[codes.zpe]\nvalid_for = \"10m\"\nuses = 1\n"))
	f.Add([]byte("photo.min = '''\n480x600'''\n"))
	f.Fuzz(func(t *testing.T, text []byte) {
		_, err := model.ParseProfile("school.toml", text)
		if err == nil {
			return
		}
		var got *model.ProfileError
		if !errors.As(err, &got) {
			t.Fatalf("untyped error %v", err)
		}
		if lines := 1 + strings.Count(string(text), "\n"); got.Line < 1 || got.Line > lines {
			t.Fatalf("line %d of %d: %v", got.Line, lines, err)
		}
	})
}
