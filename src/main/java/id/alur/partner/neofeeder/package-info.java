/** A PT's own PDDikti Neo Feeder, over its web service: questions only, nothing is written. Knows no procedure. */
package id.alur.partner.neofeeder;
