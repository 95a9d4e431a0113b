package id.alur.partner.sister;

import java.io.IOException;
import java.io.InputStream;

/** Signs in at a PT's /autosync and takes the JSON that it answers with (MS-4, MS-5, MS-6). */
public interface SisterAutosync {

  /**
   * Signs in once and gives the answer to {@code consumer} while it comes in.
   *
   * @throws WrongPassword if SISTER did not accept username and password
   * @throws NotAutosync if there is no /autosync of this kind at the address
   * @throws id.alur.partner.http.CertainlyNot if the sign-in was not even sent; the two above are of this type too
   * @throws id.alur.partner.http.OutcomeUnknown if it was sent and no whole answer came
   * @throws java.io.UncheckedIOException if the consumer failed
   */
  void signIn(SignIn signIn, JsonConsumer consumer);

  /** Takes what SISTER answered: no web page, else not checked yet. */
  @FunctionalInterface
  interface JsonConsumer {
    void accept(InputStream json) throws IOException;
  }
}
