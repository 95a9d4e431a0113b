package id.alur.document;

import jakarta.validation.constraints.Positive;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How long documents are kept, and how many may arrive at once.
 *
 * @param keepAfterEnd how long a document stays after its case ended; its name and hash stay for ever
 * @param keepUnclaimed how long an uploaded document waits for the form that it was uploaded for
 * @param uploadsPerPerson how many uploads of one person run at the same time on one node
 */
@Validated
@ConfigurationProperties("alur.document")
record DocumentSettings(
    @DefaultValue("P90D") Duration keepAfterEnd,
    @DefaultValue("P1D") Duration keepUnclaimed,
    @DefaultValue("3") @Positive int uploadsPerPerson) {}
