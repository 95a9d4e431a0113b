package id.alur.helpdesk;

import java.util.List;

/**
 * A part of a list of solutions.
 *
 * @param next what to ask for the part that follows; null if there is none
 */
record SolutionSlice(List<Solution> solutions, Long next) {

  static final int SIZE = 20;

  /** @param found those from which it begins, one more than fits if there are as many */
  static SolutionSlice of(List<Solution> found) {
    return found.size() > SIZE
        ? new SolutionSlice(found.subList(0, SIZE), found.get(SIZE - 1).number())
        : new SolutionSlice(found, null);
  }
}
