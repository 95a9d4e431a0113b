package id.alur.oversight;

import static java.util.stream.Collectors.flatMapping;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.history.HistoricDecisionInstance;
import org.camunda.bpm.engine.history.HistoricDecisionOutputInstance;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.springframework.stereotype.Component;

/** The SOP lines of the decision rules that matched; a rule names them in its description: {@code sop: MS-E1 MS-E2}. */
@Component
final class MatchedRules {

  private static final Pattern SOP = Pattern.compile("\\bsop:(.*)");

  private final HistoryService history;
  private final RepositoryService repository;

  MatchedRules(HistoryService history, RepositoryService repository) {
    this.history = history;
    this.repository = repository;
  }

  /** The lines by activity instance, in the order of the rules. */
  Map<String, List<String>> sopLines(String caseId) {
    return history.createHistoricDecisionInstanceQuery().processInstanceId(caseId).includeOutputs().list().stream()
        .collect(groupingBy(HistoricDecisionInstance::getActivityInstanceId, flatMapping(this::lines, toList())));
  }

  private Stream<String> lines(HistoricDecisionInstance decision) {
    return decision.getOutputs().stream()
        .map(HistoricDecisionOutputInstance::getRuleId)
        .filter(Objects::nonNull)
        .distinct()
        .flatMap(rule -> description(decision.getDecisionDefinitionId(), rule).stream())
        .flatMap(MatchedRules::linesIn)
        .distinct();
  }

  private Optional<String> description(String definitionId, String ruleId) {
    Rule rule = repository.getDmnModelInstance(definitionId).getModelElementById(ruleId);
    return Optional.ofNullable(rule.getDescription()).map(description -> description.getTextContent());
  }

  private static Stream<String> linesIn(String description) {
    Matcher found = SOP.matcher(description);
    return found.find() ? ProcedureModel.words(found.group(1)) : Stream.empty();
  }
}
