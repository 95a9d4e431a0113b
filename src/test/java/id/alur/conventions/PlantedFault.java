package id.alur.conventions;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.springframework.util.FileSystemUtils;

/**
 * One change that makes the sound sample break a convention.
 *
 * @param place what the sentence about the fault must name
 */
record PlantedFault(String name, String place, Change change) {

  private static final String MODEL = "processes/book-loan/book-loan.bpmn";
  private static final String DECISION = "processes/book-loan/book-loan-permission.dmn";
  private static final String TASK_FORM = "forms/book-loan/book-loan-check-card.html";

  @FunctionalInterface
  interface Change {
    void applyTo(Path folder) throws IOException;
  }

  static PlantedFault inModel(String sound, String faulty, String place) {
    return inFile(MODEL, sound, faulty, place);
  }

  /** The same fault, which takes one more change. */
  PlantedFault andInModel(String sound, String faulty) {
    Change second = inFile(MODEL, sound, faulty, place).change();
    return new PlantedFault(name, place, folder -> {
      change.applyTo(folder);
      second.applyTo(folder);
    });
  }

  static PlantedFault inDecision(String sound, String faulty, String place) {
    return inFile(DECISION, sound, faulty, place);
  }

  static PlantedFault inForm(String sound, String faulty, String place) {
    return inFile(TASK_FORM, sound, faulty, place);
  }

  static PlantedFault moving(String from, String to, String place) {
    return new PlantedFault(from + " moved to " + to, place, folder -> {
      Files.createDirectories(folder.resolve(to).getParent());
      Files.move(folder.resolve(from), folder.resolve(to));
    });
  }

  static PlantedFault inFile(String file, String sound, String faulty, String place) {
    return new PlantedFault(sound + " becomes " + faulty, place, folder -> {
      String text = Files.readString(folder.resolve(file));
      assertThat(text).as("the sound %s", file).contains(sound);
      Files.writeString(folder.resolve(file), text.replace(sound, faulty));
    });
  }

  /** Plants the fault into a copy of {@code house} for as long as {@code look} takes. */
  void within(House house, Consumer<House> look) {
    try {
      Path copy = Files.createTempDirectory("planted");
      try {
        FileSystemUtils.copyRecursively(house.folder(), copy);
        change.applyTo(copy);
        look.accept(house.in(copy));
      } finally {
        FileSystemUtils.deleteRecursively(copy);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
