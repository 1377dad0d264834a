package model

import (
	"cmp"
	"strconv"
)

// MaxRegisterNo is the largest number in a class register that is believed;
// no class is nearly as large.
const MaxRegisterNo = 999

// ReadRegisterNo reads a number in the class register as lists and people
// write it: "7", "7.", "07", a spreadsheet's "7,00". 0 and true for a blank
// text; false for what is no number from 1 to MaxRegisterNo.
func ReadRegisterNo(s string) (n int, ok bool) {
	digits := plainDigits(s)
	if digits == "" {
		return 0, true
	}
	if len(digits) > 3 || digits[0] == '+' || digits[0] == '-' {
		return 0, false
	}
	n, err := strconv.Atoi(digits)
	if err != nil || n < 1 || n > MaxRegisterNo {
		return 0, false
	}
	return n, true
}

// RegisterNoText is the number in the class register as people write it, ""
// where it is not known.
func (s Student) RegisterNoText() string {
	if s.RegisterNo == 0 {
		return ""
	}
	return strconv.Itoa(s.RegisterNo)
}

// CompareInRegister orders students class by class and in each as the class's
// register does, as far as it is known: first those with a number, by number.
// It says nothing about those without one; they are to stand in Polish order.
func (s Student) CompareInRegister(o Student) int {
	return cmp.Or(s.Class.Compare(o.Class), cmp.Compare(s.registerPlace(), o.registerPlace()))
}

// registerPlace is the number, or for those without one a place behind all.
func (s Student) registerPlace() int {
	return cmp.Or(s.RegisterNo, MaxRegisterNo+1)
}
