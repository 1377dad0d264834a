package scan

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"sync/atomic"
	"time"

	"github.com/klippa-app/go-pdfium"
	pdferrors "github.com/klippa-app/go-pdfium/errors"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"
	"github.com/klippa-app/go-pdfium/webassembly"
	"github.com/tetratelabs/wazero"
)

// engine runs PDFium in its webassembly box: it sees no file system and no
// network, and has so much memory and no more. It is started by the first
// PDF and used for all.
type engine struct {
	folder string // for the compiled form; "" for none
	launch func(webassembly.Config) (pdfium.Pool, error)
	pool   pdfium.Pool
	cache  wazero.CompilationCache
	box    pdfium.Pdfium // nil: to be made
	pages  int           // drawn by this box

	runaways int // boxes that took too long and were left to themselves
}

// What a box may have, and after how many pages it is replaced: its memory
// never shrinks. A new one takes some milliseconds.
const (
	boxMemory = 160 << 20
	boxPages  = 500
	boxPage   = 64 << 10 // the unit of webassembly

	// After so many pages that can't be stopped no other PDF is tried.
	mostRunaways = 2
)

// Errors of engine.
var (
	errEngine = errors.New("scan: PDFium does not start")
	errSlow   = errors.New("scan: PDFium took too long")
	errPaused = errors.New("scan: the drawing was stopped")
	errPanic  = errors.New("scan: PDFium failed")
)

// newEngine keeps what it compiles in a folder, "" for nowhere.
func newEngine(folder string) engine { return engine{folder: folder, launch: webassembly.Init} }

// start compiles PDFium, or loads what an earlier run compiled. If that fails
// with a folder, it compiles once more without: a folder that can't be written
// to, and a file in it that was cut off, cost time, not the import.
func (e *engine) start() error {
	if e.pool != nil {
		return nil
	}
	if e.folder != "" {
		if cache, err := wazero.NewCompilationCacheWithDir(e.folder); err == nil {
			if e.run(cache) == nil {
				return nil
			}
			e.forget()
		}
	}
	return e.run(wazero.NewCompilationCache())
}

// run starts PDFium with a cache, which is closed if that fails.
func (e *engine) run(cache wazero.CompilationCache) error {
	pool, err := e.launch(webassembly.Config{
		MaxIdle: 1, MaxTotal: 1 + mostRunaways, Stdout: io.Discard, Stderr: io.Discard,
		FSConfig: wazero.NewFSConfig(),
		RuntimeConfig: wazero.NewRuntimeConfig().WithCompilationCache(cache).
			WithMemoryLimitPages(boxMemory / boxPage),
	})
	if err != nil {
		_ = cache.Close(context.Background()) // nothing of it is in use
		return fmt.Errorf("%w: %w", errEngine, err)
	}
	e.pool, e.cache = pool, cache
	return nil
}

// forget deletes compiled forms that could not be loaded, so that the next
// start makes them anew. The names of their folders are wazero's.
func (e *engine) forget() {
	folders, _ := filepath.Glob(filepath.Join(e.folder, "wazero-*")) // a folder whose name is a pattern keeps them
	for _, f := range folders {
		_ = os.RemoveAll(f) // what stays costs the next start its time
	}
}

// ready makes sure that there is a box.
func (e *engine) ready() error {
	if err := e.start(); err != nil {
		return err
	}
	if e.box != nil {
		return nil
	}
	box, err := e.pool.GetInstanceWithContext(context.Background())
	if err != nil {
		return fmt.Errorf("%w: %w", errEngine, err)
	}
	e.box, e.pages = box, 0
	return nil
}

// drop throws the box away: after a failure nobody knows its state.
func (e *engine) drop() {
	if e.box != nil {
		_ = e.box.Close() // an error when throwing away changes nothing
		e.box = nil
	}
}

func (e *engine) close() {
	e.drop()
	if e.pool == nil {
		return
	}
	end := func(pool pdfium.Pool, cache wazero.CompilationCache) {
		_ = pool.Close() // there is nothing left to save
		_ = cache.Close(context.Background())
	}
	if e.runaways > 0 {
		go end(e.pool, e.cache) // it waits for them
	} else {
		end(e.pool, e.cache)
	}
	e.pool = nil
}

// guard runs something in the box, for so long at most. Errors are errSlow,
// what do returns, and errPanic for a panic in the binding. After an error of
// the box itself the box is gone.
//
// A box can't be stopped from outside (webassembly that can is five times
// slower). One that takes too long is left to finish behind the caller's
// back; what it works on must not be shared with it, so do returns its
// results.
func guard[T any](e *engine, limit time.Duration, do func(box pdfium.Pdfium) (T, error)) (T, error) {
	var none T
	if e.runaways >= mostRunaways {
		return none, errSlow
	}
	if err := e.ready(); err != nil {
		return none, err
	}
	type outcome struct {
		value T
		err   error
	}
	box, done := e.box, make(chan outcome, 1)
	go func() {
		var o outcome
		defer func() {
			if recover() != nil {
				o.err = errPanic
			}
			done <- o
		}()
		o.value, o.err = do(box)
	}()
	timer := time.NewTimer(limit)
	defer timer.Stop()
	select {
	case o := <-done:
		if o.err != nil && !expected(o.err) {
			e.drop()
		}
		return o.value, o.err
	case <-timer.C:
		e.box = nil
		e.runaways++
		go func() {
			<-done
			_ = box.Close()
		}()
		return none, errSlow
	}
}

// expected are the errors that PDFium returns in good health.
func expected(err error) bool {
	for _, known := range []error{pdferrors.ErrFormat, pdferrors.ErrPassword, pdferrors.ErrSecurity,
		pdferrors.ErrPage, pdferrors.ErrFile, errPageTooBig} {
		if errors.Is(err, known) {
			return true
		}
	}
	return false
}

// looseReader can be let go of: the binding keeps what it once read from.
type looseReader struct {
	from atomic.Pointer[io.SectionReader]
}

func (r *looseReader) Read(p []byte) (int, error) {
	if from := r.from.Load(); from != nil {
		return from.Read(p)
	}
	return 0, io.EOF
}

func (r *looseReader) Seek(offset int64, whence int) (int64, error) {
	if from := r.from.Load(); from != nil {
		return from.Seek(offset, whence)
	}
	return 0, io.EOF
}

// openPDF opens a document; password is "" for none.
func (e *engine) openPDF(c *content, password string, l Limits) (*pdf, error) {
	if e.pages >= boxPages {
		e.drop()
	}
	reader := &looseReader{}
	reader.from.Store(c.reader())
	d, err := guard(e, l.PageTime, func(box pdfium.Pdfium) (*pdf, error) {
		request := &requests.OpenDocument{FileReader: reader, FileReaderSize: c.size}
		if password != "" {
			request.Password = &password
		}
		opened, err := box.OpenDocument(request)
		if err != nil {
			return nil, err
		}
		count, err := box.FPDF_GetPageCount(&requests.FPDF_GetPageCount{Document: opened.Document})
		if err != nil {
			return nil, err
		}
		return &pdf{engine: e, box: box, limits: l, reader: reader, document: opened.Document, pages: count.PageCount}, nil
	})
	if err != nil {
		reader.from.Store(nil)
		return nil, err
	}
	return d, nil
}

// pdf is an open document.
type pdf struct {
	engine   *engine
	box      pdfium.Pdfium // the one it was opened in
	limits   Limits
	reader   *looseReader
	document references.FPDF_DOCUMENT
	pages    int
}

// lost reports that the box the document was open in is gone.
func (d *pdf) lost() bool { return d.box == nil || d.engine.box != d.box }

func (d *pdf) close() {
	if !d.lost() {
		if _, err := d.box.FPDF_CloseDocument(&requests.FPDF_CloseDocument{Document: d.document}); err != nil {
			d.engine.drop()
		}
	}
	d.reader.from.Store(nil)
}
