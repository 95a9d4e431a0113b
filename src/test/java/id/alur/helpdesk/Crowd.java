package id.alur.helpdesk;

import id.alur.act.Times;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

/**
 * Many who send a complaint each, at set moments: nobody waits for another one's answer, and what delays a complaint
 * counts from the moment at which it was to be sent.
 */
final class Crowd {

  /** Of an answer that never came. */
  static final int NONE = -1;

  private static final int ONE_IN = 10;
  private static final byte[] ATTACHMENT =
      Arrays.copyOf("%PDF-1.7 contoh".getBytes(StandardCharsets.US_ASCII), 200 << 10);
  private static final String PATH = "/keluhan/" + LoadedAlur.UNIT;

  private final int port;
  private final Map<String, String> page;
  private final Queue<Sent> sent = new ConcurrentLinkedQueue<>();

  /** @param status of the answer, or {@link #NONE} */
  record Sent(int status, String location, double milliseconds) {
    boolean isAccepted() {
      return status == 303;
    }

    /** To be asked for at the public page. */
    String trackingCode() {
      return location.replaceAll("^.*/lacak/|\\?.*$", "");
    }
  }

  /** They all send a page that was opened just now. */
  Crowd(int port) throws IOException, InterruptedException {
    this.port = port;
    Visitor.Answer opened = Visitor.ofNewAddress(port).get(PATH);
    this.page = Map.of("page", opened.field("page"), "opened", opened.field("opened"), "requesterRole", "student",
        "kind", "academicData", "requesterName", "Putri Contoh", "subject", "Nilai belum tampil",
        "complaintText", "Nilai saya belum tampil di SIAKAD. ".repeat(20));
  }

  /** Returns when the last answer came, or nobody waits any more. */
  void send(int perSecond, int seconds) throws InterruptedException {
    ExecutorService people = Executors.newCachedThreadPool();
    long start = System.nanoTime();
    for (int i = 0; i < perSecond * seconds; i++) {
      long due = start + TimeUnit.SECONDS.toNanos(i) / perSecond;
      while (System.nanoTime() < due) {
        LockSupport.parkNanos(due - System.nanoTime());
      }
      int number = i;
      people.execute(() -> sent.add(send(number, due)));
    }
    people.shutdown();
    if (!people.awaitTermination(1, TimeUnit.MINUTES)) {
      throw new AssertionError("Somebody got no answer within a minute");
    }
  }

  private Sent send(int number, long due) {
    Map<String, String> fields = new HashMap<>(page);
    fields.put("requesterEmail", "pemohon-" + number + "@contoh.test");
    Visitor.File[] files = number % ONE_IN == 0
        ? new Visitor.File[] {new Visitor.File("bukti.pdf", ATTACHMENT)} : new Visitor.File[0];
    try {
      Visitor.Answer answer = Visitor.ofNewAddress(port).post(PATH, fields, files);
      return new Sent(answer.status(), answer.header("Location"), (System.nanoTime() - due) / 1e6);
    } catch (IOException e) {
      return new Sent(NONE, e.toString(), (System.nanoTime() - due) / 1e6);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  List<Sent> sent(Predicate<Sent> which) {
    return sent.stream().filter(which).toList();
  }

  static Times times(List<Sent> sent) {
    return new Times(sent.stream().map(Sent::milliseconds).toList());
  }
}
