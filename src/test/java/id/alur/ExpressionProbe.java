package id.alur;

import id.alur.engine.InModel;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.context.annotation.Profile;

/** Counts how often the expression <code>${expressionProbe.touch()}</code> was evaluated. */
@InModel
@Profile("test")
public class ExpressionProbe {

  private final AtomicInteger touched = new AtomicInteger();

  public String touch() {
    touched.incrementAndGet();
    return "touched";
  }

  public int touched() {
    return touched.get();
  }
}
