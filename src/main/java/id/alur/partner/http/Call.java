package id.alur.partner.http;

import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** One request to a partner: what is sent, and how long it may take. */
public final class Call {

  private static final Duration DEADLINE = Duration.ofSeconds(60);
  private static final Duration LONGEST_SILENCE = Duration.ofSeconds(30);

  private final String partner;
  private final String method;
  private final URI uri;
  private final Map<String, String> headers = new LinkedHashMap<>();
  private Body body;
  private Session session;
  private Duration deadline = DEADLINE;
  private Duration longestSilence = LONGEST_SILENCE;

  private Call(String partner, String method, URI uri) {
    this.partner = Objects.requireNonNull(partner);
    this.method = method;
    this.uri = Objects.requireNonNull(uri);
  }

  /** A question. {@code partner} is its name in the log. */
  public static Call get(String partner, URI uri) {
    return new Call(partner, "GET", uri);
  }

  /** An act. {@code partner} is its name in the log. */
  public static Call post(String partner, URI uri, Body body) {
    Call call = new Call(partner, "POST", uri);
    call.body = body;
    return call;
  }

  public Call header(String name, String value) {
    headers.put(name, value);
    return this;
  }

  /** The cookies to send and to receive; without a session there are none. */
  public Call in(Session session) {
    this.session = session;
    return this;
  }

  /** The time for everything, from the name's resolution to the last byte of the answer; 60 s unless said. None: not sent. */
  public Call within(Duration deadline) {
    this.deadline = deadline;
    return this;
  }

  /** How long the partner may keep silent; 30 s unless said, and never longer than the deadline. */
  public Call silentFor(Duration longestSilence) {
    this.longestSilence = longestSilence;
    return this;
  }

  String partner() {
    return partner;
  }

  String method() {
    return method;
  }

  URI uri() {
    return uri;
  }

  Map<String, String> headers() {
    return headers;
  }

  Body body() {
    return body;
  }

  Session session() {
    return session;
  }

  Duration deadline() {
    return deadline;
  }

  Duration longestSilence() {
    return longestSilence.compareTo(deadline) < 0 ? longestSilence : deadline;
  }

  /** Without path, query and headers: they may hold what is personal or secret. */
  @Override
  public String toString() {
    return partner + " " + method + " " + uri.getHost();
  }
}
