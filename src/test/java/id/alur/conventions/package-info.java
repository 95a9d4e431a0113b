/** The conventions of the house as tests: each says what to change, and each is proven against a planted fault. */
package id.alur.conventions;
