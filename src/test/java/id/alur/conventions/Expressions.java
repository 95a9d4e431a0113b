package id.alur.conventions;

import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.web.util.HtmlUtils;

/** The names that the expressions of a model refer to. */
final class Expressions {

  private static final Pattern EXPRESSION = Pattern.compile("[$#]\\{([^}]*)}");
  private static final Pattern TEXT = Pattern.compile("'[^']*'|\"[^\"]*\"");
  private static final Pattern NAME = Pattern.compile("(?<![\\w.])[A-Za-z_]\\w*(?!\\w|\\s*\\()");

  private static final Set<String> WORDS = Set.of(
      "and", "or", "not", "empty", "eq", "ne", "lt", "gt", "le", "ge", "div", "mod", "true", "false", "null",
      "instanceof", "if", "then", "else", "in", "for", "return");

  /** What the engine itself gives to expressions. */
  private static final Set<String> OF_THE_ENGINE = Set.of(
      "execution", "task", "decisionResult", "loopCounter", "nrOfInstances", "nrOfActiveInstances",
      "nrOfCompletedInstances");

  /** Names that hold only within an activity. */
  private static final Pattern LOCAL = Pattern.compile(
      "<camunda:inputParameter name=\"(\\w+)\""
          + "|camunda:(?:elementVariable|errorCodeVariable|errorMessageVariable)=\"(\\w+)\"");

  private Expressions() {}

  static Set<String> namesIn(Path model) {
    return EXPRESSION.matcher(HtmlUtils.htmlUnescape(House.textOf(model))).results()
        .map(expression -> expression.group(1))
        .flatMap(Expressions::namesOf)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The variables and beans of one expression, JUEL or FEEL; not its functions. */
  static Stream<String> namesOf(String expression) {
    return NAME.matcher(TEXT.matcher(expression).replaceAll("")).results()
        .map(MatchResult::group)
        .filter(name -> !WORDS.contains(name) && !OF_THE_ENGINE.contains(name));
  }

  static Set<String> localNamesIn(Path model) {
    Matcher local = LOCAL.matcher(House.textOf(model));
    return local.results().map(name -> name.group(1) == null ? name.group(2) : name.group(1))
        .collect(Collectors.toSet());
  }
}
