package id.alur.partner.neofeeder;

/**
 * What Feeder knows of a lecturer, without who it is.
 *
 * @param status such as Aktif, as a short text without markup; empty if Feeder does not say
 */
public record Lecturer(String status) {}
