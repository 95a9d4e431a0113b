package id.alur.crash;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** A place at which a process can be held until it is killed. */
enum Point {

  /** The act is fetched, and nothing about it written. */
  BEFORE_INTENT,
  /** The intent is in the journal, the ticket not sent. */
  BEFORE_TICKET,
  /** Pusat Bantuan has answered, the journal does not know. */
  BETWEEN_TICKET_AND_JOURNAL,
  /** The journal has the answer, the case does not. */
  BETWEEN_JOURNAL_AND_ENGINE,
  /** Half of SISTER's JSON has arrived; held by SISTER. */
  DURING_AUTOSYNC,
  /** The JSON is uploaded, the request that names it not sent. */
  BETWEEN_UPLOAD_AND_REQUEST,
  /** A form is written to the database, and not committed. */
  BEFORE_FORM_IS_COMMITTED,
  /** A form is committed, and its sender not answered. */
  BEFORE_FORM_IS_ANSWERED,

  /** START SYNC is written down, and not committed. */
  BEFORE_START_SYNC_IS_COMMITTED,
  /** START SYNC is committed, and the proctor not answered. */
  BEFORE_START_SYNC_IS_ANSWERED,
  /** Nine green are written down and bound, and not committed. */
  BEFORE_NINE_GREEN_ARE_COMMITTED,
  /** Nine green are committed, and the proctor not answered. */
  BEFORE_NINE_GREEN_ARE_ANSWERED;

  static final Set<Point> OF_EXAM_SERVER_SYNC =
      Collections.unmodifiableSet(EnumSet.range(BEFORE_START_SYNC_IS_COMMITTED, BEFORE_NINE_GREEN_ARE_ANSWERED));

  static final Set<Point> OF_MANUAL_SYNC =
      Collections.unmodifiableSet(EnumSet.range(BEFORE_TICKET, BEFORE_FORM_IS_ANSWERED));
}
