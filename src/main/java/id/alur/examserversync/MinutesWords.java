package id.alur.examserversync;

import java.util.LinkedHashMap;
import java.util.Map;

/** What the minutes call the answers of the forms: labels in the order in which they are told, and values. */
final class MinutesWords {

  static final Map<String, String> LABELS = new LinkedHashMap<>();

  private static final Map<String, String> VALUES = Map.ofEntries(
      Map.entry("succeeded", "berhasil"),
      Map.entry("failed", "gagal"),
      Map.entry("approved", "disetujui"),
      Map.entry("refused", "tidak disetujui"),
      Map.entry("no", "tidak"),
      Map.entry("yes", "ya"),
      Map.entry("unsure", "tidak yakin"),
      Map.entry("wait", "tunggu"),
      Map.entry("startAgain", "START SYNC lagi"),
      Map.entry("backUpAgain", "ulang dari BACKUP"),
      Map.entry("complete", "semua ada"),
      Map.entry("missing", "ada yang tidak tampil"),
      Map.entry("listed", "tampil"),
      Map.entry("notGreen", "ada data yang ternyata tidak hijau"),
      Map.entry("corrected", "sudah diperbaiki"),
      Map.entry("decided", "petunjuk lain"),
      Map.entry("true", "ya"),
      Map.entry("false", "tidak"));

  static {
    LABELS.put("replacementDecision", "Penggantian mesin");
    LABELS.put("replacementReason", "Alasan");
    LABELS.put("adminVersion", "Versi ExambrowserCBTSync Admin");
    LABELS.put("patchOutcome", "Hasil patching");
    LABELS.put("cbtSyncVersion", "Versi CBTSync");
    LABELS.put("idServer", "ID Server");
    LABELS.put("serialNumber", "SN");
    LABELS.put("dashboardText", "Tulisan dashboard");
    LABELS.put("connectionMended", "Yang diperbaiki");
    LABELS.put("activationAsked", "Permintaan aktivasi");
    LABELS.put("dashboardExplained", "Penjelasan dashboard");
    LABELS.put("otherData", "Masih ada data ujian lain");
    LABELS.put("otherDataSaved", "Data yang diselamatkan");
    LABELS.put("erased", "HAPUS selesai");
    LABELS.put("backupName", "Berkas BACKUP");
    LABELS.put("backupSize", "Ukuran (byte)");
    LABELS.put("initialStatus", "Data awal");
    LABELS.put("syncStarted", "START SYNC ditekan");
    LABELS.put("greenLights", "Data hijau dari 9");
    LABELS.put("nextStep", "Langkah berikutnya");
    LABELS.put("nextStepReason", "Alasan");
    LABELS.put("participantsFound", "Peserta");
    LABELS.put("missingParticipants", "Yang tidak ada");
    LABELS.put("lightsNotGreen", "Data yang ternyata tidak hijau");
    LABELS.put("testOutcome", "Daftar Test");
    LABELS.put("testFinding", "Yang tampil");
    LABELS.put("centreOutcome", "Sesudah laporan ke pusat");
    LABELS.put("centreInstruction", "Petunjuk pusat");
  }

  private MinutesWords() {}

  static String value(Object value) {
    return VALUES.getOrDefault(value.toString(), value.toString());
  }
}
