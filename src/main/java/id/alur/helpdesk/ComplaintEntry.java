package id.alur.helpdesk;

import java.time.Instant;

/**
 * What was said about a complaint after it was made.
 *
 * @param writtenBy a user id; null for the requester
 */
record ComplaintEntry(Kind kind, String writtenBy, String text, Instant writtenAt) {

  /** A problem is told without names and numbers; it and a note are for staff alone. */
  enum Kind {
    QUESTION, ANSWER, PROBLEM, SOLUTION, REFERRAL, REOPENING, NOTE;

    boolean isForRequester() {
      return this != NOTE && this != PROBLEM;
    }
  }
}
