package id.alur.partner.pusatbantuan;

import java.time.Instant;

/**
 * A file that waits at Pusat Bantuan for its ticket.
 *
 * @param token names the file to whoever opens the ticket
 * @param expiresAt when Pusat Bantuan forgets it; then it must be uploaded again
 */
public record Upload(String token, Instant expiresAt) {

  public boolean isUsableAt(Instant time) {
    return time.isBefore(expiresAt);
  }

  @Override
  public String toString() {
    return "Upload until " + expiresAt;
  }
}
