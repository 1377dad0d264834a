package store_test

import (
	"bytes"
	"crypto/rand"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"filippo.io/age"
	"github.com/google/go-cmp/cmp"

	"okienko/model"
	"okienko/store"
)

const plainProfile = "[school]\nname = \"Szkoła na próbę\"\n[statements]\npolicy = \"objection\"\n[backup]\nkeep = 3\n"

// safe is a school in a folder of its own, with somebody who can open its
// backups.
type safe struct {
	desk
	folder   store.Folder
	identity *age.X25519Identity
	key      store.Key
	clock    time.Time
}

// newSafe is a school without a passphrase and with a recovery key.
func newSafe(t *testing.T) *safe {
	t.Helper()
	identity, err := age.GenerateX25519Identity()
	if err != nil {
		t.Fatal(err)
	}
	s := lockedSafe(t, store.Lock{Recipients: []string{identity.Recipient().String()}}, store.Key{Identity: model.Secret(identity.String())})
	s.identity = identity
	return s
}

func lockedSafe(t *testing.T, lock store.Lock, key store.Key) *safe {
	t.Helper()
	s := &safe{folder: store.Folder(filepath.Join(t.TempDir(), "dane")), key: key, clock: noon}
	if err := s.folder.Create(t.Context(), []byte(plainProfile), lock); err != nil {
		t.Fatal(err)
	}
	s.desk = desk{t: t, path: s.folder.Database(), now: &s.clock}
	s.open()
	return s
}

func (s *safe) open() {
	s.t.Helper()
	db, err := s.folder.Open(s.t.Context(), store.Options{Now: func() time.Time { return s.clock }, Key: s.key})
	s.must(err)
	s.DB = db
	s.t.Cleanup(func() { _ = db.Close() })
}

func (s *safe) backup() string {
	s.t.Helper()
	to := filepath.Join(s.t.TempDir(), "kopia.age")
	_, err := s.folder.Backup(s.t.Context(), s.DB, to, false)
	s.must(err)
	return to
}

func (s *safe) restore(into store.Folder, from string) (store.Restored, error) {
	return into.Restore(s.t.Context(), from, store.RestoreOptions{Key: s.key, Now: func() time.Time { return s.clock }})
}

// leftovers are files that only work in progress may have.
func leftovers(t *testing.T, folders ...string) (left []string) {
	t.Helper()
	for _, folder := range folders {
		entries, err := os.ReadDir(folder)
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range entries {
			if strings.HasSuffix(e.Name(), ".part") || strings.HasSuffix(e.Name(), ".tmp") {
				left = append(left, e.Name())
			}
		}
	}
	return left
}

func TestABackupComesBackOnAnotherMachine(t *testing.T) {
	s := newSafe(t)
	id := s.student("", class4a)
	s.take(sio(id, "otw:0001"))
	from := s.backup()
	info, err := os.Stat(from)
	s.must(err)
	if info.Mode().Perm() != 0o600 {
		t.Errorf("the backup has mode %o", info.Mode().Perm())
	}
	sealed, err := os.ReadFile(from)
	s.must(err)
	if bytes.Contains(sealed, []byte("Łucja")) || !bytes.HasPrefix(sealed, []byte("age-encryption.org/v1\n")) {
		t.Error("not sealed with age")
	}
	other := store.Folder(filepath.Join(t.TempDir(), "nowy"))
	r, err := s.restore(other, from)
	s.must(err)
	if r.School != "Szkoła na próbę" || r.Lines == 0 || len(r.Kept) != 0 || !r.Last.Equal(noon) {
		t.Errorf("%+v", r)
	}
	if left := leftovers(t, string(s.folder), filepath.Dir(from), string(other)); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
	db, err := other.Open(t.Context(), store.Options{})
	s.must(err)
	defer func() { _ = db.Close() }()
	record, err := db.Record(t.Context(), id)
	s.must(err)
	if record.First != "Łucja" || len(record.Codes) != 1 {
		t.Error("not the same student")
	}
	if info, err := os.Stat(other.Database()); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("%v, %v", info.Mode(), err)
	}
}

// TestAPassphraseOpensABackup on a new machine, though nobody typed it when the
// backup was made; after a change it is the one of that day.
func TestAPassphraseOpensABackup(t *testing.T) {
	const first, second = "pierwsze hasło", "drugie hasło"
	s := lockedSafe(t, store.Lock{Passphrase: first}, store.Key{Passphrase: first})
	id := s.student("", class4a)
	early := s.backup()
	s.must(s.SetPassphrase(t.Context(), deskA, second))
	late := s.backup()
	for _, tt := range []struct {
		from       string
		passphrase model.Secret
		want       error
	}{{early, first, nil}, {early, second, store.ErrBackupLocked}, {late, second, nil}, {late, first, store.ErrBackupLocked}} {
		into := store.Folder(filepath.Join(t.TempDir(), "nowy"))
		key := store.Key{Passphrase: tt.passphrase}
		_, err := into.Restore(t.Context(), tt.from, store.RestoreOptions{Key: key})
		if !errors.Is(err, tt.want) {
			t.Errorf("%v, want %v", err, tt.want)
		}
		if err != nil {
			continue
		}
		db, err := into.Open(t.Context(), store.Options{Key: key})
		s.must(err)
		if _, err := db.Record(t.Context(), id); err != nil {
			t.Error(err)
		}
		s.must(db.Close())
	}
}

// TestABackupNobodyCouldOpen, or everybody, is not made.
func TestABackupNobodyCouldOpen(t *testing.T) {
	s := lockedSafe(t, store.Lock{}, store.Key{})
	to := filepath.Join(t.TempDir(), "kopia.age")
	if _, err := s.folder.Backup(t.Context(), s.DB, to, false); !errors.Is(err, store.ErrBackupNoKey) {
		t.Errorf("made, or %v", err)
	}
	if _, err := os.Stat(to); err == nil {
		t.Error("there is a file")
	}
}

func TestABackupNeverReplacesSilently(t *testing.T) {
	s := newSafe(t)
	to := filepath.Join(t.TempDir(), "kopia.age")
	s.must(os.WriteFile(to, []byte("mine"), 0o600))
	if _, err := s.folder.Backup(t.Context(), s.DB, to, false); !errors.Is(err, store.ErrBackupExists) {
		t.Errorf("%v", err)
	}
	if kept, _ := os.ReadFile(to); string(kept) != "mine" {
		t.Error("replaced")
	}
	_, err := s.folder.Backup(t.Context(), s.DB, to, true)
	s.must(err)
	if kept, _ := os.ReadFile(to); string(kept) == "mine" {
		t.Error("not replaced when told to")
	}
}

// TestABackupHoldsOneMoment: while a desk writes, the copy holds whole deeds
// and nothing else, and the desk doesn't wait for it.
func TestABackupHoldsOneMoment(t *testing.T) {
	s := newSafe(t)
	one, two := s.student("", class4a), s.student("", class4a)
	before, err := s.VerifyRegister(t.Context())
	s.must(err)
	stop, ended := make(chan struct{}), make(chan error, 1)
	go func() {
		for kind := model.Objection; ; {
			select {
			case <-stop:
				ended <- nil
				return
			default:
			}
			if _, err := s.RecordStatements(t.Context(), deskB, sheet(one, kind, model.OverAny), sheet(two, kind, model.OverAny)); err != nil {
				ended <- err
				return
			}
			if kind == model.Objection {
				kind = model.Withdrawal
			} else {
				kind = model.Objection
			}
		}
	}()
	last := before
	for range 5 {
		from := s.backup()
		r, err := s.restore(store.Folder(filepath.Join(t.TempDir(), "nowy")), from)
		s.must(err)
		if (r.Lines-before)%2 != 0 || r.Lines < last {
			t.Errorf("%d lines after %d: half a deed, or one lost", r.Lines, last)
		}
		last = r.Lines
	}
	close(stop)
	s.must(<-ended)
	if last == before {
		t.Error("the desk did nothing while backups were made")
	}
}

func TestARestoreKeepsWhatWasThere(t *testing.T) {
	s := newSafe(t)
	first := s.student("", class4a)
	from := s.backup()
	second := s.student("", class4a)
	s.must(s.Close())
	s.clock = noon.Add(time.Hour)
	r, err := s.restore(s.folder, from)
	s.must(err)
	if len(r.Kept) != 2 {
		t.Fatalf("kept %v", r.Kept)
	}
	again, err := s.restore(s.folder, from) // in the same second
	s.must(err)
	if len(again.Kept) != 2 || again.Kept[0] == r.Kept[0] {
		t.Errorf("kept %v, then %v", r.Kept, again.Kept)
	}
	s.open()
	if _, err := s.Record(t.Context(), first); err != nil {
		t.Error(err)
	}
	if _, err := s.Record(t.Context(), second); !errors.Is(err, store.ErrNoSuchStudent) {
		t.Errorf("what came after the backup is there: %v", err)
	}
	former, err := store.Open(t.Context(), r.Kept[0], store.Options{Profile: s.Profile(), Key: s.key})
	s.must(err)
	defer func() { _ = former.Close() }()
	if _, err := former.Record(t.Context(), second); err != nil {
		t.Errorf("what came after the backup is not in the kept file: %v", err)
	}
}

func TestARestoreIsRefused(t *testing.T) {
	s := newSafe(t)
	s.student("", class4a)
	from := s.backup()
	whole, err := os.ReadFile(from)
	s.must(err)
	other, err := age.GenerateX25519Identity()
	s.must(err)
	write := func(b []byte) string {
		path := filepath.Join(t.TempDir(), "kopia.age")
		s.must(os.WriteFile(path, b, 0o600))
		return path
	}
	flipped := bytes.Clone(whole)
	flipped[len(flipped)/2] ^= 1
	strange := &bytes.Buffer{}
	w, err := age.Encrypt(strange, s.identity.Recipient())
	s.must(err)
	_, err = io.WriteString(w, "to nie jest archiwum, tylko tekst")
	s.must(errors.Join(err, w.Close()))
	for name, tt := range map[string]struct {
		file string
		key  store.Key
		want error
	}{
		"a flipped bit":     {write(flipped), s.key, store.ErrBackupBad},
		"cut short":         {write(whole[:len(whole)-100]), s.key, store.ErrBackupBad},
		"cut at a block":    {write(whole[:len(whole)-len(whole)%(64<<10)]), s.key, store.ErrBackupBad},
		"something else":    {write([]byte("PK\x03\x04")), s.key, store.ErrBackupBad},
		"a strange archive": {write(strange.Bytes()), s.key, store.ErrBackupBad},
		"the wrong key":     {from, store.Key{Identity: model.Secret(other.String())}, store.ErrBackupLocked},
		"a passphrase":      {from, store.Key{Passphrase: "długie hasło"}, store.ErrBackupLocked},
		"no identity":       {from, store.Key{Identity: "hasło"}, store.ErrWrongIdentity},
		"no key":            {from, store.Key{}, store.ErrBackupLocked},
	} {
		t.Run(name, func(t *testing.T) {
			into := store.Folder(filepath.Join(t.TempDir(), "nowy"))
			_, err := into.Restore(t.Context(), tt.file, store.RestoreOptions{Key: tt.key})
			if !errors.Is(err, tt.want) {
				t.Errorf("got %v", err)
			}
			if left, _ := os.ReadDir(string(into)); len(left) > 0 {
				t.Errorf("left behind: %v", left)
			}
		})
	}
	t.Run("a desk at work", func(t *testing.T) {
		if _, err := s.restore(s.folder, from); !errors.Is(err, store.ErrInUse) {
			t.Errorf("got %v", err)
		}
	})
	s.must(s.Close())
	t.Run("a foreign program that only looks", func(t *testing.T) {
		raw := rawDB(t, s.path)
		conn, err := raw.Conn(t.Context())
		s.must(err)
		defer func() { _ = conn.Close() }()
		var n int
		s.must(conn.QueryRowContext(t.Context(), "SELECT count(*) FROM register").Scan(&n))
		if _, err := s.restore(s.folder, from); !errors.Is(err, store.ErrInUse) {
			t.Errorf("got %v", err)
		}
	})
}

// TestABackupOfALaterVersionIsRefused, and one whose register was tampered
// with; both by the restore, since they are made here behind the backup's back.
func TestABackupOfALaterVersionIsRefused(t *testing.T) {
	for name, tt := range map[string]struct {
		do   string
		want func(error) bool
	}{
		"later":    {"PRAGMA user_version = 999", func(err error) bool { return errors.Is(err, store.ErrNewerFile) }},
		"foreign":  {"PRAGMA application_id = 7", func(err error) bool { return errors.Is(err, store.ErrNotOurs) }},
		"tampered": {"DROP TRIGGER register_no_update; UPDATE register SET operator = 'x' WHERE seq = 1", broken},
	} {
		t.Run(name, func(t *testing.T) {
			s := newSafe(t)
			s.student("", class4a)
			s.must(s.Close())
			raw := rawDB(t, s.path)
			_, err := raw.ExecContext(t.Context(), tt.do)
			s.must(errors.Join(err, raw.Close()))
			var sealed bytes.Buffer
			s.must(store.Seal(t.Context(), &sealed, s.identity.Recipient(), s.path, s.folder.ProfileFile()))
			from := filepath.Join(t.TempDir(), "kopia.age")
			s.must(os.WriteFile(from, sealed.Bytes(), 0o600))
			if _, err := s.restore(store.Folder(filepath.Join(t.TempDir(), "nowy")), from); !tt.want(err) {
				t.Errorf("got %v", err)
			}
		})
	}
}

func broken(err error) bool {
	var b *store.BrokenChainError
	return errors.As(err, &b)
}

// TestADamagedDatabaseIsNotBackedUp: it would push sound backups out.
func TestADamagedDatabaseIsNotBackedUp(t *testing.T) {
	s := newSafe(t)
	s.student("", class4a)
	raw := rawDB(t, s.path)
	_, err := raw.ExecContext(t.Context(), "DROP TRIGGER register_no_update; UPDATE register SET operator = 'x' WHERE seq = 1")
	s.must(err)
	if _, made, err := s.folder.BackupDaily(t.Context(), s.DB); made || !broken(err) {
		t.Errorf("made %v, %v", made, err)
	}
	if all, err := s.folder.Dailies(s.Profile().Backup); err != nil || len(all) > 0 {
		t.Errorf("%v, %v", all, err)
	}
}

func TestDailyBackups(t *testing.T) {
	s := newSafe(t)
	s.student("", class4a)
	daily := func(want bool) {
		t.Helper()
		if _, made, err := s.folder.BackupDaily(t.Context(), s.DB); err != nil || made != want {
			t.Fatalf("made %v, %v", made, err)
		}
	}
	daily(true)
	daily(false)
	half := filepath.Join(s.folder.Backups(), "okienko.20261119-120000.age.part")
	s.must(os.WriteFile(half, []byte("age-encr"), 0o600)) // a killed program left them
	s.must(os.Mkdir(filepath.Join(string(s.folder), "backup-1.tmp"), 0o700))
	for range 5 {
		s.clock = s.clock.Add(store.DailyAfter)
		daily(true)
	}
	all, err := s.folder.Dailies(s.Profile().Backup)
	s.must(err)
	if len(all) != 3 || !all[0].At.Equal(s.clock) {
		t.Errorf("%v", all)
	}
	if left := leftovers(t, string(s.folder), s.folder.Backups()); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
	s.clock = noon // the clock goes back: the last one is of the future
	daily(true)
	if _, err := s.restore(store.Folder(filepath.Join(t.TempDir(), "nowy")), all[0].File); err != nil {
		t.Error(err)
	}
}

// TestNobodyBacksUpTwice: of many desks that start at once one makes it.
func TestNobodyBacksUpTwice(t *testing.T) {
	s := newSafe(t)
	s.student("", class4a)
	made := make(chan bool)
	const desks = 6
	for range desks {
		go func() {
			_, did, err := s.folder.BackupDaily(t.Context(), s.DB)
			made <- did && err == nil
		}()
	}
	n := 0
	for range desks {
		if <-made {
			n++
		}
	}
	all, err := s.folder.Dailies(s.Profile().Backup)
	if n != 1 || len(all) != 1 || err != nil {
		t.Errorf("%d made, %d there, %v", n, len(all), err)
	}
}

func TestABackupDiskThatIsNotThere(t *testing.T) {
	s := newSafe(t)
	s.must(s.Close())
	missing := filepath.Join(t.TempDir(), "dysk")
	s.must(os.WriteFile(s.folder.ProfileFile(), []byte(plainProfile+"folder = \""+missing+"\"\n"), 0o600))
	s.open()
	if _, made, err := s.folder.BackupDaily(t.Context(), s.DB); made || err == nil {
		t.Errorf("made %v, %v", made, err)
	}
	if _, err := os.Stat(missing); err == nil {
		t.Error("made the folder on the wrong disk")
	}
}

// TestALogThatWasRemovedIsNoticed: a program was killed, and somebody cleaned
// up after it.
func TestALogThatWasRemovedIsNoticed(t *testing.T) {
	s := newSafe(t)
	from := s.backup()
	s.must(s.Close())
	s.must(os.WriteFile(s.path+"-shm", make([]byte, 32<<10), 0o600))
	if _, err := s.folder.Open(t.Context(), store.Options{}); !errors.Is(err, store.ErrLogLost) {
		t.Errorf("opened, or %v", err)
	}
	_, err := s.restore(s.folder, from)
	s.must(err)
	s.open()
}

// TestARestoreOfADamagedDatabaseKeepsItsLog and works all the same.
func TestARestoreOfADamagedDatabaseKeepsItsLog(t *testing.T) {
	s := newSafe(t)
	s.student("", model.Class{Grade: 1, Unit: "a"})
	from := s.backup()
	s.must(s.Close())
	s.must(os.WriteFile(s.path, bytes.Repeat([]byte("zepsute "), 1000), 0o600))
	s.must(os.WriteFile(s.path+"-wal", []byte("dziennik"), 0o600))
	r, err := s.restore(s.folder, from)
	s.must(err)
	if len(r.Kept) != 3 {
		t.Errorf("kept %v", r.Kept)
	}
	s.open()
	if _, err := s.VerifyRegister(t.Context()); err != nil {
		t.Error(err)
	}
}

// TestARemovedLogCostsNothingWhileADeskIsOpen: the desk still holds it, and
// brings what it confirmed into the file before it refuses to go on.
func TestARemovedLogCostsNothingWhileADeskIsOpen(t *testing.T) {
	s := newSafe(t)
	id := s.student("", class4a)
	s.must(os.Remove(s.path + "-wal"))
	if _, err := s.RecordStatements(t.Context(), deskA, sheet(id, model.Objection, model.OverAny)); !errors.Is(err, store.ErrPulled) {
		t.Errorf("confirmed, or %v", err)
	}
	s.must(s.Close())
	_ = os.Remove(s.path + "-shm")
	s.open()
	if n := len(s.lines(id)); n != 2 {
		t.Errorf("%d lines", n)
	}
}

// TestAReplacedFileIsNoticed: somebody copied an old file over the one that a
// desk has open.
func TestAReplacedFileIsNoticed(t *testing.T) {
	s := newSafe(t)
	id := s.student("", class4a)
	s.must(os.Rename(s.path, s.path+".mine"))
	s.must(os.WriteFile(s.path, nil, 0o600))
	if _, err := s.RecordStatements(t.Context(), deskA, sheet(id, model.Objection, model.OverAny)); !errors.Is(err, store.ErrPulled) {
		t.Errorf("confirmed, or %v", err)
	}
}

// TestALostDatabaseIsNoEmptySchool: SQLite would take both for a new file.
func TestALostDatabaseIsNoEmptySchool(t *testing.T) {
	for name, lose := range map[string]func(path string) error{
		"gone":  os.Remove,
		"empty": func(path string) error { return os.Truncate(path, 0) },
	} {
		t.Run(name, func(t *testing.T) {
			s := newSafe(t)
			s.student("", class4a)
			from := s.backup()
			s.must(s.Close())
			s.must(lose(s.path))
			if _, err := s.folder.Open(t.Context(), store.Options{}); !errors.Is(err, store.ErrNoDatabase) {
				t.Errorf("opened, or %v", err)
			}
			_, err := s.restore(s.folder, from)
			s.must(err)
			s.open()
		})
	}
}

// TestEveryPageMatters spoils one page of the file after the other, and cuts
// the file at every page: that is noticed, or what is read is the same.
func TestEveryPageMatters(t *testing.T) {
	s := newSafe(t)
	for range 3 {
		s.take(sio(s.student("", class4a), model.Secret(rand.Text())))
	}
	want, _, err := s.School(t.Context())
	s.must(err)
	s.must(s.Close())
	whole, err := os.ReadFile(s.path)
	s.must(err)
	const page = 4096
	for at := 0; at < len(whole); at += page {
		spoiled := bytes.Clone(whole)
		copy(spoiled[at:at+page], bytes.Repeat([]byte{0xA5}, page))
		for what, content := range map[string][]byte{"spoiled": spoiled, "cut": whole[:at]} {
			if len(content) == 0 {
				continue // the folder refuses it
			}
			path := filepath.Join(t.TempDir(), "okienko.db")
			s.must(os.WriteFile(path, content, 0o600))
			got, err := s.readAll(path)
			if err == nil && !cmp.Equal(want, got) {
				t.Errorf("page %d %s: something else was read as data", at/page, what)
			}
			if err == nil && what == "cut" {
				t.Errorf("cut at page %d: not noticed", at/page)
			}
		}
	}
	t.Logf("%d pages", len(whole)/page)
}

// readAll reads and checks as the window and doctor do.
func (s *safe) readAll(path string) (_ []model.Record, err error) {
	db, err := store.Open(s.t.Context(), path, store.Options{Profile: s.Profile()})
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	found, err := db.Check(s.t.Context())
	if err != nil {
		return nil, err
	}
	if len(found.Damage)+len(found.Orphans)+len(found.Schema) > 0 {
		return nil, store.ErrDamaged
	}
	if _, err := db.VerifyRegister(s.t.Context()); err != nil {
		return nil, err
	}
	all, _, err := db.School(s.t.Context())
	return all, err
}

// TestWhatComesBackIsCounted: a backup that is restored brings back who was
// erased since, and the database that is put aside knows it; nobody else's does.
func TestWhatComesBackIsCounted(t *testing.T) {
	s := newSafe(t)
	before, since := s.student("", class4a), s.student("", class4a)
	head := deskA
	head.Role = model.RoleAdmin
	erase := func(id model.StudentID) {
		t.Helper()
		_, err := s.folder.ForgetStudent(t.Context(), s.DB, head, id)
		s.must(err)
	}
	erase(before)
	from := s.backup()
	erase(since)
	erase(s.student("", class4a)) // who isn't in the backup
	s.must(s.Close())
	r, err := s.restore(s.folder, from)
	s.must(err)
	if diff := cmp.Diff(store.CameBack{Students: []model.StudentID{since}}, r.Back); diff != "" {
		t.Error(diff)
	}
	if left, _ := filepath.Glob(r.Kept[0] + "-*"); len(left) > 0 {
		t.Errorf("left beside what was put aside: %v", left)
	}
	if r, err = s.restore(s.folder, from); err != nil || len(r.Back.Students) > 0 || r.Back.Unknown {
		t.Errorf("the same once more: %+v, %v", r.Back, err)
	}
	if r, err = s.restore(store.Folder(filepath.Join(t.TempDir(), "nowy")), from); err != nil || !r.Back.Unknown {
		t.Errorf("on a new machine: %+v, %v", r.Back, err)
	}
	other := newSafe(t)
	from = other.backup()
	other.must(other.Close())
	s.open()
	erase(since)
	s.must(s.Close())
	if r, err = other.restore(s.folder, from); err != nil || len(r.Back.Students) > 0 || r.Back.Unknown {
		t.Errorf("another school's: %+v, %v", r.Back, err)
	}
	s.must(os.WriteFile(s.folder.Database(), []byte("not a database, whatever its name says"), 0o600))
	if r, err = other.restore(s.folder, from); err != nil || !r.Back.Unknown {
		t.Errorf("a damaged one: %+v, %v", r.Back, err)
	}
}
