package id.alur.examserversync;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/**
 * What the minutes of a sync ("Berita acara sinkronisasi") tell; {@link SyncMinutesPdf} prints them.
 *
 * @param npsn the school's number
 * @param examRound as the school calls it
 * @param machineLabel what the school calls the machine
 * @param zone of the school; all times are told in it
 * @param outcome how the case ended, in a sentence
 * @param steps in the order in which they were done
 */
record SyncMinutes(String schoolName, String npsn, String examRound, LocalDate examDay, String machineLabel,
    String serialNumber, String serverId, String caseId, ZoneId zone, Instant writtenAt, String outcome, List<Step> steps) {

  SyncMinutes {
    steps = List.copyOf(steps);
  }

  /**
   * A step that somebody did.
   *
   * @param name as the person saw it
   * @param person who did it; Alur's own steps name Alur
   * @param entries what was entered, in the form's order
   * @param evidence what was handed in
   */
  record Step(String name, Instant doneAt, String person, List<Entry> entries, List<Evidence> evidence) {
    Step {
      entries = List.copyOf(entries);
      evidence = List.copyOf(evidence);
    }
  }

  /** The label of a field and its value, both for people. */
  record Entry(String label, String value) {}

  /** A file by its name and SHA-256; the file itself may stay with the school. */
  record Evidence(String fileName, String sha256) {}
}
