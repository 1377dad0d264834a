package portrait

import (
	"crypto/sha256"

	"okienko/model"
)

// Sum is a file's fingerprint.
type Sum [sha256.Size]byte

// SumOf returns the fingerprint of a file.
func SumOf(data []byte) Sum { return sha256.Sum256(data) }

// Filed is one file of a folder: its fingerprint and the one student that it
// was matched with, 0 if it was not.
type Filed struct {
	Sum     Sum
	Bytes   int
	Student model.StudentID
}

// Folder returns, for each of the files that were taken in together, the
// reasons that only the whole of them gives: the same file sent for somebody
// else too, and more than one photo of a student. A file sent twice for the
// same student is one photo too many, no mistake of person.
func Folder(files []Filed) [][]ID {
	bySum, byStudent := map[Sum][]int{}, map[model.StudentID][]int{}
	for i, f := range files {
		if f.Bytes > 0 {
			bySum[f.Sum] = append(bySum[f.Sum], i)
		}
		if f.Student != 0 {
			byStudent[f.Student] = append(byStudent[f.Student], i)
		}
	}
	reasons := make([][]ID, len(files))
	for i, f := range files {
		if f.Bytes > 0 {
			for _, j := range bySum[f.Sum] {
				if j != i && (f.Student == 0 || files[j].Student != f.Student) {
					reasons[i] = append(reasons[i], DuplicateFile)
					break
				}
			}
		}
		if f.Student != 0 && len(byStudent[f.Student]) > 1 {
			reasons[i] = append(reasons[i], SeveralPhotos)
		}
	}
	return reasons
}
