/** The one hardened way to call out: one request, once, to an address on the list, within a deadline. */
package id.alur.partner.http;
