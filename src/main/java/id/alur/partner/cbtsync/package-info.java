/** The web of a school's CBTSync, read as a person reads it. Knows no procedure. */
package id.alur.partner.cbtsync;
