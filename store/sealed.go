package store

import (
	"bytes"
	"cmp"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"strings"

	"okienko/model"
	"okienko/store/seal"
)

// sealedTable names what is sealed in a table.
type sealedTable struct {
	name, key string
	text      []string // columns, sealed as text
	bytes     []string // columns, sealed as they are
	plain     []string // columns that an index needs besides
	owner     string   // column of whom (of a picture: of which photo) a row belongs to, "": nobody
	indexes   []keyedIndex
	atOnce    int // rows in memory at a time; 0: resealedAtOnce
}

// keyedIndex is a column by which a sealed value is found.
type keyedIndex struct {
	column string
	of     func(box *seal.Box, row map[string]string) []byte
}

// sealedTables is the whole list of what tells about a person. Open stay
// classes and the numbers in their registers, kinds, states, the days and hours of deeds, operators and desks.
var sealedTables = []sealedTable{
	{name: "students", key: "id", text: []string{"last", "first", "second", "pesel", "birth", "book_no", "document"},
		indexes: []keyedIndex{{"pesel_index", func(b *seal.Box, row map[string]string) []byte { return peselIndex(b, model.PESEL(row["pesel"])) }}}},
	{name: "statements", key: "id", owner: "student", text: []string{"signer_name", "place"}},
	{name: "cards", key: "id", owner: "student", text: []string{"number", "duplicate_of"}},
	{name: "codes", key: "id", owner: "student", text: []string{"payload", "second", "login"}, plain: []string{"kind"}, indexes: []keyedIndex{
		{"payload_index", func(b *seal.Box, row map[string]string) []byte { return payloadIndex(b, row["payload"]) }},
		{"login_index", func(b *seal.Box, row map[string]string) []byte {
			return loginIndex(b, model.CodeKind(row["kind"]), row["login"], row["second"])
		}}}},
	{name: "handovers", key: "id", owner: "student", text: []string{"name"}},
	{name: "photos", key: "id", owner: "student", text: []string{"name", "sum", "report", "mended_report"}, indexes: []keyedIndex{
		{"digest", func(b *seal.Box, row map[string]string) []byte { return photoDigest(b, row["sum"]) }},
		{"file", func(b *seal.Box, row map[string]string) []byte { return photoFile(b, row["sum"], row["name"]) }}}},
	{name: "pictures", key: "id", owner: "photo", bytes: []string{"bytes"}, atOnce: 1},
	{name: "invalidations", key: "id", owner: "student", text: []string{"reporter_name", "note"}},
	{name: "outgoing", key: "id", text: []string{"name"}},
	{name: "register", key: "seq", text: []string{"before", "after"}, bytes: []string{"salt"}},
	{name: "keyring", key: "id", text: []string{"recipient"}},
	{name: "file_keys", key: "id", bytes: []string{"key"}},
}

// The indexes are nil, and NULL in the file, where there is nothing to find.

func peselIndex(b *seal.Box, pesel model.PESEL) []byte {
	if pesel == "" {
		return nil
	}
	return b.Index("students.pesel", string(pesel))
}

func payloadIndex(b *seal.Box, payload string) []byte {
	if payload == "" {
		return nil
	}
	return b.Index("codes.payload", payload)
}

func loginIndex(b *seal.Box, kind model.CodeKind, login, second string) []byte {
	if kind != model.CodeCredentials || login == "" && second == "" {
		return nil
	}
	return b.Index("codes.login", login, second)
}

// box returns what opens the values as q sees them. ErrKeyChanged if they were
// sealed anew since this database was opened: what was written with the old
// key could never be read again.
func (db *DB) sealedBy(ctx context.Context, q querier) (*seal.Box, error) {
	var check []byte
	if err := q.QueryRowContext(ctx, "SELECT key_check FROM sealing").Scan(&check); err != nil {
		return nil, fmt.Errorf("reading what the values are sealed by: %w", err)
	}
	box := db.box.Load()
	if !bytes.Equal(check, box.Check()) {
		return nil, ErrKeyChanged
	}
	return box, nil
}

// owned seals a value for its place in a row that belongs to a student.
func (d *deedTx) owned(column string, row int64, by model.StudentID, value string) string {
	return d.box.Seal(seal.Place{Column: column, Row: row, Owner: int64(by)}, value)
}

// sealed seals a value for its place: column is "table.column".
func (d *deedTx) sealed(column string, row int64, value string) string {
	return d.box.Seal(seal.Place{Column: column, Row: row}, value)
}

// numbered gives out n numbers for rows of a table and returns the first.
func (d *deedTx) numbered(table string, n int) (first int64, err error) {
	var last int64
	err = d.QueryRowContext(d.ctx, "UPDATE numbers SET last = last + ? WHERE name = ? RETURNING last", n, table).Scan(&last)
	if err != nil {
		return 0, fmt.Errorf("numbering %s: %w", table, err)
	}
	return last - int64(n) + 1, nil
}

// tampered tells apart values that don't open, which somebody must know, from
// everything else.
func tampered(err error) error {
	if errors.Is(err, seal.ErrBroken) {
		return fmt.Errorf("%w: %w", ErrTampered, err)
	}
	return err
}

// reseal opens every value with one box and seals it with another; from nil
// means that the values lie open. The register's chain stays as it is: it
// knows what the details say, not how they are sealed.
func reseal(ctx context.Context, tx *sql.Tx, from, to *seal.Box) error {
	var guard string
	if err := tx.QueryRowContext(ctx, "SELECT sql FROM sqlite_master WHERE name = 'register_no_update'").Scan(&guard); err != nil {
		return fmt.Errorf("sealing the register: %w", err)
	}
	if _, err := tx.ExecContext(ctx, "DROP TRIGGER register_no_update"); err != nil {
		return fmt.Errorf("sealing the register: %w", err)
	}
	for _, t := range sealedTables {
		if err := t.reseal(ctx, tx, from, to); err != nil {
			return fmt.Errorf("sealing %s: %w", t.name, tampered(err))
		}
	}
	if _, err := tx.ExecContext(ctx, guard); err != nil {
		return fmt.Errorf("sealing the register: %w", err)
	}
	return nil
}

// resealedAtOnce is how many rows are in memory at a time.
const resealedAtOnce = 1000

func (t sealedTable) reseal(ctx context.Context, tx *sql.Tx, from, to *seal.Box) error {
	owner := cmp.Or(t.owner, "0")
	columns := append(append(append([]string{t.key, owner}, t.text...), t.bytes...), t.plain...)
	sets := []string{}
	for _, c := range append(append([]string{}, t.text...), t.bytes...) {
		sets = append(sets, c+" = ?")
	}
	for _, i := range t.indexes {
		sets = append(sets, i.column+" = ?")
	}
	update, err := tx.PrepareContext(ctx, fmt.Sprintf("UPDATE %s SET %s WHERE %s = ?", t.name, strings.Join(sets, ", "), t.key))
	if err != nil {
		return err
	}
	defer func() { _ = update.Close() }()
	query := fmt.Sprintf("SELECT %s FROM %s WHERE %s > ? ORDER BY %s LIMIT %d", strings.Join(columns, ", "), t.name, t.key, t.key, cmp.Or(t.atOnce, resealedAtOnce))
	for last := int64(0); ; {
		changes, err := t.resealed(ctx, tx, query, last, from, to)
		if err != nil || len(changes) == 0 {
			return err
		}
		for _, args := range changes {
			if _, err := update.ExecContext(ctx, args...); err != nil {
				return err
			}
		}
		last = changes[len(changes)-1][len(sets)].(int64)
	}
}

// resealed reads rows and returns what is to be written into each: values,
// indexes, and last the row's number.
func (t sealedTable) resealed(ctx context.Context, tx *sql.Tx, query string, after int64, from, to *seal.Box) (changes [][]any, err error) {
	rows, err := tx.QueryContext(ctx, query, after)
	if err != nil {
		return nil, err
	}
	defer func() { _ = rows.Close() }()
	for rows.Next() {
		var number, owner int64
		values := make([][]byte, len(t.text)+len(t.bytes)+len(t.plain))
		into := []any{&number, &owner}
		for i := range values {
			into = append(into, &values[i])
		}
		if err := rows.Scan(into...); err != nil {
			return nil, err
		}
		args, err := t.resealedRow(number, owner, values, from, to)
		if err != nil {
			return nil, err
		}
		changes = append(changes, args)
	}
	return changes, rows.Err()
}

func (t sealedTable) resealedRow(number, owner int64, values [][]byte, from, to *seal.Box) ([]any, error) {
	row := map[string]string{}
	var args []any
	for i, c := range t.text {
		at, plain := seal.Place{Column: t.name + "." + c, Row: number, Owner: owner}, string(values[i])
		if from != nil {
			var err error
			if plain, err = from.Open(at, plain); err != nil {
				return nil, err
			}
		}
		row[c] = plain
		args = append(args, to.Seal(at, plain))
	}
	values = values[len(t.text):]
	for i, c := range t.bytes {
		at, plain := seal.Place{Column: t.name + "." + c, Row: number, Owner: owner}, values[i]
		if from != nil {
			var err error
			if plain, err = from.OpenBytes(at, plain); err != nil {
				return nil, err
			}
		}
		args = append(args, to.SealBytes(at, plain))
	}
	for i, c := range t.plain {
		row[c] = string(values[len(t.bytes)+i])
	}
	for _, i := range t.indexes {
		args = append(args, i.of(to, row))
	}
	return append(args, number), nil
}
