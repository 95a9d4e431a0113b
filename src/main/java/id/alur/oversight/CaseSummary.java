package id.alur.oversight;

import java.time.Instant;

/**
 * One case in one line.
 *
 * @param id the process instance
 * @param procedure the process id, which is the slug
 * @param definitionId the deployed version of the procedure that this case follows
 * @param unit the tenant, null if the case belongs to no unit
 * @param startedBy the user's id, null if Alur itself started it
 * @param end null while the case runs
 * @param outcome the name of the end event that was reached, or an administrator's words; null while the case runs
 */
record CaseSummary(
    String id,
    String businessKey,
    String procedure,
    String procedureName,
    String definitionId,
    int version,
    String unit,
    String startedBy,
    Instant start,
    Instant end,
    State state,
    String outcome) {

  /** What became of a case. */
  enum State {
    RUNNING,
    SUSPENDED,
    FINISHED,
    CANCELLED
  }
}
