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
import static com.codeborne.selenide.Selenide.refresh;
import static com.codeborne.selenide.Selenide.screenshot;
import static id.alur.journeys.FormPage.complete;
import static id.alur.journeys.FormPage.completeIfStillPossible;
import static id.alur.journeys.FormPage.endSession;
import static id.alur.journeys.FormPage.logIn;
import static id.alur.journeys.FormPage.messageAt;
import static id.alur.journeys.FormPage.press;
import static id.alur.journeys.FormPage.untilDraftContains;
import static org.assertj.core.api.Assertions.assertThat;

import com.codeborne.selenide.Selenide;
import id.alur.act.ActOutcome;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Answers: what is missing, refused, drafted, or overtaken by others. */
@FormScript
class FormScriptJourney {

  @LocalServerPort int port;
  @Autowired MadeUpOffice office;
  @Autowired RuntimeService runtime;
  @Autowired TaskService tasks;
  @Autowired ParcelWorker parcels;

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

  @AfterEach
  void resetClock() {
    ClockUtil.reset();
  }

  @Test
  void showsWhatTheCaseKnowsAsText() throws Exception {
    form.openAs("siti", task);
    $("[data-value=recipient]").shouldHave(text("Dinas <b>Contoh</b>"));
    $("[data-time=requestedAt]").shouldHave(text("Jumat, 20 November 2026 pukul 10.05 WIB"));
    $("[data-link=address]").shouldHave(attribute("href", "http://sister.contoh.id/autosync"));
  }

  @Test
  void saysWhatIsMissingInsteadOfADeadButton() throws Exception {
    form.openAs("siti", task);
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
  void putsARefusalOfTheServerAtItsFieldAndGoesOnOnceMended() throws Exception {
    form.openAs("siti", task);
    form.fillIn("12345");
    complete();
    messageAt("letterNumber").shouldHave(text("Nomor surat harus enam angka."));
    $("#letterNumber").shouldBe(focused).shouldHave(value("12345"));
    $(".page-notifications .alert-danger").shouldNot(exist);
    screenshot("refused-1280");

    $("#letterNumber").setValue("123456");
    complete();
    $(".page-notifications").shouldHave(text("Periksa surat\", ada di \"Tugas kelompok saya\"."));
    Task check = office.openTaskOf(task.getProcessInstanceId());
    assertThat(check.getTaskDefinitionKey()).isEqualTo("userTask_check");
    assertThat(runtime.getVariable(task.getProcessInstanceId(), "letterNumber")).isEqualTo("123456");
    assertThat(office.recordedNames(task)).doesNotContain("reason");
  }

  @Test
  void saysThatTheLineIsDownAndCompletesAfterwards() throws Exception {
    form.openAs("siti", task);
    form.fillIn("123456");
    form.line().cut();
    complete();
    $("form .alur-alert").shouldHave(text("Sambungan terputus. Isian Anda belum terkirim"));
    form.line().mend();
    complete();
    $(".page-notifications").shouldHave(text("Tersimpan."));
  }

  @Test
  void keepsWhatWasTypedWhenTheSessionEnds() throws Exception {
    form.openAs("siti", task);
    form.fillIn("123456");
    $("#note").setValue("hanya untuk saya");
    endSession();
    completeIfStillPossible();
    logIn("siti");
    $("#letterNumber").shouldHave(value("123456"));
    $("#note").shouldBe(empty);
    $(".alur-file-status").shouldHave(text("Tersimpan: surat.pdf"));
    complete();
    $(".page-notifications").shouldHave(text("Tersimpan."));
  }

  @Test
  void keepsWhatWasTypedOverAReload() throws Exception {
    form.openAs("siti", task);
    $("#letterNumber").setValue("654321");
    untilDraftContains("654321");
    refresh();
    $("#letterNumber").shouldHave(value("654321"));
  }

  @Test
  void showsNothingOfOnePersonToTheNextAtTheSameBrowser() throws Exception {
    form.openStartAs("siti", "letters");
    $("#recipient").setValue("rahasia siti");
    untilDraftContains("rahasia siti");
    endSession();
    refresh();
    logIn("dewi");
    $("#recipient").shouldBe(visible).shouldBe(empty);
    assertThat(Selenide.<String>executeJavaScript("return JSON.stringify(localStorage)"))
        .doesNotContain("rahasia siti");
  }

  @Test
  void saysThatTheTaskWasCompletedInAnotherTab() throws Exception {
    form.openAs("siti", task);
    form.fillIn("123456");
    tasks.complete(task.getId(), Map.of("letterNumber", "999999"));
    completeIfStillPossible();
    $("form .alur-alert").shouldHave(text("Tugas ini sudah diselesaikan"));
    $("#letterNumber").shouldHave(value("123456"));
    screenshot("gone-1280");
  }

  @Test
  void reportsADeviationAndKeepsTheTask() throws Exception {
    form.openAs("siti", task);
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
    assertThat(office.recorded(task, "what")).isEqualTo("Surat dikirim lewat pos");
    assertThat(office.recorded(task, "evidence")).isEqualTo("Resi pos");
    assertThat(office.recorded(task, "reportedBy")).isEqualTo("siti");
  }

  @Test
  void cancelsTheCaseAndGoesBackToTheList() throws Exception {
    form.openAs("siti", task);
    Screen.PHONE.use();
    press($$(".alur-case-actions button").findBy(text("Batalkan kasus")));
    $("#alur-reason").setValue("Salah lembaga");
    screenshot("cancellation-390");
    press($$(".alur-case-action button").findBy(text("Ya, batalkan kasus")));
    $(".page-notifications").shouldHave(text("Kasus dibatalkan."));
    $("#letterNumber").shouldNot(exist);
    assertThat(office.recorded(task, "reason")).isEqualTo("Salah lembaga");
  }

  @Test
  void followsAnActAndGoesOnToTheDoubtAboutIt() throws Exception {
    Task parcel = office.newParcel();
    form.openAs("siti", parcel);
    $("[data-progress]").shouldHave(text("Berjalan sejak pukul")).shouldHave(text("WIB, 12,4 MB diterima."));
    screenshot("progress-1280");
    Screen.PHONE.use();
    $("[data-progress]").scrollIntoView("{block: 'center'}");
    screenshot("progress-390");

    parcels.end(ActOutcome.unknown("Tidak ada jawaban."));
    $("#actDecision").shouldBe(visible);
    $(".page-notifications").shouldHave(text("Sudah selesai. Lanjut ke tugas: Pastikan paket terkirim."));
    $("[data-act]").shouldHave(text("Alur mengirim: satu paket."),
        text("Kiriman itu masih dapat tiba sampai"));
    screenshot("doubt-390");
    ClockUtil.offset(Duration.ofMinutes(5).toMillis());
    $("[data-act]").shouldHave(text("Periksa di tempat tujuan apakah kiriman itu ada."));
  }

  @Test
  void goesBackToTheListWhenNothingIsLeftToFollow() throws Exception {
    Task parcel = office.newParcel();
    form.openAs("siti", parcel);
    $("[data-progress]").shouldHave(text("Berjalan sejak pukul"));
    parcels.end(ActOutcome.done());
    $(".page-notifications").shouldHave(text("Sudah selesai. Kasus ini selesai: Paket terkirim."));
    $("[data-progress]").shouldNot(exist);
  }
}
