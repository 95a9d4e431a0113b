package id.alur.oversight;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.camunda.bpm.engine.RepositoryService;
import org.springframework.stereotype.Component;

/** Finds the words of the version that a case follows; the engine keeps parsed models in its cache. */
@Component
final class ProcedureModels {

  private final RepositoryService repository;

  ProcedureModels(RepositoryService repository) {
    this.repository = repository;
  }

  /** Looks models up by definition id, each once: every look-up in the engine checks the reader's rights in SQL. */
  Function<String, ProcedureModel> forOneAnswer() {
    Map<String, ProcedureModel> known = new HashMap<>();
    return id -> known.computeIfAbsent(id, unknown -> new ProcedureModel(repository.getBpmnModelInstance(unknown)));
  }
}
