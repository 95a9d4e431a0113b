package id.alur;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngines;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/** The web apps find their engine by name in a static map, where the context that was started last has put its own. */
final class EngineOfThisTest implements TestExecutionListener {

  @Override
  public void prepareTestInstance(TestContext test) {
    test.getApplicationContext().getBeanProvider(ProcessEngine.class).ifAvailable(ProcessEngines::registerProcessEngine);
  }
}
