/** A small house out of reach of Alur's component scan: one sound procedure, and classes that break each rule once. */
package sample;
