package id.alur.vault;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;

/** A username and its password, which travel as one secret: {@code {"username": …, "password": …}}. */
record Credentials(String username, String password) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Empty if {@code json} is not exactly a username and a password, both with something in them. */
  static Optional<Credentials> read(String json) {
    try {
      JsonNode node = JSON.readTree(json);
      Credentials credentials = new Credentials(node.path("username").asText(), node.path("password").asText());
      return node.size() == 2 && credentials.isComplete() ? Optional.of(credentials) : Optional.empty();
    } catch (JsonProcessingException e) {
      return Optional.empty(); // not passed on: its message repeats a part of the secret
    }
  }

  private boolean isComplete() {
    return !username.isBlank() && !password.isEmpty();
  }

  @Override
  public String toString() {
    return "***";
  }
}
