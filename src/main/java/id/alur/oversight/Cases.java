package id.alur.oversight;

import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstanceQuery;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/**
 * Finished and running cases, as far as the person who asks may read their history: the engine leaves out what its
 * authorizations or another unit's tenant hide.
 */
@Component
final class Cases {

  static final int PAGE_SIZE = 50;

  private final HistoryService history;
  private final ProcedureModels models;

  Cases(HistoryService history, ProcedureModels models) {
    this.history = history;
    this.models = models;
  }

  /** The newest cases, or those that follow {@code after}. */
  CasePage list(CaseFilter filter, Position after) {
    Function<String, ProcedureModel> model = models.forOneAnswer();
    List<CaseSummary> found = follow(filter, after).stream().map(one -> summary(one, model)).toList();
    if (found.size() <= PAGE_SIZE) {
      return new CasePage(found, null);
    }
    CaseSummary last = found.get(PAGE_SIZE - 1);
    return new CasePage(found.subList(0, PAGE_SIZE), new Position(last.start(), last.id()));
  }

  /** The case, or empty if there is none that the person may see. */
  Optional<CaseSummary> find(String id) {
    return Optional.ofNullable(history.createHistoricProcessInstanceQuery().processInstanceId(id).singleResult())
        .map(found -> summary(found, models.forOneAnswer()));
  }

  private List<HistoricProcessInstance> follow(CaseFilter filter, Position after) {
    if (after == null) {
      return newestFirst(matching(filter)).listPage(0, PAGE_SIZE + 1);
    }
    Date start = Date.from(after.start());
    // startedBefore includes its bound, so the cases of that same millisecond that were shown already are skipped
    long shown = matching(filter).startedAfter(start).startedBefore(start).list().stream()
        .filter(sameTime -> after.covers(after.start(), sameTime.getId()))
        .count();
    return newestFirst(matching(filter)).startedBefore(start).listPage(Math.toIntExact(shown), PAGE_SIZE + 1);
  }

  private HistoricProcessInstanceQuery matching(CaseFilter filter) {
    HistoricProcessInstanceQuery query = history.createHistoricProcessInstanceQuery().rootProcessInstances();
    if (StringUtils.hasText(filter.procedure())) {
      query.processDefinitionKey(filter.procedure());
    }
    if (StringUtils.hasText(filter.businessKey())) {
      query.processInstanceBusinessKeyLike(prefixPattern(filter.businessKey().strip()));
    }
    if (filter.running() != null) {
      return filter.running() ? query.unfinished() : query.finished();
    }
    return query;
  }

  private static String prefixPattern(String prefix) {
    return prefix.replaceAll("[\\\\%_]", "\\\\$0") + "%";
  }

  private static HistoricProcessInstanceQuery newestFirst(HistoricProcessInstanceQuery query) {
    return query.orderByProcessInstanceStartTime().desc().orderByProcessInstanceId().desc();
  }

  private static CaseSummary summary(HistoricProcessInstance found, Function<String, ProcedureModel> model) {
    return new CaseSummary(
        found.getId(),
        found.getBusinessKey(),
        found.getProcessDefinitionKey(),
        Optional.ofNullable(found.getProcessDefinitionName()).orElse(found.getProcessDefinitionKey()),
        found.getProcessDefinitionId(),
        found.getProcessDefinitionVersion(),
        found.getTenantId(),
        found.getStartUserId(),
        found.getStartTime().toInstant(),
        Optional.ofNullable(found.getEndTime()).map(Date::toInstant).orElse(null),
        state(found),
        outcome(found, model));
  }

  private static CaseSummary.State state(HistoricProcessInstance found) {
    return switch (found.getState()) {
      case HistoricProcessInstance.STATE_ACTIVE -> CaseSummary.State.RUNNING;
      case HistoricProcessInstance.STATE_SUSPENDED -> CaseSummary.State.SUSPENDED;
      case HistoricProcessInstance.STATE_COMPLETED -> ProcedureModel.isCancellation(found.getEndActivityId())
          ? CaseSummary.State.CANCELLED : CaseSummary.State.FINISHED;
      default -> CaseSummary.State.CANCELLED;
    };
  }

  private static String outcome(HistoricProcessInstance found, Function<String, ProcedureModel> model) {
    return found.getEndActivityId() == null
        ? found.getDeleteReason()
        : model.apply(found.getProcessDefinitionId()).outcome(found.getEndActivityId());
  }
}
