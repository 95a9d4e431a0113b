package id.alur.explore;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/**
 * A moment at which something changes by the calendar alone, such as the opening of a window.
 *
 * <p>The time to the next one is part of a state's key, and all that the key knows of the calendar: together, the
 * moments of an exploration must tell apart any two times after which the calendar goes on differently. A holiday that lies
 * further ahead is not seen: begin an exploration shortly before one.
 *
 * @param next after an instant; empty if there is none ahead
 */
public record Moment(String name, Function<Instant, Optional<Instant>> next) {}
