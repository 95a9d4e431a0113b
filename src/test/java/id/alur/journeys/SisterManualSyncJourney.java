package id.alur.journeys;

import static com.codeborne.selenide.CollectionCondition.size;
import static com.codeborne.selenide.Condition.exactValue;
import static com.codeborne.selenide.Condition.exist;
import static com.codeborne.selenide.Condition.selected;
import static com.codeborne.selenide.Condition.text;
import static com.codeborne.selenide.Condition.value;
import static com.codeborne.selenide.Condition.visible;
import static id.alur.Procedure.itIs;
import static org.springframework.boot.test.context.SpringBootTest.WebEnvironment.RANDOM_PORT;

import id.alur.Alur;
import id.alur.People;
import id.alur.Procedure;
import id.alur.Sop;
import id.alur.access.Group;
import id.alur.document.UploadedDocuments;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;

/**
 * siti is Admin PT of 001042, budi of 001998, dewi answers for Pusat Bantuan, ayu audits. Tuesday 24 November 2026 is a
 * day with a window.
 */
@SpringBootTest(webEnvironment = RANDOM_PORT,
    classes = {Alur.class, People.class, Procedure.class, UploadedDocuments.class})
@ActiveProfiles("test")
@ExtendWith(Chromium.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SisterManualSyncJourney {

  private static final String PROCEDURE = "Sinkronisasi manual SISTER";
  private static final String REQUEST_ACCESS = "Minta akses manual sync ke Pusat Bantuan";
  private static final String RECEIVE_CREDENTIALS = "Tunggu username dan password lewat email";
  private static final String WAIT_FOR_WINDOW = "Tunggu jendela Selasa atau Jumat";
  private static final String SIGN_IN = "Masuk ke SISTER dan simpan JSON";
  private static final String SEND_ANSWER = "Kirim JSON ke Pusat Bantuan";
  private static final String RECORD_VERDICT = "Catat jawaban Pusat Bantuan";

  private static final String TUESDAY_10_00_WIB = "2026-11-24T03:00:00Z";
  private static final String MONDAY_09_00_WIB = "2026-11-23T02:00:00Z";
  private static final String ANSWER = "{\"data\":[{\"nidn\":\"0000000000\"}]}";

  @LocalServerPort int port;
  @Autowired People people;
  @Autowired Procedure procedure;
  @Autowired UploadedDocuments documents;
  @Autowired TaskService tasks;
  @Autowired RuntimeService runtime;

  @TempDir Path folder;
  private Tasklist tasklist;
  private Cockpit cockpit;
  private String siti;
  private String budi;
  private String dewi;
  private String ayu;

  @BeforeAll
  void people() {
    siti = people.member("siti", Group.ADMIN_PT, "001042");
    budi = people.member("budi", Group.ADMIN_PT, "001998");
    dewi = people.member("dewi", Group.PUSAT_BANTUAN);
    ayu = people.member("ayu", Group.AUDITOR);
    tasklist = new Tasklist(port);
    cockpit = new Cockpit(port);
  }

  @BeforeEach
  void theWindowIsOpen() {
    itIs(TUESDAY_10_00_WIB);
  }

  @AfterEach
  void endWhatWasLeftOpen() {
    ClockUtil.reset();
    runtime.createProcessInstanceQuery().list()
        .forEach(left -> runtime.deleteProcessInstance(left.getId(), "end of the journey"));
  }

  @Test
  @Sop({"MS-E1", "MS-1", "MS-2", "MS-3", "MS-4", "MS-5", "MS-6", "MS-7"})
  void twoPeopleLeadFromTheRequestToSyncedData() throws Exception {
    tasklist.openLoginPage(Screen.DESK);
    Screen.keep("login");
    tasklist.logIn(siti, People.PASSWORD);
    Screen.keep("empty-list");
    String caseNumber = leadToTheVerdict();

    tasklist.openAs(dewi, Screen.DESK);
    tasklist.show("Tugas kelompok saya");
    Screen.keep("group-list");
    tasklist.openTask(RECORD_VERDICT);
    Screen.keep("unclaimed");
    tasklist.claim();
    tasklist.release();
    tasklist.claim();
    tasklist.select("Apa jawaban Pusat Bantuan?", "Diproses");
    Screen.keep("record-verdict");
    tasklist.complete();
    tasklist.notification().shouldHave(text("Tersimpan. Kasus ini selesai: Data tersinkron."));
    Screen.keep("synced");

    cockpit.openCasesAs(ayu, Screen.DESK);
    Screen.keep("cockpit-cases");
    cockpit.caseInList(caseNumber).shouldHave(text("001042"), text("siti"), text("Selesai"), text("Data tersinkron"));
    cockpit.openCase(caseNumber);
    Screen.keep("cockpit-case");
    cockpit.facts().shouldHave(text("Data tersinkron"));
    cockpit.step("Sinkronisasi manual diminta").shouldHave(text("MS-A"), text("siti"));
    cockpit.step("Nilai kelayakan").shouldHave(text("MS-E1"), text("Alur (otomatis)"));
    cockpit.step(REQUEST_ACCESS).shouldHave(text("MS-1"), text("MS-2"), text("siti"), text("123456"));
    cockpit.step(RECEIVE_CREDENTIALS).shouldHave(text("MS-3"), text("siti"));
    cockpit.step(SIGN_IN).shouldHave(text("MS-4"), text("MS-5"), text("MS-5P"), text("MS-6"), text("siti"));
    cockpit.step(SEND_ANSWER).shouldHave(text("MS-7"), text("siti"), text("123789"));
    cockpit.step(RECORD_VERDICT).shouldHave(text("MS-7"), text("dewi"));
  }

  @Test
  void onePersonDoesItAllOnAPhoneAndRecordsPusatBantuansAnswerOnItsBehalf() throws Exception {
    tasklist.openLoginPage(Screen.PHONE);
    Screen.keep("login");
    tasklist.logIn(siti, People.PASSWORD);
    Screen.keep("empty-list");
    String caseNumber = leadToTheVerdict();

    tasklist.show("Tugas kelompok saya");
    Screen.keep("group-list");
    tasklist.openTask(RECORD_VERDICT);
    Screen.keep("unclaimed");
    tasklist.claim();
    tasklist.select("Apa jawaban Pusat Bantuan?", "Diproses");
    tasklist.complete();
    tasklist.refusalAt("Dari siapa")
        .shouldHave(text("Tulis dari siapa, kapan, dan lewat apa Anda menerima jawaban ini."));
    Screen.keep("source-missing");
    tasklist.fill("Dari siapa", "Email Pusat Bantuan, 24 November pukul 11.05");
    tasklist.complete();
    tasklist.notification().shouldHave(text("Tersimpan. Kasus ini selesai: Data tersinkron."));
    Screen.keep("synced");

    cockpit.openCasesAs(ayu, Screen.PHONE);
    Screen.keep("cockpit-cases");
    cockpit.openCase(caseNumber);
    cockpit.step(RECORD_VERDICT).shouldHave(text("siti"), text("Email Pusat Bantuan, 24 November pukul 11.05"));
    Screen.keep("cockpit-case");
  }

  /** From the start form to the JSON that was sent; returns the number of the case. */
  private String leadToTheVerdict() throws IOException {
    tasklist.begin(PROCEDURE);
    Screen.keep("start-form");
    fillInTheRequest("https:/192.0.2.10/autosync");
    Screen.keep("start-form-filled");
    tasklist.start();

    tasklist.taskIs(REQUEST_ACCESS);
    tasklist.form().shouldHave(text("Peran: Admin PT"), text("Kategori: Platform"),
        text("Subkategori: Permintaan Manual Sync"));
    String caseNumber = theCase().getBusinessKey();
    Screen.keep("request-access");
    tasklist.fill("Nomor permintaan", "#123456");
    tasklist.complete();

    tasklist.taskIs(RECEIVE_CREDENTIALS);
    tasklist.form().shouldHave(text("inbox"), text("spam"));
    tasklist.field("Alamat SISTER yang akan dipakai").shouldHave(value("https://192.0.2.10"));
    Screen.keep("receive-credentials");
    tasklist.select("Apakah sudah Anda terima?", "Sudah");
    tasklist.complete();

    tasklist.taskIs(SIGN_IN);
    tasklist.form().shouldHave(text("Buka https://192.0.2.10/autosync"));
    Screen.keep("sign-in");
    signIn();
    Screen.keep("sign-in-filled");
    tasklist.complete();

    tasklist.taskIs(SEND_ANSWER);
    tasklist.form().shouldHave(text("autosync.json"));
    Screen.keep("send-answer");
    tasklist.fill("Nomor permintaan", "#123789");
    tasklist.complete();
    tasklist.notification().shouldHave(text("Tersimpan. Tugas berikutnya, \"" + RECORD_VERDICT),
        text("ada di \"Tugas kelompok saya\"."));
    Screen.keep("sent");
    return caseNumber;
  }

  @Test
  @Sop("MS-5P")
  void aConnectionThatBrokeLeadsBackToAnEmptySignInAndIsRecorded() throws Exception {
    ProcessInstance sync = signInIsNext(siti, "001042");
    tasklist.openAs(siti, Screen.DESK);
    tasklist.openTask(SIGN_IN);
    tasklist.form().shouldHave(text("jangan menutup jendela browser"), text("jangan memuat ulang (refresh) laman"),
        text("jangan mematikan perangkat"), text("jangan sampai internet terputus"));
    tasklist.select("Bagaimana hasilnya?", "Sambungan terputus");
    tasklist.select("Apa yang terjadi?", "Internet terputus");
    Screen.keep("connection-broke");
    tasklist.complete();

    tasklist.taskIs(SIGN_IN);
    tasklist.field("Bagaimana hasilnya?").shouldHave(exactValue(""));
    Screen.keep("second-round");
    tasklist.select("Bagaimana hasilnya?", "Sambungan terputus");
    tasklist.field("Apa yang terjadi?").shouldHave(exactValue(""));
    tasklist.select("Bagaimana hasilnya?", "Berhasil");
    tasklist.field("keempat larangan di atas saya patuhi").shouldNotBe(selected);

    cockpit.openCasesAs(ayu, Screen.DESK);
    cockpit.openCase(sync.getBusinessKey());
    cockpit.step("Bagaimana hasil masuk ke SISTER?").shouldHave(text("Harus masuk lagi dari awal"));
  }

  @Test
  @Sop("MS-W")
  void goesOnOutsideTheWindowWithAReason() throws Exception {
    itIs(MONDAY_09_00_WIB);
    credentialsAreThere(siti, "001042");
    tasklist.openAs(siti, Screen.DESK);
    tasklist.openTask(WAIT_FOR_WINDOW);
    tasklist.form().shouldHave(text("Jendela berikutnya dibuka Selasa, 24 November 2026 pukul 10.00 WIB"));
    tasklist.complete();
    tasklist.refusalAt("Alasan bila Anda tetap melanjutkan sekarang").shouldHave(text("Wajib diisi."));
    Screen.keep("wait-for-window");
    tasklist.fill("Alasan bila Anda tetap melanjutkan sekarang", "Diminta Pusat Bantuan lewat telepon hari ini");
    tasklist.complete();

    tasklist.taskIs(SIGN_IN);
    signIn();
    tasklist.field("Alasan bila Anda masuk di luar jendela")
        .shouldHave(value("Diminta Pusat Bantuan lewat telepon hari ini"));
    tasklist.complete();
    tasklist.taskIs(SEND_ANSWER);
  }

  @Test
  @Sop("MS-W")
  void whoWaitsFindsTheNextTaskOnceTheWindowOpens() throws Exception {
    itIs(MONDAY_09_00_WIB);
    ProcessInstance sync = credentialsAreThere(siti, "001042");
    tasklist.openAs(siti, Screen.PHONE);
    tasklist.openTask(WAIT_FOR_WINDOW);
    Screen.keep("wait-for-window");

    itIs(TUESDAY_10_00_WIB);
    procedure.runDueJobs(sync);
    tasklist.openAs(siti, Screen.PHONE);
    tasklist.openTask(SIGN_IN);
    tasklist.form().shouldHave(text("Buka https://192.0.2.10/autosync"));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      DESK  | Belum ada pemberitahuan tim pusat bahwa PT ini harus melakukan sinkronisasi manual.
      PHONE | Belum ada pemberitahuan tim pusat bahwa PT ini harus melakukan sinkronisasi manual.""")
  @Sop("MS-E1")
  void whoIsNotEligibleReadsWhy(Screen screen, String reason) throws Exception {
    tasklist.openAs(siti, screen);
    tasklist.begin(PROCEDURE);
    fillInThePt("001042", "https://sister.contoh.ac.id");
    tasklist.select("Keadaan mana yang berlaku?", "Data tim pusat menyebut PT ini");
    tasklist.select("Apakah pemberitahuan", "Belum");
    tasklist.start();
    tasklist.notification().shouldHave(text("Kasus ini selesai: Tidak memenuhi syarat."), text(reason));
    Screen.keep("not-eligible");
  }

  @Test
  @Sop({"MS-A", "MS-4"})
  void aRequestIsRefusedAtItsFieldsAndAcceptedOnceMended() throws Exception {
    tasklist.openAs(siti, Screen.DESK);
    tasklist.begin(PROCEDURE);
    fillInTheRequest("https://siti:rahasia@192.0.2.10");
    tasklist.fill("Kode PT", "00104");
    tasklist.start();
    tasklist.refusalAt("Kode PT").shouldHave(text("Kode PT terdiri atas 6 angka, termasuk nol di depan."));
    Screen.keep("unit-code-refused");

    tasklist.fill("Kode PT", "001998");
    tasklist.start();
    tasklist.refusalAt("Alamat SISTER PT Anda")
        .shouldHave(text("Jangan menulis username atau password di dalam alamat."));
    Screen.keep("address-refused");

    tasklist.fill("Alamat SISTER PT Anda", "https://192.0.2.10");
    tasklist.start();
    tasklist.refusalAt("Kode PT").shouldHave(text("Akun Anda tidak terdaftar untuk kode ini."));
    Screen.keep("foreign-unit-refused");
    tasklist.field("Nama perguruan tinggi").shouldHave(value("Universitas Contoh Nusantara"));
    tasklist.field("Keadaan mana yang berlaku?").shouldHave(value("identifiedByCentralTeam"));
    tasklist.form().shouldHave(text("Tersimpan: pemberitahuan.pdf"));

    tasklist.fill("Kode PT", "001042");
    tasklist.start();
    tasklist.taskIs(REQUEST_ACCESS);
  }

  @Test
  @Sop("MS-6")
  void aFileThatIsNoWholeJsonIsRefusedAndAcceptedOnceMended() throws Exception {
    signInIsNext(siti, "001042");
    tasklist.openAs(siti, Screen.PHONE);
    tasklist.openTask(SIGN_IN);
    tasklist.select("Bagaimana hasilnya?", "Berhasil");
    tasklist.tick("keempat larangan di atas saya patuhi");

    tasklist.choose("Berkas JSON yang disimpan", file("login.json", "<!doctype html><title>Sign In</title>"));
    tasklist.refusalAt("Berkas JSON yang disimpan").shouldHave(text("Berkas ini laman web (HTML), bukan JSON"));
    Screen.keep("html-refused");
    tasklist.choose("Berkas JSON yang disimpan", file("cut.json", "{\"data\":[{\"nidn\":"));
    tasklist.refusalAt("Berkas JSON yang disimpan").shouldHave(text("JSON ini terpotong di baris 1."));
    tasklist.complete();
    tasklist.refusalAt("Berkas JSON yang disimpan").shouldHave(text("JSON ini terpotong di baris 1."));
    tasklist.field("keempat larangan di atas saya patuhi").shouldBe(selected);

    tasklist.attach("Berkas JSON yang disimpan", file("autosync.json", ANSWER));
    tasklist.complete();
    tasklist.taskIs(SEND_ANSWER);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      kirim lagi             | Kirim JSON ke Pusat Bantuan              | Lampiran tidak terbaca
      masuk dan simpan lagi  | Masuk ke SISTER dan simpan JSON          | JSON berisi data PT lain
      minta akses lagi       | Minta akses manual sync ke Pusat Bantuan | Akses sudah dicabut""")
  @Sop("MS-7")
  void aRefusalOfPusatBantuanLeadsToTheStepThatItNames(String verdict, String task, String reason) throws Exception {
    verdictIsNext(siti, "001042");
    tasklist.openAs(dewi, Screen.DESK);
    tasklist.show("Tugas kelompok saya");
    tasklist.openTask(RECORD_VERDICT);
    tasklist.claim();
    tasklist.select("Apa jawaban Pusat Bantuan?", verdict);
    tasklist.fill("Alasan penolakan", reason);
    tasklist.complete();
    tasklist.notification().shouldHave(text("Tersimpan."));

    tasklist.openAs(siti, Screen.DESK);
    tasklist.openTask(task);
    tasklist.form().shouldHave(text(reason));
    Screen.keep("refused-" + verdict.replace(' ', '-'));
  }

  @Test
  void aDeviationIsReportedAndTheCaseCancelledWithAReason() throws Exception {
    ProcessInstance sync = signInIsNext(siti, "001042");
    tasklist.openAs(siti, Screen.DESK);
    tasklist.openTask(SIGN_IN);
    tasklist.press("Lapor penyimpangan");
    tasklist.fill("Apa yang dilakukan lain dari prosedur?", "JSON disimpan di perangkat lain");
    tasklist.fill("Mengapa?", "Perangkat pertama rusak");
    tasklist.fill("Bukti (uraikan", "Foto layar yang mati");
    Screen.keep("deviation");
    tasklist.press("Kirim laporan");
    tasklist.notification().shouldHave(text("Laporan penyimpangan tercatat. Tugas Anda tetap terbuka."));

    tasklist.press("Batalkan kasus");
    tasklist.press("Ya, batalkan kasus");
    tasklist.refusalAt("Alasan pembatalan").shouldHave(text("Wajib diisi."));
    tasklist.fill("Alasan pembatalan", "PT sudah pindah ke SISTER versi Cloud");
    Screen.keep("cancellation");
    tasklist.press("Ya, batalkan kasus");
    tasklist.notification().shouldHave(text("Kasus dibatalkan. Alasannya tercatat di riwayat."));
    tasklist.heading().shouldNot(exist);

    cockpit.openCasesAs(ayu, Screen.DESK);
    cockpit.openCase(sync.getBusinessKey());
    cockpit.step("Penyimpangan dilaporkan").shouldHave(text("Perangkat pertama rusak"), text("siti"));
    cockpit.step("Kasus dibatalkan").shouldHave(text("PT sudah pindah ke SISTER versi Cloud"), text("siti"));
    Screen.keep("cockpit-cancelled");
  }

  @Test
  @Sop("MS-A")
  void anotherPtsAdminSeesNeitherTaskNorCase() throws Exception {
    ProcessInstance sync = verdictIsNext(siti, "001042");
    verdictIsNext(budi, "001998");
    tasklist.openAs(budi, Screen.DESK);
    tasklist.show("Tugas kelompok saya");
    tasklist.tasksInList().shouldHave(size(1)).first().shouldHave(text(RECORD_VERDICT), text("001998"));
    Screen.keep("nothing-of-another-pt");

    tasklist.openLinkTo(procedure.taskOf(sync, "userTask_recordVerdict").getId());
    tasklist.notification().shouldBe(visible);
    tasklist.heading().shouldNot(exist);
    tasklist.form().shouldNot(exist);
    Screen.keep("link-to-another-pt");
  }

  @Test
  void speaksEnglishToThoseWhoChooseItAndIndonesianAgain() throws Exception {
    tasklist.openAs(siti, Screen.DESK);
    tasklist.navigation().shouldHave(text("Mulai prosedur"));
    tasklist.speak("English");
    tasklist.navigation().shouldHave(text("Start"));
    Screen.keep("english");
    tasklist.speak("Bahasa Indonesia");
    tasklist.navigation().shouldHave(text("Mulai prosedur"));
  }

  private void fillInTheRequest(String address) throws IOException {
    fillInThePt("001042", address);
    tasklist.select("Keadaan mana yang berlaku?", "Data tim pusat menyebut PT ini");
    tasklist.select("Apakah pemberitahuan", "Sudah");
    tasklist.attach("Pemberitahuan tim pusat *", file("pemberitahuan.pdf", "%PDF-1.7 contoh"));
  }

  private void fillInThePt(String unitCode, String address) {
    tasklist.fill("Kode PT", unitCode);
    tasklist.fill("Nama perguruan tinggi", "Universitas Contoh Nusantara");
    tasklist.fill("Alamat SISTER PT Anda", address);
  }

  private void signIn() throws IOException {
    tasklist.select("Bagaimana hasilnya?", "Berhasil");
    tasklist.tick("keempat larangan di atas saya patuhi");
    tasklist.attach("Berkas JSON yang disimpan", file("autosync.json", ANSWER));
  }

  private Path file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content);
  }

  private ProcessInstance verdictIsNext(String adminPt, String unitCode) {
    ProcessInstance sync = signInIsNext(adminPt, unitCode);
    String signIn = procedure.taskOf(sync, "userTask_signIn").getId();
    procedure.submit(adminPt, sync, "userTask_signIn", Map.of("signInOutcome", "signedIn", "prohibitionsKept", true,
        "answerDocument", documents.forTask(adminPt, signIn, "sister-answer", "autosync.json", ANSWER)));
    procedure.submit(adminPt, sync, "userTask_sendAnswer", Map.of("answerRequestNumber", "#123789"));
    return sync;
  }

  /** In an open window that is the task which follows. */
  private ProcessInstance signInIsNext(String adminPt, String unitCode) {
    return credentialsAreThere(adminPt, unitCode);
  }

  private ProcessInstance credentialsAreThere(String adminPt, String unitCode) {
    ProcessInstance sync = procedure.start(adminPt, "sister-manual-sync", Map.of(
        "unitCode", unitCode, "institutionName", "Universitas Contoh Nusantara", "sisterAddress", "https://192.0.2.10",
        "eligibilityCase", "identifiedByCentralTeam", "noticeHeld", "yes",
        "noticeDocument", documents.evidenceForStart(adminPt, "sister-manual-sync")));
    procedure.submit(adminPt, sync, "userTask_requestAccess", Map.of("accessRequestNumber", "#123456"));
    procedure.submit(adminPt, sync, "userTask_receiveCredentials",
        Map.of("credentialsOutcome", "received", "sisterAddress", "https://192.0.2.10"));
    return sync;
  }

  private ProcessInstance theCase() {
    String caseId = tasks.createTaskQuery().taskId(tasklist.openTask()).singleResult().getProcessInstanceId();
    return runtime.createProcessInstanceQuery().processInstanceId(caseId).singleResult();
  }
}
