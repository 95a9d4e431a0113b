package id.alur.engine;

import java.util.ArrayList;
import java.util.List;

/** The engine's configuration holds lists that may be null; plugins share them in any order. */
public final class Plugins {

  private Plugins() {}

  /** {@code list}, which may be null, with {@code item} at its end. */
  public static <T> List<T> append(List<T> list, T item) {
    List<T> all = list == null ? new ArrayList<>() : new ArrayList<>(list);
    all.add(item);
    return all;
  }

  /** {@code list}, which may be null, with {@code item} at its beginning. */
  public static <T> List<T> prepend(T item, List<T> list) {
    List<T> all = list == null ? new ArrayList<>() : new ArrayList<>(list);
    all.add(0, item);
    return all;
  }
}
