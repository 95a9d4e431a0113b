package id.alur.partner.http;

import java.io.IOException;
import java.io.InputStream;

/** Reads an answer while it comes in; what it leaves unread is not fetched. */
@FunctionalInterface
public interface AnswerReader<T> {

  /** @throws IOException of {@code body}, or of the place where the reader puts it */
  T read(AnswerHead head, InputStream body) throws IOException;
}
