package id.alur.examserversync;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Registered participants beside those whom the server shows in Daftar Peserta (ES-19).
 *
 * @param registered how many should be there
 * @param present how many the server shows
 * @param missing who is registered and not shown, as written in the list
 * @param unknown who is shown and not registered
 * @param repeated who stands more than once in either list: it may be a mistake, or two persons of one name
 */
record ParticipantComparison(int registered, int present, List<String> missing, List<String> unknown, List<String> repeated) {

  private static final int NAMED = 20;

  ParticipantComparison {
    missing = List.copyOf(missing);
    unknown = List.copyOf(unknown);
    repeated = List.copyOf(repeated);
  }

  /** Compares numbers of participants, where there are no lists. */
  static ParticipantComparison ofNumbers(int registered, int present) {
    return new ParticipantComparison(registered, present, List.of(), List.of(), List.of());
  }

  /**
   * Compares two lists: by number if both have numbers, else by name, whatever its capitals and spaces.
   *
   * @throws UnreadableParticipants if one has numbers only and the other names only
   */
  static ParticipantComparison ofLists(ParticipantList registered, ParticipantList present) throws UnreadableParticipants {
    if (!registered.numbers().isEmpty() && !present.numbers().isEmpty()) {
      return compare(registered.numbers(), present.numbers());
    }
    if (!registered.names().isEmpty() && !present.names().isEmpty()) {
      return compare(registered.names(), present.names());
    }
    throw new UnreadableParticipants("Satu daftar berisi nomor peserta, yang lain berisi nama, jadi tidak dapat dibandingkan. "
        + "Pilih dua daftar yang sama-sama berisi nomor peserta atau sama-sama berisi nama.");
  }

  /** Whether the server shows every registered participant and nobody else; otherwise the centre is asked. */
  boolean isComplete() {
    return registered > 0 && registered == present && missing.isEmpty() && unknown.isEmpty();
  }

  /** What was found, for the proctor; at most the first 20 names of each kind. */
  String sentence() {
    List<String> sentences = new ArrayList<>();
    sentences.add((isComplete() ? "Semua peserta muncul di server: " : "Peserta di server tidak sama dengan yang terdaftar: ")
        + "terdaftar " + registered + ", muncul " + present + ".");
    addNames(sentences, "Terdaftar tetapi tidak muncul", missing);
    addNames(sentences, "Muncul tetapi tidak terdaftar", unknown);
    addNames(sentences, "Tertulis lebih dari sekali", repeated);
    return String.join(" ", sentences);
  }

  private static void addNames(List<String> sentences, String what, List<String> who) {
    if (!who.isEmpty()) {
      String rest = who.size() > NAMED ? ", dan " + (who.size() - NAMED) + " lainnya" : "";
      sentences.add(what + ": " + who.stream().limit(NAMED).collect(Collectors.joining(", ")) + rest + ".");
    }
  }

  private static ParticipantComparison compare(List<String> registered, List<String> present) {
    Map<String, List<String>> expected = byKey(registered);
    Map<String, List<String>> shown = byKey(present);
    Map<String, String> repeated = new LinkedHashMap<>();
    List.of(expected, shown).forEach(list -> list.forEach((key, written) -> {
      if (written.size() > 1) {
        repeated.putIfAbsent(key, written.get(0));
      }
    }));
    return new ParticipantComparison(registered.size(), present.size(), without(expected, shown), without(shown, expected),
        List.copyOf(repeated.values()));
  }

  private static Map<String, List<String>> byKey(List<String> participants) {
    return participants.stream().collect(Collectors.groupingBy(
        participant -> participant.toUpperCase(Locale.ROOT).replace(" ", ""), LinkedHashMap::new, Collectors.toList()));
  }

  /** Those of {@code some} who have no counterpart in {@code others}, as often as they lack one. */
  private static List<String> without(Map<String, List<String>> some, Map<String, List<String>> others) {
    return some.entrySet().stream().flatMap(entry -> entry.getValue().stream()
        .skip(others.getOrDefault(entry.getKey(), List.of()).size())).toList();
  }
}
