package id.alur.helpdesk;

import static org.assertj.core.api.Assertions.assertThat;

import id.alur.Answer;
import id.alur.WebSession;
import id.alur.act.Times;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Somebody of the help desk who has Tasklist show the tasks of the group, and a form, twice a second. */
final class DeskAtWork implements AutoCloseable {

  private static final int EVERY_MILLIS = 500;

  private final WebSession session;
  private final String list;
  private final String form;
  private List<Double> lists = new ArrayList<>();
  private List<Double> forms = new ArrayList<>();
  private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();
  private final ScheduledFuture<?> work;

  /** @param session of somebody who has a task */
  DeskAtWork(WebSession session) throws Exception {
    this.session = session;
    String filter = session.ask("/filter?resourceType=Task&name=Tugas%20kelompok%20saya").json().path(0).path("id").asText();
    this.list = "/filter/" + filter + "/list?firstResult=0&maxResults=15";
    this.form = "/task/" + session.ask("/task?maxResults=1").json().path(0).path("id").asText() + "/deployed-form";
    this.work = thread.scheduleAtFixedRate(this::look, 0, EVERY_MILLIS, TimeUnit.MILLISECONDS);
  }

  private synchronized void look() {
    try {
      long start = System.nanoTime();
      assertShown(session.tell(list, Map.of()));
      long between = System.nanoTime();
      assertShown(session.ask(form));
      lists.add((between - start) / 1e6);
      forms.add((System.nanoTime() - between) / 1e6);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static void assertShown(Answer answer) {
    assertThat(answer.isSuccess()).as(answer.body()).isTrue();
  }

  /** How long it took since this was last asked. */
  synchronized Waits waits() throws Exception {
    if (work.isDone()) {
      work.get(); // tells why
    }
    Waits waits = new Waits(new Times(lists), new Times(forms));
    lists = new ArrayList<>();
    forms = new ArrayList<>();
    return waits;
  }

  /** For the list of tasks, and for a form. */
  record Waits(Times list, Times form) {
    double ratioOfLists(Waits quiet) {
      return list.percentile(95) / quiet.list.percentile(95);
    }

    double ratioOfForms(Waits quiet) {
      return form.percentile(95) / quiet.form.percentile(95);
    }
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
