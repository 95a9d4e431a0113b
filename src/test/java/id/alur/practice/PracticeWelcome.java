package id.alur.practice;

import id.alur.partner.neofeeder.NeoFeederSimulator;
import java.util.stream.Collectors;
import org.springframework.core.env.Environment;

/** What the console says when the practice run is ready: where to open, as whom, what to try first. */
public final class PracticeWelcome {

  // ASCII only: the consoles of Windows show little else.
  private static final String TEXT = """

      ==============================================================================
      Alur siap untuk latihan.

        Buka         http://localhost:%1$s/
        Kotak surat  http://localhost:%1$s/latihan/surat

      %2$s
        Kata sandi semua akun: %3$s

        Coba dulu: masuk sebagai %4$s, pilih "Mulai prosedur", lalu "Sinkronisasi manual SISTER".
        Alamat SISTER latihan: %6$s
        Pusat Bantuan dan SISTER di sini tiruan; username dan password-nya datang ke kotak surat.

        Lalu: masuk sebagai %7$s, pilih "Sinkronisasi server ujian".
        Alamat web CBTSync latihan: %8$s
        Isikan alamat itu di formulir, dan buka juga di tab lain: di sana Anda menekan Pembaharuan,
        Submit, BACKUP, HAPUS, dan START SYNC. Halamannya rekaan: CBTSync tidak pernah diterbitkan.
        StandBy berlangsung semenit sesudah Submit. Auto patching di latihan dibuka sejak pukul 00.00 WIB.

        Lalu: kirim keluhan di http://localhost:%1$s/keluhan/%9$s, dan selesaikan sebagai %10$s.
        NIM yang dikenal Feeder tiruan: %11$s

        Untuk berhenti tekan Ctrl+C. Data latihan tersimpan di %5$s
      ==============================================================================
      """;

  private PracticeWelcome() {}

  /** The block for the console, with the port that Alur really listens on. */
  public static String text(Environment environment, PracticePartners partners) {
    return TEXT.formatted(
        environment.getProperty("local.server.port"),
        accounts(),
        environment.getProperty("camunda.bpm.admin-user.password"),
        PracticeAccounts.ADMIN_PT.userId(),
        environment.getProperty("alur.data"),
        partners.sisterAddress(),
        PracticeAccounts.PROCTOR.userId(),
        partners.cbtSyncAddress(),
        PracticeAccounts.HELP_DESK.unitCode(),
        PracticeAccounts.HELP_DESK.userId(),
        NeoFeederSimulator.STUDENT_NUMBER);
  }

  private static String accounts() {
    String people = PracticeAccounts.ALL.stream().map(PracticeWelcome::line).collect(Collectors.joining());
    return people + line("admin", "Administrator Alur", "Administrator", "semua unit");
  }

  private static String line(PracticeAccount account) {
    String name = account.firstName() + " " + account.lastName();
    return line(account.userId(), name, account.group().label(), account.unit());
  }

  private static String line(String userId, String name, String role, String unit) {
    return "  %-8s %-20s %-23s %s%n".formatted(userId, name, role, unit);
  }
}
