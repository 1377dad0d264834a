//go:build linux

package e2e

import (
	"bufio"
	"bytes"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// asRoot is what a command that mounts is begun with: nothing for root.
func asRoot(t *testing.T) []string {
	t.Helper()
	if os.Getuid() == 0 {
		return nil
	}
	if exec.Command("sudo", "-n", "true").Run() != nil {
		skip(t, "mounting a small disk needs root or sudo")
	}
	return []string{"sudo", "-n"}
}

// disk is a small file system of a test.
type disk struct {
	t    *testing.T
	root []string
	path string
}

func newDisk(t *testing.T, megabytes int) *disk {
	t.Helper()
	d := &disk{t, asRoot(t), t.TempDir()}
	d.do("mount", "-t", "tmpfs", "-o", fmt.Sprintf("size=%dm,mode=700,uid=%d,gid=%d", megabytes, os.Getuid(), os.Getgid()), "okienko-test", d.path)
	t.Cleanup(func() { d.do("umount", "-l", d.path) })
	return d
}

func (d *disk) do(words ...string) {
	d.t.Helper()
	words = append(append([]string{}, d.root...), words...)
	if out, err := exec.Command(words[0], words[1:]...).CombinedOutput(); err != nil {
		d.t.Fatalf("%s: %v\n%s", strings.Join(words, " "), err, out)
	}
}

// fill leaves no byte free; free gives them back.
func (d *disk) fill() {
	d.t.Helper()
	file, err := os.Create(d.filler())
	if err != nil {
		d.t.Fatal(err)
	}
	defer func() { _ = file.Close() }()
	for _, size := range []int{1 << 16, 1 << 12, 1} {
		for err = nil; err == nil; {
			_, err = file.Write(make([]byte, size))
		}
	}
}

func (d *disk) free() {
	d.t.Helper()
	if err := os.Remove(d.filler()); err != nil {
		d.t.Fatal(err)
	}
}

func (d *disk) filler() string { return filepath.Join(d.path, "pełno") }

// on makes a school on the disk.
func (d *disk) school() school {
	d.t.Helper()
	s := newSchool(d.t)
	moved := school{t: d.t, folder: filepath.Join(d.path, "dane")}
	if out, err := exec.Command("cp", "-a", s.folder, moved.folder).CombinedOutput(); err != nil {
		d.t.Fatalf("%v\n%s", err, out)
	}
	return moved
}

// refused runs a command that must do nothing, in the given exit code, and say
// so; it returns how long that took.
func (s school) refused(code int, sentence string, args ...string) time.Duration {
	s.t.Helper()
	cmd := exec.Command(program, append(args, "--data", s.folder)...)
	cmd.Env = environment()
	var all bytes.Buffer
	cmd.Stdout, cmd.Stderr = &all, &all
	begun := time.Now()
	err := cmd.Run()
	took := time.Since(begun)
	var exit *exec.ExitError
	if !errors.As(err, &exit) || exit.ExitCode() != code || !strings.Contains(all.String(), sentence) {
		s.t.Errorf("okienko %s: %v, want exit %d and %q\n%s", strings.Join(args, " "), err, code, sentence, all.String())
	}
	if strings.Contains(all.String(), "sqlite") || strings.Contains(all.String(), "SQL logic") {
		s.t.Errorf("no sentence for a person: %s", all.String())
	}
	return took
}

const anotherCode = "PESEL;Rodzaj;Kod\r\n12310112319;sio;otw:0002\r\n"

// atTheQuestion opens the window and leads it to who collected the code.
func (s school) atTheQuestion() (l *line, enter func()) {
	s.t.Helper()
	t, ok := s.t.(*testing.T)
	if !ok {
		s.t.Fatal("not in a benchmark")
	}
	l = newLine(t, 80, 24, "--data", s.folder)
	l.see(0, "Ćwikła")
	l.write("cwik")
	l.write("\r")
	l.see(0, "Bożena Ć.")
	enter = func() { l.write("\r") }
	mark := l.mark()
	insist(t, "the question who collected", enter, l.sends(mark, "Kto odebrał?"), func() string { return l.output(mark) })
	return l, enter
}

func (l *line) sends(mark int, text string) func() bool {
	return func() bool { return strings.Contains(l.output(mark), text) }
}

// TestFaultsFullDisk: nothing is confirmed that is not saved, the window keeps
// its place, and when there is room again the same key does it.
func TestFaultsFullDisk(t *testing.T) {
	need(t)
	d := newDisk(t, 4)
	s := d.school()
	s.backup(filepath.Join(t.TempDir(), "kopia.age"))
	list := sample(t, "kody.csv", anotherCode)
	l, enter := s.atTheQuestion()
	d.fill()
	s.refused(3, "Brak miejsca na dysku", "import", "codes", list)
	s.refused(3, "Brak miejsca na dysku", "backup", filepath.Join(d.path, "kopia.age"))
	mark := l.mark()
	see := func() string { return l.output(mark) }
	insist(t, "the notice about the disk", enter, l.sends(mark, "Brak miejsca"), see)
	if strings.Contains(see(), "Wydano: ") {
		t.Error("confirmed on a full disk")
	}
	d.free()
	mark = l.mark()
	insist(t, "the hand-over", enter, l.sends(mark, "Wydano: Bożena"), see)
	l.end()
	if n := s.stage("handed_over"); n != 1 {
		t.Errorf("%d handed over", n)
	}
	s.okienko("import", "codes", list)
	s.lines()
	if left, _ := filepath.Glob(filepath.Join(d.path, "*.part")); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
}

func TestFaultsReadOnlyFolder(t *testing.T) {
	need(t)
	d := newDisk(t, 8)
	s := d.school()
	d.do("mount", "-o", "remount,ro", d.path)
	s.refused(3, "Brak dostępu do folderu danych", "status")
	s.refused(3, "Brak dostępu do folderu danych", "import", "codes", sample(t, "kody.csv", anotherCode))
	l := newLine(t, 80, 24, "--data", s.folder)
	l.see(0, "Brak dostępu")
	d.do("mount", "-o", "remount,rw", d.path)
	if n := s.stage("ready"); n != 1 {
		t.Errorf("%d ready", n)
	}
}

// TestFaultsLockedDatabase: another program holds the database longer than a
// desk waits for it.
func TestFaultsLockedDatabase(t *testing.T) {
	need(t)
	s := newSchool(t)
	l, enter := s.atTheQuestion()
	raw, err := sql.Open("sqlite3", filepath.Join(s.folder, "okienko.db")+"?_txlock=immediate")
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = raw.Close() }()
	held, err := raw.BeginTx(t.Context(), nil)
	if err != nil {
		t.Fatal(err)
	}
	mark := l.mark()
	see := func() string { return l.output(mark) }
	enter()
	if took := s.refused(3, "Bazę trzyma inny program", "import", "codes", sample(t, "kody.csv", anotherCode)); took > deadline {
		t.Errorf("the sentence took %v", took)
	}
	for range 3 { // the first may have found the screen deaf
		if enter(); reaches(deadline, l.sends(mark, "Bazę trzyma inny")) {
			break
		}
	}
	if !l.sends(mark, "Bazę trzyma inny")() {
		t.Errorf("no notice in the window: %s", see())
	}
	if err := held.Rollback(); err != nil {
		t.Fatal(err)
	}
	mark = l.mark()
	insist(t, "the hand-over", enter, l.sends(mark, "Wydano: Bożena"), see)
	l.end()
	if n := s.stage("handed_over"); n != 1 {
		t.Errorf("%d handed over", n)
	}
}

// TestFaultsSpoiltFiles spoils the database of a school that was backed up, and
// brings it back by restore.
func TestFaultsSpoiltFiles(t *testing.T) {
	need(t)
	for name, tt := range map[string]struct {
		spoil    func(path string) error
		sentence string // "": the school opens, and only doctor and backup notice
	}{
		"a page of students":     {spoil: func(path string) error { return overwrite(path, "students") }, sentence: "uszkodzon"},
		"a page of the register": {spoil: func(path string) error { return overwrite(path, "register_student") }},
		"the first page":         {spoil: func(path string) error { return overwrite(path, "") }, sentence: "nie jest bazą tego programu"},
		"half the file":          {spoil: func(path string) error { return shorten(path, 2) }, sentence: "uszkodzon"},
		"an empty file":          {spoil: func(path string) error { return os.Truncate(path, 0) }, sentence: "Nie ma bazy szkoły"},
		"no file":                {spoil: os.Remove, sentence: "Nie ma bazy szkoły"},
		"the log removed":        {spoil: func(path string) error { return os.Remove(path + "-wal") }, sentence: "okienko.db-wal"},
	} {
		t.Run(name, func(t *testing.T) {
			s := newSchool(t)
			s.killedAtWork()
			from := filepath.Join(t.TempDir(), "kopia.age")
			key := s.backup(from)
			want := s.okienko("status", "--json")
			if name == "the log removed" {
				s.killedAtWork() // leaves a log behind
			}
			if err := tt.spoil(filepath.Join(s.folder, "okienko.db")); err != nil {
				t.Fatal(err)
			}
			s.refused(1, "ŹLE", "doctor")
			s.refused(3, "", "backup", from+".2")
			if tt.sentence != "" {
				s.refused(3, tt.sentence, "status")
				l := newLine(t, 80, 24, "--data", s.folder)
				l.see(0, tt.sentence)
				l.end()
			}
			s.restore(from, key)
			if got := s.okienko("status", "--json"); got != want {
				t.Errorf("after the restore %s, want %s", got, want)
			}
			s.okienko("doctor")
		})
	}
}

// killedAtWork lets a desk confirm some deeds and kills it.
func (s school) killedAtWork() {
	s.t.Helper()
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(environment(), writerFolder+"="+s.folder, writerName+"="+fmt.Sprint("okno", time.Now().UnixNano()))
	out, err := cmd.StdoutPipe()
	if err == nil {
		err = cmd.Start()
	}
	if err != nil {
		s.t.Fatal(err)
	}
	lines := bufio.NewScanner(out)
	for range 40 {
		if !lines.Scan() {
			s.t.Fatal("the desk ended by itself")
		}
	}
	_ = cmd.Process.Kill()
	_ = cmd.Wait() // it was killed
}

// overwrite spoils the first page of a table or an index; "": of the file.
func overwrite(path, table string) error {
	page := int64(1)
	if table != "" {
		raw, err := sql.Open("sqlite3", path)
		if err != nil {
			return err
		}
		err = raw.QueryRow("SELECT rootpage FROM sqlite_master WHERE name = ?", table).Scan(&page)
		if err = errors.Join(err, raw.Close()); err != nil {
			return err
		}
	}
	file, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	_, err = file.WriteAt(bytes.Repeat([]byte{0xA5}, 4096), (page-1)*4096)
	return errors.Join(err, file.Close())
}

func shorten(path string, by int64) error {
	info, err := os.Stat(path)
	if err != nil {
		return err
	}
	return os.Truncate(path, info.Size()/by)
}
