package id.alur.helpdesk;

import id.alur.partner.neofeeder.NeoFeeder;
import id.alur.partner.neofeeder.Profile;
import id.alur.partner.neofeeder.Reply;
import id.alur.partner.neofeeder.Search;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Looks behind a complaint about Feeder (HD-3, HD-P3): first whether the unit's Feeder answers at all and is its own,
 * then what it knows of the person concerned. Reads only, so it may be repeated; there is always a diagnosis.
 */
@Component
class NeoFeederCheck {

  private final NeoFeeder feeder;

  NeoFeederCheck(NeoFeeder feeder) {
    this.feeder = feeder;
  }

  /**
   * The diagnosis, for staff.
   *
   * @param unit the kode PT
   * @param identifier what the requester gave: NIM, NIDN, NUPTK, NIP or name; null and anything else do no harm
   * @param timeLeft for all questions together
   */
  Diagnosis diagnose(String unit, Subject subject, String identifier, Duration timeLeft) {
    long end = System.nanoTime() + timeLeft.toNanos();
    Reply<Profile> profile = feeder.readProfile(unit, timeLeft);
    if (subject == Subject.FEEDER_ITSELF || !Diagnosis.isOwn(profile, unit)) {
      return Diagnosis.ofFeeder(profile, unit);
    }
    Optional<Search> search = Optional.ofNullable(identifier).flatMap(Search::of);
    if (search.isEmpty()) {
      return Diagnosis.withoutPerson();
    }
    Duration rest = Duration.ofNanos(end - System.nanoTime());
    return subject == Subject.STUDENT
        ? Diagnosis.ofStudent(search.get().by(), feeder.findStudents(unit, search.get(), rest))
        : Diagnosis.ofLecturer(search.get().by(), feeder.findLecturers(unit, search.get(), rest));
  }
}
