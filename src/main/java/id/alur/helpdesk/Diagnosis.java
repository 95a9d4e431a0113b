package id.alur.helpdesk;

import id.alur.partner.neofeeder.Failure;
import id.alur.partner.neofeeder.Failure.Kind;
import id.alur.partner.neofeeder.Lecturer;
import id.alur.partner.neofeeder.Profile;
import id.alur.partner.neofeeder.Reply;
import id.alur.partner.neofeeder.Reply.Failed;
import id.alur.partner.neofeeder.Reply.Found;
import id.alur.partner.neofeeder.Search.By;
import id.alur.partner.neofeeder.Student;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What Alur found out behind a complaint (HD-3, HD-P3).
 *
 * @param words what was asked, what came back and what to do next, for staff, in at most 1,500 characters; without the
 *     person's number or name
 * @param updateCause why Feeder may need an update (HD-P6); null if nothing says so
 */
record Diagnosis(String words, UpdateCause updateCause) {

  private static final String ASKED_FEEDER = "Alur menanyakan profil PT kepada Feeder. ";
  private static final Set<Kind> NEVER_ASKED = Set.of(Kind.NOT_CONFIGURED, Kind.NOT_ALLOWED, Kind.NOT_CONNECTED);
  private static final int MOST_LISTED = 3;

  /** Whether Feeder answered, and as that of this unit. */
  static boolean isOwn(Reply<Profile> reply, String unit) {
    return reply instanceof Found<Profile> found && found.rows().stream().anyMatch(row -> row.unit().equals(unit));
  }

  /** Of Feeder itself. */
  static Diagnosis ofFeeder(Reply<Profile> reply, String unit) {
    if (reply instanceof Failed<Profile> failed) {
      return of(ASKED_FEEDER, failed.failure());
    }
    return of(ASKED_FEEDER + (isOwn(reply, unit)
        ? "Feeder menjawab dengan benar: alamat, akun, dan versinya dapat dipakai. Cari sebabnya pada datanya, bukan "
            + "pada sambungan ke Feeder."
        : "Yang menjawab adalah Feeder milik PT lain atau Feeder yang belum mempunyai profil PT. Minta admin Alur "
            + "memeriksa alamat dan akun Feeder unit ini."));
  }

  /** Feeder answers, but the complaint does not tell whom to look for. */
  static Diagnosis withoutPerson() {
    return of(ASKED_FEEDER + "Feeder menjawab dengan benar, tetapi keluhan ini tidak menyebut NIM, NIDN, atau nama "
        + "yang dapat dicari. Tanyakan kepada pelapor, lalu periksa lagi.");
  }

  /** Of the student whom the complaint concerns. */
  static Diagnosis ofStudent(By by, Reply<Student> reply) {
    String asked = "Alur mencari mahasiswa dengan " + (by == By.NUMBER ? "NIM" : "nama") + " dari keluhan di Feeder. ";
    if (reply instanceof Failed<Student> failed) {
      return of(asked, failed.failure());
    }
    List<Student> found = reply instanceof Found<Student> students ? students.rows() : List.of();
    return of(asked + switch (found.size()) {
      case 0 -> "Feeder tidak mempunyai mahasiswa itu. Periksa penulisannya di keluhan, lalu periksa apakah datanya "
          + "sudah dikirim dari SIAKAD ke Feeder.";
      case 1 -> wordsOf(found.get(0));
      default -> several(by, "NIM", found.stream().map(Diagnosis::factsOf));
    });
  }

  /** Of the lecturer whom the complaint concerns. */
  static Diagnosis ofLecturer(By by, Reply<Lecturer> reply) {
    String asked = "Alur mencari dosen dengan " + (by == By.NUMBER ? "nomor" : "nama") + " dari keluhan di Feeder. ";
    if (reply instanceof Failed<Lecturer> failed) {
      return of(asked, failed.failure());
    }
    List<Lecturer> found = reply instanceof Found<Lecturer> lecturers ? lecturers.rows() : List.of();
    return of(asked + switch (found.size()) {
      case 0 -> "Feeder tidak mempunyai dosen itu. Periksa penulisannya di keluhan, lalu periksa apakah dosen itu "
          + "sudah terdaftar di SISTER.";
      case 1 -> "Dosen itu ada: " + factsOf(found.get(0)) + ". Bandingkan dengan datanya di SIAKAD dan SISTER.";
      default -> several(by, "NIDN atau NUPTK", found.stream().map(Diagnosis::factsOf));
    });
  }

  private static String wordsOf(Student student) {
    return "Mahasiswa itu ada: " + factsOf(student) + ". " + (student.awaitsSync()
        ? "Datanya belum disinkronkan ke PDDIKTI: sinkronkan Feeder, lalu periksa lagi."
        : "Bandingkan dengan datanya di SIAKAD.");
  }

  private static String several(By by, String number, Stream<String> facts) {
    List<String> registrations = facts.toList();
    if (by == By.NAME) {
      return "Feeder mempunyai " + registrations.size() + " data atau lebih dengan nama seperti itu. Tanyakan "
          + number
          + " kepada pelapor, lalu periksa lagi.";
    }
    return "Nomor itu tercatat " + registrations.size() + " kali: "
        + registrations.stream().limit(MOST_LISTED).collect(Collectors.joining("; "))
        + ". Periksa apakah ini data ganda.";
  }

  private static String factsOf(Student student) {
    return Stream.of(status(student.status()), fact("program studi", student.studyProgramme()),
            fact("masuk", student.entryPeriod()), fact("keluar pada periode", student.exitPeriod()))
        .filter(fact -> !fact.isEmpty()).collect(Collectors.joining(", "));
  }

  private static String factsOf(Lecturer lecturer) {
    return status(lecturer.status());
  }

  private static String status(String status) {
    return status.isEmpty() ? "status tidak disebutkan" : fact("status", status);
  }

  private static String fact(String name, String value) {
    return value.isEmpty() ? "" : name + " " + value;
  }

  private static Diagnosis of(String words) {
    return new Diagnosis(words, null);
  }

  private static Diagnosis of(String asked, Failure failure) {
    String begin = NEVER_ASKED.contains(failure.kind()) ? "" : asked;
    return new Diagnosis(begin + wordsOf(failure), causeIn(failure));
  }

  private static UpdateCause causeIn(Failure failure) {
    return switch (failure.kind()) {
      case SERVICE_OUTDATED -> UpdateCause.FEEDER_OUTDATED;
      case FUNCTION_UNKNOWN -> UpdateCause.VERSION_CHANGED;
      default -> null;
    };
  }

  private static String wordsOf(Failure failure) {
    return switch (failure.kind()) {
      case NOT_CONFIGURED -> "Alamat dan akun Feeder unit ini belum diatur di Alur, jadi tidak ada yang ditanyakan. "
          + "Periksa datanya sendiri di Feeder.";
      case NOT_ALLOWED -> "Alamat Feeder unit ini belum terdaftar di Alur, jadi tidak ada yang ditanyakan. Periksa "
          + "datanya sendiri di Feeder, dan minta admin Alur mendaftarkan alamatnya.";
      case NOT_CONNECTED -> "Alur tidak dapat tersambung ke Feeder. Periksa apakah komputer Feeder menyala dan "
          + "terhubung ke jaringan, lalu periksa lagi.";
      case NO_ANSWER -> "Jawaban Feeder tidak sampai dengan utuh pada waktunya; tidak ada data yang berubah. Periksa "
          + "apakah Feeder sedang sibuk atau macet, lalu periksa lagi.";
      case SERVER_FAILED -> "Feeder sedang terganggu (kode HTTP " + failure.code() + "). Periksa apakah aplikasi "
          + "Feeder berjalan di komputernya, jalankan ulang bila perlu, lalu periksa lagi.";
      case NOT_UNDERSTOOD -> "Jawabannya bukan jawaban Feeder yang dikenal Alur, misalnya sebuah laman. Minta admin "
          + "Alur memeriksa alamat dan port Feeder unit ini.";
      case LOGIN_REFUSED -> "Feeder menolak username atau password yang diatur di Alur (kode 12). Minta admin Alur "
          + "memeriksa akun Feeder unit ini.";
      case TOKEN_REFUSED -> "Feeder menerima username dan password, tetapi langsung mengakhiri sesinya (kode 100). "
          + "Periksa apakah akun yang sama sedang dipakai aplikasi lain, lalu periksa lagi.";
      case SERVICE_OUTDATED -> "Feeder menjawab bahwa layanannya kedaluwarsa (kode 104). Perbarui aplikasi Feeder "
          + "sebelum menangani keluhan ini.";
      case FUNCTION_UNKNOWN -> "Feeder tidak mengenal pertanyaan ini (kode 13), jadi versinya lebih lama atau lebih "
          + "baru daripada yang dikenal Alur. Periksa datanya sendiri di Feeder, dan beri tahu admin Alur versi "
          + "Feeder unit ini.";
      case REFUSED -> "Feeder menjawab dengan kode " + failure.code() + quoted(failure.said()) + ". Periksa hak akun "
          + "Feeder yang diatur di Alur, atau periksa datanya sendiri di Feeder.";
    };
  }

  private static String quoted(String said) {
    return said.isEmpty() ? "" : ": “" + said + "”";
  }
}
