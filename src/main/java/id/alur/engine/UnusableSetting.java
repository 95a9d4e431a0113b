package id.alur.engine;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Alur does not start while a setting that has no safe default is missing or unsafe. */
public final class UnusableSetting extends RuntimeException {

  private final String remedy;

  /**
   * @param description what is wrong, a sentence for the operator
   * @param remedy what to do, another one
   */
  public UnusableSetting(String description, String remedy) {
    super(description);
    this.remedy = remedy;
  }

  /** Prints what is wrong and what to do, instead of a stack trace. */
  static final class Analyzer extends AbstractFailureAnalyzer<UnusableSetting> {
    @Override
    protected FailureAnalysis analyze(Throwable root, UnusableSetting cause) {
      return new FailureAnalysis(cause.getMessage(), cause.remedy, cause);
    }
  }
}
