package id.alur.partner.pusatbantuan;

import java.io.InputStream;
import java.time.Duration;
import java.util.Optional;

/**
 * Opens tickets at Pusat Bantuan. What fails is told by {@link Refused} or another
 * {@link id.alur.partner.http.CertainlyNot} if nothing happened there, else by
 * {@link id.alur.partner.http.OutcomeUnknown}.
 */
public interface PusatBantuan {

  /** Whether the settings suffice to open a ticket; if not, a person does it on the web page. */
  boolean isConfigured();

  /** Whether {@link #findTicket} can be asked: only who has an account sees the tickets that he opened. */
  boolean canFindTickets();

  /**
   * Opens a ticket (MS-2, MS-7).
   *
   * @param idempotencyKey the same for each attempt of one act. Zendesk promises to heed it for tickets of agents, not for
   *     those of this interface: nobody may send again because of it
   * @param timeLeft at most; if there is none it is not sent
   */
  OpenedTicket openTicket(TicketRequest request, String idempotencyKey, Duration timeLeft);

  /**
   * Hands in a file for a ticket that is opened next. Alone it does nothing: it may be repeated.
   *
   * @param size in bytes, exactly
   * @param content read once, not closed
   */
  Upload upload(String name, long size, InputStream content);

  /**
   * Looks for the ticket of an act whose outcome is unknown.
   *
   * @return empty if there certainly is none
   * @throws id.alur.partner.http.OutcomeUnknown if that cannot be told, whatever the reason
   */
  Optional<OpenedTicket> findTicket(TicketRequest request);
}
