package sample.bookloan;

import id.alur.Sop;
import org.junit.jupiter.api.Test;

/** What the tests of the sample would claim; its name keeps it from being run. */
@Sop("BL-A")
class BookLoanScenarios {

  @Test
  @Sop({"BL-1", "BL-2"})
  void aMemberBorrows() {}

  @Test
  @Sop("BL-3")
  void anInvalidCardIsRefused() {}
}
