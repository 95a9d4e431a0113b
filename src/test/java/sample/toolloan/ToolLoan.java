package sample.toolloan;

import sample.calendar.KnowsAProcedure;

/** Public without a reason, in a package without package-info, one end of a cycle. */
public final class ToolLoan {

  @Override
  public String toString() {
    return new KnowsAProcedure().procedure();
  }
}
