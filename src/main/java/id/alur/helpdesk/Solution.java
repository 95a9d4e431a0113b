package id.alur.helpdesk;

import java.time.Instant;

/**
 * A recorded solution, as staff and faculty operators read it (HD-P4, HD-P5).
 *
 * @param number unique among all units; a later one is higher
 * @param unit its kode PT
 */
record Solution(long number, String unit, ComplaintKind kind, String problem, String solution, Instant recordedAt) {}
