package id.alur.act;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.engine.ExternalTaskService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The external tasks that this node works on: a heartbeat on a thread of its own keeps others away from them. */
final class Leases {

  private static final Logger log = LoggerFactory.getLogger(Leases.class);

  private final ExternalTaskService externalTasks;
  private final String workerId;
  private final Duration lease;
  private final Set<String> held = ConcurrentHashMap.newKeySet();
  private ScheduledExecutorService heartbeat;

  Leases(ExternalTaskService externalTasks, String workerId, Duration lease) {
    this.externalTasks = externalTasks;
    this.workerId = workerId;
    this.lease = lease;
  }

  void start(Duration every) {
    heartbeat = Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "act-heartbeat"));
    heartbeat.scheduleWithFixedDelay(this::extend, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** False if this node works on the task already: its lease had run out, and now holds again. */
  boolean hold(String taskId) {
    return held.add(taskId);
  }

  void release(String taskId) {
    held.remove(taskId);
  }

  int count() {
    return held.size();
  }

  /** Lets other nodes have what is still held. */
  void giveBack() {
    heartbeat.shutdown();
    held.forEach(this::giveBack);
  }

  synchronized void giveBack(String taskId) {
    release(taskId);
    try {
      externalTasks.unlock(taskId);
    } catch (RuntimeException e) {
      log.info("The lease of {} is left to run out: {}", taskId, e.toString());
    }
  }

  private void extend() {
    held.forEach(this::extend);
  }

  /** Never while the same lease is given back: one of both would fail. */
  private synchronized void extend(String taskId) {
    if (!held.contains(taskId)) {
      return;
    }
    try {
      externalTasks.extendLock(taskId, workerId, lease.toMillis());
    } catch (RuntimeException e) {
      // The work ended just now, the case moved on, or the database does not answer: the next beat tries again.
      log.info("The lease of {} could not be renewed: {}", taskId, e.toString());
    }
  }
}
