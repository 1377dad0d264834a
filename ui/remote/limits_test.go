package remote

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"
)

func TestTheDoormanForgivesAfterAMinute(t *testing.T) {
	now := time.Unix(1e9, 0)
	d := newDoorman(Limits{LogInsAMinute: 3, Unknown: 100}, func() time.Time { return now })
	for range 3 {
		if !d.knock("a") {
			t.Fatal("refused too early")
		}
		d.decided("a", false)
	}
	if d.knock("a") {
		t.Error("a fourth failed log-in in a minute")
	}
	if !d.knock("b") {
		t.Error("somebody else pays for it")
	}
	now = now.Add(time.Minute)
	if !d.knock("a") {
		t.Error("still refused after a minute")
	}
}

func TestTheDoormanCountsThoseWhoHaveNotLoggedIn(t *testing.T) {
	d := newDoorman(Limits{LogInsAMinute: 100, Unknown: 2}, time.Now)
	if !d.knock("a") || !d.knock("b") || d.knock("c") {
		t.Error("not two")
	}
	d.decided("a", true)
	if !d.knock("c") {
		t.Error("who logged in still counts")
	}
}

func TestTheDoormansMemoryIsBounded(t *testing.T) {
	now := time.Unix(1e9, 0)
	d := newDoorman(Limits{LogInsAMinute: 10, Unknown: 1 << 30}, func() time.Time { return now })
	for i := range 3 * mostAddresses {
		d.knock(fmt.Sprint(i))
	}
	if len(d.knocks) > mostAddresses {
		t.Errorf("%d addresses are remembered", len(d.knocks))
	}
	now = now.Add(time.Minute)
	if !d.knock("new") {
		t.Error("nobody new gets in a minute later")
	}
}

// No two windows that are open have the same name, and no key has more than
// it may.
func TestDesksHaveNamesOfTheirOwn(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := newDoorman(Limits{SessionsPerKey: 2}, time.Now)
		type window struct {
			leave func()
			key   string
		}
		open, held := map[string]window{}, map[string]int{}
		for range rapid.IntRange(1, 40).Draw(t, "steps") {
			if len(open) > 0 && rapid.Bool().Draw(t, "leave") {
				for name, w := range open {
					w.leave()
					held[w.key]--
					delete(open, name)
					break
				}
				continue
			}
			key, address := rapid.SampledFrom([]string{"k", "l"}).Draw(t, "key"), rapid.SampledFrom([]string{"a", "b"}).Draw(t, "address")
			name, leave, ok := d.enter(Key{public: key}, address)
			if ok != (held[key] < 2) {
				t.Fatalf("%s has %d windows, one more: %v", key, held[key], ok)
			}
			if !ok {
				continue
			}
			if _, taken := open[name]; taken {
				t.Fatalf("%q twice", name)
			}
			open[name], held[key] = window{leave, key}, held[key]+1
		}
	})
}

func TestTheUnitIsOneThatSystemdTakes(t *testing.T) {
	for _, folder := range []string{"", "/srv/okienko dane"} {
		unit := Unit{Program: "/bin/true", Folder: folder, Listen: "127.0.0.1:2222", Help: "a\nb"}.String()
		for _, want := range []string{"NoNewPrivileges=yes", "ProtectSystem=strict", "LimitCORE=0", "LoadCredential=passphrase:", "# a\n# b\n"} {
			if !strings.Contains(unit, want) {
				t.Errorf("no %s", want)
			}
		}
		if folder != "" && !strings.Contains(unit, `ReadWritePaths="/srv/okienko dane"`) {
			t.Errorf("the folder is not writable:\n%s", unit)
		}
		analyze, err := exec.LookPath("systemd-analyze")
		if err != nil {
			t.Skip("systemd-analyze is missing")
		}
		file := filepath.Join(t.TempDir(), "okienko.service")
		if err := os.WriteFile(file, []byte(unit), 0o600); err != nil {
			t.Fatal(err)
		}
		out, err := exec.Command(analyze, "verify", "--man=no", file).CombinedOutput()
		if strings.Contains(string(out), "okienko.service:") {
			t.Errorf("systemd says (%v):\n%s", err, out)
		}
	}
}
