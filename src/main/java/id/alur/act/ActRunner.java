package id.alur.act;

import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ExternalTaskService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.externaltask.ExternalTaskQueryBuilder;
import org.camunda.bpm.engine.externaltask.LockedExternalTask;
import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.camunda.bpm.engine.impl.util.SingleConsumerCondition;
import org.camunda.bpm.spring.boot.starter.property.CamundaBpmProperties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Serves the external tasks of all {@link ActWorker}s inside this process, a bounded number at once.
 *
 * <p>Runs where the engine's jobs run; elsewhere, in tests, {@link #runOnce()} does. When Alur stops it waits for what
 * is under way, at most until its deadline, and gives back its leases.
 */
@Component
public final class ActRunner implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(ActRunner.class);

  private final ExternalTaskService externalTasks;
  private final ActPerformer performer;
  private final ActSettings settings;
  private final Clock clock;
  private final Map<String, ActWorker> workers;
  private final boolean isAutoStartup;
  private final boolean isOnlyNode;
  private final String workerId;
  private final Leases leases;

  private volatile boolean isRunning;
  private ExecutorService threads;
  private Thread poller;
  private SingleConsumerCondition news;

  ActRunner(ProcessEngine engine, ActPerformer performer, ObjectProvider<ActWorker> workers, ActSettings settings,
      CamundaBpmProperties camunda, Clock clock) {
    this.externalTasks = engine.getExternalTaskService();
    this.performer = performer;
    this.settings = settings;
    this.clock = clock;
    this.workers = workers.stream().collect(Collectors.toMap(ActWorker::topic, Function.identity()));
    this.isAutoStartup = camunda.getJobExecution().isEnabled();
    this.isOnlyNode = "h2".equals(engine.getProcessEngineConfiguration().getDatabaseType());
    this.workerId = settings.node() + "-" + UUID.randomUUID();
    this.leases = new Leases(externalTasks, workerId, settings.lease());
  }

  /** Performs what is to be done now, one after the other in this thread, and says how many acts that were. */
  public int runOnce() {
    List<LockedExternalTask> tasks = fetch(Integer.MAX_VALUE);
    tasks.forEach(task -> performer.perform(workers.get(task.getTopicName()), task));
    return tasks.size();
  }

  @Override
  public boolean isAutoStartup() {
    return isAutoStartup && !workers.isEmpty();
  }

  @Override
  public boolean isRunning() {
    return isRunning;
  }

  @Override
  public void start() {
    if (isOnlyNode) {
      giveBackLeasesOfEarlierBoots();
    }
    AtomicInteger number = new AtomicInteger();
    threads = Executors.newFixedThreadPool(settings.threads(), work -> new Thread(work, "act-" + number.incrementAndGet()));
    poller = new Thread(this::poll, "act-poller");
    news = new SingleConsumerCondition(poller);
    // The engine signals it when a transaction of this node created an external task.
    ProcessEngineImpl.EXT_TASK_CONDITIONS.addConsumer(news);
    leases.start(settings.heartbeat());
    isRunning = true;
    poller.start();
  }

  @Override
  public void stop() {
    isRunning = false;
    ProcessEngineImpl.EXT_TASK_CONDITIONS.removeConsumer(news);
    try {
      news.signal();
      poller.join();
      threads.shutdown();
      if (!threads.awaitTermination(longestDeadline().toMillis(), TimeUnit.MILLISECONDS)) {
        log.warn("{} acts did not end by their deadline", leases.count());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      threads.shutdownNow();
      leases.giveBack();
    }
  }

  private void poll() {
    while (isRunning) {
      // asked again: the signal to stop may have come, and been used up, while acts were fetched
      if (!takeUp() && isRunning) {
        news.await(settings.poll().toMillis());
      }
    }
  }

  /** True if there may be more that a thread is free for. */
  private boolean takeUp() {
    int free = settings.threads() - leases.count();
    if (free <= 0) {
      return false;
    }
    try {
      List<LockedExternalTask> tasks = fetch(free);
      tasks.stream().filter(task -> leases.hold(task.getId())).forEach(task -> threads.execute(() -> perform(task)));
      return tasks.size() == free;
    } catch (RuntimeException e) {
      log.warn("No acts could be fetched; the next attempt is in {} ms", settings.poll().toMillis(), e);
      return false;
    }
  }

  private void perform(LockedExternalTask task) {
    if (!isRunning) {
      leases.giveBack(task.getId());
      return;
    }
    try {
      performer.perform(workers.get(task.getTopicName()), task);
    } catch (RuntimeException e) {
      log.error("Act {} of case {} is left until its lease has run out", task.getActivityId(), task.getProcessInstanceId(), e);
    } finally {
      leases.release(task.getId());
      news.signal();
    }
  }

  private List<LockedExternalTask> fetch(int most) {
    ExternalTaskQueryBuilder query =
        externalTasks.fetchAndLock().workerId(workerId).maxTasks(most).orderByCreateTime().asc().subscribe();
    for (String topic : workers.keySet()) {
      query = query.topic(topic, settings.lease().toMillis());
    }
    return query.execute();
  }

  private void giveBackLeasesOfEarlierBoots() {
    // A later expiration is no lease but the delay before a retry.
    Date latestLease = Date.from(clock.instant().plus(settings.lease()));
    externalTasks.createExternalTaskQuery().locked().lockExpirationBefore(latestLease).list()
        .forEach(task -> externalTasks.unlock(task.getId()));
  }

  private Duration longestDeadline() {
    return workers.values().stream().map(ActWorker::deadline).max(Comparator.naturalOrder()).orElse(Duration.ZERO);
  }
}
