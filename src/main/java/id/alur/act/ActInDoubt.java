package id.alur.act;

import static id.alur.engine.Variable.text;

import id.alur.engine.Variable;

/**
 * The fields of a form in which a person decides whether an act happened. Its user task has the property {@code act}
 * with the id of the service task.
 */
public final class ActInDoubt {

  /** {@link Decision#HAPPENED} or {@link Decision#DID_NOT_HAPPEN}. */
  public static final Variable<String> DECISION = text("actDecision");

  /** Under which number the partner keeps it; may be empty. */
  public static final Variable<String> REFERENCE = text("actReference");

  /** How the person found out. */
  public static final Variable<String> EVIDENCE = text("actEvidence");

  private ActInDoubt() {}

  /** What a person found out. */
  public static final class Decision {
    public static final String HAPPENED = "happened";
    public static final String DID_NOT_HAPPEN = "didNotHappen";

    private Decision() {}
  }
}
