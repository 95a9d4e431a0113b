package id.alur.helpdesk;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.Positive;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What an operator may set about the help desk. Service times are upper bounds, in working time: only what takes longer
 * is late.
 *
 * @param contact how long contacting the help desk may take (HD-1)
 * @param form how long filling in the complaint form may take (HD-2)
 * @param processing how long processing a complaint may take (HD-3)
 * @param announcing how long announcing its solution may take (HD-4)
 * @param whole how long all of it may take (HD-T)
 * @param warnAt the share of a service time after which its end is near; more than 0, at most 1
 * @param reopenWithin how long after its solution a requester may reopen a complaint, by the calendar
 * @param answerWithin how long a requester may take to answer a question, by the calendar
 * @param keepAfterEnd how long after the end of a case what people wrote is kept, by the calendar
 */
@Validated
@ConfigurationProperties("alur.help-desk")
record HelpDeskSettings(
    @DefaultValue("5m") @DurationMin(minutes = 1) @DurationMax(days = 365) Duration contact,
    @DefaultValue("10m") @DurationMin(minutes = 1) @DurationMax(days = 365) Duration form,
    @DefaultValue("60m") @DurationMin(minutes = 1) @DurationMax(days = 365) Duration processing,
    @DefaultValue("10m") @DurationMin(minutes = 1) @DurationMax(days = 365) Duration announcing,
    @DefaultValue("85m") @DurationMin(minutes = 1) @DurationMax(days = 365) Duration whole,
    @DefaultValue("0.8") @Positive @DecimalMax("1") double warnAt,
    @DefaultValue("P7D") @DurationMin(minutes = 1) Duration reopenWithin,
    @DefaultValue("P3D") @DurationMin(minutes = 1) Duration answerWithin,
    @DefaultValue("P90D") @DurationMin(days = 1) Duration keepAfterEnd) {

  /** How much of {@code limit} may be spent before its end is near. */
  Duration warningOf(Duration limit) {
    return Duration.ofMillis(Math.round(limit.toMillis() * warnAt));
  }

  /** From the complaint to the announcement of its outcome. */
  Duration untilAnnounced() {
    return processing.plus(announcing);
  }
}
