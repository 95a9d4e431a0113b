/** E-mail that tells people what happened and what to do, with a link. Knows addresses, no person and no procedure. */
package id.alur.notice;
