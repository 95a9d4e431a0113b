package sample.bookloan;

/** Serves the topic of its name. */
final class TellReader {}
