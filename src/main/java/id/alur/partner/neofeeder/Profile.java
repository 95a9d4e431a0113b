package id.alur.partner.neofeeder;

/**
 * The PT that a Feeder belongs to.
 *
 * @param unit its kode PT, as Feeder says it: to compare, not to show
 */
public record Profile(String unit) {}
