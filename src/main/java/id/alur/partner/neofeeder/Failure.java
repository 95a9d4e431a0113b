package id.alur.partner.neofeeder;

/**
 * Why there is no answer.
 *
 * @param code of Feeder, or of HTTP for {@link Kind#SERVER_FAILED}; 0 if there is none
 * @param said Feeder's own words as one short line without markup, secrets and personal numbers; may be empty
 */
public record Failure(Kind kind, int code, String said) {

  /** The reasons that call for different deeds. */
  public enum Kind {
    /** The settings hold no Feeder for this unit. */
    NOT_CONFIGURED,
    /** Its address is not on the list of those that Alur may call. */
    NOT_ALLOWED,
    /** Nothing listens there, or the network does not reach it. */
    NOT_CONNECTED,
    /** It took the question, and no whole answer came in time. */
    NO_ANSWER,
    /** Its web server reports a failure (HTTP 5xx). */
    SERVER_FAILED,
    /** What came is no answer of a Feeder that Alur knows: a web page, other JSON, rows that were not asked for. */
    NOT_UNDERSTOOD,
    /** Username or password are wrong. */
    LOGIN_REFUSED,
    /** It refused a token that it had just given. */
    TOKEN_REFUSED,
    /** The web service has expired: Feeder must be updated. */
    SERVICE_OUTDATED,
    /** This Feeder does not know the function: it is older or newer than those that Alur knows. */
    FUNCTION_UNKNOWN,
    /** Any other refusal. */
    REFUSED
  }

  static Failure of(Kind kind) {
    return new Failure(kind, 0, "");
  }

  /** What Feeder's error_code means, other than 0. */
  static Failure ofCode(int code, String said) {
    Kind kind = switch (code) {
      case 12 -> Kind.LOGIN_REFUSED;
      case 13 -> Kind.FUNCTION_UNKNOWN;
      case 100 -> Kind.TOKEN_REFUSED;
      case 104 -> Kind.SERVICE_OUTDATED;
      default -> Kind.REFUSED;
    };
    return new Failure(kind, code, said);
  }
}
