package id.alur.partner.cbtsync;

import java.net.URI;
import java.time.Duration;

/** The page of CBTSync that shows status and version. No interface of it was ever published: it is only looked at. */
public interface CbtSyncWeb {

  /**
   * The words of the page at this address, without its markup.
   *
   * @throws id.alur.partner.http.CallFailed if no page came
   */
  String read(URI page, Duration deadline);
}
