package id.alur.act;

import static org.assertj.core.api.Assertions.assertThat;

import id.alur.Answer;
import id.alur.WebSession;
import java.util.Collections;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** A person who has Tasklist show a list of tasks again and again. */
final class TasklistReader implements AutoCloseable {

  private static final int PAUSE_MILLIS = 50;

  private final WebSession session;
  private final String list;
  private final List<Double> milliseconds = Collections.synchronizedList(new ArrayList<>());
  private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();
  private final ScheduledFuture<?> reading;

  TasklistReader(WebSession session) throws Exception {
    this.session = session;
    String filter = session.ask("/filter?resourceType=Task&name=Tugas%20saya").json().path(0).path("id").asText();
    this.list = "/filter/" + filter + "/list?firstResult=0&maxResults=15";
    this.reading = thread.scheduleWithFixedDelay(this::read, 0, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
  }

  private void read() {
    try {
      long start = System.nanoTime();
      Answer answer = session.tell(list, Map.of());
      milliseconds.add((System.nanoTime() - start) / 1e6);
      assertThat(answer.isSuccess()).as(answer.body()).isTrue();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** How long each request took since this was last asked. */
  Times times() throws Exception {
    if (reading.isDone()) {
      reading.get(); // tells why
    }
    synchronized (milliseconds) {
      Times times = new Times(milliseconds);
      milliseconds.clear();
      return times;
    }
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
