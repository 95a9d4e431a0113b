package id.alur.helpdesk;

import java.util.Set;

/**
 * The units whose solutions a person may read.
 *
 * @param all whether these are all there are; {@code codes} is empty then
 * @param codes kode PT of each
 */
record ReadableUnits(boolean all, Set<String> codes) {

  static final ReadableUnits ALL = new ReadableUnits(true, Set.of());

  static ReadableUnits of(Set<String> codes) {
    return new ReadableUnits(false, codes);
  }

  /** Of these, the one with this code: none if it is not among them. */
  ReadableUnits only(String code) {
    return of(all || codes.contains(code) ? Set.of(code) : Set.of());
  }

  boolean areNone() {
    return !all && codes.isEmpty();
  }

  /** Whether there may be more than one. */
  boolean areSeveral() {
    return all || codes.size() > 1;
  }
}
