package id.alur.helpdesk;

import java.util.Arrays;
import java.util.Optional;

/** What a complaint is about (HD-S, HD-P1); what is none of the first five is for somebody else. */
enum ComplaintKind {
  STUDENT_DATA("studentData"),
  LECTURER_DATA("lecturerData"),
  ACADEMIC_DATA("academicData"),
  FACILITIES("facilities"),
  TECHNICAL_HELP("technicalHelp"),
  TUITION("tuition"),
  ADMISSION("admission"),
  GRADE("grade"),
  OTHER("other");

  private final String id;

  ComplaintKind(String id) {
    this.id = id;
  }

  /** As forms and the table of decisions call it. */
  String id() {
    return id;
  }

  /** The kind of this id; empty if there is none, or {@code id} is null. */
  static Optional<ComplaintKind> of(String id) {
    return Arrays.stream(values()).filter(kind -> kind.id.equals(id)).findFirst();
  }
}
