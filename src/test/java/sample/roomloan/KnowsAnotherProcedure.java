package sample.roomloan;

import sample.toolloan.ToolLoan;

final class KnowsAnotherProcedure {

  String other() {
    return new ToolLoan().toString();
  }
}
