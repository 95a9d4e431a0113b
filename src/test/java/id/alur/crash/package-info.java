/** Starts the product as real processes, kills and freezes them, and checks that nothing is lost and nothing sent twice. */
package id.alur.crash;
