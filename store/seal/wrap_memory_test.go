package seal

import (
	"runtime"
	"testing"
)

// What stretching a passphrase takes goes back to the system at once.
func TestStretchingKeepsNoMemory(t *testing.T) {
	PassphraseWrap{Cost: cost, Salt: make([]byte, saltSize)}.stretch("cztery słowa dla szkoły")
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	if kept := m.HeapSys - m.HeapReleased; kept > 32<<20 {
		t.Errorf("%d MB are kept", kept>>20)
	}
}
