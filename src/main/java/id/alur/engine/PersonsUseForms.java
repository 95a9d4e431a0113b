package id.alur.engine;

import java.util.Set;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.cmd.CompleteTaskCmd;
import org.camunda.bpm.engine.impl.cmd.CorrelateAllMessageCmd;
import org.camunda.bpm.engine.impl.cmd.CorrelateMessageCmd;
import org.camunda.bpm.engine.impl.cmd.CreateAttachmentCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteAttachmentCmd;
import org.camunda.bpm.engine.impl.cmd.EvaluateStartConditionCmd;
import org.camunda.bpm.engine.impl.cmd.GetAttachmentCmd;
import org.camunda.bpm.engine.impl.cmd.GetAttachmentContentCmd;
import org.camunda.bpm.engine.impl.cmd.GetProcessInstanceAttachmentsCmd;
import org.camunda.bpm.engine.impl.cmd.GetTaskAttachmentCmd;
import org.camunda.bpm.engine.impl.cmd.GetTaskAttachmentContentCmd;
import org.camunda.bpm.engine.impl.cmd.GetTaskAttachmentsCmd;
import org.camunda.bpm.engine.impl.cmd.GetTaskCommentCmd;
import org.camunda.bpm.engine.impl.cmd.HandleTaskBpmnErrorCmd;
import org.camunda.bpm.engine.impl.cmd.HandleTaskEscalationCmd;
import org.camunda.bpm.engine.impl.cmd.MessageEventReceivedCmd;
import org.camunda.bpm.engine.impl.cmd.ResolveTaskCmd;
import org.camunda.bpm.engine.impl.cmd.SaveAttachmentCmd;
import org.camunda.bpm.engine.impl.cmd.SignalCmd;
import org.camunda.bpm.engine.impl.cmd.SignalEventReceivedCmd;
import org.camunda.bpm.engine.impl.cmd.StartProcessInstanceAtActivitiesCmd;
import org.camunda.bpm.engine.impl.cmd.StartProcessInstanceCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.springframework.beans.factory.ObjectProvider;

/**
 * A person moves a case by submitting one of its forms, where rules check what was entered, and in no other way.
 *
 * <p>The REST interface of the web apps knows more: complete with any variables, start in mid-model, correlate a
 * message. Whoever may work on a task could use them. What Alur does within a command of its own stays allowed.
 */
final class PersonsUseForms extends CommandInterceptor {

  private static final Set<Class<?>> PAST_THE_FORM = Set.of(
      CompleteTaskCmd.class, ResolveTaskCmd.class, HandleTaskBpmnErrorCmd.class, HandleTaskEscalationCmd.class,
      StartProcessInstanceCmd.class, StartProcessInstanceAtActivitiesCmd.class,
      CorrelateMessageCmd.class, CorrelateAllMessageCmd.class, EvaluateStartConditionCmd.class,
      MessageEventReceivedCmd.class, SignalCmd.class, SignalEventReceivedCmd.class);

  /** For these the engine asks neither for a right nor for the unit: who knows an id reads it. Alur has its own documents. */
  private static final Set<Class<?>> BESIDE_THE_FORM = Set.of(
      CreateAttachmentCmd.class, SaveAttachmentCmd.class, DeleteAttachmentCmd.class,
      GetAttachmentCmd.class, GetAttachmentContentCmd.class,
      GetTaskAttachmentsCmd.class, GetTaskAttachmentCmd.class, GetTaskAttachmentContentCmd.class,
      GetProcessInstanceAttachmentsCmd.class, GetTaskCommentCmd.class);

  private final ObjectProvider<IdentityService> identity;

  PersonsUseForms(ObjectProvider<IdentityService> identity) {
    this.identity = identity;
  }

  @Override
  public <T> T execute(Command<T> command) {
    String refusal = Context.getCommandContext() == null ? refusalOf(command.getClass()) : null;
    if (refusal != null && isPerson()) {
      throw new AuthorizationException(refusal);
    }
    return next.execute(command);
  }

  private static String refusalOf(Class<?> command) {
    if (PAST_THE_FORM.contains(command)) {
      return "Langkah ini hanya dapat diselesaikan melalui formulirnya di Tasklist. Tidak ada yang berubah.";
    }
    return BESIDE_THE_FORM.contains(command)
        ? "Berkas hanya dapat dilampirkan dan dibuka melalui formulir di Tasklist. Tidak ada yang berubah."
        : null;
  }

  private boolean isPerson() {
    return identity.getObject().getCurrentAuthentication() != null;
  }
}
