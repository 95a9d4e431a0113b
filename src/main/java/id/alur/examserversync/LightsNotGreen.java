package id.alur.examserversync;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Which of the nine data turned out not to be green although they had been recorded so (ES-18), as a proctor writes it. */
final class LightsNotGreen {

  static final String REFUSAL = "Tulis nomor datanya dari 1 sampai 9, misalnya 3, atau 3 dan 7.";

  private static final Pattern WRITTEN = Pattern.compile("[1-9](?:(?: *, *| +dan +| +)[1-9])*");

  private LightsNotGreen() {}

  /** The numbers in their order, such as "3, 7"; empty if {@code typed} names none, see {@link #REFUSAL}. */
  static Optional<String> of(String typed) {
    return Optional.ofNullable(typed).filter(WRITTEN.asMatchPredicate())
        .map(numbers -> numbers.chars().filter(Character::isDigit).distinct().sorted()
            .mapToObj(Character::toString).collect(Collectors.joining(", ")));
  }
}
