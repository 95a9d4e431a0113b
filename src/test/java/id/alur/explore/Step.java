package id.alur.explore;

/**
 * From one state to the next.
 *
 * @param choice what happened; the same if it was cut off by a crash
 * @param crashed whether the process died meanwhile
 */
public record Step(State before, Choice choice, boolean crashed, State after) {

  /** For the reader of a way. */
  String label() {
    return crashed ? choice.name() + ", and Alur stops meanwhile" : choice.name();
  }

  /** Whether this choice was taken, to its end. */
  public boolean isDone(String choiceName) {
    return !crashed && choice.name().equals(choiceName);
  }

  /** Whether this step, however it ended, added to this counter. */
  public boolean adds(String counter) {
    return after.counters().get(counter) > before.counters().get(counter);
  }

  /** Whether this step brought about a new task with this id in the model. */
  public boolean brings(String task) {
    return after.task(task).isPresent()
        && !after.task(task).map(State.OpenTask::id).equals(before.task(task).map(State.OpenTask::id));
  }
}
