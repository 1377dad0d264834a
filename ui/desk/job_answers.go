package desk

import "okienko/model"

// Answer is what a person said about a doubt.
type Answer struct {
	Known model.StudentID // the row is this student
	New   bool            // the row is somebody new
}

// Obstacle is why an answer can't be given.
type Obstacle string

// The obstacles.
const (
	NoObstacle    Obstacle = ""
	PESELIsTaken  Obstacle = "pesel_taken"  // the row's PESEL belongs to somebody else
	ChosenAlready Obstacle = "chosen_twice" // another row of the file was said to be this student
)

// Settle answers doubt i of the plan. Doubts without an answer are not taken.
func (f *Import) Settle(i int, a Answer) {
	f.answers[i] = a
	if f.Kind != RosterFile {
		f.compareList()
	}
}

// Unsettle takes the answer to doubt i back: its row is left out.
func (f *Import) Unsettle(i int) {
	delete(f.answers, i)
	if f.Kind != RosterFile {
		f.compareList()
	}
}

// Settled is the answer to doubt i.
func (f *Import) Settled(i int) (Answer, bool) {
	a, ok := f.answers[i]
	return a, ok
}

// Answered is an answer and between whom it chose.
type Answered struct {
	Answer
	Candidates []model.StudentID
}

// Answers are the answers given so far, by the line of the file.
func (f *Import) Answers() map[int]Answered {
	byLine := make(map[int]Answered, len(f.answers))
	for i, a := range f.answers {
		byLine[f.Plan.Doubts[i].Row.Line] = Answered{a, f.Plan.Doubts[i].Candidates}
	}
	return byLine
}

// Obstacle says why an answer to doubt i would make the whole file fail.
func (f *Import) Obstacle(i int, a Answer) Obstacle {
	row := f.Plan.Doubts[i].Row
	if owner, ok := f.owners[row.Student.PESEL]; ok && (a.New || owner != a.Known) {
		return PESELIsTaken
	}
	// A list may say several things of one student; but logins are one's own.
	if !a.New && (f.Kind == RosterFile || f.Kind == CodesFile) {
		for other, given := range f.answers {
			if other != i && given == a {
				return ChosenAlready
			}
		}
	}
	return NoObstacle
}
