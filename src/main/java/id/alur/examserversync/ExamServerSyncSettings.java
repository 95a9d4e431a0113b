package id.alur.examserversync;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What an operator may set about the sync of exam servers.
 *
 * @param rounds the versions that each exam round wants, by the round's name; those of the source where there are none
 * @param patchingRounds how often patching may fail before it is escalated (ES-7)
 * @param patchGate when auto patching opens on the day of the sync (ES-T)
 * @param lookAgainEvery how often a dashboard that is StandBy is looked at again (ES-10)
 */
@Validated
@ConfigurationProperties("alur.exam-server-sync")
record ExamServerSyncSettings(
    @DefaultValue Map<String, Versions> rounds,
    @DefaultValue("3") @Positive int patchingRounds,
    @DefaultValue Opening patchGate,
    @DefaultValue("5m") @NotNull @DurationMin(seconds = 1) Duration lookAgainEvery) {

  /** The versions that {@code round} wants, however its name is written. */
  Versions versionsIn(ExamRound round) {
    return rounds.entrySet().stream()
        .filter(configured -> ExamRound.of(configured.getKey()).filter(round::equals).isPresent())
        .map(Map.Entry::getValue).findFirst().orElse(Versions.OF_SOURCE);
  }

  /** A time of day in its zone. */
  record Opening(@DefaultValue("07:45") LocalTime time, @DefaultValue("Asia/Jakarta") ZoneId zone) {}
}
