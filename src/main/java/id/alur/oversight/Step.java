package id.alur.oversight;

import java.time.Instant;
import java.util.List;

/**
 * One step of a case as it happened; a step that was done twice is two.
 *
 * @param id the activity instance
 * @param elementId the element of the model
 * @param type the engine's name of the element's type, such as userTask
 * @param sop the SOP lines that the step carries out, those of the decision rules that matched included
 * @param person who did it: the user's id, null if no person did
 * @param end null while the step runs
 * @param durationMillis null while the step runs
 * @param wayTaken the answer to a gateway's question; null at any other step
 * @param answers what was entered or found out at this step
 */
record Step(
    String id,
    String elementId,
    String name,
    String type,
    List<String> sop,
    String person,
    Instant start,
    Instant end,
    Long durationMillis,
    State state,
    String wayTaken,
    List<Answer> answers) {

  /** What became of a step. */
  enum State {
    RUNNING,
    COMPLETED,
    CANCELLED
  }

  /**
   * A value that a step left in the case.
   *
   * @param value text, number or yes and no; of a reference only its beginning; null if the value was cleared
   */
  record Answer(String name, Object value) {}
}
