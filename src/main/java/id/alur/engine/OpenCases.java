package id.alur.engine;

import java.util.Collection;
import java.util.Set;

/** Tells which cases have not ended. */
@FunctionalInterface
public interface OpenCases {

  /** Those of {@code caseIds} that have started and not ended. */
  Set<String> among(Collection<String> caseIds);
}
