package id.alur.helpdesk;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What an operator may set about updates of Feeder and the integrator; all by the calendar.
 *
 * @param checkEvery how long after an update or a check somebody looks again (HD-P7)
 * @param escalateAfter how long an update may take before the head of the team is told
 * @param tryAgainAfter when an update that was postponed is asked for again
 */
@Validated
@ConfigurationProperties("alur.help-desk.app-update")
record AppUpdateSettings(
    @DefaultValue("P30D") @DurationMin(days = 1) Duration checkEvery,
    @DefaultValue("P3D") @DurationMin(minutes = 1) Duration escalateAfter,
    @DefaultValue("P1D") @DurationMin(minutes = 1) Duration tryAgainAfter) {}
