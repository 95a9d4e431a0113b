package id.alur.engine;

import java.time.Instant;

/**
 * Keeps what is too big or too secret for the engine; a form completes with a reference to it.
 *
 * <p>A form field that carries a reference says of which kind in {@code data-reference-kind}.
 */
public interface ReferenceKeeper {

  /** Whether this keeper is the one for references of {@code kind}. */
  boolean keeps(String kind);

  /**
   * Makes the reference part of a case, within the engine's transaction.
   *
   * @throws RejectedInput at {@code field} if this person did not make this reference for this task or start
   */
  void adopt(String field, String kind, String reference, Submission submission);

  /** The case has ended at {@code end}: what it kept may be erased when its time has come. */
  void caseEnded(String caseId, Instant end);

  /**
   * A form that is being submitted.
   *
   * @param userId who submits it; null when Alur itself does
   * @param madeFor "task:" and the task's id, or "start:" and the process id
   * @param caseId the process instance that the form belongs to
   * @param unit the tenant of the case
   */
  record Submission(String userId, String madeFor, String caseId, String unit) {

    /** What references for a form of this task are made for. */
    public static String task(String taskId) {
      return "task:" + taskId;
    }

    /** What references for a start form of this process are made for. */
    public static String start(String processId) {
      return "start:" + processId;
    }
  }
}
