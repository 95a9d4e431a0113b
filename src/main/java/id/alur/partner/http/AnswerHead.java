package id.alur.partner.http;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;

/** Status and headers of an answer; of a header that came twice, the first. */
public final class AnswerHead {

  private static final Duration PAUSE_IF_NONE_IS_SAID = Duration.ofSeconds(60);
  private static final Duration LONGEST_PAUSE = Duration.ofDays(1);

  private final int status;
  private final Map<String, String> headers;

  AnswerHead(int status, Map<String, String> headers) {
    this.status = status;
    this.headers = headers;
  }

  public int status() {
    return status;
  }

  /** The header's value, whatever the case of its name. */
  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name));
  }

  /** How long Retry-After (seconds or a date) asks to wait: 0 s to a day; 60 s if it is missing or means nothing. */
  public Duration retryAfter(Instant now) {
    Duration asked = header("Retry-After").map(text -> pause(text.strip(), now)).orElse(PAUSE_IF_NONE_IS_SAID);
    if (asked.isNegative()) {
      return Duration.ZERO;
    }
    return asked.compareTo(LONGEST_PAUSE) < 0 ? asked : LONGEST_PAUSE;
  }

  private static Duration pause(String retryAfter, Instant now) {
    if (retryAfter.matches("\\d{1,9}")) {
      return Duration.ofSeconds(Long.parseLong(retryAfter));
    }
    try {
      return Duration.between(now, ZonedDateTime.parse(retryAfter, DateTimeFormatter.RFC_1123_DATE_TIME));
    } catch (DateTimeException notADate) {
      return PAUSE_IF_NONE_IS_SAID;
    }
  }

  /** The status alone: a header may hold a cookie. */
  @Override
  public String toString() {
    return Integer.toString(status);
  }
}
