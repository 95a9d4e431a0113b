package id.alur.explore;

/** The process dies here: an error, so that no handler of exceptions goes on as if it lived. */
final class Crash extends Error {

  Crash() {
    super("Alur stops here", null, false, false);
  }
}
