//go:build linux

package e2e

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"
)

// foundings are how often a founding is cut off.
const foundings = 6

// TestAFoundingThatIsCutOffLeavesNoOpenSchool kills init at every moment. A
// school that was to have a passphrase must never open without one, and where
// none came to be, it can be founded again, with another passphrase.
func TestAFoundingThatIsCutOffLeavesNoOpenSchool(t *testing.T) {
	need(t)
	first, second := sample(t, "haslo", "pierwsze-haslo-77\n"), sample(t, "haslo", "drugie-haslo-88\n")
	begun := time.Now()
	school{t: t, folder: filepath.Join(t.TempDir(), "dane")}.okienko("init", "--profile", "sio", "--passphrase-file", first)
	takes := time.Since(begun)
	whole := 0
	for i := range foundings {
		s := school{t: t, folder: filepath.Join(t.TempDir(), "dane")}
		cmd := exec.Command(program, "init", "--profile", "sio", "--data", s.folder, "--passphrase-file", first)
		cmd.Env = environment()
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		timer := time.AfterFunc(takes*time.Duration(i+1)/foundings, func() { _ = cmd.Process.Kill() })
		_ = cmd.Wait() // killed, or done before
		timer.Stop()

		status := exec.Command(program, "status", "--data", s.folder)
		status.Env = environment()
		if out, err := status.CombinedOutput(); err == nil {
			t.Fatalf("killed after %d/%d: the school opens without a passphrase:\n%s", i, foundings, out)
		}
		key := second
		if _, err := os.Stat(filepath.Join(s.folder, "school.toml")); err == nil {
			key, whole = first, whole+1
		} else {
			s.okienko("init", "--profile", "sio", "--passphrase-file", second)
		}
		s.okienko("status", "--passphrase-file", key)
	}
	t.Logf("%d of %d were whole when they were killed", whole, foundings)
}
