package sample.toolloan;

import java.net.http.HttpClient;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Date;
import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.springframework.beans.factory.annotation.Autowired;

final class RuleThatKnowsTheEngine {

  BpmnError refuse() {
    return new BpmnError("tool-loan.refused");
  }
}

final class CallsOut {

  HttpClient client() {
    return HttpClient.newHttpClient();
  }
}

final class ReadsTheClock {

  Instant time() {
    return Instant.now();
  }
}

final class MakesADate {

  Date date() {
    return new Date();
  }
}

final class ReadsTheZone {

  ZoneId zone() {
    return ZoneId.systemDefault();
  }
}

final class Sleeps {

  void rest() throws InterruptedException {
    Thread.sleep(1);
  }
}

final class InjectedField {

  @Autowired
  Object tool;
}

final class Prints {

  void print() {
    System.out.println();
  }
}

final class ReadsVariables {

  Object tool(VariableScope scope) {
    return scope.getVariable("tool");
  }
}

abstract class Base implements JavaDelegate {

  @Override
  public void execute(DelegateExecution execution) {}
}

final class DelegateWithBase extends Base {}

final class DelegateWithState implements JavaDelegate {

  private String last;

  @Override
  public void execute(DelegateExecution execution) {
    last = execution.getId();
  }

  String last() {
    return last;
  }
}
