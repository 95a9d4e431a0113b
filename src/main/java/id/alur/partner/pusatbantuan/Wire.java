package id.alur.partner.pusatbantuan;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import id.alur.partner.http.Answer;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What travels to and from Zendesk, as far as Alur needs it. */
final class Wire {

  static final ObjectMapper JSON = JsonMapper.builder()
      .addModule(new JavaTimeModule())
      .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
      .serializationInclusion(JsonInclude.Include.NON_NULL)
      .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
      .build();

  private Wire() {}

  /** Empty if the answer is not what it should be; its Content-Type is not asked: uploads are answered as text/plain. */
  static <T> Optional<T> read(Answer answer, Class<T> type) {
    try {
      return Optional.ofNullable(JSON.readValue(answer.body(), type));
    } catch (IOException notWhatItShouldBe) {
      return Optional.empty();
    }
  }

  record NewRequest(Content request) {
    record Content(Requester requester, String subject, Comment comment, List<CustomField> customFields,
        Long ticketFormId) {}
  }

  record Comment(String body, List<String> uploads) {}

  /** The value comes back as text, number, flag or list, whatever the field's type makes of it. */
  record CustomField(long id, Object value) {}

  record OneRequest(KeptRequest request) {}

  record RequestPage(List<KeptRequest> requests, String nextPage) {}

  record KeptRequest(Long id, String subject, Long ticketFormId, List<CustomField> customFields) {}

  record OneUpload(KeptUpload upload) {}

  record KeptUpload(String token, Instant expiresAt, Attachment attachment) {}

  record Attachment(Long size) {}
}
