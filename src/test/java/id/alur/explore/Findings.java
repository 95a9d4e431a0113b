package id.alur.explore;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What an exploration found: the graph of states, and for each invariant that was broken the shortest way there. */
public final class Findings {

  private record Edge(int from, String label, boolean advised, int to) {}

  private record Break(int from, String label) {}

  private static final int START = 0;
  private static final String DEAD_END = "each state has a way on to an end: by a person, a partner or a clock";

  private final Map<String, Integer> states = new LinkedHashMap<>();
  private final Set<Edge> edges = new LinkedHashSet<>();
  private final Set<Integer> expanded = new HashSet<>();
  private final Map<Integer, String> ends = new HashMap<>();
  private final Map<String, Set<Break>> broken = new TreeMap<>();
  private final Set<String> declared;
  private final Set<String> accepted = new HashSet<>();
  private Duration took = Duration.ZERO;

  /** @param declared names of choices, each of which should be accepted somewhere */
  Findings(State start, Set<String> declared) {
    this.declared = declared;
    reached(start);
  }

  void reached(State state) {
    int number = numberOf(state);
    if (state.isEnded()) {
      ends.put(number, state.end());
    }
  }

  /** All choices in this state are known. */
  void expanded(State state) {
    expanded.add(numberOf(state));
  }

  void stepped(Step step) {
    reached(step.after());
    if (!step.crashed()) {
      accepted.add(step.choice().name());
    }
    edges.add(new Edge(numberOf(step.before()), step.label(), step.choice().advised(), numberOf(step.after())));
  }

  void broke(String invariant, State state) {
    broke(invariant, state, null);
  }

  /** @param label of what happened in state {@code from} */
  void broke(String invariant, State from, String label) {
    broke(invariant, new Break(numberOf(from), label));
  }

  private void broke(String invariant, Break found) {
    broken.computeIfAbsent(invariant, name -> new LinkedHashSet<>()).add(found);
  }

  private int numberOf(State state) {
    return states.computeIfAbsent(state.key(), key -> states.size());
  }

  /** From each state an end must be within reach, or a state whose choices the search did not look at. */
  void complete(Duration time) {
    took = time;
    Map<Integer, List<Integer>> back = edges.stream().filter(Edge::advised)
        .collect(Collectors.groupingBy(Edge::to, Collectors.mapping(Edge::from, Collectors.toList())));
    Set<Integer> safe = states.values().stream().filter(state -> ends.containsKey(state) || !expanded.contains(state))
        .collect(Collectors.toCollection(HashSet::new));
    Deque<Integer> open = new ArrayDeque<>(safe);
    while (!open.isEmpty()) {
      back.getOrDefault(open.pop(), List.of()).stream().filter(safe::add).forEach(open::push);
    }
    states.values().stream().filter(state -> !safe.contains(state))
        .forEach(state -> broke(DEAD_END, new Break(state, null)));
  }

  /** The keys of all states that were reached. */
  public Set<String> keys() {
    return Collections.unmodifiableSet(states.keySet());
  }

  /** The names of the choices that were declared and never accepted: they prove nothing. */
  public Set<String> neverAccepted() {
    Set<String> never = new LinkedHashSet<>(declared);
    never.removeAll(accepted);
    return never;
  }

  /** The end events that were reached. */
  public Set<String> ends() {
    return new HashSet<>(ends.values());
  }

  /** For each broken invariant the shortest way to a violation, choice by choice. */
  public Map<String, List<String>> violations() {
    Map<Integer, Edge> arrivals = arrivals();
    Map<String, List<String>> violations = new TreeMap<>();
    broken.forEach((invariant, breaks) -> breaks.stream().map(found -> way(arrivals, found))
        .min((one, other) -> Integer.compare(one.size(), other.size()))
        .ifPresent(way -> violations.put(invariant, way)));
    return violations;
  }

  /** The edge by which each state is first reached when all are searched breadth first. */
  private Map<Integer, Edge> arrivals() {
    Map<Integer, List<Edge>> from = edges.stream().collect(Collectors.groupingBy(Edge::from));
    Map<Integer, Edge> arrivals = new HashMap<>();
    Deque<Integer> open = new ArrayDeque<>(List.of(START));
    while (!open.isEmpty()) {
      for (Edge edge : from.getOrDefault(open.poll(), List.of())) {
        if (edge.to() != START && arrivals.putIfAbsent(edge.to(), edge) == null) {
          open.add(edge.to());
        }
      }
    }
    return arrivals;
  }

  private static List<String> way(Map<Integer, Edge> arrivals, Break found) {
    List<String> way = new ArrayList<>();
    if (found.label() != null) {
      way.add(found.label());
    }
    for (Edge edge = arrivals.get(found.from()); edge != null; edge = arrivals.get(edge.from())) {
      way.add(0, edge.label());
    }
    return way;
  }

  /** Numbers, and each violation with its way, to be printed. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("%d states, %d steps, ends %s, %.1f s".formatted(
        states.size(), edges.size(), new TreeMap<>(ends.values().stream()
            .collect(Collectors.groupingBy(end -> end, Collectors.counting()))), took.toMillis() / 1000.0));
    violations().forEach((invariant, way) -> {
      text.append("\nBROKEN: ").append(invariant);
      for (int i = 0; i < way.size(); i++) {
        text.append("\n  ").append(i + 1).append(". ").append(way.get(i));
      }
    });
    return text.toString();
  }
}
