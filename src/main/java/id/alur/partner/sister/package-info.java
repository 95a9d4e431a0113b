/** A PT's own SISTER: signing in at /autosync and taking its JSON. Knows no procedure. */
package id.alur.partner.sister;
