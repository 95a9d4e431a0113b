package id.alur.partner.pusatbantuan;

import id.alur.partner.pusatbantuan.Wire.CustomField;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Pusat Bantuan's form, whose ids nobody has published: its operator tells them.
 *
 * @param baseUrl such as {@code https://layanandosen.zendesk.com}
 * @param ticketFormId null: the only form there is
 * @param peran the field and the value of "Admin PT" in it; likewise kategori and subkategori (MS-2)
 * @param kodePtField the id of a field for the kode PT; null: there is none
 * @param requester who asks, unless the procedure says; needed only without an account
 * @param deadline of a ticket
 * @param uploadDeadline of a file
 */
@ConfigurationProperties("alur.pusat-bantuan")
record PusatBantuanSettings(URI baseUrl, Long ticketFormId, Field peran, Field kategori, Field subkategori,
    Long kodePtField, Requester requester, @DefaultValue("50MB") DataSize maxAttachment,
    @DefaultValue Authentication authentication, @DefaultValue("60s") Duration deadline,
    @DefaultValue("15m") Duration uploadDeadline) {

  /** A field of the form and the value that it gets. */
  record Field(long id, String value) {
    CustomField filled() {
      return new CustomField(id, value);
    }
  }

  /** How Alur shows who it is: {@code anonymous}, {@code api-token} (with its account's e-mail address) or {@code oauth}. */
  record Authentication(@DefaultValue("anonymous") Kind kind, String account, String secret) {

    enum Kind { ANONYMOUS, API_TOKEN, OAUTH }

    boolean isAnonymous() {
      return kind == Kind.ANONYMOUS;
    }

    /** The value of the header Authorization. */
    Optional<String> header() {
      return switch (kind) {
        case ANONYMOUS -> Optional.empty();
        case API_TOKEN -> Optional.of("Basic " + Base64.getEncoder().encodeToString(
            (account + "/token:" + secret).getBytes(StandardCharsets.UTF_8)));
        case OAUTH -> Optional.of("Bearer " + secret);
      };
    }

    private boolean isComplete() {
      return isAnonymous() || isSet(secret) && (kind == Kind.OAUTH || isSet(account));
    }

    @Override
    public String toString() {
      return kind.name();
    }
  }

  boolean isAbsent() {
    return baseUrl == null;
  }

  /** The names of the settings that are missing. */
  List<String> missing() {
    Map<String, Boolean> given = new LinkedHashMap<>();
    given.put("base-url", baseUrl != null);
    given.put("peran", peran != null);
    given.put("kategori", kategori != null);
    given.put("subkategori", subkategori != null);
    given.put("authentication", authentication.isComplete());
    given.put("requester", requester != null || !authentication.isAnonymous());
    return given.entrySet().stream().filter(setting -> !setting.getValue()).map(Map.Entry::getKey).toList();
  }

  private static boolean isSet(String text) {
    return text != null && !text.isBlank();
  }
}
