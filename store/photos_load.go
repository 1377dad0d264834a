package store

import (
	"context"
	"database/sql"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"math"

	"okienko/model"
	"okienko/model/portrait"
	"okienko/store/seal"
)

// Photo is a photo with what there is to say about it, without its pictures.
type Photo struct {
	model.Photo
	Report       portrait.Report  // on the file as it came
	MendedReport *portrait.Report // on the mended picture; nil: there is none
	Among        []portrait.ID    // what only all photos together tell, see portrait.Folder
	sum          portrait.Sum
}

// Effective is what there is to say about the picture that would go out.
func (p Photo) Effective() portrait.Report {
	if p.MendedReport != nil {
		return *p.MendedReport
	}
	return p.Report
}

// PhotosMark is the present place of the list of photos: while it stays, so
// does the list. Asking costs microseconds.
func (db *DB) PhotosMark(ctx context.Context) (Mark, error) {
	var m Mark
	if err := db.read.QueryRowContext(ctx, "SELECT last FROM numbers WHERE name = 'photo_changes'").Scan(&m); err != nil {
		return 0, explain(fmt.Errorf("reading photos: %w", err))
	}
	return m, nil
}

// Photos reads all photos in the order in which they came, without their
// pictures, and the mark that the list stands for. Whether a photo is due to
// go also follows from hand-overs, which the mark does not count.
func (db *DB) Photos(ctx context.Context) ([]Photo, Mark, error) {
	tx, err := db.read.BeginTx(ctx, nil)
	if err != nil {
		return nil, 0, explain(fmt.Errorf("reading photos: %w", err))
	}
	defer func() { _ = tx.Rollback() }() // nothing was written
	box, err := db.sealedBy(ctx, tx)
	if err != nil {
		return nil, 0, explain(err)
	}
	var m Mark
	if err := tx.QueryRowContext(ctx, "SELECT last FROM numbers WHERE name = 'photo_changes'").Scan(&m); err != nil {
		return nil, 0, explain(fmt.Errorf("reading photos: %w", err))
	}
	all, err := db.photos(ctx, tx, box)
	return all, m, explain(err)
}

// photos is Photos inside a transaction.
func (db *DB) photos(ctx context.Context, tx *sql.Tx, box *seal.Box) ([]Photo, error) {
	issued, err := issuedDays(ctx, tx, db.profile)
	if err != nil {
		return nil, err
	}
	var all []Photo
	err = packed(ctx, tx, box, "photos", photoColumns, "1 = 1", readPhoto, func(p Photo) error {
		p.Deletion = model.DeletionDay(p.Arrived, issued[p.Student], db.profile)
		all = append(all, p)
		return nil
	})
	if err != nil {
		return nil, err
	}
	filed := make([]portrait.Filed, len(all))
	for i, p := range all {
		filed[i] = portrait.Filed{Sum: p.sum, Bytes: int(p.Bytes), Student: p.Student}
	}
	for i, reasons := range portrait.Folder(filed) {
		all[i].Among = reasons
	}
	return all, nil
}

// issuedDays are the days on which students last got their card. A hand-over
// that was corrected counts as it was corrected.
func issuedDays(ctx context.Context, tx *sql.Tx, p model.Profile) (map[model.StudentID]model.Date, error) {
	rows, err := tx.QueryContext(ctx, `SELECT student, max(at) FROM handovers AS h WHERE void = 0
		AND student IN (SELECT student FROM photos) AND NOT EXISTS (SELECT 1 FROM handovers AS c WHERE c.corrects = h.id) GROUP BY student`)
	if err != nil {
		return nil, fmt.Errorf("reading hand-overs: %w", err)
	}
	defer func() { _ = rows.Close() }()
	days := map[model.StudentID]model.Date{}
	for rows.Next() {
		var student model.StudentID
		var at int64
		if err := rows.Scan(&student, &at); err != nil {
			return nil, fmt.Errorf("reading hand-overs: %w", err)
		}
		days[student] = model.DateOf(moment(at).In(p.Zone()))
	}
	return days, rows.Err()
}

// Pictures are the bytes of a photo. Mended is nil where there is none.
type Pictures struct{ Original, Mended []byte }

// PhotoBytes reads the pictures of one photo; ErrGone if it was deleted.
func (db *DB) PhotoBytes(ctx context.Context, id int64) (Pictures, error) {
	p, err := db.photoBytes(ctx, id)
	return p, explain(err)
}

func (db *DB) photoBytes(ctx context.Context, id int64) (p Pictures, err error) {
	tx, err := db.read.BeginTx(ctx, nil)
	if err != nil {
		return p, fmt.Errorf("reading a picture: %w", err)
	}
	defer func() { _ = tx.Rollback() }() // nothing was written
	box, err := db.sealedBy(ctx, tx)
	if err != nil {
		return p, err
	}
	rows, err := tx.QueryContext(ctx, "SELECT id, kind, bytes FROM pictures WHERE photo = ?", id)
	if err != nil {
		return p, fmt.Errorf("reading a picture: %w", err)
	}
	defer func() { _ = rows.Close() }()
	for rows.Next() {
		var row int64
		var kind string
		var sealed sql.RawBytes // opened before the next row, so not copied
		if err := rows.Scan(&row, &kind, &sealed); err != nil {
			return p, fmt.Errorf("reading a picture: %w", err)
		}
		plain, err := box.OpenBytes(seal.Place{Column: "pictures.bytes", Row: row, Owner: id}, sealed)
		if err != nil {
			return p, tampered(err)
		}
		if kind == pictureMended {
			p.Mended = plain
		} else {
			p.Original = plain
		}
	}
	if err := rows.Err(); err != nil {
		return p, fmt.Errorf("reading a picture: %w", err)
	}
	if p.Original == nil {
		return p, ErrGone
	}
	return p, nil
}

const photoColumns = "id, student, by_hand, name, sum, bytes, arrived, state, decided_by, decided_desk, decided_at, report, mended_report, touched"

// Sum is the SHA-256 of the bytes as they came, by which a file is known again.
func (p Photo) Sum() string { return sumText(p) }

// sumText is the sum of the bytes as they came, as sumOf writes it.
func sumText(p Photo) string { return hex.EncodeToString(p.sum[:]) }

func readPhoto(c *cells) Photo {
	var p Photo
	p.ID, p.Student, p.ByHand = c.id(), c.student(), c.number() != 0
	p.Name = c.sealed("photos.name")
	sum := c.sealed("photos.sum")
	if n, err := hex.Decode(p.sum[:], []byte(sum)); err != nil || n != len(p.sum) {
		c.fail(errCell)
	}
	p.Photo.Bytes, p.Arrived, p.State = c.number(), c.day(), model.PhotoState(c.text())
	p.DecidedBy, p.DecidedDesk, p.DecidedAt = c.text(), c.text(), moment(c.number())
	p.Report = c.report("photos.report")
	if mended := c.report("photos.mended_report"); mended.Verdict != "" {
		p.Mended, p.MendedReport = true, &mended
	}
	p.Version = c.number()
	return p
}

// photosWhere reads photos inside a deed; the deletion day and what all
// photos together tell are left out.
func (d *deedTx) photosWhere(where string, args ...any) (all []Photo, err error) {
	rows, err := d.QueryContext(d.ctx, "SELECT id FROM photos WHERE "+where+" ORDER BY id", args...)
	if err != nil {
		return nil, fmt.Errorf("looking a photo up: %w", err)
	}
	defer func() { _ = rows.Close() }()
	var ids []int64
	for rows.Next() {
		var id int64
		if err := rows.Scan(&id); err != nil {
			return nil, fmt.Errorf("looking a photo up: %w", err)
		}
		ids = append(ids, id)
	}
	if err := rows.Err(); err != nil {
		return nil, fmt.Errorf("looking a photo up: %w", err)
	}
	for _, id := range ids {
		err := packed(d.ctx, d, d.box, "photos", photoColumns, fmt.Sprintf("id = %d", id), readPhoto, func(p Photo) error {
			all = append(all, p)
			return nil
		})
		if err != nil {
			return nil, err
		}
	}
	return all, nil
}

// keptReport is how a report is kept. Its names outlive those in the code.
type keptReport struct {
	Verdict     portrait.Verdict   `json:"verdict"`
	Findings    []keptFinding      `json:"findings,omitempty"`
	Format      string             `json:"format,omitempty"`
	Process     string             `json:"process,omitempty"`
	Size        [2]int             `json:"size"`
	Shown       [2]int             `json:"shown"`
	Orientation int                `json:"orientation,omitempty"`
	Bytes       int                `json:"bytes"`
	Faces       [][4]int           `json:"faces,omitempty"`
	Turn        int                `json:"turn,omitempty"`
	Measured    map[string]float64 `json:"measured,omitempty"`
}

type keptFinding struct {
	ID       portrait.ID `json:"id"`
	Measured float64     `json:"measured,omitempty"`
	Allowed  float64     `json:"allowed,omitempty"`
}

func writeReport(r portrait.Report) (string, error) {
	finite := map[string]float64{}
	for name, value := range r.Measured { // JSON has no other numbers
		if !math.IsNaN(value) && !math.IsInf(value, 0) {
			finite[name] = value
		}
	}
	kept := keptReport{Verdict: r.Verdict, Format: r.Format, Process: r.Process, Size: [2]int{r.Width, r.Height},
		Shown: [2]int{r.DisplayWidth, r.DisplayHeight}, Orientation: r.Orientation, Bytes: r.Bytes, Turn: r.Turn, Measured: finite}
	for _, f := range r.Findings {
		if math.IsNaN(f.Measured) || math.IsInf(f.Measured, 0) {
			f.Measured = 0
		}
		kept.Findings = append(kept.Findings, keptFinding{f.ID, f.Measured, f.Allowed})
	}
	for _, f := range r.Faces {
		kept.Faces = append(kept.Faces, [4]int{f.X, f.Y, f.W, f.H})
	}
	b, err := json.Marshal(kept)
	if err != nil {
		return "", fmt.Errorf("writing about a photo: %w", err)
	}
	return string(b), nil
}

// report opens the next cell as a report; an empty one is the zero value.
func (c *cells) report(column string) portrait.Report {
	text := c.sealed(column)
	if text == "" {
		return portrait.Report{}
	}
	var kept keptReport
	if err := json.Unmarshal([]byte(text), &kept); err != nil {
		c.fail(fmt.Errorf("%w: %w", errReport, err))
	}
	r := portrait.Report{Verdict: kept.Verdict, Format: kept.Format, Process: kept.Process, Width: kept.Size[0], Height: kept.Size[1],
		DisplayWidth: kept.Shown[0], DisplayHeight: kept.Shown[1], Orientation: kept.Orientation, Bytes: kept.Bytes, Turn: kept.Turn,
		Measured: kept.Measured}
	for _, f := range kept.Findings {
		r.Findings = append(r.Findings, portrait.Finding{ID: f.ID, Level: f.ID.Level(), Measured: f.Measured, Allowed: f.Allowed})
	}
	for _, f := range kept.Faces {
		r.Faces = append(r.Faces, portrait.Box{X: f[0], Y: f[1], W: f[2], H: f[3]})
	}
	return r
}
