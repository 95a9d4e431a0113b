package id.alur.access;

import java.util.List;

/**
 * Who may start a procedure; each procedure contributes one as a bean.
 *
 * @param processId the procedure's slug
 * @param groups whose members may start it, for their own units
 */
public record Starters(String processId, List<Group> groups) {

  /** Only members of these groups start {@code processId}. */
  public static Starters of(String processId, Group... groups) {
    return new Starters(processId, List.of(groups));
  }
}
