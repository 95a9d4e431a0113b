package sample.calendar;

import sample.toolloan.ToolLoan;

public final class KnowsAProcedure {

  public String procedure() {
    return new ToolLoan().toString();
  }
}
