package sample.toolloan;

import id.alur.Sop;
import org.junit.jupiter.api.Test;

class ClaimsTooMuch {

  @Test
  @Sop("BL-99")
  void aLineThatDoesNotExist() {}
}
