package id.alur.engine;

import java.util.Date;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.form.handler.DefaultStartFormHandler;
import org.camunda.bpm.engine.impl.form.handler.DefaultTaskFormHandler;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.variable.VariableMap;
import org.springframework.beans.factory.ObjectProvider;

/**
 * Puts the {@link FormGate} in front of every form, and lets nobody complete a task that is not his own: the engine
 * itself accepts a completion by any candidate.
 */
final class FormGuard extends AbstractBpmnParseListener {

  private final FormGate gate;
  private final ObjectProvider<IdentityService> identity;
  private final ObjectProvider<ReferenceKeeper> keepers;

  FormGuard(ObjectProvider<IdentityService> identity, ObjectProvider<ReferenceKeeper> keepers) {
    this.gate = new FormGate(keepers);
    this.identity = identity;
    this.keepers = keepers;
  }

  @Override
  public void parseProcess(Element element, ProcessDefinitionEntity process) {
    process.addBuiltInListener(ExecutionListener.EVENTNAME_END, (ExecutionListener) this::caseEnded);
  }

  @Override
  public void parseStartEvent(Element element, ScopeImpl scope, ActivityImpl startEvent) {
    if (scope instanceof ProcessDefinitionEntity process) {
      process.setStartFormHandler(new StartForm(process));
    }
  }

  @Override
  public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
    TaskDefinition task = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
    TaskForm form = new TaskForm(task, (ProcessDefinitionEntity) activity.getProcessDefinition());
    task.setTaskFormHandler(form);
    task.addBuiltInTaskListener(TaskListener.EVENTNAME_CREATE, form::startEmpty);
    task.addBuiltInTaskListener(TaskListener.EVENTNAME_COMPLETE, this::onlyItsAssigneeCompletes);
  }

  private void onlyItsAssigneeCompletes(DelegateTask task) {
    String person = person();
    if (person == null || person.equals(task.getAssignee())) {
      return;
    }
    throw RejectedInput.ofForm(task.getAssignee() == null
        ? "Tugas ini belum Anda ambil, jadi belum tersimpan. Tekan \"Ambil tugas\", lalu selesaikan."
        : "Tugas ini sedang dipegang orang lain, jadi isian Anda tidak tersimpan. Hubungi penanggung jawabnya.");
  }

  private void caseEnded(DelegateExecution execution) {
    Date now = ClockUtil.getCurrentTime();
    keepers.forEach(keeper -> keeper.caseEnded(execution.getProcessInstanceId(), now.toInstant()));
  }

  private String person() {
    Authentication authentication = identity.getObject().getCurrentAuthentication();
    return authentication == null ? null : authentication.getUserId();
  }

  private static String text(Expression formKey) {
    return formKey == null ? null : formKey.getExpressionText();
  }

  private final class TaskForm extends DefaultTaskFormHandler {

    private final transient TaskDefinition definition;

    TaskForm(TaskDefinition definition, ProcessDefinitionEntity process) {
      this.definition = definition;
      setDeploymentId(process.getDeploymentId());
    }

    void startEmpty(DelegateTask task) {
      gate.clear(deploymentId, text(definition.getFormKey()), task);
    }

    @Override
    public void submitFormVariables(VariableMap submitted, VariableScope scope) {
      TaskEntity task = (TaskEntity) scope;
      String formKey = text(definition.getFormKey());
      VariableMap accepted = gate.check(deploymentId, formKey, submitted);
      gate.adoptReferences(deploymentId, formKey, accepted, new ReferenceKeeper.Submission(
          person(), ReferenceKeeper.Submission.task(task.getId()), task.getProcessInstanceId(), task.getTenantId()));
      super.submitFormVariables(accepted, scope);
    }

    /** The engine would write each text once more, as it was typed, beside the variable. */
    @Override
    protected void fireFormPropertyHistoryEvents(VariableMap submitted, VariableScope scope) {}
  }

  private final class StartForm extends DefaultStartFormHandler {

    private final transient ProcessDefinitionEntity process;

    StartForm(ProcessDefinitionEntity process) {
      this.process = process;
      setDeploymentId(process.getDeploymentId());
    }

    @Override
    public void submitFormVariables(VariableMap submitted, VariableScope scope) {
      ExecutionEntity execution = (ExecutionEntity) scope;
      String formKey = text(process.getStartFormDefinition().getFormKey());
      VariableMap accepted = gate.check(deploymentId, formKey, submitted);
      gate.adoptReferences(deploymentId, formKey, accepted, new ReferenceKeeper.Submission(
          person(), ReferenceKeeper.Submission.start(process.getKey()), execution.getProcessInstanceId(),
          execution.getTenantId()));
      super.submitFormVariables(accepted, scope);
    }

    /** The engine would write each text once more, as it was typed, beside the variable. */
    @Override
    protected void fireFormPropertyHistoryEvents(VariableMap submitted, VariableScope scope) {}
  }
}
