/** SISTER manual sync (MS): an Admin PT brings the data of his PT's SISTER to SISTER Cloud. */
package id.alur.sistermanualsync;
