package id.alur.engine;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.stereotype.Component;

/** The cases that the engine runs. */
@Component
final class EngineCases implements OpenCases {

  private final RuntimeService runtime;

  EngineCases(RuntimeService runtime) {
    this.runtime = runtime;
  }

  @Override
  public Set<String> among(Collection<String> caseIds) {
    return runtime.createProcessInstanceQuery().processInstanceIds(Set.copyOf(caseIds)).list().stream()
        .map(ProcessInstance::getId).collect(Collectors.toSet());
  }
}
