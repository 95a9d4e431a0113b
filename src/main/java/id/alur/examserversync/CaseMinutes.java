package id.alur.examserversync;

import static id.alur.examserversync.ExamServerSync.CENTRE_INSTRUCTION;
import static id.alur.examserversync.ExamServerSync.EXAM_DATE;
import static id.alur.examserversync.ExamServerSync.EXAM_ROUND;
import static id.alur.examserversync.ExamServerSync.MACHINE_LABEL;
import static id.alur.examserversync.ExamServerSync.SCHOOL_NAME;
import static id.alur.examserversync.ExamServerSync.SERIAL_NUMBER;
import static id.alur.examserversync.ExamServerSync.SERVER_ID;
import static id.alur.examserversync.ExamServerSync.UNIT_CODE;
import static id.alur.examserversync.ExamServerSync.VERIFIED;
import static id.alur.examserversync.ExamServerSync.ZONE;

import id.alur.examserversync.SyncMinutes.Entry;
import id.alur.examserversync.SyncMinutes.Evidence;
import id.alur.examserversync.SyncMinutes.Step;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricVariableUpdate;
import org.springframework.stereotype.Component;

/** What the history of a case tells for its minutes: each step that a person did, and what was entered there. */
@Component
class CaseMinutes {

  private final HistoryService history;
  private final Clock clock;

  CaseMinutes(HistoryService history, Clock clock) {
    this.history = history;
    this.clock = clock;
  }

  SyncMinutes of(DelegateExecution execution) {
    return new SyncMinutes(SCHOOL_NAME.get(execution), UNIT_CODE.get(execution), EXAM_ROUND.get(execution),
        LocalDate.parse(EXAM_DATE.get(execution)), MACHINE_LABEL.get(execution), SERIAL_NUMBER.get(execution),
        SERVER_ID.get(execution), execution.getProcessBusinessKey(), ZoneId.of(ZONE.get(execution)), clock.instant(),
        outcome(execution), steps(execution.getProcessInstanceId()));
  }

  private static String outcome(DelegateExecution execution) {
    return VERIFIED.find(execution).orElse(false)
        ? "Server siap dipakai ujian: kesembilan data hijau, semua peserta ada, dan tes tampil di Daftar Test."
        : "Diserahkan kepada pusat ujian. " + CENTRE_INSTRUCTION.find(execution).orElse("");
  }

  private List<Step> steps(String caseId) {
    Map<String, Map<String, Object>> entered = enteredByStep(caseId);
    return history.createHistoricActivityInstanceQuery().processInstanceId(caseId).finished().activityType("userTask")
        .orderByHistoricActivityInstanceEndTime().asc().orderPartiallyByOccurrence().asc().list().stream()
        .filter(step -> !step.isCanceled())
        .map(step -> step(step, entered.getOrDefault(step.getId(), Map.of()))).toList();
  }

  private static Step step(HistoricActivityInstance step, Map<String, Object> entered) {
    return new Step(step.getActivityName(), step.getEndTime().toInstant(), step.getAssignee(), entries(entered),
        evidence(entered));
  }

  private Map<String, Map<String, Object>> enteredByStep(String caseId) {
    Map<String, Map<String, Object>> byStep = new HashMap<>();
    history.createHistoricDetailQuery().processInstanceId(caseId).variableUpdates().orderPartiallyByOccurrence().asc().list()
        .stream().map(HistoricVariableUpdate.class::cast)
        .forEach(update -> byStep.computeIfAbsent(update.getActivityInstanceId(), step -> new HashMap<>())
            .put(update.getVariableName(), update.getValue()));
    return byStep;
  }

  private static List<Entry> entries(Map<String, Object> entered) {
    return MinutesWords.LABELS.entrySet().stream()
        .filter(label -> entered.get(label.getKey()) != null)
        .map(label -> new Entry(label.getValue(), MinutesWords.value(entered.get(label.getKey())))).toList();
  }

  private static List<Evidence> evidence(Map<String, Object> entered) {
    return Stream.of(entered).filter(fields -> fields.get("backupSha256") != null)
        .map(fields -> new Evidence(String.valueOf(fields.get("backupName")), (String) fields.get("backupSha256"))).toList();
  }
}
