package store_test

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"

	"okienko/model"
	"okienko/store"
)

// BenchmarkBackup100000 backs a large school up while a desk goes on working,
// and restores it.
func BenchmarkBackup100000(b *testing.B) {
	const passphrase = "długie hasło"
	folder := store.Folder(filepath.Join(b.TempDir(), "dane"))
	if err := folder.Create(b.Context(), []byte(plainProfile), store.Lock{Passphrase: passphrase}); err != nil {
		b.Fatal(err)
	}
	db, err := folder.Open(b.Context(), store.Options{Key: store.Key{Passphrase: passphrase}})
	if err != nil {
		b.Fatal(err)
	}
	defer func() { _ = db.Close() }()
	if err := db.TakeRoster(b.Context(), deskA, bigSchool(many), 0); err != nil {
		b.Fatal(err)
	}
	var made, back, slowest time.Duration
	var size int64
	n := 0
	for b.Loop() {
		n++
		stop, deeds := make(chan struct{}), make(chan time.Duration)
		go func() { deeds <- slowestDeed(b, db, stop) }()
		to := filepath.Join(b.TempDir(), fmt.Sprintf("kopia%d.age", n))
		begun := time.Now()
		done, err := folder.Backup(b.Context(), db, to, false)
		if err != nil {
			b.Fatal(err)
		}
		made, size = made+time.Since(begun), done.Bytes
		close(stop)
		slowest = max(slowest, <-deeds)
		into := store.Folder(filepath.Join(b.TempDir(), fmt.Sprint("nowy", n)))
		begun = time.Now()
		if _, err := into.Restore(b.Context(), to, store.RestoreOptions{Key: store.Key{Passphrase: passphrase}}); err != nil {
			b.Fatal(err)
		}
		back += time.Since(begun)
		_ = os.Remove(to)
	}
	b.ReportMetric(float64(made.Milliseconds())/float64(n), "ms-backup")
	b.ReportMetric(float64(back.Milliseconds())/float64(n), "ms-restore")
	b.ReportMetric(float64(slowest.Milliseconds()), "ms-slowest-deed")
	b.ReportMetric(float64(size)/1e6, "MB")
	b.ReportMetric(0, "ns/op")
}

// slowestDeed enters sheets until it is stopped.
func slowestDeed(b *testing.B, db *store.DB, stop <-chan struct{}) (slowest time.Duration) {
	for kind := model.Objection; ; {
		select {
		case <-stop:
			return slowest
		default:
		}
		begun := time.Now()
		if _, err := db.RecordStatements(b.Context(), deskB, sheet(1, kind, model.OverAny)); err != nil {
			b.Error(err)
			return slowest
		}
		slowest = max(slowest, time.Since(begun))
		if kind == model.Objection {
			kind = model.Withdrawal
		} else {
			kind = model.Objection
		}
	}
}
