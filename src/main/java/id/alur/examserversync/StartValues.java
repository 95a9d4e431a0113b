package id.alur.examserversync;

import static id.alur.examserversync.ExamServerSync.CBT_SYNC_ADDRESS;
import static id.alur.examserversync.ExamServerSync.EXAM_DATE;
import static id.alur.examserversync.ExamServerSync.EXAM_ROUND;
import static id.alur.examserversync.ExamServerSync.REPLACEMENT;
import static id.alur.examserversync.ExamServerSync.SCHOOL_NAME;
import static id.alur.examserversync.ExamServerSync.SYNC_DATE;
import static id.alur.examserversync.ExamServerSync.SYNC_SCHEDULE;
import static id.alur.examserversync.ExamServerSync.UNIT_CODE;
import static id.alur.examserversync.ExamServerSync.ZONE;

import id.alur.engine.Variable;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.history.HistoricVariableInstance;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.stereotype.Service;

/**
 * What a proctor's start form begins with (ES-1): the school, what never changes there, and the round of a case that he
 * started before its sync day was over. Never what tells one machine from another (ES-2).
 */
@Service
class StartValues {

  private static final List<Variable<String>> OF_THE_SCHOOL = List.of(UNIT_CODE, SCHOOL_NAME, ZONE, CBT_SYNC_ADDRESS);
  private static final List<Variable<String>> OF_THE_ROUND = List.of(EXAM_ROUND, EXAM_DATE, SYNC_DATE, SYNC_SCHEDULE);
  private static final String WIB = "Asia/Jakarta";

  private final HistoryService history;
  private final IdentityService identity;
  private final ProcessEngineConfigurationImpl engine;
  private final Clock clock;

  StartValues(HistoryService history, IdentityService identity, ProcessEngineConfigurationImpl engine, Clock clock) {
    this.history = history;
    this.identity = identity;
    this.engine = engine;
    this.clock = clock;
  }

  /** By the names of the form's fields; only what this person belongs to or wrote himself. */
  Map<String, String> of(String person) {
    // a proctor may not read history, but knows what he wrote
    return engine.getCommandExecutorTxRequired().execute(
        context -> context.runWithoutAuthorization(() -> find(person)));
  }

  private Map<String, String> find(String person) {
    Map<String, String> values = new HashMap<>(Map.of(REPLACEMENT.name(), "no"));
    values.putAll(lastOf(person, OF_THE_SCHOOL));
    values.putAll(schoolOf(person));
    String today = LocalDate.ofInstant(clock.instant(), ZoneId.of(values.getOrDefault(ZONE.name(), WIB))).toString();
    values.put(SYNC_DATE.name(), today);
    Map<String, String> round = lastOf(person, OF_THE_ROUND);
    if (round.getOrDefault(SYNC_DATE.name(), "").compareTo(today) >= 0) {
      values.putAll(round);
    }
    return values;
  }

  private Map<String, String> schoolOf(String person) {
    List<Tenant> schools = identity.createTenantQuery().userMember(person).listPage(0, 2);
    Map<String, String> school = new HashMap<>();
    if (schools.size() == 1) {
      school.put(UNIT_CODE.name(), schools.get(0).getId());
      school.computeIfAbsent(SCHOOL_NAME.name(), name -> schools.get(0).getName());
    }
    return school;
  }

  private Map<String, String> lastOf(String person, List<Variable<String>> wanted) {
    return history.createHistoricProcessInstanceQuery().processDefinitionKey(ExamServerSync.PROCESS).startedBy(person)
        .orderByProcessInstanceStartTime().desc().listPage(0, 1).stream()
        .flatMap(last -> history.createHistoricVariableInstanceQuery().processInstanceId(last.getId())
            .variableNameIn(wanted.stream().map(Variable::name).toArray(String[]::new)).list().stream())
        .filter(written -> written.getValue() != null)
        .collect(Collectors.toMap(HistoricVariableInstance::getName, written -> (String) written.getValue()));
  }
}
