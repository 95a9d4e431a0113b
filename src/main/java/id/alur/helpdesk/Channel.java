package id.alur.helpdesk;

import java.util.Arrays;
import java.util.Optional;

/** The way in which a complaint came (HD-P2). */
enum Channel {
  /** The public page. */
  PAGE("page"),
  /** In person. */
  COUNTER("counter"),
  /** The PDDIKTI service application. */
  PDDIKTI("pddikti");

  private final String id;

  Channel(String id) {
    this.id = id;
  }

  String id() {
    return id;
  }

  static Optional<Channel> of(String id) {
    return Arrays.stream(values()).filter(channel -> channel.id.equals(id)).findFirst();
  }
}
