package id.alur.partner.pusatbantuan;

import com.fasterxml.jackson.databind.JsonNode;
import id.alur.partner.http.Answer;
import id.alur.partner.http.CallFailed;
import id.alur.partner.http.OutcomeUnknown;
import id.alur.partner.pusatbantuan.Refused.Reason;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.util.unit.DataSize;

/** What an answer other than 201 means: 4xx that nothing happened, everything else that nobody knows. */
final class Refusals {

  private static final int LONGEST_QUOTE = 500;

  private final DataSize maxAttachment;
  private final Clock clock;

  Refusals(DataSize maxAttachment, Clock clock) {
    this.maxAttachment = maxAttachment;
    this.clock = clock;
  }

  CallFailed of(Answer answer) {
    int status = answer.status();
    String message = "answered " + status;
    return switch (status) {
      case 401 -> new Refused(Reason.SIGN_IN_REFUSED, message, "Pusat Bantuan tidak menerima akun Alur, jadi tidak ada "
          + "yang diproses. Kerjakan langkah ini dengan tangan, dan minta admin Alur memeriksa tokennya.");
      case 403 -> new Refused(Reason.FORBIDDEN, message, "Pusat Bantuan tidak mengizinkan permintaan dari Alur, jadi "
          + "tidak ada yang diproses. Kerjakan langkah ini dengan tangan, dan beri tahu admin Alur.");
      case 307, 308, 404, 410 -> new Refused(Reason.NOT_FOUND, message, "Alamat Pusat Bantuan yang diatur di Alur tidak "
          + "benar lagi, jadi tidak ada yang diproses. Kerjakan langkah ini dengan tangan, dan beri tahu admin Alur.");
      case 413 -> fileTooLarge(message);
      case 422 -> invalid(answer);
      case 429 -> tooManyRequests(message, answer.head().retryAfter(clock.instant()));
      default -> status >= 400 && status < 500 ? other(message, status) : unknown(message);
    };
  }

  Refused fileTooLarge(String message) {
    return new Refused(Reason.FILE_TOO_LARGE, message, "Berkas lebih besar daripada yang diterima Pusat Bantuan (paling "
        + "besar " + maxAttachment.toMegabytes() + " MB), jadi tidak terkirim. Tanyakan kepada Pusat Bantuan cara lain "
        + "mengirimnya.");
  }

  static Refused uploadExpired(String message) {
    return new Refused(Reason.UPLOAD_EXPIRED, message, "Berkas yang sudah diunggah ke Pusat Bantuan kedaluwarsa, jadi "
        + "tiket belum dibuat. Unggah berkasnya lagi.");
  }

  static OutcomeUnknown unknown(String message) {
    return new OutcomeUnknown("pusat-bantuan: " + message, "Permintaan sampai di Pusat Bantuan, tetapi jawabannya tidak "
        + "dapat dipastikan. Mungkin sudah diproses: periksa email konfirmasinya sebelum mengirim lagi.");
  }

  private Refused invalid(Answer answer) {
    JsonNode told = Wire.read(answer, JsonNode.class).orElseGet(Wire.JSON::nullNode);
    if (told.path("error").asText().contains("TooLarge")) {
      return fileTooLarge("answered 422");
    }
    if (told.path("details").has("uploads")) {
      return uploadExpired("answered 422");
    }
    return new Refused(Reason.INVALID, "answered 422",
        "Pusat Bantuan menolak isian permintaan, jadi tiket belum dibuat: " + quote(told));
  }

  private static String quote(JsonNode told) {
    List<String> descriptions = new ArrayList<>();
    told.path("details").forEach(ofField ->
        ofField.forEach(detail -> descriptions.add(detail.path("description").asText())));
    String quoted = descriptions.isEmpty()
        ? told.path("description").asText("tanpa penjelasan") : String.join("; ", descriptions);
    return quoted.substring(0, Math.min(quoted.length(), LONGEST_QUOTE));
  }

  private static Refused tooManyRequests(String message, Duration pause) {
    return new Refused(Reason.TOO_MANY_REQUESTS, message, "Pusat Bantuan sedang menerima terlalu banyak permintaan, jadi "
        + "belum ada yang diproses. Coba lagi sesudah " + Math.max(1, pause.toSeconds()) + " detik.", pause);
  }

  private static Refused other(String message, int status) {
    return new Refused(Reason.OTHER, message, "Pusat Bantuan menolak permintaan ini (kode " + status + "), jadi tidak ada "
        + "yang diproses. Kerjakan langkah ini dengan tangan, dan beri tahu admin Alur.");
  }
}
