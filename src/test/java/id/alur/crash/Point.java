package id.alur.crash;

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
  BEFORE_FORM_IS_ANSWERED
}
