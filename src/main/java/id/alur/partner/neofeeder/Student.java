package id.alur.partner.neofeeder;

/**
 * What Feeder knows of a student's registration, without who it is. Texts are Feeder's, short and without markup; empty
 * if it does not say.
 *
 * @param status such as Aktif or Lulus
 * @param entryPeriod such as 2024/2025 Ganjil
 * @param exitPeriod such as 20251; empty while the student is there
 * @param awaitsSync whether it waits to be synced to PDDIKTI
 */
public record Student(
    String status, String studyProgramme, String entryPeriod, String exitPeriod, boolean awaitsSync) {}
