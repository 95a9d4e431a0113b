package id.alur.notice;

/** Places in Tasklist that a mail points to. */
public final class TasklistLinks {

  /** The recipient's own list of tasks. */
  public static final String MY_TASKS = "/camunda/app/tasklist/default/";

  private TasklistLinks() {}
}
