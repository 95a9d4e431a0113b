package id.alur.journeys;

import static com.codeborne.selenide.Condition.empty;
import static com.codeborne.selenide.Condition.text;
import static com.codeborne.selenide.Condition.value;
import static com.codeborne.selenide.Selenide.$;
import static com.codeborne.selenide.Selenide.$$;
import static id.alur.Procedure.itIs;
import static id.alur.Procedure.pass;
import static id.alur.helpdesk.HelpDeskCases.LEAD;
import static id.alur.helpdesk.HelpDeskCases.LINA;
import static id.alur.helpdesk.HelpDeskCases.MANAGER;
import static id.alur.helpdesk.HelpDeskCases.PROBLEM;
import static id.alur.helpdesk.HelpDeskCases.SOLUTION;
import static org.assertj.core.api.Assertions.assertThat;

import com.codeborne.selenide.Selenide;
import com.codeborne.selenide.SelenideElement;
import id.alur.Mailbox;
import id.alur.Partners;
import id.alur.Procedure;
import id.alur.Sop;
import id.alur.helpdesk.HelpDeskCases;
import id.alur.partner.neofeeder.Student;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** putri complains on her phone; lina of the help desk of 001042 solves it on a Monday morning. */
@HelpDeskInBrowser
class HelpDeskJourney {

  private static final String TRIAGE = "Pilah keluhan";
  private static final String PROCESS = "Selesaikan keluhan";
  private static final String WHAT_HAPPENED = "Apa yang terjadi?";
  private static final String SOLVED = "Selesai: solusinya ada";

  @LocalServerPort int port;
  @Autowired HelpDeskCases desk;
  @Autowired Procedure procedure;
  @Autowired Partners partners;
  @Autowired Mailbox mailbox;
  @Autowired RuntimeService runtime;
  @Autowired TaskService tasks;

  private PublicPage page;
  private Tasklist tasklist;

  @BeforeEach
  void openTheDesk() {
    desk.open();
    page = new PublicPage(port);
    tasklist = new Tasklist(port);
  }

  @AfterEach
  void closeTheDesk() {
    desk.close();
  }

  @AfterAll
  void leave() {
    Selenide.closeWebDriver();
  }

  @Test
  @Sop({"HD-1", "HD-2", "HD-3", "HD-4", "HD-P2", "HD-P3", "HD-P4", "HD-P5"})
  void leadsAVisitorFromThePhoneToASolutionThatSomebodyHadBefore() throws Exception {
    desk.solve(desk.caseAt("userTask_process"));
    page.openForm(Screen.PHONE);
    page.fillIn();
    page.send();
    page.news().shouldHave(text("sudah kami terima"));
    String code = page.code();
    ProcessInstance complaint = desk.complaintOf(code);
    procedure.runDueJobs(complaint);

    partners.neoFeeder().knowsStudents(new Student("Aktif", "S1 Informatika", "2023/2024 Ganjil", "", true));
    tasklist.openAs(LINA, Screen.DESK);
    triage("Nama saya di PDDIKTI salah eja", "Ya, data seorang mahasiswa");
    solveAsBefore();
    procedure.runDueJobs(complaint);

    seesTheSolution(code);
    assertThat(mailsTo("putri", complaint)).extracting(Mailbox.Mail::text)
        .satisfiesExactly(receipt -> assertThat(receipt).contains(code), told -> assertThat(told).contains(SOLUTION));
  }

  /** Takes what nobody has taken yet, from the group's list. */
  private void triage(String subject, String aboutFeeder) {
    tasklist.show("Tugas kelompok saya");
    tasklist.openTask(TRIAGE);
    tasklist.claim();
    tasklist.form().shouldHave(text(subject));
    Screen.keep("triage");
    tasklist.answer("Seberapa mendesak?", "Biasa");
    tasklist.answer("Terkait Feeder?", aboutFeeder);
    tasklist.complete();
    goesOnTo("userTask_process");
    tasklist.taskIs(PROCESS);
  }

  /** In the product jobs and calls do at once what follows a form. */
  private void goesOnTo(String task) {
    Selenide.Wait().until(browser -> isAt(task) || tasks.createTaskQuery().count() == 0);
    partners.areCalled();
    runtime.createProcessInstanceQuery().list().forEach(procedure::runDueJobs);
    assertThat(isAt(task)).as(task).isTrue();
  }

  private boolean isAt(String task) {
    return tasks.createTaskQuery().taskDefinitionKey(task).count() == 1;
  }

  private void solveAsBefore() {
    tasklist.form().shouldHave(text("Hasil pemeriksaan Feeder"), text("Aktif"));
    SelenideElement earlier = $$(".alur-solutions li").findBy(text(PROBLEM));
    earlier.$("summary").scrollIntoView("{block: 'center'}").click();
    tasklist.press("Pakai solusi ini");
    tasklist.field("Solusinya *").shouldHave(value(SOLUTION));
    Screen.keepWhole("earlier-solution-used");
    tasklist.complete();
    tasklist.notification().shouldHave(text("Belum ada tugas lanjutan"));
  }

  private void seesTheSolution(String code) {
    page.track(Screen.PHONE, code);
    page.state().shouldHave(text("Solusi sudah diberikan"));
    page.content().shouldHave(text(SOLUTION));
    PublicPage.look("visitor-sees-solution");
  }

  @Test
  @Sop({"HD-3", "HD-T"})
  void letsTheClockRestWhileTheVisitorIsAskedAndAnswersWithoutAScript() throws Exception {
    ProcessInstance complaint = desk.complaint();
    tasklist.openAs(LINA, Screen.PHONE);
    triage("Nama di PDDikti salah", "Tidak");
    assertThat(dueOf(complaint)).isEqualTo("2026-11-30T04:00:00Z");
    pass(Duration.ofMinutes(20));
    tasklist.answer(WHAT_HAPPENED, "Pemohon perlu ditanya");
    tasklist.fill("Pertanyaan untuk pemohon", "Nama mana yang sesuai ijazah?");
    Screen.keepWhole("ask");
    tasklist.complete();
    goesOnTo("userTask_recordAnswer");
    tasklist.taskIs("Catat jawaban pemohon");
    pass(Duration.ofMinutes(30));

    page.track(Screen.PHONE, desk.trackingCodeOf(complaint));
    page.content().shouldHave(text("Menunggu jawaban Anda"), text("Nama mana yang sesuai ijazah?"));
    PublicPage.withoutScripts(() -> {
      page.reply("Yang di ijazah: Putri.");
      page.news().shouldHave(text("Jawaban Anda sudah kami terima"));
    });

    assertThat(dueOf(complaint)).isEqualTo("2026-11-30T04:30:00Z");
    tasklist.openAs(LINA, Screen.PHONE);
    tasklist.openTask(PROCESS);
    tasklist.form().shouldHave(text("Yang di ijazah: Putri."), text("20 menit kerja, sisa 40 menit"));
    Screen.keepWhole("answered");
  }

  @Test
  @Sop({"HD-3", "HD-T"})
  void tellsHandlerLeadAndManagerOneAfterTheOtherAndShowsWhatIsLate() throws Exception {
    itIs("2026-01-12T03:00:00Z"); // a Monday that is over for the browser too
    ProcessInstance complaint = desk.triagedAtTheCounter();
    itIsMinutesLater(48, complaint);
    assertThat(toldAbout(complaint)).containsExactly(LINA);
    itIsMinutesLater(12, complaint);
    assertThat(toldAbout(complaint)).containsExactly(LINA, LEAD);
    itIsMinutesLater(15, complaint);
    assertThat(toldAbout(complaint)).as("75 minutes, and 10 at the counter").containsExactly(LINA, LEAD, MANAGER);

    tasklist.openAs(LINA, Screen.DESK);
    tasklist.tasksInList().findBy(text(PROCESS)).$(".overdue").shouldHave(text("Tenggat"));
    tasklist.openTask(PROCESS);
    tasklist.form().shouldHave(text("75 menit kerja, lewat 15 menit"));
    Screen.keepWhole("late");
  }

  @Test
  @Sop("HD-4")
  void startsAgainWhenTheVisitorIsNotContent() throws Exception {
    ProcessInstance complaint = desk.complaint();
    desk.triage(complaint);
    desk.solve(complaint);

    page.track(Screen.PHONE, desk.trackingCodeOf(complaint));
    page.reply("Di PDDikti masih salah.");
    page.news().shouldHave(text("Keluhan Anda dibuka lagi"));
    PublicPage.look("reopened");

    tasklist.openAs(LINA, Screen.DESK);
    tasklist.openTask(PROCESS);
    tasklist.form().shouldHave(text("Dibuka lagi"), text("Di PDDikti masih salah."), text(SOLUTION));
    tasklist.answer(WHAT_HAPPENED, SOLVED);
    tasklist.field("Solusinya *").shouldBe(empty);
    Screen.keepWhole("reopened-task");
  }

  @Test
  @Sop({"HD-1", "HD-2", "HD-P2", "HD-4"})
  void helpsSomebodyAtTheCounterWhoHasNoEmail() throws Exception {
    tasklist.openAs(LINA, Screen.DESK);
    tasklist.begin("Layanan keluhan");
    tasklist.field("Kode PT").shouldHave(value(HelpDeskCases.UNIT));
    Screen.keepWhole("counter");
    tasklist.answer("Keluhan ini datang lewat", "Loket");
    tasklist.answer("Pemohon adalah", "Mahasiswa");
    tasklist.fill("Nama pemohon", "Putri Contoh");
    tasklist.answer("Hal yang dikeluhkan", "Data mahasiswa");
    tasklist.fill("Ringkasan keluhan", "Nama saya di PDDIKTI salah eja");
    $("#complaintText").setValue("Tertulis Putry, seharusnya Putri.");
    tasklist.fill("Berapa menit pemohon menunggu dilayani?", "3");
    tasklist.fill("Berapa menit mengisi formulir ini?", "7");
    tasklist.start();

    tasklist.taskIs(TRIAGE);
    String code = desk.trackingCodeOf(runtime.createProcessInstanceQuery().singleResult());
    Screen.keepWhole("counter-triage");
    tasklist.form().shouldHave(text("tanpa email"), text(code));
    tasklist.answer("Seberapa mendesak?", "Biasa");
    tasklist.answer("Terkait Feeder?", "Tidak");
    tasklist.complete();
    tasklist.taskIs(PROCESS);
    tasklist.answer(WHAT_HAPPENED, SOLVED);
    tasklist.fill("Masalahnya", PROBLEM);
    tasklist.fill("Solusinya *", SOLUTION);
    tasklist.complete();
    goesOnTo("userTask_tellRequester");

    tasklist.taskIs("Sampaikan hasilnya secara langsung");
    tasklist.form().shouldHave(text(SOLUTION), text(code));
    tasklist.fill("Bagaimana dan kapan pemohon diberi tahu?", "di loket, Senin 10.40");
    tasklist.complete();
    tasklist.notification().shouldHave(text("Belum ada tugas lanjutan"));
    System.out.print(tasklist.effort().report("help-desk: at the counter"));
    seesTheSolution(code);
  }

  private void itIsMinutesLater(int minutes, ProcessInstance complaint) {
    pass(Duration.ofMinutes(minutes));
    procedure.runDueJobs(complaint);
  }

  /** Who has got a mail about this case, in their order. */
  private List<String> toldAbout(ProcessInstance complaint) {
    return mailbox.about(complaint.getBusinessKey()).stream().map(mail -> mail.to().replace("@contoh.test", "")).toList();
  }

  private List<Mailbox.Mail> mailsTo(String person, ProcessInstance complaint) {
    return mailbox.about(complaint.getBusinessKey()).stream()
        .filter(mail -> mail.to().startsWith(person + "@")).toList();
  }

  private Instant dueOf(ProcessInstance complaint) {
    return procedure.taskOf(complaint, "userTask_process").getDueDate().toInstant();
  }
}
