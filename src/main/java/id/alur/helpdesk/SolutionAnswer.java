package id.alur.helpdesk;

import java.time.LocalDate;
import java.util.List;

/**
 * What readers of solutions are shown.
 *
 * @param severalUnits whether it matters of which unit each is
 * @param next where the next part begins; absent on the last one
 */
record SolutionAnswer(List<Item> solutions, boolean severalUnits, Long next) {

  /** @param recordedOn in the unit's zone */
  record Item(long number, String unit, String problem, String solution, LocalDate recordedOn) {}
}
