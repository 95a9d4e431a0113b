package id.alur.helpdesk;

/** Where a complaint stands, as its requester sees it. */
enum ComplaintState {
  RECEIVED,
  PROCESSING,
  /** The clock rests until the requester has answered. */
  ASKED,
  /** The solution is announced; it can be reopened. */
  SOLVED,
  /** The requester was asked and did not answer; it can be reopened. */
  UNANSWERED,
  OUT_OF_SCOPE,
  CLOSED,
  CANCELLED;

  boolean isEnded() {
    return this == OUT_OF_SCOPE || this == CLOSED || this == CANCELLED;
  }

  boolean isAnswerable() {
    return this == ASKED;
  }

  boolean isReopenable() {
    return this == SOLVED || this == UNANSWERED;
  }
}
