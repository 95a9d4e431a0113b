package id.alur.crash;

import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** What people were told is done, and what they were refused. */
final class Ledger {

  private final Set<String> cases = ConcurrentHashMap.newKeySet();
  private final Set<String> completedTasks = ConcurrentHashMap.newKeySet();
  private final Queue<String> refusals = new ConcurrentLinkedQueue<>();

  void started(String caseId) {
    cases.add(caseId);
  }

  void completed(String taskId) {
    completedTasks.add(taskId);
  }

  void refused(String step, String why) {
    refusals.add(step + ": " + why);
  }

  Set<String> cases() {
    return Set.copyOf(cases);
  }

  Set<String> completedTasks() {
    return Set.copyOf(completedTasks);
  }

  /** Each refusal once. */
  Set<String> refusals() {
    return Set.copyOf(refusals);
  }
}
