package id.alur.document;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Checks the content of an uploaded file, so that a fault is told while the person still has the file at hand. */
@FunctionalInterface
public interface Inspection {

  /** What is wrong with the content and what to do, as an Indonesian sentence; empty if nothing. Must not hold it all. */
  Optional<String> findFault(InputStream content) throws IOException;
}
