package id.alur.journeys;

import static com.codeborne.selenide.Condition.attribute;
import static com.codeborne.selenide.Condition.empty;
import static com.codeborne.selenide.Condition.exist;
import static com.codeborne.selenide.Condition.focused;
import static com.codeborne.selenide.Condition.text;
import static com.codeborne.selenide.Condition.value;
import static com.codeborne.selenide.Condition.visible;
import static com.codeborne.selenide.Selenide.$;
import static com.codeborne.selenide.Selenide.$$;
import static com.codeborne.selenide.Selenide.open;
import static com.codeborne.selenide.Selenide.refresh;
import static com.codeborne.selenide.Selenide.screenshot;
import static org.springframework.boot.test.context.SpringBootTest.WebEnvironment.RANDOM_PORT;
import static org.assertj.core.api.Assertions.assertThat;

import com.codeborne.selenide.Selenide;
import com.codeborne.selenide.SelenideElement;
import com.codeborne.selenide.WebDriverRunner;
import id.alur.act.ActOutcome;
import id.alur.vault.Vault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;

/** What the shared form script promises, in the real Tasklist, with forms of a made-up procedure. */
@SpringBootTest(webEnvironment = RANDOM_PORT, properties = {
    "alur.data=target/form-script-journey",
    "spring.datasource.url=jdbc:h2:mem:form-script;DB_CLOSE_DELAY=-1",
    "camunda.bpm.admin-user.password=" + FormScriptJourney.PASSWORD})
@ActiveProfiles("form-script")
@ExtendWith(Chromium.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FormScriptJourney {

  static final String PASSWORD = "Percobaan-2026!";
  private static final String UNIT = "001042";

  @LocalServerPort int port;
  @Autowired RepositoryService repository;
  @Autowired RuntimeService runtime;
  @Autowired TaskService tasks;
  @Autowired HistoryService history;
  @Autowired IdentityService identity;
  @Autowired AuthorizationService authorizations;
  @Autowired FilterService filters;
  @Autowired Vault vault;
  @Autowired ParcelWorker parcels;

  @TempDir Path folder;
  private Line line;
  private Task task;

  @BeforeAll
  void peopleAndProcess() throws IOException {
    var deployment = repository.createDeployment();
    Stream.of("letters.bpmn", "letters-start.html", "letters-write.html", "letters-check.html",
            "parcel.bpmn", "parcel-follow.html", "parcel-find-out.html", "copy.bpmn", "copy-record.html")
        .forEach(file -> deployment.addClasspathResource("form-script/" + file));
    deployment.deploy();
    identity.saveGroup(identity.newGroup("staff"));
    identity.saveTenant(identity.newTenant(UNIT));
    grant(Resources.PROCESS_DEFINITION, "letters", Permissions.READ, Permissions.CREATE_INSTANCE);
    grant(Resources.PROCESS_DEFINITION, "parcel", Permissions.READ);
    grant(Resources.PROCESS_DEFINITION, "copy", Permissions.READ);
    grant(Resources.PROCESS_INSTANCE, "*", Permissions.CREATE);
    grant(Resources.APPLICATION, "tasklist", Permissions.ACCESS);
    var all = filters.newTaskFilter("Semua").setQuery(tasks.createTaskQuery()).setProperties(Map.of("priority", 0));
    filters.saveFilter(all);
    grant(Resources.FILTER, all.getId(), Permissions.READ);
    Stream.of("siti", "dewi").forEach(this::person);
    line = new Line(port);
  }

  @AfterAll
  void closeLine() throws IOException {
    if (line != null) {
      line.close();
    }
  }

  @BeforeEach
  void aLetterOfSiti() {
    line.mend();
    String caseId = runtime.startProcessInstanceByKey("letters", Map.of("unitCode", UNIT,
        "recipient", "Dinas <b>Contoh</b>", "requestedAt", "2026-11-20T03:05:00Z",
        "address", "http://sister.contoh.id/autosync")).getId();
    task = tasks.createTaskQuery().processInstanceId(caseId).singleResult();
  }

  @AfterEach
  void leave() {
    ClockUtil.reset();
    Selenide.closeWebDriver();
  }

  @Test
  void showsWhatTheCaseKnowsAsText() {
    openTaskAs("siti");
    $("[data-value=recipient]").shouldHave(text("Dinas <b>Contoh</b>"));
    $("[data-time=requestedAt]").shouldHave(text("Jumat, 20 November 2026 pukul 10.05 WIB"));
    $("[data-link=address]").shouldHave(attribute("href", "http://sister.contoh.id/autosync"));
  }

  @Test
  void saysWhatIsMissingInsteadOfADeadButton() {
    openTaskAs("siti");
    $("#letterNumber").setValue("12a");
    complete();
    messageAt("letterNumber").shouldHave(text("Nomor surat hanya angka."));
    messageAt("urgent").shouldHave(text("Wajib diisi."));
    messageAt("letterDocument").shouldHave(text("Wajib diisi."));
    messageAt("reason").shouldNot(exist);
    $("#letterNumber").shouldBe(focused).shouldHave(attribute("aria-invalid", "true"));
    screenshot("missing-1280");
  }

  @Test
  void putsARefusalOfTheServerAtItsFieldAndGoesOnOnceMended() throws IOException {
    openTaskAs("siti");
    fillIn("12345");
    complete();
    messageAt("letterNumber").shouldHave(text("Nomor surat harus enam angka."));
    $("#letterNumber").shouldBe(focused).shouldHave(value("12345"));
    $(".page-notifications .alert-danger").shouldNot(exist);
    screenshot("refused-1280");

    $("#letterNumber").setValue("123456");
    complete();
    $(".page-notifications").shouldHave(text("Periksa surat\", ada di \"Tugas kelompok saya\"."));
    Task check = tasks.createTaskQuery().processInstanceId(task.getProcessInstanceId()).singleResult();
    assertThat(check.getTaskDefinitionKey()).isEqualTo("userTask_check");
    assertThat(runtime.getVariable(task.getProcessInstanceId(), "letterNumber")).isEqualTo("123456");
    assertThat(submittedVariables()).doesNotContain("reason");
  }

  @Test
  void startsACaseWithAFileAndOpensItsFirstTask() throws IOException {
    loginAs("siti", "#/?processStart=letters");
    $("#unitCode").setValue(UNIT);
    $("#recipient").setValue("SMA Contoh");
    choose("requestDocument", pdf(2_000));
    $(".alur-file-status").shouldHave(text("Tersimpan: surat.pdf (2 KB, SHA-256 "));
    screenshot("start-1280");
    $(".modal-footer .btn-primary").click();
    $("[data-value=recipient]").shouldHave(text("SMA Contoh"));
    $("[data-document=requestDocument]").shouldHave(text("surat.pdf (2 KB"));
  }

  @Test
  void triesAgainAfterALineThatWasCutInAnUpload() throws IOException {
    openTaskAs("siti");
    line.cutAfter(2_000_000);
    choose("letterDocument", pdf(15_000_000));
    messageAt("letterDocument").shouldHave(text("Sambungan terputus. Berkas belum tersimpan."));
    screenshot("cut-1280");
    line.mend();
    press($$(".alur-file button").findBy(text("Coba lagi")));
    $(".alur-file-status").shouldHave(text("Tersimpan: surat.pdf (14,3 MB"));
    messageAt("letterDocument").shouldNot(exist);
  }

  @Test
  void saysThatTheLineIsDownAndCompletesAfterwards() throws IOException {
    openTaskAs("siti");
    fillIn("123456");
    line.cut();
    complete();
    $("form .alur-alert").shouldHave(text("Sambungan terputus. Isian Anda belum terkirim"));
    line.mend();
    complete();
    $(".page-notifications").shouldHave(text("Tersimpan."));
  }

  @Test
  void keepsWhatWasTypedWhenTheSessionEnds() throws IOException {
    openTaskAs("siti");
    fillIn("123456");
    $("#note").setValue("hanya untuk saya");
    endSession();
    completeIfStillPossible();
    login("siti");
    $("#letterNumber").shouldHave(value("123456"));
    $("#note").shouldBe(empty);
    $(".alur-file-status").shouldHave(text("Tersimpan: surat.pdf"));
    complete();
    $(".page-notifications").shouldHave(text("Tersimpan."));
  }

  @Test
  void keepsWhatWasTypedOverAReload() {
    openTaskAs("siti");
    $("#letterNumber").setValue("654321");
    untilDraftContains("654321");
    refresh();
    $("#letterNumber").shouldHave(value("654321"));
  }

  @Test
  void showsNothingOfOnePersonToTheNextAtTheSameBrowser() {
    loginAs("siti", "#/?processStart=letters");
    $("#recipient").setValue("rahasia siti");
    untilDraftContains("rahasia siti");
    endSession();
    refresh();
    login("dewi");
    $("#recipient").shouldBe(visible).shouldBe(empty);
    assertThat(Selenide.<String>executeJavaScript("return JSON.stringify(localStorage)")).doesNotContain("rahasia siti");
  }

  @Test
  void saysThatTheTaskWasCompletedInAnotherTab() throws IOException {
    openTaskAs("siti");
    fillIn("123456");
    tasks.complete(task.getId(), Map.of("letterNumber", "999999"));
    completeIfStillPossible();
    $("form .alur-alert").shouldHave(text("Tugas ini sudah diselesaikan"));
    $("#letterNumber").shouldHave(value("123456"));
    screenshot("gone-1280");
  }

  @Test
  void reportsADeviationAndKeepsTheTask() {
    openTaskAs("siti");
    Screen.PHONE.use();
    press($$(".alur-case-actions button").findBy(text("Lapor penyimpangan")));
    press($$(".alur-case-action button").findBy(text("Kirim laporan")));
    $("#alur-message-alur-what").shouldHave(text("Wajib diisi."));
    screenshot("deviation-390");

    $("#alur-what").setValue("Surat dikirim lewat pos");
    $("#alur-why").setValue("Listrik padam");
    Selenide.executeJavaScript("document.getElementById('alur-evidence').removeAttribute('maxlength')");
    $("#alur-evidence").setValue("x".repeat(2001));
    press($$(".alur-case-action button").findBy(text("Kirim laporan")));
    $("#alur-message-alur-evidence").shouldHave(text("Paling banyak 2000 karakter."));
    $("#alur-evidence").shouldBe(focused).setValue("Resi pos");
    press($$(".alur-case-action button").findBy(text("Kirim laporan")));
    $(".page-notifications").shouldHave(text("Laporan penyimpangan tercatat."));
    $("#letterNumber").should(exist);
    assertThat(recorded("what")).isEqualTo("Surat dikirim lewat pos");
    assertThat(recorded("evidence")).isEqualTo("Resi pos");
    assertThat(recorded("reportedBy")).isEqualTo("siti");
  }

  @Test
  void cancelsTheCaseAndGoesBackToTheList() {
    openTaskAs("siti");
    Screen.PHONE.use();
    press($$(".alur-case-actions button").findBy(text("Batalkan kasus")));
    $("#alur-reason").setValue("Salah lembaga");
    screenshot("cancellation-390");
    press($$(".alur-case-action button").findBy(text("Ya, batalkan kasus")));
    $(".page-notifications").shouldHave(text("Kasus dibatalkan."));
    $("#letterNumber").shouldNot(exist);
    assertThat(recorded("reason")).isEqualTo("Salah lembaga");
  }

  @Test
  void handsUsernameAndPasswordToTheVaultOnly() {
    openTaskAs("siti");
    username().setValue("operator-contoh");
    complete();
    $("#alur-message-alur-letterAccount-password").shouldHave(text("Isi juga password."));
    password().scrollIntoView("{block: 'center'}").setValue("Sandi/Contoh-77");
    screenshot("secret-1280");
    $("#letterNumber").setValue("123456");
    $(".alur-secret-status").shouldHave(text("Tersimpan dengan aman. Isinya tidak ditampilkan lagi."));
    username().shouldNotBe(visible).shouldBe(empty);
    password().shouldBe(empty);
    Screen.PHONE.use();
    $(".alur-secret-status").scrollIntoView("{block: 'center'}");
    screenshot("secret-stored-390");
    press($$(".alur-secret button").findBy(text("Ganti")));
    username().shouldBe(visible);
    screenshot("secret-390");
    untilDraftContains("123456");
    assertThat(Selenide.<String>executeJavaScript(
        "return JSON.stringify([localStorage, sessionStorage]) + document.documentElement.outerHTML"))
        .doesNotContain("operator-contoh", "Sandi/Contoh-77");
  }

  @Test
  void waitsForTheVaultBeforeItSendsTheForm() throws IOException {
    openTaskAs("siti");
    fillIn("123456");
    username().setValue("operator-contoh");
    password().setValue("Sandi/Contoh-77");
    line.cut();
    complete();
    messageAt("letterAccount").shouldHave(text("Sambungan terputus."));
    password().shouldHave(value("Sandi/Contoh-77"));
    line.mend();
    complete();
    $(".page-notifications").shouldHave(text("Tersimpan."));
    String reference = (String) recorded("letterAccount");
    assertThat(vault.open(reference, task.getProcessInstanceId())
        .<Boolean>useCredentials((name, word) -> name.equals("operator-contoh") && word.equals("Sandi/Contoh-77"))).isTrue();
  }

  @Test
  void asksForThePasswordAgainAfterTheSessionEnded() throws IOException {
    openTaskAs("siti");
    fillIn("123456");
    username().setValue("operator-contoh");
    password().setValue("Sandi/Contoh-77");
    endSession();
    completeIfStillPossible();
    login("siti");
    $("#letterNumber").shouldHave(value("123456"));
    username().shouldBe(visible).shouldBe(empty);
    password().shouldBe(empty);
    $(".alur-secret-status").scrollIntoView("{block: 'center'}").shouldHave(text("Ketik lagi username dan password"));
    screenshot("secret-again-1280");
  }

  @Test
  void followsAnActAndGoesOnToTheDoubtAboutIt() {
    String parcel = runtime.startProcessInstanceByKey("parcel", Map.of("unitCode", UNIT)).getId();
    loginAs("siti", "#/?task=" + tasks.createTaskQuery().processInstanceId(parcel).singleResult().getId());
    $("[data-progress]").shouldHave(text("Berjalan sejak pukul")).shouldHave(text("WIB, 12,4 MB diterima."));
    screenshot("progress-1280");
    Screen.PHONE.use();
    $("[data-progress]").scrollIntoView("{block: 'center'}");
    screenshot("progress-390");

    parcels.end(ActOutcome.unknown("Tidak ada jawaban."));
    $("#actDecision").shouldBe(visible);
    $(".page-notifications").shouldHave(text("Sudah selesai. Lanjut ke tugas: Pastikan paket terkirim."));
    $("[data-act]").shouldHave(text("Alur mengirim: satu paket.")).shouldHave(text("Kiriman itu masih dapat tiba sampai"));
    screenshot("doubt-390");
    ClockUtil.offset(Duration.ofMinutes(5).toMillis());
    $("[data-act]").shouldHave(text("Periksa di tempat tujuan apakah kiriman itu ada."));
  }

  @Test
  void goesBackToTheListWhenNothingIsLeftToFollow() {
    String parcel = runtime.startProcessInstanceByKey("parcel", Map.of("unitCode", UNIT)).getId();
    loginAs("siti", "#/?task=" + tasks.createTaskQuery().processInstanceId(parcel).singleResult().getId());
    $("[data-progress]").shouldHave(text("Berjalan sejak pukul"));
    parcels.end(ActOutcome.done());
    $(".page-notifications").shouldHave(text("Sudah selesai. Kasus ini selesai: Paket terkirim."));
    $("[data-progress]").shouldNot(exist);
  }

  @Test
  void recordsALocalFileThatStaysWhereItIs() throws IOException {
    openCopyAs("siti");
    $(".alur-local-file .help-block").shouldHave(text("Berkas tetap di komputer Anda"));
    complete();
    messageAt("copySha256").shouldHave(text("Wajib diisi."));
    pickCopy("abc");
    $(".alur-file-status").shouldHave(text("Tercatat: salinan.Source (3 byte, SHA-256 ba7816bf8f01…)"));
    messageAt("copySha256").shouldNot(exist);
    screenshot("local-file-1280");
    Screen.PHONE.use();
    $(".alur-local-file").scrollIntoView("{block: 'center'}");
    screenshot("local-file-390");
    complete();
    $(".page-notifications").shouldHave(text("Tersimpan."));
    assertThat(recorded("copyName")).isEqualTo("salinan.Source");
    assertThat(recorded("copySize")).isEqualTo(3L);
    assertThat(recorded("copySha256")).isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  }

  @Test
  void hashesALargeLocalFileAsItIsRead() throws Exception {
    openCopyAs("siti");
    byte[] content = new byte[30_000_000];
    Arrays.fill(content, (byte) 7);
    pickCopy(content);
    $(".alur-file-status").shouldHave(text("Tercatat: salinan.Source (28,6 MB, SHA-256 "
        + HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content)).substring(0, 12)));
  }

  @Test
  void recordsNothingOfAnEmptyLocalFile() throws IOException {
    openCopyAs("siti");
    pickCopy("abc");
    $(".alur-file-status").shouldHave(text("Tercatat: salinan.Source"));
    pickCopy("");
    messageAt("copySha256").shouldHave(text("Berkas ini kosong (0 byte), jadi tidak dicatat."));
    $(".alur-file-status").shouldHave(text("Belum ada berkas yang tercatat."));
    screenshot("empty-local-file-1280");
    complete();
    messageAt("copySha256").shouldHave(text("Wajib diisi."));
  }

  @Test
  void keepsWhatWasRecordedOfALocalFileOverAReload() throws IOException {
    openCopyAs("siti");
    pickCopy("abc");
    untilDraftContains("ba7816bf");
    refresh();
    $(".alur-file-status").shouldHave(text("Tercatat: salinan.Source (3 byte, SHA-256 ba7816bf8f01…)"));
  }

  private void openCopyAs(String userId) {
    String caseId = runtime.startProcessInstanceByKey("copy", Map.of("unitCode", UNIT)).getId();
    task = tasks.createTaskQuery().processInstanceId(caseId).singleResult();
    loginAs(userId, "#/?task=" + task.getId());
    $(".alur-local-file").shouldBe(visible);
  }

  private void pickCopy(String content) throws IOException {
    pickCopy(content.getBytes(StandardCharsets.US_ASCII));
  }

  private void pickCopy(byte[] content) throws IOException {
    $(".alur-local-file input[type=file]").uploadFile(Files.write(folder.resolve("salinan.Source"), content).toFile());
  }

  private Object recorded(String variable) {
    return history.createHistoricVariableInstanceQuery().processInstanceId(task.getProcessInstanceId())
        .variableName(variable).singleResult().getValue();
  }

  private static void untilDraftContains(String value) {
    Selenide.Wait().until(driver -> Boolean.TRUE.equals(
        Selenide.executeJavaScript("return JSON.stringify(localStorage).includes(arguments[0])", value)));
  }

  private static SelenideElement username() {
    return $("#alur-letterAccount-username");
  }

  private static SelenideElement password() {
    return $("#alur-letterAccount-password");
  }

  private void openTaskAs(String userId) {
    loginAs(userId, "#/?task=" + task.getId());
    $("#letterNumber").shouldBe(visible);
  }

  private void loginAs(String userId, String hash) {
    open("http://localhost:" + line.port() + "/camunda/app/tasklist/default/" + hash);
    login(userId);
  }

  private static void login(String userId) {
    LoginPage.logIn(userId, PASSWORD);
  }

  private static void endSession() {
    WebDriverRunner.getWebDriver().manage().deleteCookieNamed("JSESSIONID");
  }

  private void fillIn(String letterNumber) throws IOException {
    $("#urgent").selectOptionByValue("no");
    choose("letterDocument", pdf(3_000));
    $(".alur-file-status").shouldHave(text("Tersimpan: surat.pdf"));
    $("#letterNumber").setValue(letterNumber);
  }

  private static void choose(String field, Path file) {
    $("input[name=" + field + "] + .alur-file-control input[type=file]").uploadFile(file.toFile());
  }

  private Path pdf(int size) throws IOException {
    byte[] content = new byte[size];
    Arrays.fill(content, (byte) ' ');
    System.arraycopy("%PDF-1.7".getBytes(), 0, content, 0, 8);
    return Files.write(folder.resolve("surat.pdf"), content);
  }

  private static void complete() {
    press($(".form-actions .btn-primary"));
  }

  /** The footer of Tasklist may cover what was scrolled only just into view. */
  private static void press(SelenideElement button) {
    button.scrollIntoView("{block: 'center'}").click();
  }

  /** As {@link #complete}, unless Tasklist's own polling was faster. */
  private static void completeIfStillPossible() {
    Selenide.executeJavaScript("document.querySelector('.form-actions .btn-primary')?.click()");
  }

  private static SelenideElement messageAt(String field) {
    return $("#alur-message-" + field);
  }

  private Stream<String> submittedVariables() {
    return history.createHistoricVariableInstanceQuery().processInstanceId(task.getProcessInstanceId()).list().stream()
        .map(variable -> variable.getName());
  }

  private void person(String id) {
    User user = identity.newUser(id);
    user.setPassword(PASSWORD);
    identity.saveUser(user);
    identity.createMembership(id, "staff");
    identity.createTenantUserMembership(UNIT, id);
  }

  private void grant(Resource resource, String id, Permission... permissions) {
    Authorization grant = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
    grant.setGroupId("staff");
    grant.setResource(resource);
    grant.setResourceId(id);
    grant.setPermissions(permissions);
    authorizations.saveAuthorization(grant);
  }
}
