package id.alur.helpdesk;

import static id.alur.helpdesk.HelpDesk.HANDLER;
import static id.alur.helpdesk.HelpDesk.TEAM;

import id.alur.access.Group;
import id.alur.access.Members;
import id.alur.engine.InModel;
import java.util.Arrays;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;

/** Who triaged a complaint goes on with it, if it is for the own team; else the team takes it. */
@InModel
class KeepHandlerInTeam implements ExecutionListener {

  private final Members members;

  KeepHandlerInTeam(Members members) {
    this.members = members;
  }

  @Override
  public void notify(DelegateExecution execution) {
    Group team = Group.of(TEAM.get(execution));
    if (!members.isMember(HANDLER.get(execution), team)) {
      HANDLER.set(execution, null);
    }
  }
}
