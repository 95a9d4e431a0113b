package id.alur.partner.sister;

import java.net.URI;
import java.time.Duration;

/**
 * One sign-in.
 *
 * @param base the address of the PT's SISTER, such as {@code https://sister.contoh.ac.id}
 * @param deadline for all of it; SISTER may keep silent that long
 * @param maxBytes the largest answer, inclusive
 */
public record SignIn(URI base, String username, String password, SignInWay way, Duration deadline, long maxBytes) {

  /** Without username and password. */
  @Override
  public String toString() {
    return "sign-in at " + base.getHost();
  }
}
