package id.alur.engine;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Alur does not start without a setting that has no safe default. */
final class MissingSetting extends RuntimeException {

  private final String remedy;

  MissingSetting(String description, String remedy) {
    super(description);
    this.remedy = remedy;
  }

  /** Prints what is missing and what to do, instead of a stack trace. */
  static final class Analyzer extends AbstractFailureAnalyzer<MissingSetting> {
    @Override
    protected FailureAnalysis analyze(Throwable root, MissingSetting cause) {
      return new FailureAnalysis(cause.getMessage(), cause.remedy, cause);
    }
  }
}
