package id.alur.helpdesk;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How much of the public page one visitor may use, and all visitors together; each node counts for itself.
 *
 * <p>A campus of 20,000 may come from one address, and a lecture hall complains at once when SIAKAD fails: one address may
 * send a burst, and then a few a minute. What a robot could do with that is bounded elsewhere: all posts share a few places,
 * and one requester, who is mailed for each complaint, gets few of them. Looks need no strict limit against guessing: of
 * the tracking codes, with 86 random bits, a million addresses would find one of 10,000 in some ten million years.
 *
 * @param postsPerAddress how many complaints may be sent from one address at once, and within {@code postsPeriod}; what is
 *     refused for its texts alone, or for want of room, does not count
 * @param postsPerRequester how many may be sent in one day with the same e-mail address, wherever they come from
 * @param looksPerMinute how many pages may be asked for from one address; one complaint takes three
 * @param looksAtOnce how many pages are made at the same time; {@code patience} holds for them too
 * @param postsAtOnce how many posts are worked on at the same time
 * @param patience how long another one waits for its turn before it is refused
 * @param postsUnderWay how many posts may be arriving at the same time, over slow lines too
 * @param shortestFilling who sends the page sooner after opening it is a robot
 * @param freeDisk what attachments leave free on the disk of the documents: staff need it
 */
@Validated
@ConfigurationProperties("alur.help-desk.page")
record PublicPageSettings(
    @DefaultValue("60") @Positive int postsPerAddress,
    @DefaultValue("20m") @DurationMin(seconds = 1) @DurationMax(days = 1) Duration postsPeriod,
    @DefaultValue("20") @Positive int postsPerRequester,
    @DefaultValue("600") @Positive int looksPerMinute,
    @DefaultValue("8") @Positive int looksAtOnce,
    @DefaultValue("4") @Positive int postsAtOnce,
    @DefaultValue("2s") @DurationMin @DurationMax(minutes = 1) Duration patience,
    @DefaultValue("32") @Positive int postsUnderWay,
    @DefaultValue("2s") @DurationMin @DurationMax(minutes = 1) Duration shortestFilling,
    @DefaultValue("1GB") @NotNull DataSize freeDisk) {}
