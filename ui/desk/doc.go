// Package desk holds the screens of the window: what the secretary works with
// and what a student scans.
//
// How a deed flows: a key runs an action (kit), the action returns a command
// made by App.do around one method of the store, its answer is a done, and the
// screen that asked gives it to App.take, which brings the list in memory up
// to date. Screens read the list, never the database.
package desk
