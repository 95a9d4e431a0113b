package id.alur.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The folder that holds the files, each under its document's id. Nodes of one database share it. */
@Component
class DocumentFolder {

  private final Path folder;

  DocumentFolder(@Value("${alur.data}") Path data) throws IOException {
    this.folder = Files.createDirectories(data.resolve("documents"));
  }

  /** A new file to receive an upload. */
  IncomingFile open() throws IOException {
    return new IncomingFile(folder.resolve(UUID.randomUUID() + ".incoming"));
  }

  Path file(String id) {
    return folder.resolve(id);
  }

  void delete(String id) {
    try {
      Files.deleteIfExists(file(id));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Tells the names of all files that were last written before {@code time}. */
  void forEachOlderThan(Instant time, Consumer<String> name) throws IOException {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, file -> writtenBefore(time, file))) {
      files.forEach(file -> name.accept(file.getFileName().toString()));
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
  }

  private static boolean writtenBefore(Instant time, Path file) throws IOException {
    try {
      return Files.getLastModifiedTime(file).toInstant().isBefore(time);
    } catch (NoSuchFileException e) {
      return false; // another node removed it, or an upload has just ended
    }
  }
}
