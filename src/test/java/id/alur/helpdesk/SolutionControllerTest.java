package id.alur.helpdesk;

import static org.assertj.core.api.Assertions.assertThat;

import id.alur.People;
import id.alur.Sop;
import id.alur.WebSession;
import id.alur.WebTest;
import id.alur.access.Group;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Who reads which solutions over the web, as JSON and as a page. */
@WebTest
@Sop({"HD-P4", "HD-P5"})
class SolutionControllerTest {

  private static final String SOLUTIONS = "/camunda/api/alur/help-desk/solutions";
  private static final String PAGE = SOLUTIONS + "/page";
  private static final String OURS = "001043";
  private static final String THEIRS = "001044";

  @LocalServerPort int port;
  @Autowired People people;
  @Autowired Solutions solutions;

  /** One that no other test of this context records. */
  private String word;

  @BeforeEach
  void aSolutionOfEachUnit() {
    word = "kata" + UUID.randomUUID().toString().replace("-", "");
    record(OURS, "Masalah kami " + word, "Baris satu\nbaris <b>dua</b>");
    record(THEIRS, "Masalah mereka " + word, "Rahasia");
  }

  @ParameterizedTest
  @EnumSource(value = Group.class, names = {"STAF_PUSTIPD", "KETUA_TIM", "OPERATOR_FAKULTAS"})
  void showsMembersTheirOwnUnits(Group group) throws Exception {
    WebSession member = session("solutions-" + group.id(), group, OURS);
    assertThat(member.get(find(word)).body()).contains("Masalah kami").doesNotContain("mereka", "Rahasia");
    assertThat(member.get(SOLUTIONS).body()).contains("Masalah kami " + word).doesNotContain("mereka", "Rahasia");
    assertThat(page(member, word).text()).contains("Masalah kami").doesNotContain("mereka", "Rahasia");
  }

  @ParameterizedTest
  @EnumSource(value = Group.class, names = {"MANAJER", "AUDITOR"})
  void showsAllUnitsToThoseWhoSeeThemAll(Group group) throws Exception {
    WebSession reader = session("solutions-" + group.id(), group);
    assertThat(reader.get(find(word)).body()).contains("Masalah kami", "Masalah mereka");
    assertThat(reader.get(find(word) + "&unit=" + THEIRS).body()).contains("Masalah mereka").doesNotContain("kami");
    assertThat(page(reader, word).text()).contains("Kode " + OURS, "Kode " + THEIRS);
  }

  @Test
  void limitsAManagerToTheUnitsHeIsAMemberOf() throws Exception {
    WebSession manager = session("solutions-own-manager", Group.MANAJER, OURS);
    assertThat(manager.get(find(word)).body()).contains("Masalah kami").doesNotContain("mereka");
  }

  @Test
  void knowsNothingOfAForeignUnitHoweverOneAsks() throws Exception {
    WebSession staff = session("solutions-staff", Group.STAF_PUSTIPD, OURS);
    for (String asked : new String[] {find(word) + "&unit=" + THEIRS, SOLUTIONS + "?unit=" + THEIRS,
        find("unit:" + THEIRS), SOLUTIONS + "?after=" + Long.MAX_VALUE, PAGE + "?unit=" + THEIRS,
        PAGE + "?words=" + word + "&unit=" + THEIRS + "&unit=" + OURS, find("rahasia")}) {
      HttpResponse<String> answer = staff.get(asked);
      assertThat(answer.statusCode()).as(asked).isEqualTo(200);
      assertThat(answer.body()).as(asked).doesNotContain("mereka", "Rahasia");
    }
    assertThat(staff.get(SOLUTIONS + "?unit=" + THEIRS).body()).isEqualTo(staff.get(SOLUTIONS + "?unit=009999").body());
  }

  @Test
  void doesNotExistForOtherGroups() throws Exception {
    WebSession other = session("solutions-other", Group.ADMIN_PT, OURS);
    assertThat(other.get(find(word)).statusCode()).isEqualTo(404);
    assertThat(other.get(PAGE).statusCode()).isEqualTo(404);
    assertThat(other.get(PAGE).body()).contains("Halaman ini tidak ada bagi akun Anda").doesNotContain(word);
    assertThat(WebSession.of("admin", port).get(find(word)).statusCode()).isEqualTo(404);
  }

  @Test
  void asksWhoeverIsNotLoggedInToLogIn() throws Exception {
    WebSession nobody = WebSession.anonymous(port);
    assertThat(nobody.get(find(word)).statusCode()).isEqualTo(401);
    assertThat(locationOf(nobody.get(PAGE))).endsWith("/camunda/app/tasklist/default/");
    assertThat(locationOf(nobody.get("/solusi"))).endsWith(PAGE);
  }

  @Test
  void takesWordsThatBelongIntoNoAddress() throws Exception {
    WebSession staff = session("solutions-staff", Group.STAF_PUSTIPD, OURS);
    HttpResponse<String> answer = staff.post(SOLUTIONS, "application/x-www-form-urlencoded",
        BodyPublishers.ofString("words=" + word));
    assertThat(answer.body()).contains("Masalah kami " + word);
  }

  @Test
  void showsWhatWasWrittenAsText() throws Exception {
    Document page = page(session("solutions-staff", Group.STAF_PUSTIPD, OURS), word);
    assertThat(page.selectFirst("article h3").text()).isEqualTo("Masalah kami " + word);
    assertThat(page.selectFirst("article .solution").wholeText()).isEqualTo("Baris satu\nbaris <b>dua</b>");
    assertThat(page.select("article time").text()).matches("\\d+ \\p{L}+ 20\\d\\d");
    assertThat(page.select("script")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"><script>alert(1)</script>", "${7*7}", "__${7*7}__::.x", "' onfocus='alert(1)"})
  void givesBackWhatWasLookedForAsText(String words) throws Exception {
    Document page = page(session("solutions-staff", Group.STAF_PUSTIPD, OURS), words);
    assertThat(page.getElementById("words").val()).isEqualTo(words);
    assertThat(page.selectFirst("h2 bdi").wholeText()).isEqualTo(words);
    assertThat(page.select("script, [onfocus]")).isEmpty();
  }

  @Test
  void showsTwentyAtATime() throws Exception {
    for (int i = 0; i < 24; i++) {
      record(OURS, "Masalah lain " + word, "Solusi " + i);
    }
    WebSession operator = session("solutions-operator", Group.OPERATOR_FAKULTAS, OURS);
    Document first = page(operator, word);
    assertThat(first.select("article")).hasSize(20);
    HttpResponse<String> second = operator.get(first.selectFirst("a[rel=next]").attr("href"));
    assertThat(Jsoup.parse(second.body()).select("article")).hasSize(5);
    assertThat(Jsoup.parse(second.body()).select("a[rel=next]")).isEmpty();
  }

  @Test
  void refusesAPlaceThatIsNone() throws Exception {
    WebSession staff = session("solutions-staff", Group.STAF_PUSTIPD, OURS);
    assertThat(staff.get(SOLUTIONS + "?after=abc").statusCode()).isEqualTo(400);
  }

  private Document page(WebSession reader, String words) throws Exception {
    HttpResponse<String> answer = reader.get(PAGE + "?words=" + WebSession.encode(words));
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
    return Jsoup.parse(answer.body());
  }

  private static String locationOf(HttpResponse<String> redirect) {
    assertThat(redirect.statusCode()).isEqualTo(302);
    return redirect.headers().firstValue("Location").orElseThrow();
  }

  private static String find(String words) {
    return SOLUTIONS + "?words=" + WebSession.encode(words);
  }

  private WebSession session(String userId, Group group, String... units) throws Exception {
    return WebSession.of(people.member(userId, group, units), port);
  }

  private void record(String unit, String problem, String solution) {
    solutions.record(new NewSolution(unit, UUID.randomUUID().toString(), 0, ComplaintKind.OTHER, problem, solution,
        "nina"));
  }
}
