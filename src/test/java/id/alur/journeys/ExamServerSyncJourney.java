package id.alur.journeys;

import static com.codeborne.selenide.Condition.checked;
import static com.codeborne.selenide.Condition.empty;
import static com.codeborne.selenide.Condition.focused;
import static com.codeborne.selenide.Condition.text;
import static com.codeborne.selenide.Condition.value;
import static id.alur.Procedure.pass;
import static id.alur.examserversync.ExamSyncScenario.RUDI;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.boot.test.context.SpringBootTest.WebEnvironment.RANDOM_PORT;

import com.codeborne.selenide.Selenide;
import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.parser.PdfTextExtractor;
import id.alur.Alur;
import id.alur.People;
import id.alur.Procedure;
import id.alur.Sop;
import id.alur.document.UploadedDocuments;
import id.alur.examserversync.ExamSyncScenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;

/** rudi is the proctor of SMP Contoh, 20100999, beside the server on Saturday 21 November 2026 at 07.45 WIB. */
@SpringBootTest(webEnvironment = RANDOM_PORT,
    classes = {Alur.class, People.class, Procedure.class, UploadedDocuments.class})
@ActiveProfiles("test")
@ExtendWith(Chromium.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExamServerSyncJourney {

  private static final String PATCH = "Nyalakan CBTSync Web dan tekan Pembaharuan";
  private static final String RESTART_SERVICE = "Jalankan ulang service, lalu patching lagi";
  private static final String ENTER_SERVER_ID = "Masukkan ID Server";
  private static final String RECORD_DASHBOARD = "Catat keadaan dashboard";
  private static final String WAIT_FOR_SCHEDULE = "StandBy: tunggu jadwal sinkronisasi";
  private static final String ASK_OTHER_DATA = "Periksa data ujian lain";
  private static final String ACTIVE = "Aktif";
  private static final String STANDBY = "StandBy Akses Server Pusat di Tutup data SN Sudah Sesuai";
  private static final String PROHIBITION = "DILARANG KERAS menekan HAPUS atau START SYNC.";
  private static final String SERIAL_NUMBER = "VB1A2B3C4D-5E6F";

  @LocalServerPort int port;
  @Autowired People people;
  @Autowired Procedure procedure;
  @Autowired UploadedDocuments documents;
  @Autowired RuntimeService runtime;
  @Autowired IdentityService identity;

  @TempDir Path folder;
  private ExamSyncScenario scenario;
  private Tasklist tasklist;

  @BeforeEach
  void patchingIsOpen() {
    scenario = new ExamSyncScenario(people, procedure, documents);
    Tenant school = identity.createTenantQuery().tenantId("20100999").singleResult();
    school.setName("SMP Contoh");
    identity.saveTenant(school);
    tasklist = new Tasklist(port);
  }

  @AfterEach
  void endWhatWasLeftOpen() {
    ClockUtil.reset();
    runtime.createProcessInstanceQuery().list()
        .forEach(left -> runtime.deleteProcessInstance(left.getId(), "end of the journey"));
  }

  @Test
  @Sop({"ES-1", "ES-2", "ES-6", "ES-8", "ES-11", "ES-12", "ES-13", "ES-14", "ES-17", "ES-18", "ES-19", "ES-20", "ES-21"})
  void aProctorWithAPhoneLeadsTheServerFromTheStartFormToTheMinutes() throws IOException, InterruptedException {
    tasklist.openAs(RUDI, Screen.PHONE);
    startAtTheFirstMachine();
    ProcessInstance sync = patchAndEnterTheServerId();

    tasklist.taskIs(RECORD_DASHBOARD);
    Screen.keep("record-dashboard");
    tasklist.enterOffered("Apa tulisan di dashboard?", ACTIVE);
    tasklist.enterOffered("SN di dashboard", SERIAL_NUMBER);
    tasklist.complete();

    eraseAndBackUp();
    download();
    verify();

    theMinutesAreWritten(sync);
    tasklist.taskIs("Simpan berita acara");
    tasklist.form().shouldHave(text(PROHIBITION));
    Screen.keep("keep-minutes");
    PdfReader minutes = new PdfReader(tasklist.download("berita-acara").getPath());
    assertThat(minutes.getNumberOfPages()).isPositive();
    assertThat(new PdfTextExtractor(minutes).getTextFromPage(1)).contains("SMP Contoh", SERIAL_NUMBER);
    tasklist.complete();
    tasklist.notification().shouldHave(text("Kasus ini selesai"));
    System.out.print(tasklist.effort().report("exam-server-sync: whole path"));

    tasklist.begin("Sinkronisasi server ujian");
    tasklist.field("Putaran ujian").shouldHave(value("Simulasi 1"));
    tasklist.field("Jam sinkronisasi").shouldHave(value("08.00-10.00"));
    tasklist.field("Label mesin server").shouldBe(empty);
    tasklist.field("ID Server").shouldBe(empty);
  }

  private void startAtTheFirstMachine() {
    tasklist.begin("Sinkronisasi server ujian");
    tasklist.field("NPSN").shouldHave(value("20100999"));
    tasklist.field("Nama sekolah").shouldHave(value("SMP Contoh"));
    tasklist.field("Hari sinkronisasi").shouldHave(value("2026-11-21"));
    Screen.keep("start");
    tasklist.fill("Putaran ujian", "Simulasi 1");
    tasklist.fill("Hari tes", "2026-11-23");
    tasklist.fill("Jam sinkronisasi", "08.00-10.00");
    tasklist.answer("Zona waktu", "WIB");
    tasklist.fill("Label mesin server", "Server 1");
    tasklist.fill("ID Server", "K0120301");
    tasklist.tick("Mesin ini yang dipakai untuk tes");
    tasklist.start();
  }

  private ProcessInstance patchAndEnterTheServerId() {
    tasklist.taskIs(PATCH);
    tasklist.enterOffered("Versi ExambrowserCBTSync Admin", "50.170406");
    tasklist.answer("Bagaimana patching-nya?", "Berhasil");
    tasklist.enterOffered("Versi CBTSync sesudah patching", "5.1.0");
    tasklist.complete();

    tasklist.taskIs(ENTER_SERVER_ID);
    tasklist.field("ID Server yang dimasukkan").shouldHave(value("K0120301"));
    tasklist.fill("SN di layar", SERIAL_NUMBER);
    tasklist.tick("Mesin ini yang dipakai untuk tes");
    tasklist.complete();
    return theCase();
  }

  private void eraseAndBackUp() throws IOException {
    tasklist.taskIs(ASK_OTHER_DATA);
    tasklist.answer("Masih ada data ujian lain", "Tidak ada");
    tasklist.complete();

    erase("HAPUS data lama");

    tasklist.taskIs("BACKUP dan unduh hasilnya");
    tasklist.choose("Berkas hasil BACKUP", Files.writeString(folder.resolve("backup-20100999.Source"), "cadangan contoh"));
    tasklist.form().shouldHave(text("Tercatat: backup-20100999.Source"));
    tasklist.complete();

    erase("HAPUS sesudah BACKUP");
  }

  /** HAPUS is asked for only once the proctor has compared the SN. */
  private void erase(String task) {
    tasklist.taskIs(task);
    tasklist.form().shouldNotHave(text("Tekan HAPUS"));
    tasklist.answer("Apakah SN di layar server", "Ya, sama");
    tasklist.form().shouldHave(text("Tekan HAPUS"));
    tasklist.tick("HAPUS sudah selesai");
    tasklist.complete();
  }

  private void download() {
    tasklist.taskIs("Lihat Status Download");
    tasklist.complete();

    tasklist.taskIs("START SYNC");
    tasklist.form().shouldNotHave(text("Tekan START SYNC"));
    tasklist.answer("Apakah SN di layar server", "Ya, sama");
    Screen.keep("start-sync");
    tasklist.tick("START SYNC sudah ditekan");
    tasklist.complete();

    tasklist.taskIs("Catat data 1 sampai 9");
    tasklist.press("Semua hijau");
    tasklist.complete();
  }

  private void verify() {
    tasklist.taskIs("Periksa Daftar Peserta");
    tasklist.form().shouldHave(text(PROHIBITION));
    tasklist.fill("Jumlah peserta terdaftar", "40");
    tasklist.fill("Jumlah peserta di Daftar Peserta", "40");
    tasklist.complete();

    tasklist.taskIs("Periksa Status Test");
    tasklist.form().shouldHave(text(PROHIBITION));
    tasklist.answer("Apakah tesnya tampil", "Ya, tampil");
    tasklist.complete();
  }

  @Test
  @Sop({"ES-10", "ES-11"})
  void aDashboardThatStandsByIsLookedAtAgainByItselfUntilItIsActive() throws Exception {
    ProcessInstance sync = scenario.caseAt("userTask_recordDashboard");
    tasklist.openAs(RUDI, Screen.PHONE);
    tasklist.openTask(RECORD_DASHBOARD);
    tasklist.enterOffered("Apa tulisan di dashboard?", STANDBY);
    tasklist.enterOffered("SN di dashboard", scenario.serialNumber());
    tasklist.complete();

    tasklist.taskIs(WAIT_FOR_SCHEDULE);
    tasklist.form().shouldHave(text("08.00-10.00 WIB"), text("Sabtu, 21 November 2026 pukul 07.50 WIB"));
    Screen.keep("wait-for-schedule");
    pass(Duration.ofMinutes(5));
    procedure.runDueJobs(sync);
    tasklist.taskIs(RECORD_DASHBOARD);
    tasklist.field("Apa tulisan di dashboard?").shouldBe(empty);
    tasklist.enterOffered("Apa tulisan di dashboard?", ACTIVE);
    tasklist.complete();
    tasklist.taskIs(ASK_OTHER_DATA);
  }

  @Test
  @Sop({"ES-6", "ES-7"})
  void patchingThatFailsTwiceLeadsRoundTheRestartUntilItSucceeds() throws Exception {
    scenario.caseAt("userTask_patch");
    tasklist.openAs(RUDI, Screen.DESK);
    tasklist.openTask(PATCH);
    tasklist.enterOffered("Versi ExambrowserCBTSync Admin", "50.170406");
    tasklist.answer("Bagaimana patching-nya?", "Gagal");
    tasklist.complete();

    tasklist.taskIs(RESTART_SERVICE);
    tasklist.form().shouldHave(text("putaran 1"));
    restart("Masih gagal");

    tasklist.taskIs(RESTART_SERVICE);
    tasklist.form().shouldHave(text("putaran 2"));
    tasklist.field("Tab Service Restart").shouldNotBe(checked);
    restart("Berhasil");
    tasklist.refusalAt("Versi CBTSync sesudah patching").shouldHave(text("Wajib diisi."));
    Screen.keep("restart-service");
    tasklist.fill("Versi CBTSync sesudah patching", "5.1.0");
    tasklist.field("Versi CBTSync sesudah patching").pressEnter();
    tasklist.taskIs(ENTER_SERVER_ID);
    tasklist.field("SN di layar").shouldBe(focused).pressEnter();
    tasklist.field("Mesin ini yang dipakai untuk tes").shouldBe(focused);
  }

  private void restart(String outcome) {
    tasklist.tick("Tab Service Restart");
    tasklist.tick("Start Service");
    tasklist.tick("Refresh");
    tasklist.tick("CBTSync Web ditutup");
    tasklist.tick("CBTSync dibuka lagi");
    tasklist.answer("Bagaimana patching-nya sekarang?", outcome);
    tasklist.complete();
  }

  @Test
  @Sop({"ES-9", "ES-10", "ES-21"})
  void aWrongMachineLeadsBackToTheServerIdAndACompleteOneIsRefusedInWords() throws Exception {
    ProcessInstance complete = scenario.caseAt("userTask_keepMinutes");
    scenario.complete(complete, "userTask_keepMinutes");
    String completeMachine = scenario.serialNumber();
    scenario.anotherMachine();
    scenario.caseAt("userTask_recordDashboard");
    tasklist.openAs(RUDI, Screen.PHONE);
    tasklist.openTask(RECORD_DASHBOARD);
    tasklist.enterOffered("Apa tulisan di dashboard?", ACTIVE);
    tasklist.fill("SN di dashboard", "SN-MESIN-LAIN");
    tasklist.complete();

    tasklist.taskIs(ENTER_SERVER_ID);
    tasklist.form().shouldHave(text("ID Server atau SN tidak cocok."), text("SN-MESIN-LAIN"));
    Screen.keep("wrong-machine");
    tasklist.fill("SN di layar", completeMachine);
    tasklist.tick("Mesin ini yang dipakai untuk tes");
    tasklist.complete();
    tasklist.refusalAt("SN di layar").shouldHave(text("sudah berhasil sinkronisasi"), text("Dilarang keras"));
    Screen.keep("complete-machine");
  }

  /** In the product a job does it at once. */
  private void theMinutesAreWritten(ProcessInstance sync) {
    Selenide.Wait().until(browser -> {
      procedure.runDueJobs(sync);
      return procedure.taskOf(sync, "userTask_keepMinutes") != null;
    });
  }

  private ProcessInstance theCase() {
    return runtime.createProcessInstanceQuery().singleResult();
  }
}
