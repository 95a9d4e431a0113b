package id.alur.helpdesk;

import java.util.List;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Finds earlier solutions by their words (HD-P4, HD-P5), ranked the same on every database.
 *
 * <p>The index of each node follows the table whenever somebody searches. It proposes; which of these a person may
 * read, and what they say, comes from the table.
 */
@Component
class SolutionSearch {

  /** Nobody reads further than that: more words narrow it down. */
  private static final int MOST_FOUND = 200;
  private static final int MOST_CHARACTERS = 500;
  private static final int READ_AT_ONCE = 1000;

  private final Solutions solutions;
  private final SolutionIndex index = new SolutionIndex();

  SolutionSearch(Solutions solutions) {
    this.solutions = solutions;
  }

  /**
   * The solutions that fit best, or the newest ones if {@code words} are none that could be found.
   *
   * @param words as people type them; what exceeds 500 characters is not read
   * @param after the number of the last solution that was shown; null for the first page
   */
  SolutionSlice search(String words, ReadableUnits units, Long after) {
    String read = words.substring(0, Math.min(words.length(), MOST_CHARACTERS));
    if (IndonesianWords.stemsOf(read).isEmpty()) {
      return SolutionSlice.of(solutions.newest(units, after, SolutionSlice.SIZE + 1));
    }
    followTable();
    List<Long> ranked = index.find(read, units, MOST_FOUND);
    int begin = ranked.indexOf(after) + 1;
    List<Long> wanted = ranked.subList(begin, Math.min(begin + SolutionSlice.SIZE + 1, ranked.size()));
    return SolutionSlice.of(solutions.of(wanted, units));
  }

  /** At the start too, so that nobody waits for the whole table to be read. */
  @EventListener(ApplicationReadyEvent.class)
  synchronized void followTable() {
    if (isComplete()) {
      return;
    }
    addNew();
    if (!isComplete()) { // one of a lower number was committed later, or somebody has deleted one
      index.clear();
      addNew();
    }
  }

  private boolean isComplete() {
    return index.extent().equals(solutions.extent());
  }

  private void addNew() {
    List<Solution> read;
    do {
      read = solutions.recordedAfter(index.extent().newest(), READ_AT_ONCE);
      index.add(read);
    } while (read.size() == READ_AT_ONCE);
  }
}
