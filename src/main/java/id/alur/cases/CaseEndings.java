package id.alur.cases;

import java.util.Optional;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.history.HistoricVariableInstance;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.model.bpmn.instance.ExtensionElements;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.springframework.stereotype.Service;

/**
 * Tells those who took part in a case how it ended: the name of the end event and, if the event's property
 * {@code reason} names a variable, what that says.
 */
@Service
class CaseEndings {

  private static final String REASON = "reason";

  private final HistoryService history;
  private final RepositoryService repository;
  private final ProcessEngineConfigurationImpl engine;

  CaseEndings(HistoryService history, RepositoryService repository, ProcessEngineConfigurationImpl engine) {
    this.history = history;
    this.repository = repository;
    this.engine = engine;
  }

  /** How this case ended; empty if it runs, or if this person neither started it nor worked on it. */
  Optional<Ending> of(String caseId, String person) {
    // taking part is right enough: most people may not read history
    return engine.getCommandExecutorTxRequired().execute(
        context -> context.runWithoutAuthorization(() -> find(caseId, person)));
  }

  private Optional<Ending> find(String caseId, String person) {
    return Optional.ofNullable(
            history.createHistoricProcessInstanceQuery().processInstanceId(caseId).finished().singleResult())
        .filter(ended -> tookPart(ended, person))
        .map(this::describe);
  }

  private boolean tookPart(HistoricProcessInstance ended, String person) {
    return person.equals(ended.getStartUserId())
        || history.createHistoricTaskInstanceQuery().processInstanceId(ended.getId()).taskAssignee(person).count() > 0;
  }

  private Ending describe(HistoricProcessInstance ended) {
    FlowElement event = repository.getBpmnModelInstance(ended.getProcessDefinitionId())
        .getModelElementById(ended.getEndActivityId());
    return new Ending(event.getName(), reasonVariable(event).flatMap(name -> valueOf(ended, name)).orElse(null));
  }

  private static Optional<String> reasonVariable(FlowElement event) {
    return Optional.ofNullable(event.getExtensionElements())
        .map(ExtensionElements::getElementsQuery)
        .flatMap(elements -> elements.filterByType(CamundaProperties.class).list().stream()
            .flatMap(properties -> properties.getCamundaProperties().stream())
            .filter(property -> property.getCamundaName().equals(REASON))
            .map(CamundaProperty::getCamundaValue)
            .findFirst());
  }

  private Optional<String> valueOf(HistoricProcessInstance ended, String variable) {
    return Optional.ofNullable(history.createHistoricVariableInstanceQuery()
            .processInstanceId(ended.getId()).variableName(variable).singleResult())
        .map(HistoricVariableInstance::getValue)
        .map(String.class::cast);
  }

  /**
   * @param name of the end event, in Indonesian
   * @param reason in words; null if the end needs none
   */
  record Ending(String name, String reason) {}
}
