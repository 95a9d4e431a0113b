package id.alur.vault;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.function.BiFunction;
import java.util.function.Function;

/** An opened secret: it can be used, but prints, logs and serializes as {@code ***}. Keep it no longer than one call. */
public final class Secret {

  private static final String SHOWN = "***";

  private final String value;

  Secret(String value) {
    this.value = value;
  }

  /** What {@code use} makes of the secret in clear. */
  public <T> T use(Function<String, T> use) {
    return use.apply(value);
  }

  /**
   * What {@code use} makes of username and password.
   *
   * @throws IllegalStateException if this secret is no username with a password
   */
  public <T> T useCredentials(BiFunction<String, String, T> use) {
    Credentials credentials = Credentials.read(value)
        .orElseThrow(() -> new IllegalStateException("This secret is not a username with a password"));
    return use.apply(credentials.username(), credentials.password());
  }

  @Override
  @JsonValue
  public String toString() {
    return SHOWN;
  }
}
