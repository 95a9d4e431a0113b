package id.alur.helpdesk;

import static id.alur.helpdesk.ComplaintFault.NO_EMAIL;
import static id.alur.helpdesk.ComplaintFault.NO_KIND;
import static id.alur.helpdesk.ComplaintFault.NO_NAME;
import static id.alur.helpdesk.ComplaintFault.NO_ROLE;
import static id.alur.helpdesk.ComplaintFault.NO_SUBJECT;
import static id.alur.helpdesk.ComplaintFault.NO_TEXT;
import static id.alur.helpdesk.ComplaintFault.TOO_LONG_TEXT;
import static id.alur.helpdesk.ComplaintFault.UNUSABLE_EMAIL;
import static id.alur.helpdesk.ComplaintFault.UNUSABLE_IDENTIFIER;
import static id.alur.helpdesk.ComplaintFault.UNUSABLE_NAME;
import static id.alur.helpdesk.ComplaintFault.UNUSABLE_SUBJECT;
import static id.alur.helpdesk.ComplaintFault.UNUSABLE_TEXT;
import static id.alur.helpdesk.HelpDeskWords.ENGLISH;
import static id.alur.helpdesk.HelpDeskWords.INDONESIAN;
import static org.assertj.core.api.Assertions.assertThat;

import id.alur.Sop;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a complaint may say, tried with thousands of texts that break things. */
@Sop({"HD-1", "HD-2"})
class ComplaintAnswersTest {

  private static final int TRIES = 5_000;

  private final HostileText hostile = new HostileText(7093);

  @Test
  void refusesALineThatWouldNotStayOneOrNotComeBack() {
    assertThat(hostile.texts(TRIES).map(TypedComplaint::typed).filter(line -> line != null)).allSatisfy(line ->
        assertThat(faults("Contoh", "a@contoh.test", null, line, "Salah."))
            .isEqualTo(isLine(line) && line.length() <= 200 ? Set.of() : Set.of(UNUSABLE_SUBJECT)));
  }

  @Test
  void refusesATextThatIsTooLongOrWouldNotComeBack() {
    assertThat(hostile.texts(TRIES).map(TypedComplaint::typed).filter(text -> text != null)).allSatisfy(text -> {
      Set<ComplaintFault> faults = faults("Contoh", "a@contoh.test", null, "Nama", text);
      assertThat(faults.contains(TOO_LONG_TEXT)).isEqualTo(text.length() > 4000);
      assertThat(faults.contains(UNUSABLE_TEXT)).isEqualTo(!comesBack(text));
      assertThat(faults).isSubsetOf(TOO_LONG_TEXT, UNUSABLE_TEXT);
    });
  }

  @Test
  void takesNoAddressWithAnythingThatPeopleDoNotSee() {
    assertThat(hostile.texts(TRIES)).allSatisfy(piece -> {
      for (String address : new String[] {piece, piece + "@contoh.test", "a" + piece + "@contoh.test", "a@" + piece,
          "a@contoh.test" + piece}) {
        if (faults("Contoh", address, null, "Nama", "Salah.").isEmpty()) {
          assertThat(address).hasSizeLessThanOrEqualTo(254).matches("(?s)[^\\p{C}\\p{Zl}\\p{Zp}]+@[^\\p{C}\\p{Z}<>,;]+");
        } else {
          assertThat(faults("Contoh", address, null, "Nama", "Salah.")).containsExactly(UNUSABLE_EMAIL);
        }
      }
    });
  }

  @Test
  void findsOneFaultOfEachFieldWhateverStandsInTheOthers() {
    assertThat(hostile.texts(TRIES)).allSatisfy(text -> {
      Set<ComplaintFault> faults = faults(text, text, text, text, text);
      assertThat(faults.stream().map(ComplaintFault::field).distinct().count())
          .isGreaterThanOrEqualTo(faults.size() - 1); // a text may be too long and unusable
      assertThat(faults).isSubsetOf(UNUSABLE_NAME, UNUSABLE_EMAIL, UNUSABLE_IDENTIFIER, UNUSABLE_SUBJECT, TOO_LONG_TEXT,
          UNUSABLE_TEXT);
      assertThat(faults(text, "a@contoh.test", "1", "Nama", "Salah.")).isSubsetOf(UNUSABLE_NAME);
      assertThat(faults("Contoh", "a@contoh.test", text, "Nama", "Salah.")).isSubsetOf(UNUSABLE_IDENTIFIER);
    });
  }

  @Test
  void saysWhatIsMissing() {
    assertThat(new ComplaintAnswers(Channel.PAGE, null, null, null, null, null, null, null).faults())
        .containsExactlyInAnyOrder(NO_ROLE, NO_KIND, NO_NAME, NO_EMAIL, NO_SUBJECT, NO_TEXT);
    assertThat(new ComplaintAnswers(Channel.COUNTER, RequesterRole.STUDENT, ComplaintKind.OTHER, "Contoh", null, null,
        "Nama", "Salah.").faults()).isEmpty();
  }

  @Test
  void countsCharactersAsBrowsersDo() {
    assertThat(faults("Contoh", "a@contoh.test", null, "Nama", "a".repeat(4000))).isEmpty();
    assertThat(faults("Contoh", "a@contoh.test", null, "Nama", "a".repeat(4001))).containsExactly(TOO_LONG_TEXT);
    assertThat(faults("Contoh", "a@contoh.test", null, "Nama", "\ud83d\ude00".repeat(2000))).isEmpty();
    assertThat(faults("Contoh", "a@contoh.test", null, "Nama", "\ud83d\ude00".repeat(4000)))
        .containsExactly(TOO_LONG_TEXT);
  }

  @Test
  void hasASentenceForEachFaultInBothLanguages() {
    HelpDeskWords words = new HelpDeskWords();
    assertThat(ComplaintFault.values()).allSatisfy(fault -> {
      assertThat(words.in(INDONESIAN, fault)).matches("[A-Z].{8,}").isNotEqualTo(words.in(ENGLISH, fault));
      assertThat(words.in(ENGLISH, fault)).matches("[A-Z].{8,}");
    });
  }

  private static Set<ComplaintFault> faults(String name, String email, String identifier, String subject, String text) {
    return new ComplaintAnswers(Channel.PAGE, RequesterRole.STUDENT, ComplaintKind.STUDENT_DATA, name, email, identifier,
        subject, text).faults();
  }

  private static boolean isLine(String text) {
    return comesBack(text) && text.matches("[^\\p{Cntrl}\\x{80}-\\x{9f}\\x{2028}\\x{2029}]*");
  }

  /** From PostgreSQL, which keeps UTF-8 without U+0000. */
  private static boolean comesBack(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    return new String(utf8, StandardCharsets.UTF_8).equals(text) && !text.contains("\0");
  }
}
