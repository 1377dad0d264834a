//go:build linux

package e2e

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"
)

// pollProcesses is how often new processes are looked for.
const pollProcesses = 20 * time.Millisecond

// planted are the values of the day that nobody may find afterwards.
var planted = []secret{
	{"the passphrase", "kiszony-ogorek-8461"},
	{"a student's surname", "Zbożyńska-Grzęda"}, {"a student's first name", "Kunegunda"}, {"her PESEL", secretPESEL(0)}, {"her card's number", "LEG-77821/2025"},
	{"the text of her code", "mLeg:1:7d9f0c5a-XkkQ-zmyslone-4b1e"}, {"her second secret", "DrugiSekret48151623"},
	{"another student's surname", "Trzebiatowicz"}, {"his first name", "Świętosław"}, {"his PESEL", secretPESEL(1)},
	{"his login", "swietoslaw.zpe"}, {"his password", "Haslo!Tajne77x"},
	{"a surname without PESEL", "Pchełczyńska"}, {"a signer", "Genowefa Zażółć"}, {"where a sheet lies", "teczka-xq19"},
	{"a surname of an unfinished hand-over", "Niedokończyńska"}, {"a code on screen when the window dies", "mLeg:1:Anna-0b77-WwQ-zmyslone"},
	{"a recipient", "Bonifacy Odbierający"},
	{"a refused surname", "Odrzucony-Wrześniewicz"}, {"a refused PESEL", secretPESEL(2)[:10] + "x"}, {"a refused code", "ObcyKod-QQ-55120-zz"},
	{"a pasted code", "WklejonyKod-19-aZ-7740-plum"},
	{"a name typed into the search", "Niemanikogotakiego"},
	{"a file's name", "lista-Grzędowicka"},
}

// secretPESEL is the one of a girl born on 3 May 2014, the next is of a boy.
func secretPESEL(i int) string {
	digits := fmt.Sprintf("142503%04d", 7132+i*703)
	sum := 0
	for at, weight := range []int{1, 3, 7, 9, 1, 3, 7, 9, 1, 3} {
		sum += weight * int(digits[at]-'0')
	}
	return digits + string(rune('0'+(10-sum%10)%10))
}

// value is a planted one.
func value(t testing.TB, what string) string {
	t.Helper()
	i := slices.IndexFunc(planted, func(s secret) bool { return s.what == what })
	if i < 0 {
		t.Fatalf("nothing planted as %s", what)
	}
	return planted[i].value
}

// day is a school's day with all that it leaves behind.
type day struct {
	t      *testing.T
	school school
	pass   string // the file with the passphrase
	home   string // the user's, with caches
	temp   string // where the system's temporary files go
	said   []place
	lines  map[string]*line
}

// TestADayTellsNobodyAnything works a day and then looks for its names, PESELs,
// codes and passwords everywhere but in sealed values and on the screen.
func TestADayTellsNobodyAnything(t *testing.T) {
	need(t, "ssh", "ssh-keygen")
	d := newDay(t)
	w := watchProcesses(t)
	d.morning()
	d.atTheDesk()
	d.overSSH()
	d.evening()
	w.end()

	places := append(files(t, d.school.folder, d.home, d.temp), w.places()...)
	places = append(places, d.said...)
	for name, l := range d.lines {
		places = append(places, leftBehind(name, l.output(0))...)
	}
	if found := told(places, planted); len(found) > 0 {
		t.Errorf("a thief reads:\n%s", strings.Join(found, "\n"))
	}
	d.sound(places, w)
}

func newDay(t *testing.T) *day {
	t.Helper()
	root := t.TempDir() // before TMPDIR changes: the school's own files lie here
	d := &day{t: t, school: school{t: t, folder: filepath.Join(root, "dane")}, home: filepath.Join(root, "home"), temp: filepath.Join(root, "tmp"),
		lines: map[string]*line{}}
	for _, folder := range []string{d.home, d.temp} {
		if err := os.Mkdir(folder, 0o700); err != nil {
			t.Fatal(err)
		}
	}
	d.pass = sample(t, "haslo", value(t, "the passphrase")+"\n")
	t.Setenv("HOME", d.home)
	t.Setenv("TMPDIR", d.temp)
	return d
}

// sound makes sure that the day happened and was looked at.
func (d *day) sound(places []place, w *watcher) {
	d.t.Helper()
	for _, ending := range []string{"okienko.db", "okienko.log", "copy.age", ".zip.age", "before the windows closed: " + d.school.folder + "/okienko.db-wal"} {
		if !slices.ContainsFunc(places, func(p place) bool { return strings.HasSuffix(p.name, ending) && len(p.text) > 0 }) {
			d.t.Errorf("nothing was looked at that ends in %s", ending)
		}
	}
	if len(w.places()) < 2*10 {
		d.t.Errorf("only %d processes were seen", len(w.places())/2)
	}
	for _, name := range []string{"the window", "the window over SSH"} {
		if !strings.Contains(d.lines[name].output(0), "Trzebiatowicz") {
			d.t.Errorf("%s showed nobody", name)
		}
	}
	if n := d.count("handed_over"); n != 2 {
		d.t.Errorf("%d handed over", n)
	}
}

func (d *day) count(stage string) int {
	out := d.run(0, "status", "--json")
	_, after, _ := strings.Cut(out, `"`+stage+`":`)
	n := 0
	_, _ = fmt.Sscan(after, &n) // 0 where there is none
	return n
}

// run works a command to its end; what it says stays in the scrollback.
func (d *day) run(exit int, args ...string) string {
	d.t.Helper()
	cmd := exec.Command(program, append(args, "--data", d.school.folder, "--passphrase-file", d.pass)...)
	cmd.Env = environment()
	var out, errs bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &errs
	err := cmd.Run()
	var ended *exec.ExitError
	if errors.As(err, &ended) {
		err = nil
	}
	if err != nil || cmd.ProcessState.ExitCode() != exit {
		d.t.Fatalf("okienko %s: %v, exit code %d\n%s%s", strings.Join(args, " "), err, cmd.ProcessState.ExitCode(), &out, &errs)
	}
	d.said = append(d.said, place{"what okienko " + args[0] + " says", out.Bytes()}, place{"the errors of okienko " + args[0], errs.Bytes()})
	return out.String()
}

// morning founds the school and takes files in, one of them bad.
func (d *day) morning() {
	t := d.t
	v := func(what string) string { return value(t, what) }
	d.run(0, "init", "--profile", "sio", "--school", "Szkoła na próbę")
	d.run(0, "import", "students", sample(t, "uczniowie.csv", "Nazwisko;Imię;PESEL;Oddział;Nr legitymacji;Ważna do\r\n"+
		v("a student's surname")+";"+v("a student's first name")+";"+v("her PESEL")+";4a;"+v("her card's number")+";30.09.2099\r\n"+
		v("another student's surname")+";"+v("his first name")+";"+v("his PESEL")+";5b;2/2025;30.09.2099\r\n"+
		v("a surname without PESEL")+";Żegota;;5b;3/2025;30.09.2099\r\n"+
		v("a surname of an unfinished hand-over")+";Anna;"+secretPESEL(4)+";6a;4/2025;30.09.2099\r\n"))
	d.run(0, "import", "statements", sample(t, "oswiadczenia.csv", "PESEL;Rodzaj;Data;Podpisał;Jako;Gdzie\r\n"+
		v("her PESEL")+";brak sprzeciwu;01.09.2025;"+v("a signer")+";rodzic;"+v("where a sheet lies")+"\r\n"))
	d.run(0, "import", "codes", sample(t, "kody.csv", "PESEL;Rodzaj;Kod;Hasło;Login\r\n"+
		v("her PESEL")+";legacy;"+v("the text of her code")+";"+v("her second secret")+";\r\n"+
		v("his PESEL")+";credentials;;"+v("his password")+";"+v("his login")+"\r\n"+
		secretPESEL(4)+";sio;"+v("a code on screen when the window dies")+";;\r\n"))
	d.run(1, "import", "students", sample(t, "zle.csv", "Nazwisko;Imię;PESEL;Oddział\r\n"+
		v("a refused surname")+";Jan;"+v("a refused PESEL")+";4a\r\n"+
		v("another student's surname")+";Adam;"+v("his PESEL")+";6c;"+v("a refused surname")+"\r\n"+
		v("a surname without PESEL")+";Gromosław;;6c\r\n"))
	d.run(3, "import", "codes", sample(t, "obce.csv", "PESEL;Rodzaj;Kod\r\n"+secretPESEL(3)+";sio;"+v("a refused code")+"\r\n"))
}

// open opens a window and types the passphrase.
func (d *day) open(name string, args ...string) *line {
	d.t.Helper()
	l := newLine(d.t, 100, 30, append(args, "--data", d.school.folder, "--operator", "Barbara")...)
	l.see(0, "Hasło szkoły:")
	l.write(value(d.t, "the passphrase") + "\r")
	l.see(0, "Szukaj:")
	d.lines[name] = l
	return l
}

// find types a search and waits until it found one student.
func (l *line) find(text string) {
	l.t.Helper()
	mark := l.mark()
	l.write(text)
	l.see(mark, "1–1 z 1")
}

// press presses keys until a text comes.
func (l *line) press(keys, text string) {
	l.t.Helper()
	mark := l.mark()
	came := func() bool { return strings.Contains(l.output(mark), text) }
	for range 20 {
		l.write(keys)
		if reaches(500*time.Millisecond, came) {
			return
		}
	}
	l.t.Fatalf("never came: %s\n%s", text, l.output(mark))
}

const (
	down, escape = "\x1b[B", "\x1b"
	f2, f6, f9   = "\x1bOQ", "\x1b[17~", "\x1b[20~"
	ctrlL        = "\x0c"
)

// atTheDesk hands over, corrects, searches, locks, pastes, takes a file in, and
// lets a window die in every way.
func (d *day) atTheDesk() {
	t := d.t
	l := d.open("the window")
	l.find("zbozynska")
	l.press("\r", "Kunegunda Z.")
	l.press("t", "Kod do wpisania")
	l.press(escape, "Nieodebrany")
	l.press("\r", "Kto odebrał?")
	l.press("\x1b[C", "(•) rodzic")
	l.press("\t", "rodzica")
	l.write("\x15" + value(t, "a recipient"))
	l.press("\r", "Wydano: Kunegunda")
	l.find("zbozynska")
	l.press(f2, "Zdjęcie")
	l.press("w", "popraw wydanie")
	l.press("\x1b[D", "(•) uczeń")
	l.press("\x0f", "Poprawiono")
	l.press("h", value(t, "a recipient"))
	l.press(escape, "Zdjęcie")
	l.press(escape, "Szukaj:")
	mark := l.mark()
	l.write("\x15" + value(t, "a name typed into the search"))
	l.see(mark, "Nikt nie pasuje")
	l.press(ctrlL, "Okno zablokowane")
	l.press("zle-haslo-szkoly\r", "To nie jest hasło")
	l.press(value(t, "the passphrase")+"\r", "Szukaj:")
	d.fromTheInbox(l)
	d.keep("before the windows closed") // a window that opens may empty the log
	l.press(f9, "Ewidencja")

	dying := d.open("a window that is killed")
	dying.find("niedok")
	dying.press("\r", "Anna N.")
	traced := d.open("a window that is asked for its stack")
	traced.find("zegota")
	d.keep("before the windows closed")
	mark = traced.mark()
	dying.signal(syscall.SIGKILL)
	traced.signal(syscall.SIGQUIT)
	l.signal(syscall.SIGTERM)
	for _, one := range []*line{dying, traced, l} {
		_ = one.cmd.Wait() // it was told to end, or killed
	}
	traced.see(mark, "goroutine ")
	d.said = append(d.said, place{"the stack trace of a window", []byte(traced.output(mark))})
}

// fromTheInbox takes a list in by the window and has it put aside.
func (d *day) fromTheInbox(l *line) {
	t := d.t
	list := "PESEL;Rodzaj;Kod\r\n" + value(t, "his PESEL") + ";sio;" + value(t, "a pasted code") + "\r\n"
	path := filepath.Join(d.school.folder, "inbox", value(t, "a file's name")+".csv")
	if err := os.WriteFile(path, []byte(list), 0o600); err != nil {
		t.Fatal(err)
	}
	l.press(f6, value(t, "a file's name"))
	l.press("\r", "Do przyjęcia")
	l.press("\r", "Zapisać?")
	l.press("t", "Wczytano. Nowe")
	l.press("\r", "Porządek w skrzynce")
	l.press("t", "Szukaj:")
	until(t, "the file is put aside", func() bool { _, err := os.Stat(path); return os.IsNotExist(err) }, func() string { return l.output(0) })
}

// keep looks at the files as they are now.
func (d *day) keep(when string) {
	d.t.Helper()
	for _, p := range files(d.t, d.school.folder) {
		d.said = append(d.said, place{when + ": " + p.name, p.text})
	}
}

// overSSH hands over in a window that is served.
func (d *day) overSSH() {
	t := d.t
	key := filepath.Join(t.TempDir(), "klucz")
	if out, err := exec.Command("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "Anna", "-f", key).CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	public, err := os.ReadFile(key + ".pub")
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(d.school.folder, "authorized_keys"), public, 0o600); err != nil {
		t.Fatal(err)
	}
	serve := newLine(t, 200, 30, "serve", "--listen", "127.0.0.1:0", "--data", d.school.folder, "--passphrase-file", d.pass)
	d.lines["serve"] = serve
	serve.see(0, "127.0.0.1:")
	_, after, _ := strings.Cut(serve.output(0), "127.0.0.1:")
	port := after[:strings.IndexFunc(after, func(r rune) bool { return r < '0' || r > '9' })]
	ssh := newLineOf(t, 80, 24, exec.Command("ssh", "-tt", "-p", port, "-i", key, "-o", "IdentitiesOnly=yes", "-o", "StrictHostKeyChecking=no",
		"-o", "UserKnownHostsFile=/dev/null", "-o", "LogLevel=ERROR", "-F", "none", "okienko@127.0.0.1"))
	d.lines["the window over SSH"] = ssh
	ssh.see(0, "Szukaj:")
	ssh.find("kunegunda")
	ssh.press("\x15", "Trzebiatowicz")
	ssh.find("trzebia")
	ssh.press("\r", "Świętosław T.")
	ssh.press("\r", "Kto odebrał?")
	ssh.press("\r", "Wydano:")
	serve.signal(syscall.SIGTERM)
	_ = serve.cmd.Wait() // it was told to end
	_ = ssh.cmd.Wait()
}

// evening backs up, writes the register out and removes it, and looks after the box.
func (d *day) evening() {
	d.run(0, "backup", filepath.Join(d.school.folder, "copy.age"))
	sheet := filepath.Join(d.school.folder, "ewidencja.xlsx")
	d.run(0, "export", "register", "-o", sheet)
	if err := os.Remove(sheet); err != nil {
		d.t.Fatal(err)
	}
	_ = d.run(0, "status")
}
