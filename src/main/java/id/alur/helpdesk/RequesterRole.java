package id.alur.helpdesk;

import java.util.Arrays;
import java.util.Optional;

/** Who may come to the help desk (HD-1, HD-P4). */
enum RequesterRole {
  STUDENT("student"),
  LECTURER("lecturer"),
  EMPLOYEE("employee"),
  FACULTY_OPERATOR("facultyOperator");

  private final String id;

  RequesterRole(String id) {
    this.id = id;
  }

  String id() {
    return id;
  }

  static Optional<RequesterRole> of(String id) {
    return Arrays.stream(values()).filter(role -> role.id.equals(id)).findFirst();
  }
}
