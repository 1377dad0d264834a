package ui

import (
	"context"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"okienko/assets"
	"okienko/model"
	"okienko/store"
	"okienko/ui/text"
)

// founded is what init reports.
type founded struct {
	Folder  string `json:"folder"`
	Profile string `json:"profile"`
	School  string `json:"school"`
	// Passphrase says whether the school has one.
	Passphrase bool `json:"passphrase"`
}

func (c *command) initCommand() *cobra.Command {
	var profile, school, address string
	var l newLock
	v := c.verb("init", nil, func(ctx context.Context, _ []string) error { return c.found(ctx, profile, school, address, l) })
	v.Flags().BoolVar(&l.none, "no-passphrase", false, c.t.Flag["no-passphrase"])
	c.texts(v.Flags(), &l.recipients, "recipient")
	c.text(v.Flags(), &profile, "profile", "")
	c.text(v.Flags(), &school, "school", "")
	c.text(v.Flags(), &address, "address", "")
	return c.withJSON(v)
}

// found makes the data folder of a new school.
func (c *command) found(ctx context.Context, profile, school, address string, l newLock) error {
	switch {
	case c.demo:
		return &usageError{c.t.NotWithDemo}
	case profile == "":
		return &usageError{c.t.FlagRequired("--profile " + strings.Join(assets.Profiles(), "|"))}
	case !slices.Contains(assets.Profiles(), profile):
		return &usageError{c.t.UnknownProfile(profile, assets.Profiles())}
	}
	body, _ := assets.Profile(profile)
	folder := c.dataFolder()
	made, err := model.ParseProfile(folder.ProfileFile(), body)
	if err != nil {
		return err
	}
	if school != "" {
		made.School = clean(school)
	}
	if address != "" {
		made.Address = clean(address)
	}
	if _, err := os.Lstat(folder.ProfileFile()); err == nil {
		return store.ErrFolderTaken // before anybody thinks of a passphrase
	}
	lock, err := c.chooseLock(ctx, l)
	if err != nil {
		return err
	}
	if err := folder.Create(ctx, model.WithSchool(body, made.School, made.Address), lock); err != nil {
		return err
	}
	locked := lock.Passphrase != ""
	return c.report(founded{string(folder), profile, made.School, locked}, func() error {
		lockSaid := text.LockIn(c.lang).Locked
		if !locked {
			lockSaid = text.LockIn(c.lang).Unlocked
		}
		return c.tell(c.t.Created(made.School, string(folder)) + " " + lockSaid + " " + c.t.CreatedNext)
	})
}

// newLock is how init was told to lock the school.
type newLock struct {
	none       bool
	recipients []string
}

// chooseLock takes the passphrase from a file or the person.
func (c *command) chooseLock(ctx context.Context, l newLock) (lock store.Lock, err error) {
	lock.Recipients = l.recipients
	for _, r := range l.recipients {
		if err := store.CheckRecipient(r); err != nil {
			return lock, err
		}
	}
	if lock.Passphrase, err = c.givenPassphrase(); err != nil {
		return lock, err
	}
	switch {
	case l.none && lock.Passphrase != "":
		return lock, &usageError{text.LockIn(c.lang).BothWays}
	case l.none:
		return lock, nil
	case lock.Passphrase == "":
		lock.Passphrase, err = c.askNew(ctx)
	}
	return lock, err
}
