/** Secrets by reference: sealed with a key outside the database, opened only for their own case, destroyed at its end. */
package id.alur.vault;
