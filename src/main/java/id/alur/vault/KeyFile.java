package id.alur.vault;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A file that holds a key in base64 and that only its owner may read. */
final class KeyFile {

  private static final Logger log = LoggerFactory.getLogger(KeyFile.class);

  private KeyFile() {}

  /** The key in {@code file}, which must exist. */
  static SealingKey read(Path file) throws IOException {
    if (!Files.isReadable(file)) {
      throw new UnusableVaultKey("The vault's key file " + file + " is not there or cannot be read. Nothing was changed. "
          + "Restore it from its backup, or correct ALUR_VAULT_KEY_FILE.");
    }
    return SealingKey.of(Files.readString(file, StandardCharsets.US_ASCII), file.toString());
  }

  /** The key in {@code file}; a new one if there is no such file yet. */
  static SealingKey readOrMake(Path file) throws IOException {
    if (Files.notExists(file)) {
      make(file);
    }
    return read(file);
  }

  /** It appears with all its content: another node that starts at the same time reads this key or makes it first. */
  private static void make(Path file) throws IOException {
    Path folder = Files.createDirectories(file.toAbsolutePath().getParent());
    Path draft = Files.createTempFile(folder, "vault", ".new", ownerOnly(folder));
    try {
      Files.writeString(draft, SealingKey.random() + "\n", StandardCharsets.US_ASCII);
      Files.createLink(file, draft);
      log.warn("Made the vault's key {}. Back it up now, apart from the data: without it no secret of an open case can "
          + "be read, and with it anybody can who has the data.", file);
    } catch (FileAlreadyExistsException e) {
      log.info("Another node made the vault's key {}", file);
    } finally {
      Files.delete(draft);
    }
  }

  private static FileAttribute<?>[] ownerOnly(Path folder) {
    boolean posix = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
    return posix
        ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))}
        : new FileAttribute<?>[0];
  }
}
