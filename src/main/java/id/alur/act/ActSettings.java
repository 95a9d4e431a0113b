package id.alur.act;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Positive;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How acts are served.
 *
 * @param node what this node is called in the journal and in Cockpit
 * @param threads how many acts run at once on this node
 * @param poll how often it looks for acts that another node left
 * @param lease how long an act stays with a node that gives no sign of life
 * @param heartbeat how often a node gives it
 * @param margin how long after its deadline an act without outcome may still happen; more than clocks of nodes differ
 * @param retryAfter how long to wait after a technical failure
 */
@Validated
@ConfigurationProperties("alur.act")
record ActSettings(
    @DefaultValue("alur") @NotBlank String node,
    @DefaultValue("16") @Positive int threads,
    @DefaultValue("500ms") Duration poll,
    @DefaultValue("10s") Duration lease,
    @DefaultValue("3s") Duration heartbeat,
    @DefaultValue("90s") Duration margin,
    @DefaultValue("1m") Duration retryAfter) {}
