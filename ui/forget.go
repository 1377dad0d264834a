package ui

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"okienko/model"
	"okienko/store"
	"okienko/ui/desk"
	"okienko/ui/text"
)

// forgotten is what forget reports.
type forgotten struct {
	Student model.StudentID `json:"student"`
	Named   bool            `json:"named_in_register"`
	Until   model.Date      `json:"named_until"`
	Lines   int             `json:"register_details"`
	Files   int             `json:"files"`
	LogHeld bool            `json:"log_held"`
}

func (c *command) forgetCommand() *cobra.Command {
	t := text.ForgetIn(c.lang)
	var yes bool
	v := c.verb("forget", []string{t.StudentArgument}, func(ctx context.Context, args []string) error { return c.forget(ctx, args[0], yes) })
	v.Short = t.Short
	v.Flags().BoolVar(&yes, "yes", false, t.YesFlag)
	return c.withJSON(v)
}

// forget erases what is held on one student, but for what the law makes the
// school keep. It asks first, for the surname.
func (c *command) forget(ctx context.Context, which string, yes bool) error {
	t := text.ForgetIn(c.lang)
	return c.inSchool(ctx, func(s *session) error {
		r, err := c.student(ctx, s, which)
		if err != nil {
			return err
		}
		if !r.Erased.IsZero() {
			return &saidError{t.Already(r.Erased.Polish()), store.ErrErased}
		}
		p := s.db.Profile()
		until, named := model.NamedByLaw(r, p, model.DateOf(c.now().In(p.Zone())))
		if !yes {
			who := text.Plain(strings.TrimSpace(r.ListName() + " " + r.Class.String()))
			if err := c.sure(r.Student, t.Question(who, until.Polish(), named)); err != nil {
				return err
			}
		}
		f, err := s.folder.ForgetStudent(ctx, s.db, s.actor, r.ID)
		if err != nil {
			return err
		}
		done := forgotten{r.ID, f.Named, f.Until, f.Lines, f.Files, f.Held}
		if err := c.report(done, func() error { return c.print(t.Forgot(f, p.Backup.Keep)) }); err != nil {
			return err
		}
		if f.Held {
			return errRefused
		}
		return nil
	})
}

// sure asks for the surname on the terminal; anything else does nothing.
func (c *command) sure(s model.Student, question string) error {
	t := text.ForgetIn(c.lang)
	if !c.canAsk() {
		return &saidError{sentence: t.Refused}
	}
	_, _ = fmt.Fprint(c.Err, wrapped(question, columns(c.Err))+"\n"+t.Surname+": ")
	answer, err := bufio.NewReader(c.In).ReadString('\n')
	switch {
	case err != nil || strings.TrimSpace(answer) == "":
		return &saidError{sentence: t.Unanswered, cause: err}
	case !desk.NamedAs(s, answer):
		return &saidError{sentence: t.SurnameWrong + " " + t.Unanswered}
	}
	return nil
}

// student finds the one who is meant by a PESEL or a number of the list. A name
// may be somebody else's too, so those who fit are listed, and nobody is taken.
func (c *command) student(ctx context.Context, s *session, which string) (model.Record, error) {
	t := text.ForgetIn(c.lang)
	records, _, err := s.db.Named(ctx)
	if err != nil {
		return model.Record{}, err
	}
	id, notNumber := strconv.ParseInt(which, 10, 64)
	for _, r := range records {
		if r.PESEL != "" && string(r.PESEL) == which || len(which) < peselDigits && notNumber == nil && r.ID == model.StudentID(id) {
			return r, nil
		}
	}
	// What was typed may be a name or a PESEL: the log must not have it.
	var fit []string
	words := strings.Fields(model.Fold(which))
	for _, r := range records {
		if notNumber != nil && len(words) > 0 && begins(strings.Fields(model.Fold(r.ListName()+" "+r.Class.String())), words) {
			fit = append(fit, strings.TrimSpace(fmt.Sprintf("%6d  %s  %s  %s", r.ID, r.ListName(), r.Class, r.BirthDate().Polish())))
		}
	}
	if len(fit) == 0 && notNumber == nil && len(which) < peselDigits {
		if day, err := s.db.ForgottenOn(ctx, model.StudentID(id)); err != nil {
			return model.Record{}, err
		} else if !day.IsZero() {
			return model.Record{}, &saidError{t.Already(day.Polish()), store.ErrNoSuchStudent}
		}
	}
	if len(fit) == 0 {
		return model.Record{}, &saidError{t.Nobody(text.Plain(which)), store.ErrNoSuchStudent}
	}
	lines := []string{t.Which(text.Plain(which))}
	for _, f := range fit {
		lines = append(lines, text.Plain(f))
	}
	return model.Record{}, &saidError{strings.Join(lines, "\n"), errNameNotNumber}
}

// begins reports whether each of the words begins one of a student's.
func begins(of, words []string) bool {
	return !slices.ContainsFunc(words, func(word string) bool {
		return !slices.ContainsFunc(of, func(s string) bool { return strings.HasPrefix(s, word) })
	})
}

// peselDigits tells a PESEL from a number of the list.
const peselDigits = 11

// errNameNotNumber stands in the log for a name that was given instead.
var errNameNotNumber = errors.New("a student was named, not numbered")
