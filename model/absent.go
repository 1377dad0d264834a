package model

// Absent are the students whom somebody marked as not there when their class
// was called, and who did not turn up since: a code shown to them says that
// they did. The lines are those of one day, the oldest first.
func Absent(lines []RegisterLine) map[StudentID]bool {
	absent := map[StudentID]bool{}
	for _, l := range lines {
		switch l.Deed {
		case DeedAbsent:
			absent[l.Student] = true
		case DeedAbsenceUndone, DeedCodePresented, DeedHandedOver:
			delete(absent, l.Student)
		}
	}
	return absent
}
