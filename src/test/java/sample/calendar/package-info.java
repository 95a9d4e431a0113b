/** A package of the house that knows a procedure. */
package sample.calendar;
