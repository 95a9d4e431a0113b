/** The sound procedure of the sample. */
package sample.bookloan;
