package id.alur.helpdesk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import id.alur.Database;
import id.alur.OnBothDatabases;
import id.alur.WebSession;
import id.alur.helpdesk.Crowd.Sent;
import id.alur.helpdesk.DeskAtWork.Waits;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The public page when many more complain than it takes: {@code mvn test -Dtest=ComplaintLoadBenchmark} prints, on each
 * database, how many are accepted and refused, how long that takes, and how Tasklist fares meanwhile. Then the process is
 * killed, and all that it had accepted must still be there. The crowd shares the processor with what is measured.
 */
class ComplaintLoadBenchmark {

  private static final Logger log = LoggerFactory.getLogger(ComplaintLoadBenchmark.class);

  private static final int PER_SECOND = 100;
  private static final int SECONDS = 60;
  private static final int QUIET_SECONDS = 20;
  /** The heap may grow so much in the second half, in megabytes: what is under way at one moment, and not at another. */
  private static final long UNEVEN_HEAP = 32;
  private static final Set<Integer> UNDERSTOOD = Set.of(303, 429, 503);
  private static final Duration LONGEST_REST = Duration.ofMinutes(3);

  @TempDir Path data;

  private final GreenMail mailbox = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
  private List<String> settings;

  @BeforeEach
  void openMailbox() {
    mailbox.start();
  }

  @AfterEach
  void closeMailbox() {
    mailbox.stop();
  }

  @OnBothDatabases
  void printsWhatBecomesOfTooManyComplaints(Database database) throws Exception {
    settings = new ArrayList<>(database.settings());
    settings.add("--spring.mail.host=127.0.0.1");
    settings.add("--spring.mail.port=" + mailbox.getSmtp().getPort());
    List<Sent> accepted = new ArrayList<>();
    try (LoadedAlur alur = LoadedAlur.start(data, settings)) {
      alur.hireStaff();
      Crowd few = crowd(alur);
      few.send(20, 20); // until the code is compiled
      accepted.addAll(few.sent(Sent::isAccepted));
      accepted.addAll(offerTooMuch(database, alur));
      assertThat(mailbox.getReceivedMessages()).as("confirmations").hasSize(accepted.size());
      assertThat(alur.errors()).isEmpty();
      alur.kill();
    }
    try (LoadedAlur alur = LoadedAlur.start(data, settings)) {
      assertKept(accepted, alur);
      assertThat(alur.errors()).isEmpty();
    }
    print(database, "all %d accepted complaints survived kill -9, and their cases go on", accepted.size());
  }

  /** Whoever fills in a page takes a while. */
  private static Crowd crowd(LoadedAlur alur) throws Exception {
    Crowd crowd = new Crowd(alur.port());
    TimeUnit.SECONDS.sleep(3);
    return crowd;
  }

  private List<Sent> offerTooMuch(Database database, LoadedAlur alur) throws Exception {
    try (DeskAtWork desk = new DeskAtWork(alur.staff())) {
      awaitRest(alur);
      Crowd crowd = crowd(alur);
      long heapBefore = alur.liveHeap();
      desk.waits();
      TimeUnit.SECONDS.sleep(QUIET_SECONDS);
      Waits quiet = desk.waits();
      CompletableFuture<Void> flood = CompletableFuture.runAsync(() -> flood(crowd));
      TimeUnit.SECONDS.sleep(SECONDS / 2);
      long heapAtHalf = alur.liveHeap();
      flood.join();
      Waits busy = desk.waits();
      long heapAtEnd = alur.liveHeap();
      report(database, crowd);
      awaitRest(alur);
      desk.waits();
      TimeUnit.SECONDS.sleep(QUIET_SECONDS);
      report(database, quiet, busy, desk.waits());
      print(database, "live heap %d MB before, %d MB at half, %d MB at the end, %d MB once all mails were sent",
          heapBefore, heapAtHalf, heapAtEnd, alur.liveHeap());
      assertThat(heapAtEnd).isLessThan(heapAtHalf + UNEVEN_HEAP);
      return crowd.sent(Sent::isAccepted);
    }
  }

  private static void flood(Crowd crowd) {
    try {
      crowd.send(PER_SECOND, SECONDS);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void report(Database database, Crowd crowd) {
    List<Sent> accepted = crowd.sent(Sent::isAccepted);
    List<Sent> busy = crowd.sent(sent -> sent.status() == 503);
    List<Sent> tooMany = crowd.sent(sent -> sent.status() == 429);
    List<Sent> other = crowd.sent(sent -> !UNDERSTOOD.contains(sent.status()));
    print(database, "offered %d: %d accepted (%.1f a second), %d refused with 503, %d with 429, %d other",
        PER_SECOND * SECONDS, accepted.size(), (double) accepted.size() / SECONDS, busy.size(), tooMany.size(), other.size());
    print(database, "accepted: %s", Crowd.times(accepted));
    if (!busy.isEmpty()) {
      print(database, "refused with 503: %s", Crowd.times(busy));
    }
    assertThat(other).isEmpty();
    assertThat(accepted).isNotEmpty();
  }

  private static void report(Database database, Waits quiet, Waits busy, Waits after) {
    print(database, "Tasklist's list, quiet: %s; busy: %s; afterwards: %s", quiet.list(), busy.list(), after.list());
    print(database, "Tasklist's form, quiet: %s; busy: %s; afterwards: %s", quiet.form(), busy.form(), after.form());
    print(database, "95 %% compared with quiet: list %.1f times, form %.1f times; afterwards %.1f and %.1f times",
        busy.ratioOfLists(quiet), busy.ratioOfForms(quiet), after.ratioOfLists(quiet), after.ratioOfForms(quiet));
  }

  /** Until every mail was sent. */
  private static void awaitRest(LoadedAlur alur) throws Exception {
    WebSession admin = alur.administrator();
    Awaitility.await().atMost(LONGEST_REST).pollInterval(Duration.ofSeconds(1))
        .until(() -> admin.ask("/job/count?messages=true").json().path("count").asInt() == 0);
  }

  private static void assertKept(List<Sent> accepted, LoadedAlur alur) throws Exception {
    Set<String> running = numbersOfRunningCases(alur);
    for (Sent sent : accepted) {
      Visitor.Answer page = Visitor.ofNewAddress(alur.port()).get("/keluhan/lacak/" + sent.trackingCode());
      assertThat(page.status()).isEqualTo(200);
      assertThat(running).contains(page.page().select("h1").text().replaceAll(".* ", ""));
    }
  }

  private static Set<String> numbersOfRunningCases(LoadedAlur alur) throws Exception {
    Set<String> numbers = new HashSet<>();
    for (JsonNode running : alur.administrator().ask("/process-instance?processDefinitionKey=" + HelpDesk.PROCESS).json()) {
      numbers.add(running.path("businessKey").asText());
    }
    return numbers;
  }

  private static void print(Database database, String figures, Object... values) {
    log.info("{}: {}", database, String.format(Locale.ROOT, figures, values));
  }
}
