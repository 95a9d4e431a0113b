package id.alur.oversight;

import java.util.List;

/**
 * Some cases, newest first.
 *
 * @param next where the next page begins; null on the last one
 */
record CasePage(List<CaseSummary> cases, Position next) {}
