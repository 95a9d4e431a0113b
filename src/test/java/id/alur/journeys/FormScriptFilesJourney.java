package id.alur.journeys;

import static com.codeborne.selenide.Condition.empty;
import static com.codeborne.selenide.Condition.exist;
import static com.codeborne.selenide.Condition.text;
import static com.codeborne.selenide.Condition.value;
import static com.codeborne.selenide.Condition.visible;
import static com.codeborne.selenide.Selenide.$;
import static com.codeborne.selenide.Selenide.$$;
import static com.codeborne.selenide.Selenide.refresh;
import static com.codeborne.selenide.Selenide.screenshot;
import static id.alur.journeys.FormPage.choose;
import static id.alur.journeys.FormPage.complete;
import static id.alur.journeys.FormPage.completeIfStillPossible;
import static id.alur.journeys.FormPage.endSession;
import static id.alur.journeys.FormPage.logIn;
import static id.alur.journeys.FormPage.messageAt;
import static id.alur.journeys.FormPage.press;
import static id.alur.journeys.FormPage.untilDraftContains;
import static org.assertj.core.api.Assertions.assertThat;

import com.codeborne.selenide.Selenide;
import com.codeborne.selenide.SelenideElement;
import id.alur.vault.Vault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Files that are carried or only recorded, and secrets. */
@FormScript
class FormScriptFilesJourney {

  @LocalServerPort int port;
  @Autowired MadeUpOffice office;
  @Autowired Vault vault;

  private FormPage form;
  private Task task;

  @BeforeAll
  void openLine(@TempDir Path folder) throws IOException {
    form = new FormPage(port, folder);
  }

  @AfterAll
  void closeLine() throws IOException {
    if (form != null) {
      form.close();
    }
  }

  @BeforeEach
  void aLetterOfSiti() {
    form.line().mend();
    task = office.newLetter();
  }

  @Test
  void startsACaseWithAFileAndOpensItsFirstTask() throws Exception {
    form.openStartAs("siti", "letters");
    $("#unitCode").setValue(MadeUpOffice.UNIT);
    $("#recipient").setValue("SMA Contoh");
    choose("requestDocument", form.pdf(2_000));
    $(".alur-file-status").shouldHave(text("Tersimpan: surat.pdf (2 KB, SHA-256 "));
    screenshot("start-1280");
    $(".modal-footer .btn-primary").click();
    $("[data-value=recipient]").shouldHave(text("SMA Contoh"));
    $("[data-document=requestDocument]").shouldHave(text("surat.pdf (2 KB"));
  }

  @Test
  void triesAgainAfterALineThatWasCutInAnUpload() throws Exception {
    form.openAs("siti", task);
    form.line().cutAfter(2_000_000);
    choose("letterDocument", form.pdf(15_000_000));
    messageAt("letterDocument").shouldHave(text("Sambungan terputus. Berkas belum tersimpan."));
    screenshot("cut-1280");
    form.line().mend();
    press($$(".alur-file button").findBy(text("Coba lagi")));
    $(".alur-file-status").shouldHave(text("Tersimpan: surat.pdf (14,3 MB"));
    messageAt("letterDocument").shouldNot(exist);
  }

  @Test
  void handsUsernameAndPasswordToTheVaultOnly() throws Exception {
    form.openAs("siti", task);
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
  void waitsForTheVaultBeforeItSendsTheForm() throws Exception {
    form.openAs("siti", task);
    form.fillIn("123456");
    username().setValue("operator-contoh");
    password().setValue("Sandi/Contoh-77");
    form.line().cut();
    complete();
    messageAt("letterAccount").shouldHave(text("Sambungan terputus."));
    password().shouldHave(value("Sandi/Contoh-77"));
    form.line().mend();
    complete();
    $(".page-notifications").shouldHave(text("Tersimpan."));
    String reference = (String) office.recorded(task, "letterAccount");
    assertThat(vault.open(reference, task.getProcessInstanceId())
        .<Boolean>useCredentials((name, word) -> name.equals("operator-contoh") && word.equals("Sandi/Contoh-77")))
        .isTrue();
  }

  @Test
  void asksForThePasswordAgainAfterTheSessionEnded() throws Exception {
    form.openAs("siti", task);
    form.fillIn("123456");
    username().setValue("operator-contoh");
    password().setValue("Sandi/Contoh-77");
    endSession();
    completeIfStillPossible();
    logIn("siti");
    $("#letterNumber").shouldHave(value("123456"));
    username().shouldBe(visible).shouldBe(empty);
    password().shouldBe(empty);
    $(".alur-secret-status").scrollIntoView("{block: 'center'}").shouldHave(text("Ketik lagi username dan password"));
    screenshot("secret-again-1280");
  }

  @Test
  void recordsALocalFileThatStaysWhereItIs() throws Exception {
    openCopy();
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
    assertThat(office.recorded(task, "copyName")).isEqualTo("salinan.Source");
    assertThat(office.recorded(task, "copySize")).isEqualTo(3L);
    assertThat(office.recorded(task, "copySha256"))
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  }

  @Test
  void hashesALargeLocalFileAsItIsRead() throws Exception {
    openCopy();
    byte[] content = new byte[30_000_000];
    Arrays.fill(content, (byte) 7);
    pickCopy(content);
    $(".alur-file-status").shouldHave(text("Tercatat: salinan.Source (28,6 MB, SHA-256 "
        + HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content)).substring(0, 12)));
  }

  @Test
  void recordsNothingOfAnEmptyLocalFile() throws Exception {
    openCopy();
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
  void keepsWhatWasRecordedOfALocalFileOverAReload() throws Exception {
    openCopy();
    pickCopy("abc");
    untilDraftContains("ba7816bf");
    refresh();
    $(".alur-file-status").shouldHave(text("Tercatat: salinan.Source (3 byte, SHA-256 ba7816bf8f01…)"));
  }

  private void openCopy() throws IOException, InterruptedException {
    task = office.newCopy();
    form.openAs("siti", task);
    $(".alur-local-file").shouldBe(visible);
  }

  private void pickCopy(String content) throws IOException {
    pickCopy(content.getBytes(StandardCharsets.US_ASCII));
  }

  private void pickCopy(byte[] content) throws IOException {
    $(".alur-local-file input[type=file]").uploadFile(form.file("salinan.Source", content).toFile());
  }

  private static SelenideElement username() {
    return $("#alur-letterAccount-username");
  }

  private static SelenideElement password() {
    return $("#alur-letterAccount-password");
  }
}
