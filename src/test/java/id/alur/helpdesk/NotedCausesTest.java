package id.alur.helpdesk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NotedCausesTest {

  private static final String TIME = "1 Desember 2026 pukul 00.30 WIB: ";

  private final NotedCauses causes =
      new NotedCauses(Clock.fixed(Instant.parse("2026-11-30T17:30:00Z"), ZoneOffset.UTC));
  private final Map<String, Object> variables = new HashMap<>();
  private final VariableScope update = mock(VariableScope.class);

  @BeforeEach
  void rememberVariables() {
    when(update.getVariable(anyString())).thenAnswer(call -> variables.get(call.<String>getArgument(0)));
    doAnswer(call -> variables.put(call.getArgument(0), call.getArgument(1)))
        .when(update).setVariable(anyString(), any());
  }

  @Test
  void tellsEachCauseWithItsTimeInWib() {
    causes.add(update);
    note(UpdateCause.FEEDER_OUTDATED, null);
    note(UpdateCause.PERSON, "Rina Contoh, \"Versi 6.1\"");
    assertThat(noted()).isEqualTo(TIME + "Pemeriksaan berkala sudah waktunya\n"
        + TIME + "Feeder menjawab bahwa layanannya kedaluwarsa (kode 104)\n"
        + TIME + "Laporan petugas: Rina Contoh, \"Versi 6.1\"");
  }

  @Test
  void saysTheSameWordsOnceAndWordsThatBeginAlikeTwice() {
    note(UpdateCause.FEEDER_OUTDATED, "keluhan HD-10");
    note(UpdateCause.FEEDER_OUTDATED, "keluhan HD-10");
    note(UpdateCause.FEEDER_OUTDATED, "keluhan HD-1");
    assertThat(noted()).hasLineCount(2);
  }

  @Test
  void staysWithinWhatTheEngineCanKeep() {
    for (int number = 0; number < 100; number++) {
      note(UpdateCause.PERSON, number + "x".repeat(300));
    }
    assertThat(noted()).hasSizeBetween(3000, 4000);
  }

  private void note(UpdateCause cause, String detail) {
    variables.put("cause", cause.id());
    variables.put("causeDetail", detail);
    causes.add(update);
  }

  private String noted() {
    return (String) variables.get("causes");
  }
}
