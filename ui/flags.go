package ui

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/pflag"
)

// textFlag is a flag that takes a text; its type is what help calls the value.
type textFlag struct {
	into *string
	what string
}

func (f textFlag) String() string { return "" } // no default is shown in help
func (f textFlag) Type() string   { return f.what }

func (f textFlag) Set(value string) error {
	*f.into = value
	return nil
}

// text adds a flag that takes a text. short is one letter, or "".
func (c *command) text(flags *pflag.FlagSet, into *string, name, short string) {
	flags.VarP(textFlag{into, c.t.Value[name]}, name, short, c.t.Flag[name])
}

// output is the flag that names the file to write, with the endings that its
// name may have.
func (c *command) output(flags *pflag.FlagSet, into *string, endings ...string) {
	flags.VarP(textFlag{into, c.t.Value["output"]}, "output", "o", c.t.Flag["output"]+" ("+strings.Join(endings, ", ")+")")
}

// textsFlag is a flag that takes a text each time it is given.
type textsFlag struct {
	into *[]string
	what string
}

func (f textsFlag) String() string { return "" } // no default is shown in help
func (f textsFlag) Type() string   { return f.what }

func (f textsFlag) Set(value string) error {
	*f.into = append(*f.into, value)
	return nil
}

// texts adds a flag that may be given several times.
func (c *command) texts(flags *pflag.FlagSet, into *[]string, name string) {
	flags.Var(textsFlag{into, c.t.Value[name]}, name, c.t.Flag[name])
}

// flagError turns what pflag says into a sentence of our own.
func (c *command) flagError(err error) error {
	var unknown *pflag.NotExistError
	var noValue *pflag.ValueRequiredError
	var badValue *pflag.InvalidValueError
	switch {
	case errors.As(err, &unknown):
		if unknown.GetSpecifiedShortnames() != "" {
			return &usageError{c.t.UnknownFlag("-" + unknown.GetSpecifiedName())}
		}
		return &usageError{c.t.UnknownFlag("--" + unknown.GetSpecifiedName())}
	case errors.As(err, &noValue):
		return &usageError{c.t.FlagNeedsValue("--" + noValue.GetFlag().Name)}
	case errors.As(err, &badValue):
		return &usageError{c.t.BadFlagValue("--" + badValue.GetFlag().Name)}
	}
	return &usageError{c.t.BadCommandLine}
}

// report writes one JSON object, or, without --json, what people reads.
func (c *command) report(object any, people func() error) error {
	if !c.json {
		return people()
	}
	line, err := json.Marshal(object)
	if err != nil {
		return fmt.Errorf("writing JSON: %w", err)
	}
	return c.print(string(line))
}

// tell writes sentences on stdout; on a terminal they wrap between words.
func (c *command) tell(sentences string) error { return c.print(wrapped(sentences, columns(c.Out))) }

// print writes a line on stdout.
func (c *command) print(line string) error {
	if _, err := fmt.Fprintln(c.Out, line); err != nil {
		return fmt.Errorf("writing to stdout: %w", err)
	}
	return nil
}
