package id.alur.oversight;

import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.engine.EntityTypes;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.UserOperationLogEntry;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.springframework.stereotype.Component;

/** The steps of one case in the order in which they began, in the words of the version that was deployed then. */
@Component
final class StepHistory {

  private final HistoryService history;
  private final ProcedureModels models;
  private final MatchedRules matchedRules;

  StepHistory(HistoryService history, ProcedureModels models, MatchedRules matchedRules) {
    this.history = history;
    this.models = models;
    this.matchedRules = matchedRules;
  }

  /** All steps of a case that the person who asks was allowed to find. */
  List<Step> of(CaseSummary summary) {
    List<HistoricActivityInstance> happened = inOrder(summary.id());
    Reading reading = new Reading(
        summary,
        happened,
        models.forOneAnswer(),
        matchedRules.sopLines(summary.id()),
        Answers.of(history, summary.id(), happened),
        completers(summary.id()));
    return reading.steps();
  }

  private List<HistoricActivityInstance> inOrder(String caseId) {
    return history.createHistoricActivityInstanceQuery()
        .processInstanceId(caseId)
        .orderByHistoricActivityInstanceStartTime().asc()
        .orderPartiallyByOccurrence().asc()
        .orderByHistoricActivityInstanceId().asc()
        .list();
  }

  /** Who completed each task: the assignee is who should have. */
  private Map<String, String> completers(String caseId) {
    Map<String, String> byTask = new HashMap<>();
    history.createUserOperationLogQuery()
        .processInstanceId(caseId)
        .entityType(EntityTypes.TASK)
        .operationType(UserOperationLogEntry.OPERATION_TYPE_COMPLETE)
        .list()
        .forEach(entry -> byTask.put(entry.getTaskId(), entry.getUserId()));
    return byTask;
  }

  private record Reading(
      CaseSummary summary,
      List<HistoricActivityInstance> happened,
      Function<String, ProcedureModel> models,
      Map<String, List<String>> ruleLines,
      Answers answers,
      Map<String, String> completers) {

    List<Step> steps() {
      return IntStream.range(0, happened.size())
          .filter(i -> model(happened.get(i)).isStep(happened.get(i).getActivityId()))
          .mapToObj(this::step)
          .toList();
    }

    private Step step(int index) {
      HistoricActivityInstance activity = happened.get(index);
      return new Step(
          activity.getId(),
          activity.getActivityId(),
          model(activity).name(activity.getActivityId()),
          activity.getActivityType(),
          sopLines(activity),
          person(activity),
          activity.getStartTime().toInstant(),
          Optional.ofNullable(activity.getEndTime()).map(Date::toInstant).orElse(null),
          activity.getDurationInMillis(),
          state(activity),
          wayTaken(index),
          answers.at(activity.getId()));
    }

    private ProcedureModel model(HistoricActivityInstance activity) {
      return models.apply(activity.getProcessDefinitionId());
    }

    private List<String> sopLines(HistoricActivityInstance activity) {
      return Stream.concat(
              model(activity).sopLines(activity.getActivityId()).stream(),
              ruleLines.getOrDefault(activity.getId(), List.of()).stream())
          .distinct()
          .toList();
    }

    private String person(HistoricActivityInstance activity) {
      if (activity.getTaskId() != null) {
        return completers.getOrDefault(activity.getTaskId(), activity.getAssignee());
      }
      boolean startsTheCase = activity == happened.get(0);
      return startsTheCase ? summary.startedBy() : answers.reporter(activity.getId());
    }

    private static Step.State state(HistoricActivityInstance activity) {
      if (activity.getEndTime() == null) {
        return Step.State.RUNNING;
      }
      return activity.isCanceled() ? Step.State.CANCELLED : Step.State.COMPLETED;
    }

    /** History keeps no sequence flows: the way taken is the one that leads to what happened next, if only one does. */
    private String wayTaken(int index) {
      HistoricActivityInstance activity = happened.get(index);
      Collection<SequenceFlow> waysOut = model(activity).waysOut(activity.getActivityId());
      if (waysOut.isEmpty()) {
        return null;
      }
      List<String> names = happened.subList(index + 1, happened.size()).stream()
          .map(later -> leadingTo(later.getActivityId(), waysOut))
          .filter(ways -> !ways.isEmpty())
          .findFirst()
          .orElse(List.of());
      return names.size() == 1 ? names.get(0) : null;
    }

    private static List<String> leadingTo(String elementId, Collection<SequenceFlow> waysOut) {
      return waysOut.stream()
          .filter(way -> way.getTarget().getId().equals(elementId))
          .map(SequenceFlow::getName)
          .toList();
    }
  }
}
