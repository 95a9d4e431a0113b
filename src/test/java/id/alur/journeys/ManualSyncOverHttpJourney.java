package id.alur.journeys;

import static com.codeborne.selenide.Condition.text;
import static id.alur.Procedure.itIs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.boot.test.context.SpringBootTest.WebEnvironment.RANDOM_PORT;

import id.alur.Alur;
import id.alur.People;
import id.alur.Procedure;
import id.alur.Sop;
import id.alur.access.Group;
import id.alur.act.ActRunner;
import id.alur.document.UploadedDocuments;
import id.alur.partner.pusatbantuan.PusatBantuanSimulator;
import id.alur.partner.sister.SisterAutosyncSimulator;
import id.alur.practice.PracticePartners;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * Alur calls Pusat Bantuan and the PT's SISTER itself, over HTTP on loopback. siti is Admin PT of 001999, dewi answers for
 * Pusat Bantuan, ayu audits.
 */
@SpringBootTest(webEnvironment = RANDOM_PORT,
    classes = {Alur.class, People.class, Procedure.class, UploadedDocuments.class})
@ActiveProfiles("test")
@ExtendWith(Chromium.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ManualSyncOverHttpJourney {

  private static final String RECEIVE_CREDENTIALS = "Tunggu username dan password lewat email";
  private static final String FOLLOW_SIGN_IN = "Ikuti Alur masuk ke SISTER";
  private static final String CONFIRM_ACCESS_REQUEST = "Pastikan permintaan akses sudah sampai";
  private static final String RECORD_VERDICT = "Catat jawaban Pusat Bantuan";
  private static final String TUESDAY_10_00_WIB = "2026-11-24T03:00:00Z";

  private static final PusatBantuanSimulator PUSAT_BANTUAN = new PusatBantuanSimulator()
      .keepingUploadsFor(Duration.ofDays(7)); // the engine's clock is some days ahead
  private static final SisterAutosyncSimulator SISTER = new SisterAutosyncSimulator();

  @LocalServerPort int port;
  @Autowired People people;
  @Autowired RuntimeService runtime;
  @Autowired ActRunner acts;

  @TempDir Path folder;
  private Tasklist tasklist;
  private Cockpit cockpit;
  private String siti;
  private String dewi;
  private String ayu;

  @DynamicPropertySource
  static void partners(DynamicPropertyRegistry registry) {
    new PracticePartners(PUSAT_BANTUAN, SISTER).settings().forEach((name, value) -> registry.add(name, () -> value));
  }

  @BeforeAll
  void begin() {
    siti = people.member("siti", Group.ADMIN_PT, "001999");
    dewi = people.member("dewi", Group.PUSAT_BANTUAN);
    ayu = people.member("ayu", Group.AUDITOR);
    tasklist = new Tasklist(port);
    cockpit = new Cockpit(port);
    itIs(TUESDAY_10_00_WIB);
    acts.start();
  }

  @AfterEach
  void endWhatWasLeftOpen() {
    PUSAT_BANTUAN.mood(PusatBantuanSimulator.Place.TICKETS, PusatBantuanSimulator.Mood.KIND);
    SISTER.mood(SisterAutosyncSimulator.Mood.KIND);
    runtime.createProcessInstanceQuery().list()
        .forEach(left -> runtime.deleteProcessInstance(left.getId(), "end of the journey"));
  }

  @AfterAll
  void leave() {
    acts.stop();
    ClockUtil.reset();
    PUSAT_BANTUAN.close();
    SISTER.close();
  }

  @Test
  @Sop({"MS-1", "MS-2", "MS-3", "MS-4", "MS-5", "MS-6", "MS-7"})
  void threePeopleLeadToSyncedDataWhileAlurMakesTheCalls() throws Exception {
    tasklist.openAs(siti, Screen.DESK);
    begin(tasklist);
    tasklist.taskIs(RECEIVE_CREDENTIALS);
    assertThat(PUSAT_BANTUAN.tickets()).hasSize(1);
    Screen.keep("receive-credentials");
    handIn(SisterAutosyncSimulator.PASSWORD + " keliru");
    tasklist.taskIs(RECEIVE_CREDENTIALS);
    tasklist.form().shouldHave(text("SISTER menolak username atau password ini"));
    Screen.keep("wrong-password");

    SISTER.mood(SisterAutosyncSimulator.Mood.SLOW).pause(Duration.ofSeconds(4));
    handIn(SisterAutosyncSimulator.PASSWORD);
    tasklist.taskIs(FOLLOW_SIGN_IN);
    tasklist.form().shouldHave(text("Berjalan sejak"));
    Screen.keep("follow-sign-in");
    tasklist.notification().shouldHave(text("Sudah selesai."));
    String caseNumber = runtime.createProcessInstanceQuery().singleResult().getBusinessKey();

    tasklist.openAs(dewi, Screen.DESK);
    tasklist.show("Tugas kelompok saya");
    tasklist.openTask(RECORD_VERDICT);
    assertThat(PUSAT_BANTUAN.tickets()).hasSize(2);
    assertThat(PUSAT_BANTUAN.tickets().get(1).uploads()).hasSize(1);
    tasklist.claim();
    tasklist.select("Apa jawaban Pusat Bantuan?", "Diproses");
    Screen.keep("record-verdict");
    tasklist.complete();
    tasklist.notification().shouldHave(text("Kasus ini selesai: Data tersinkron."));

    cockpit.openCasesAs(ayu, Screen.DESK);
    cockpit.openCase(caseNumber);
    cockpit.step("Kirim permintaan akses").shouldHave(text("MS-2"), text("Alur (otomatis)"));
    cockpit.step("Masuk ke SISTER dan simpan JSON").shouldHave(text("MS-5"), text("Alur (otomatis)"));
    Screen.keep("cockpit-case");
  }

  @Test
  @Sop("MS-2")
  void aPersonDecidesWhetherARequestArrivedWhoseAnswerDidNotCome() throws Exception {
    PUSAT_BANTUAN.mood(PusatBantuanSimulator.Place.TICKETS, PusatBantuanSimulator.Mood.CUTS_BEFORE_THE_ANSWER);
    int before = PUSAT_BANTUAN.tickets().size();
    tasklist.openAs(siti, Screen.PHONE);
    begin(tasklist);
    tasklist.taskIs(CONFIRM_ACCESS_REQUEST);
    tasklist.form().shouldHave(text("Alur tidak mengirimnya lagi"), text("permintaan akses manual sync untuk kode PT 001999"));
    Screen.keep("confirm-access-request");
    tasklist.select("Apakah permintaan itu sampai di Pusat Bantuan?", "Tidak terjadi");
    tasklist.fill("Bagaimana Anda memastikannya?", "Tidak ada email konfirmasi");
    tasklist.complete();
    tasklist.refusalAt("Apakah permintaan itu sampai").shouldHave(text("masih dapat tiba sampai"));
    Screen.keep("too-early");
    tasklist.select("Apakah permintaan itu sampai di Pusat Bantuan?", "Terjadi");
    tasklist.fill("Nomor permintaan", "#1001");
    tasklist.complete();
    tasklist.taskIs(RECEIVE_CREDENTIALS);
    assertThat(PUSAT_BANTUAN.tickets()).hasSize(before + 1);
  }

  private void begin(Tasklist tasklist) throws Exception {
    tasklist.begin("Sinkronisasi manual SISTER");
    tasklist.fill("Kode PT", "001999");
    tasklist.fill("Nama perguruan tinggi", "Universitas Contoh Nusantara");
    tasklist.fill("Alamat SISTER PT Anda", SISTER.url().toString());
    tasklist.select("Keadaan mana yang berlaku?", "Data tim pusat menyebut PT ini");
    tasklist.select("Apakah pemberitahuan", "Sudah");
    tasklist.attach("Pemberitahuan tim pusat *", Files.writeString(folder.resolve("surat.pdf"), "%PDF-1.7 contoh"));
    tasklist.start();
  }

  private void handIn(String password) {
    tasklist.select("Apakah sudah Anda terima?", "Sudah");
    tasklist.enterSecret("Username dan password untuk Alur", SisterAutosyncSimulator.USERNAME, password);
    tasklist.complete();
  }
}
