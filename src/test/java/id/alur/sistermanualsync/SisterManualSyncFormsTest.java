package id.alur.sistermanualsync;

import static id.alur.sistermanualsync.ManualSyncScenario.FORMS;
import static org.assertj.core.api.Assertions.assertThat;

import id.alur.Sop;
import id.alur.engine.Variable;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the forms tell people to do where only people can do it. */
class SisterManualSyncFormsTest {

  private static final Pattern VAULT =
      Pattern.compile("<div class=\"form-group alur-secret\".*?</div>", Pattern.DOTALL);
  private static final Pattern SECRET = Pattern.compile("pass|sandi|pwd|secret|rahasia", Pattern.CASE_INSENSITIVE);

  @Test
  @Sop({"MS-1", "MS-2"})
  void tellWhereToAskForAccessAndWhatToChoose() {
    assertThat(textOf("userTask_requestAccess")).containsSubsequence(
        "https://layanandosen.zendesk.com/hc/en-gb/requests/new",
        "Peran: Admin PT", "Kategori: Platform", "Subkategori: Permintaan Manual Sync", "Kirim", "Nomor permintaan");
  }

  @Test
  @Sop("MS-3")
  void tellToLookInInboxAndSpam() {
    assertThat(textOf("userTask_receiveCredentials")).containsSubsequence("inbox", "spam/junk", "berkala");
  }

  @Test
  @Sop({"MS-4", "MS-5", "MS-6"})
  void tellHowToSignInAndSaveTheJson() {
    assertThat(textOf("userTask_signIn")).containsSubsequence(
        "data-link=\"signInLink\"", "username dan password dari email", "Sign In", "memakan waktu", "CTRL + S");
  }

  @Test
  @Sop("MS-5P")
  void tellTheFourProhibitionsAndAskWhetherTheyWereKept() {
    assertThat(textOf("userTask_signIn")).containsSubsequence(
        "jangan menutup jendela browser", "jangan memuat ulang (refresh) laman", "jangan mematikan perangkat",
        "jangan sampai internet terputus", "keempat larangan di atas saya patuhi");
  }

  @Test
  @Sop("MS-7")
  void tellWhereToSendTheJson() {
    assertThat(textOf("userTask_sendAnswer")).containsSubsequence(
        "data-document=\"answerDocument\"", "https://layanandosen.zendesk.com/hc/en-gb/requests/new",
        "Peran: Admin PT", "Kategori: Platform", "Subkategori: Permintaan Manual Sync",
        "lampirkan berkas JSON", "Kirim");
  }

  @Test
  @Sop("MS-W")
  void tellWhenTheWindowOpens() {
    assertThat(textOf("userTask_waitForWindow")).containsSubsequence(
        "Selasa dan Jumat pukul 10.00–15.00 WIB", "data-time=\"nextWindow\" data-zone=\"Asia/Jakarta\"");
  }

  @ParameterizedTest
  @MethodSource("steps")
  @Sop("MS-3")
  void leaveThePasswordToTheVault(String step) {
    String html = FORMS.read(step);
    assertThat(html).doesNotContainIgnoringCase("type=\"password\"");
    assertThat(namesAndLabels(VAULT.matcher(html).replaceAll(""))).noneMatch(SECRET.asPredicate());
  }

  @Test
  @Sop("MS-5")
  void askForThePasswordOnlyWhereAlurSignsInAndOnlyInTheVault() {
    List<String> asking = steps().stream().filter(step -> VAULT.matcher(FORMS.read(step)).find()).toList();
    assertThat(asking).containsExactly("userTask_receiveCredentials");
    assertThat(textOf("userTask_receiveCredentials")).containsSubsequence(
        "data-show-with=\"automaticSignIn\"", "alur-secret", "data-reference-kind=\"secret-sister\"", "dimusnahkan");
  }

  @Test
  @Sop("MS-3")
  void leaveNoPlaceForAPasswordInTheCase() {
    List<String> names = Arrays.stream(SisterManualSync.class.getDeclaredFields())
        .filter(field -> field.getType() == Variable.class)
        .map(SisterManualSyncFormsTest::nameOf)
        .toList();
    assertThat(names).contains("accessRequestNumber").noneMatch(SECRET.asPredicate());
  }

  static List<String> steps() {
    return FORMS.steps();
  }

  private static List<String> namesAndLabels(String html) {
    Stream<String> names = Pattern.compile("(?:cam-variable-name|name|id)=\"([^\"]+)\"").matcher(html).results()
        .map(match -> match.group(1));
    Stream<String> labels = Pattern.compile("<label.*?</label>", Pattern.DOTALL).matcher(html).results()
        .map(MatchResult::group);
    return Stream.concat(names, labels).toList();
  }

  private static String nameOf(Field field) {
    try {
      return ((Variable<?>) field.get(null)).name();
    } catch (IllegalAccessException e) {
      throw new AssertionError(e);
    }
  }

  /** Without the marks that set words in bold, and on one line. */
  private static String textOf(String step) {
    return FORMS.read(step).replaceAll("</?strong>", "").replaceAll("\\s+", " ");
  }
}
