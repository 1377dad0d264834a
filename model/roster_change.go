package model

// ChangeByRow says what a row of a roster would change about a known student,
// current being the student's current card if there is one. It is also how a
// Doubt is settled once a person has said who the row is. No Fields: nothing.
func ChangeByRow(before Student, current Card, hasCard bool, row RosterRow) Change {
	c := Change{Line: row.Line, Before: before, After: before}
	s := &row.Student
	take(&c, FieldLast, &c.After.Last, s.Last)
	take(&c, FieldFirst, &c.After.First, s.First)
	take(&c, FieldSecond, &c.After.Second, s.Second)
	take(&c, FieldPESEL, &c.After.PESEL, s.PESEL)
	take(&c, FieldBirth, &c.After.Birth, s.Birth)
	take(&c, FieldSex, &c.After.Sex, s.Sex)
	take(&c, FieldClass, &c.After.Class, s.Class)
	c.takeRegisterNo(s)
	take(&c, FieldBookNo, &c.After.BookNo, s.BookNo)
	take(&c, FieldDocument, &c.After.Document, s.Document)
	if !before.Left.IsZero() {
		c.After.Left = Date{}
		c.Fields = append(c.Fields, FieldLeft)
	}
	if !before.Erased.IsZero() {
		c.After.Erased = Date{}
		c.Fields = append(c.Fields, FieldErased)
	}
	c.takeCard(current, hasCard, row.Card)
	return c
}

// take replaces what is known by what the row says; an empty cell says
// nothing.
func take[T comparable](c *Change, field Field, known *T, said T) {
	var nothing T
	if said != nothing && said != *known {
		*known = said
		c.Fields = append(c.Fields, field)
	}
}

// takeRegisterNo takes the number in the class register. Who comes into another
// class does not keep the number of the old one, even if the row says none.
func (c *Change) takeRegisterNo(said *Student) {
	moved, no := c.After.Class != c.Before.Class, said.RegisterNo
	if no == c.Before.RegisterNo || no == 0 && !moved || c.After.Class.IsZero() {
		return
	}
	c.After.RegisterNo = no
	c.Fields = append(c.Fields, FieldRegisterNo)
}

// takeCard corrects the dates of the card with the row's number, or enters
// the row's card as a new one. A card issued before the one that is known is
// old news.
func (c *Change) takeCard(current Card, hasCard bool, said Card) {
	switch {
	case said.Number == "":
		return
	case !hasCard || said.Number != current.Number:
		if hasCard && !said.Issued.IsZero() && said.Issued.Before(current.Issued) {
			return
		}
		said.Student = c.Before.ID
		c.Card = said
		c.Fields = append(c.Fields, FieldCardNumber)
		return
	}
	corrected, before := current, len(c.Fields)
	take(c, FieldCardIssued, &corrected.Issued, said.Issued)
	take(c, FieldCardUntil, &corrected.ValidUntil, said.ValidUntil)
	if len(c.Fields) > before {
		c.Card = corrected
	}
}
