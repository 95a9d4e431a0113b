/** A small house beside Alur's, out of reach of its component scan: one sound procedure, and one that breaks each rule once. */
package sample;
