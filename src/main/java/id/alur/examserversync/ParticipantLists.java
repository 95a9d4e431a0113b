package id.alur.examserversync;

import id.alur.document.Documents;
import id.alur.document.OpenDocument;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** Lists of participants that a proctor handed in (ES-19): refused when they are uploaded, if they cannot be read. */
@Component
class ParticipantLists {

  static final String KIND = "participant-list";

  private final Documents documents;

  ParticipantLists(Documents documents) {
    this.documents = documents;
  }

  ParticipantList read(String reference, DelegateTask task) throws UnreadableParticipants {
    try (OpenDocument list = documents.open(reference, task.getProcessInstanceId())) {
      return ParticipantList.read(list.content());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What is wrong with an uploaded list, as a sentence for the proctor. */
  static Optional<String> faultIn(InputStream content) throws IOException {
    try {
      ParticipantList.read(content);
      return Optional.empty();
    } catch (UnreadableParticipants unreadable) {
      return Optional.of(unreadable.getMessage());
    }
  }
}
