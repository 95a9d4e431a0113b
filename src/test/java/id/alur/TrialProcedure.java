package id.alur;

import id.alur.access.Group;
import id.alur.access.Starters;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.builder.ParallelGatewayBuilder;
import org.springframework.context.annotation.Bean;

/**
 * A procedure for tests of the guards. It waits at once for a form and for everything else that can move a case: a
 * message, a signal, a condition, a trigger, an error and an escalation. It can be started in three ways, and calls
 * another one.
 */
public class TrialProcedure {

  public static final String PROCESS = "trial";
  public static final String CALLED = "trial-called";
  public static final String STARTED_BY_CONDITION = "trial-by-condition";
  public static final String STARTED_BY_MESSAGE = "trial-by-message";

  /** The unit in which tests run this procedure. */
  public static final String UNIT = "001042";

  private static final String FORMS = "forms/trial/";

  private static final String START_FORM = """
      <form>
        <input cam-variable-name="unitCode" cam-variable-type="String" maxlength="40">
        <input cam-variable-name="subject" cam-variable-type="String" maxlength="20">
        <input cam-variable-name="copies" cam-variable-type="Long">
        <input cam-variable-name="urgent" cam-variable-type="Boolean" type="checkbox">
      </form>
      """;

  private static final String WRITE_FORM = """
      <form>
        <textarea cam-variable-name="letter" cam-variable-type="String" maxlength="1000"></textarea>
        <input cam-variable-name="pages" cam-variable-type="Long">
        <input cam-variable-name="checked" cam-variable-type="Boolean" type="checkbox">
        <input cam-variable-name="again" cam-variable-type="Boolean" type="checkbox">
        <input cam-variable-name="subject" cam-variable-type="String" maxlength="20" data-keep-value>
      </form>
      """;

  TrialProcedure(RepositoryService repository) {
    repository.createDeployment().name(PROCESS)
        .addModelInstance("processes/trial/trial.bpmn", model())
        .addModelInstance("processes/trial/trial-called.bpmn", called())
        .addModelInstance("processes/trial/trial-by-condition.bpmn", startedByCondition())
        .addModelInstance("processes/trial/trial-by-message.bpmn", startedByMessage())
        .addString(FORMS + "trial-start.html", START_FORM)
        .addString(FORMS + "trial-write.html", WRITE_FORM)
        .deploy();
  }

  @Bean
  Starters trialStarters() {
    return Starters.of(PROCESS, Group.OPERATOR_PT);
  }

  /** What the start form asks for. */
  public static Map<String, Object> start() {
    return Map.of("unitCode", UNIT, "subject", "Surat");
  }

  /** The open task of this case that has a form. */
  public static Task write(TaskService tasks, String caseId) {
    return tasks.createTaskQuery().processInstanceId(caseId).taskDefinitionKey("userTask_write").singleResult();
  }

  private static BpmnModelInstance model() {
    ParallelGatewayBuilder fork = Bpmn.createExecutableProcess(PROCESS).name("Percobaan")
        .startEvent("startEvent_begin").camundaFormKey(form("start"))
        .camundaExecutionListenerExpression("start", "${expressionProbe.touch()}")
        .parallelGateway("gateway_fork");
    fork.exclusiveGateway("gateway_beforeWrite")
        .userTask("userTask_write").name("Tulis surat").camundaFormKey(form("write"))
        .camundaCandidateGroups(Group.OPERATOR_PT.id())
        .exclusiveGateway("gateway_again")
        .condition("yes", "${execution.getVariable('again') == true}").connectTo("gateway_beforeWrite")
        .moveToNode("gateway_again").condition("no", "${execution.getVariable('again') != true}").endEvent("endEvent_written")
        .moveToActivity("userTask_write").boundaryEvent("event_failed").error("trial.failed").endEvent("endEvent_failed")
        .moveToActivity("userTask_write").boundaryEvent("event_late").escalation("trial.late").endEvent("endEvent_late");
    fork.intermediateCatchEvent("event_arrived").message("trial.arrived").endEvent("endEvent_arrived");
    fork.intermediateCatchEvent("event_rang").signal("trial.rang").endEvent("endEvent_rang");
    fork.intermediateCatchEvent("event_became").condition("${became}").endEvent("endEvent_became");
    fork.receiveTask("receiveTask_wait").endEvent("endEvent_waited");
    return fork.callActivity("callActivity_called").calledElement(CALLED).endEvent("endEvent_called").done();
  }

  private static BpmnModelInstance called() {
    return Bpmn.createExecutableProcess(CALLED)
        .startEvent("startEvent_called")
        .userTask("userTask_help").name("Bantu").camundaCandidateGroups(Group.OPERATOR_PT.id())
        .endEvent("endEvent_helped").done();
  }

  private static BpmnModelInstance startedByCondition() {
    return Bpmn.createExecutableProcess(STARTED_BY_CONDITION)
        .startEvent("startEvent_condition").condition("${trialCondition}")
        .userTask("userTask_afterCondition").endEvent("endEvent_condition").done();
  }

  private static BpmnModelInstance startedByMessage() {
    return Bpmn.createExecutableProcess(STARTED_BY_MESSAGE)
        .startEvent("startEvent_message").message("trial.begun")
        .userTask("userTask_afterMessage").endEvent("endEvent_message").done();
  }

  private static String form(String name) {
    return "embedded:deployment:" + FORMS + "trial-" + name + ".html";
  }
}
