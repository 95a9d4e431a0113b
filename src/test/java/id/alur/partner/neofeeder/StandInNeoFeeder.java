package id.alur.partner.neofeeder;

import id.alur.partner.http.PartnerHttp;
import id.alur.partner.neofeeder.Failure.Kind;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Primary;

/** The Neo Feeder of each unit as a test wants it: without a word from the test it answers, and knows nobody. */
@Primary
public final class StandInNeoFeeder implements NeoFeeder {

  private Failure failure;
  private Profile profile;
  private List<Student> students;
  private List<Lecturer> lecturers;
  private Search lastSearch;
  private boolean isBroken;
  private NeoFeeder real;
  private Duration patience;

  public StandInNeoFeeder() {
    forgetWhatWasSaid();
  }

  /** As if no test had said anything. */
  public void forgetWhatWasSaid() {
    failure = null;
    profile = null;
    students = List.of();
    lecturers = List.of();
    lastSearch = null;
    isBroken = false;
    real = null;
  }

  /** Is asked over HTTP, by the product's own client, as the Feeder of this unit. */
  public void isAt(NeoFeederSimulator simulator, PartnerHttp http, String unit, Duration patience) {
    real = new HttpNeoFeeder(http, new NeoFeederSettings(Map.of(unit, new NeoFeederSettings.Account(simulator.url(),
        NeoFeederSimulator.USERNAME, NeoFeederSimulator.PASSWORD))));
    this.patience = patience;
  }

  /** Makes Alur itself fail while it asks. */
  public void breaks() {
    isBroken = true;
  }

  /** Answers nothing but this. */
  public void fails(Kind kind) {
    failure = Failure.of(kind);
  }

  /** Is the Feeder of this unit, whoever asks. */
  public void belongsTo(String unit) {
    profile = new Profile(unit);
  }

  public void knowsStudents(Student... found) {
    students = List.of(found);
  }

  public void knowsLecturers(Lecturer... found) {
    lecturers = List.of(found);
  }

  /** Whom it was asked for last; null if it was not. */
  public Search lastSearch() {
    return lastSearch;
  }

  @Override
  public Reply<Profile> readProfile(String unit, Duration timeLeft) {
    return real != null ? real.readProfile(unit, shorter(timeLeft))
        : reply(List.of(profile == null ? new Profile(unit) : profile));
  }

  @Override
  public Reply<Student> findStudents(String unit, Search search, Duration timeLeft) {
    lastSearch = search;
    return real != null ? real.findStudents(unit, search, shorter(timeLeft)) : reply(students);
  }

  @Override
  public Reply<Lecturer> findLecturers(String unit, Search search, Duration timeLeft) {
    lastSearch = search;
    return real != null ? real.findLecturers(unit, search, shorter(timeLeft)) : reply(lecturers);
  }

  private Duration shorter(Duration timeLeft) {
    return timeLeft.compareTo(patience) < 0 ? timeLeft : patience;
  }

  private <T> Reply<T> reply(List<T> rows) {
    if (isBroken) {
      throw new IllegalStateException("broken");
    }
    if (failure != null) {
      return new Reply.Failed<>(failure);
    }
    return rows.isEmpty() ? new Reply.NothingFound<>() : new Reply.Found<>(rows);
  }
}
