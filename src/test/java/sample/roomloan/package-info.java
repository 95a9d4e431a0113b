/** A procedure that knows another one. */
package sample.roomloan;
