// Package scan finds activation codes in pictures, PDFs, ZIPs and folders,
// and whose they are. Foreign bytes come in, Items go out, one for each file;
// nothing here panics on input, writes to disk (but for the compiled form of
// PDFium), or logs.
//
//   - scanner.go: the iterator that a caller drives, one file an item;
//   - source.go, folder.go, archive.go: paths to files;
//   - document.go: a file's bytes to pages;
//   - picture.go, pdf.go, engine.go, letters.go: a page as a grey picture
//     and as words with places;
//   - find.go, locate.go, payload.go: a grey picture to codes;
//   - people.go, words.go, mention.go: words to students;
//   - pair.go, owner.go: codes and students of a page to pairs.
//
// Whose a code is is never guessed: a code belongs to a student for sure if
// all that its page says fits one student alone and no other reading of the
// page's layout fits as well. Everything else is returned as a doubt with
// suggestions.
package scan
