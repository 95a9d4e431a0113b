package id.alur.explore;

import id.alur.explore.State.OpenTask;
import id.alur.explore.State.PendingAct;
import id.alur.explore.State.PendingJob;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ExternalTaskService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.externaltask.ExternalTask;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.history.HistoricVariableInstance;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.VariableInstance;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads where the only case of an exploration stands. Two queries are ours: to build the engine's takes too long. */
final class StateReader {

  private final Exploration exploration;
  private final RuntimeService runtime;
  private final TaskService tasks;
  private final ManagementService management;
  private final ExternalTaskService externalTasks;
  private final HistoryService history;
  private final JdbcClient jdbc;
  private final Map<String, String> activityByJobDefinition = new HashMap<>();

  StateReader(Exploration exploration, ProcessEngine engine, JdbcClient jdbc) {
    this.exploration = exploration;
    this.runtime = engine.getRuntimeService();
    this.tasks = engine.getTaskService();
    this.management = engine.getManagementService();
    this.externalTasks = engine.getExternalTaskService();
    this.history = engine.getHistoryService();
    this.jdbc = jdbc;
  }

  State read(Map<String, String> monitors) {
    Reading reading = new Reading(ClockUtil.getCurrentTime().toInstant(), monitors);
    return exploredCase().map(found ->
        found.getEndTime() == null ? reading.running(found.getId()) : reading.ended(found)).orElseGet(reading::unstarted);
  }

  private Optional<HistoricProcessInstance> exploredCase() {
    List<HistoricProcessInstance> found =
        history.createNativeHistoricProcessInstanceQuery()
            .sql("select * from act_hi_procinst where proc_def_key_ = #{process}")
            .parameter("process", exploration.process()).list().stream()
            .filter(one -> !exploration.bystanders().contains(one.getId())).toList();
    if (found.size() > 1) {
      throw new IllegalStateException("more than one case is explored: " + found);
    }
    return found.stream().findFirst();
  }

  private final class Reading {

    private final Instant now;
    private final Map<String, String> monitors;
    private final Map<String, Object> variables = new TreeMap<>();
    private final List<String> facts = new ArrayList<>();
    private final List<String> times = new ArrayList<>();

    Reading(Instant now, Map<String, String> monitors) {
      this.now = now;
      this.monitors = monitors;
    }

    State unstarted() {
      facts.add("not started");
      return new State(now, null, null, List.of(), Map.of(), List.of(), List.of(), readMoments(), readCounters(),
          monitors, facts, times);
    }

    State ended(HistoricProcessInstance found) {
      String end = found.getEndActivityId() == null ? found.getState() : found.getEndActivityId();
      facts.add("ended at " + end);
      for (HistoricVariableInstance variable
          : history.createHistoricVariableInstanceQuery().processInstanceId(found.getId()).list()) {
        if (found.getId().equals(variable.getActivityInstanceId())) {
          variables.put(variable.getName(), variable.getValue());
        }
      }
      describeVariables(Set.of());
      describeOwnRows(found.getId());
      return new State(now, found.getId(), end, List.of(), variables, List.of(), List.of(),
          Collections.emptySortedMap(), readCounters(), monitors, facts, times);
    }

    State running(String caseId) {
      Map<String, String> activityByInstance = new HashMap<>();
      facts.add(describe(runtime.getActivityInstance(caseId), activityByInstance));
      activityByInstance.remove(caseId);
      List<OpenTask> open = readTasks(caseId);
      List<PendingAct> acts = readActs(caseId);
      readVariables(caseId, activityByInstance);
      describeVariables(Stream.concat(open.stream().map(OpenTask::definition), acts.stream().map(PendingAct::activity))
          .collect(Collectors.toSet()));
      describeOwnRows(caseId);
      describeSubscriptions(caseId);
      List<PendingJob> jobs = readJobs(caseId);
      SortedMap<String, Duration> moments = readMoments();
      moments.putAll(readOwnTimes(caseId));
      return new State(now, caseId, null, open, variables, jobs, acts, moments, readCounters(), monitors, facts, times);
    }

    private String describe(ActivityInstance instance, Map<String, String> activityByInstance) {
      activityByInstance.put(instance.getId(), instance.getActivityId());
      Stream<String> children = Stream.concat(
          Stream.of(instance.getChildActivityInstances()).map(child -> describe(child, activityByInstance)),
          Stream.of(instance.getChildTransitionInstances()).map(child -> "before " + child.getActivityId()));
      boolean isCase = instance.getParentActivityInstanceId() == null;
      return (isCase ? exploration.process() : instance.getActivityId()) + children.sorted().toList();
    }

    private List<OpenTask> readTasks(String caseId) {
      List<OpenTask> open = tasks.createNativeTaskQuery()
          .sql("select * from act_ru_task where proc_inst_id_ = #{caseId}").parameter("caseId", caseId).list().stream()
          .map(task -> new OpenTask(task.getId(), task.getTaskDefinitionKey(), task.getAssignee())).toList();
      addSorted(facts, open.stream().map(task -> "task " + task.definition() + " of " + task.assignee()));
      return open;
    }

    private void readVariables(String caseId, Map<String, String> activityByInstance) {
      for (VariableInstance variable
          : runtime.createVariableInstanceQuery().processInstanceIdIn(caseId).list()) {
        String scope = activityByInstance.get(variable.getActivityInstanceId());
        variables.put(scope == null ? variable.getName() : scope + "/" + variable.getName(), variable.getValue());
      }
    }

    private void describeVariables(Set<String> places) {
      variables.forEach((name, value) -> {
        Object normal = exploration.normal(name, value, places);
        if (normal != null) {
          facts.add(name + " = " + normal);
        }
      });
    }

    private void describeOwnRows(String caseId) {
      for (String query : exploration.ownRows()) {
        addSorted(facts, jdbc.sql(query).param("caseId", caseId).query().listOfRows().stream().map(Object::toString));
      }
    }

    private void describeSubscriptions(String caseId) {
      addSorted(facts, runtime.createEventSubscriptionQuery().processInstanceId(caseId).list().stream()
          .map(event -> "waits for " + event.getEventType() + " " + event.getEventName()
              + " at " + event.getActivityId()));
    }

    private List<PendingAct> readActs(String caseId) {
      List<PendingAct> acts = new ArrayList<>();
      for (ExternalTask task : externalTasks.createExternalTaskQuery().processInstanceId(caseId).list()) {
        Duration free = fromNow(task.getLockExpirationTime());
        acts.add(new PendingAct(task.getActivityId(), isAhead(free) ? free : null));
        times.add("act " + task.getActivityId() + ", retries " + task.getRetries() + ", free " + inKey(free));
      }
      return acts;
    }

    private List<PendingJob> readJobs(String caseId) {
      List<PendingJob> jobs = new ArrayList<>();
      for (Job job : management.createJobQuery().processInstanceId(caseId).list()) {
        PendingJob pending = new PendingJob(job.getId(), activityOf(job), fromNow(job.getDuedate()));
        jobs.add(pending);
        times.add("job " + pending.activity() + ", retries " + job.getRetries() + ", in "
            + (isAhead(pending.due()) ? inKey(pending.due()) : pending.due()));
      }
      Collections.sort(times);
      return jobs;
    }

    private SortedMap<String, Duration> readMoments() {
      SortedMap<String, Duration> moments = new TreeMap<>();
      exploration.moments().forEach(moment ->
          moment.next().apply(now).ifPresent(next -> moments.put(moment.name(), Duration.between(now, next))));
      times.add("calendar " + inKey(moments));
      return moments;
    }

    private SortedMap<String, Duration> readOwnTimes(String caseId) {
      SortedMap<String, Duration> ahead = new TreeMap<>();
      for (String query : exploration.ownTimes()) {
        jdbc.sql(query).param("caseId", caseId)
            .query((row, number) -> Map.entry(row.getString("name"), fromNow(row.getTimestamp("moment")))).stream()
            .filter(moment -> isAhead(moment.getValue()))
            .forEach(moment -> ahead.put(moment.getKey(), moment.getValue()));
      }
      times.add("own times " + inKey(ahead));
      return ahead;
    }

    private Map<String, Long> readCounters() {
      Map<String, Long> counters = new HashMap<>();
      exploration.counters().forEach((name, query) -> counters.put(name, jdbc.sql(query).query(Long.class).single()));
      return counters;
    }

    private Map<String, String> inKey(SortedMap<String, Duration> moments) {
      Map<String, String> described = new TreeMap<>();
      moments.forEach((name, duration) -> described.put(name, inKey(duration)));
      return described;
    }

    private String inKey(Duration duration) {
      if (!isAhead(duration)) {
        return "now";
      }
      Duration grain = exploration.grain();
      return grain.isZero() || duration.compareTo(grain) < 0
          ? duration.toString()
          : grain.multipliedBy(duration.plus(grain).minusNanos(1).dividedBy(grain)).toString();
    }

    private Duration fromNow(Date time) {
      return time == null ? null : Duration.between(now, time.toInstant());
    }
  }

  private static boolean isAhead(Duration duration) {
    return duration != null && !duration.isNegative() && !duration.isZero();
  }

  private static void addSorted(List<String> lines, Stream<String> more) {
    more.sorted().forEach(lines::add);
  }

  private String activityOf(Job job) {
    return activityByJobDefinition.computeIfAbsent(job.getJobDefinitionId(), id ->
        management.createJobDefinitionQuery().jobDefinitionId(id).singleResult().getActivityId());
  }
}
