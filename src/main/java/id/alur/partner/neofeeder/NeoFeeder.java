package id.alur.partner.neofeeder;

import java.time.Duration;

/**
 * Asks the Neo Feeder of a unit. Whatever comes of a question is a {@link Reply}: nothing is thrown, and asking twice
 * does no harm. It waits for the partner, so never ask inside a transaction.
 */
public interface NeoFeeder {

  /**
   * Whose Feeder it is; shows too that address, account and version are right.
   *
   * @param unit the kode PT
   * @param timeLeft for all of it, signing in included; with less than 10 s a dead address may pass for a slow one
   */
  Reply<Profile> readProfile(String unit, Duration timeLeft);

  /** The registrations of the students who are meant, ten at most; parameters as in {@link #readProfile}. */
  Reply<Student> findStudents(String unit, Search search, Duration timeLeft);

  /** The lecturers who are meant, ten at most; parameters as in {@link #readProfile}. */
  Reply<Lecturer> findLecturers(String unit, Search search, Duration timeLeft);
}
