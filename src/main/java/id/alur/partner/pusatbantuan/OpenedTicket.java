package id.alur.partner.pusatbantuan;

/** A ticket that exists: never send it again. */
public sealed interface OpenedTicket {

  long number();

  /** Everything was kept as it was sent. */
  record AsSent(long number) implements OpenedTicket {}

  /**
   * It exists, with other values than those sent: Zendesk replaces what it does not know.
   *
   * @param sentence what differs, for people
   */
  record KeptOtherwise(long number, String sentence) implements OpenedTicket {}
}
