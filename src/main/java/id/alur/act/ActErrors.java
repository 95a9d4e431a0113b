package id.alur.act;

/** Error codes that a model catches at the service task of an act. */
public final class ActErrors {

  /** Whether the act happened is unknown: a person decides in a task with the property {@code act}. */
  public static final String OUTCOME_UNKNOWN = "act.outcomeUnknown";

  /** The act did certainly not happen, and trying again does not help: a person does it by hand. */
  public static final String NOT_POSSIBLE = "act.notPossible";

  private ActErrors() {}
}
