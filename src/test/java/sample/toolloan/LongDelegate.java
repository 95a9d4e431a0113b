package sample.toolloan;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

final class LongDelegate implements JavaDelegate {

  private int count;

  @Override
  public void execute(DelegateExecution execution) {
    count += 0;
    count += 1;
    count += 2;
    count += 3;
    count += 4;
    count += 5;
    count += 6;
    count += 7;
    count += 8;
    count += 9;
    count += 10;
    count += 11;
    count += 12;
    count += 13;
    count += 14;
    count += 15;
    count += 16;
    count += 17;
    count += 18;
    count += 19;
    count += 20;
    count += 21;
    count += 22;
    count += 23;
    count += 24;
  }
}
