package id.alur.explore;

import java.util.function.BiFunction;

/**
 * Remembers of the way what the engine does not, for an invariant to look at. Its value is part of a state's key.
 *
 * @param first its value before the start
 * @param next its value after a step, from the one before
 */
public record Monitor(String name, String first, BiFunction<String, Step, String> next) {}
