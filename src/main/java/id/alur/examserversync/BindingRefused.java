package id.alur.examserversync;

import id.alur.engine.RejectedInput;
import java.util.EnumSet;
import java.util.Set;

/** A machine, an ID Server or a START SYNC is not free; the message is a sentence for the proctor. Nothing was changed. */
final class BindingRefused extends RuntimeException {

  private final Reason reason;

  BindingRefused(Reason reason) {
    this(reason, null);
  }

  BindingRefused(Reason reason, Throwable cause) {
    super(reason.sentence, cause);
    this.reason = reason;
  }

  Reason reason() {
    return reason;
  }

  /** Refuses at this field what {@code change} is refused by a binding. */
  static void at(String field, Runnable change) {
    try {
      change.run();
    } catch (BindingRefused refusal) {
      throw RejectedInput.of(field, refusal.getMessage());
    }
  }

  /** Why, without a word about whose machine or case it is. */
  enum Reason {
    SERIAL_NUMBER_RESERVED("Nomor seri (SN) ini sedang dipakai kasus lain di babak ujian ini, jadi belum tersimpan. Pastikan "
        + "Anda menyalin SN mesin ini. Bila benar, selesaikan atau batalkan dulu kasus yang lain itu."),
    SERIAL_NUMBER_COMPLETE("Mesin dengan nomor seri (SN) ini sudah berhasil sinkronisasi di babak ujian ini. Dilarang keras "
        + "mengganti ID Server-nya, menekan HAPUS, atau menekan START SYNC lagi. Bila SN itu benar, batalkan kasus ini: mesinnya "
        + "sudah siap."),
    SERVER_ID_RESERVED("ID Server ini sedang dipakai kasus lain di babak ujian ini, jadi belum tersimpan. Cocokkan lagi dengan "
        + "menu ID Sinkronisasi di web UBK. Bila benar, selesaikan atau batalkan dulu kasus yang lain itu."),
    SERVER_ID_BOUND("ID Server ini sudah terikat pada mesin lain di babak ujian ini, jadi tidak tersimpan. Cocokkan lagi dengan "
        + "menu ID Sinkronisasi di web UBK. Bila mesinnya diganti, mulai kasus penggantian mesin dengan keputusan tertulis "
        + "dari pusat."),
    NOTHING_TO_REPLACE("ID Server ini belum terikat pada mesin mana pun di babak ujian ini, jadi tidak ada mesin yang diganti. "
        + "Batalkan kasus ini, lalu mulai kasus sinkronisasi biasa."),
    OTHER_MACHINE_REPLACED("ID Server ini milik mesin lain, bukan mesin yang digantikan menurut keputusan pusat, jadi tidak "
        + "tersimpan. Isi ID Server mesin yang digantikan. Bila SN mesin itu yang salah tulis, batalkan kasus ini lalu mulai lagi."),
    NOTHING_RESERVED("ID Server dan nomor seri (SN) mesin ini belum tersimpan di kasus ini. Simpan keduanya dulu."),
    SYNC_RUNNING("START SYNC di mesin ini masih tercatat berjalan. Jangan tekan START SYNC lagi, dan jangan tekan HAPUS. "
        + "Lihat Status Download; bila sudah berhenti, catat dulu hasilnya."),
    NOT_BACKED_UP("Hasil BACKUP mesin ini belum tercatat sesudah HAPUS yang pertama. Jangan tekan HAPUS lagi: unduh dan catat dulu "
        + "berkas hasil BACKUP."),
    NOT_EMPTIED("HAPUS, BACKUP, unduh, lalu HAPUS belum lengkap tercatat untuk mesin ini. Jangan tekan START SYNC: selesaikan "
        + "dulu urutannya."),
    CHANGED_MEANWHILE("Data mesin ini sedang diubah orang lain pada saat yang sama, jadi belum tersimpan. Coba lagi.");

    private static final Set<Reason> ABOUT_SERVER_ID = EnumSet.of(
        SERVER_ID_RESERVED, SERVER_ID_BOUND, NOTHING_TO_REPLACE, OTHER_MACHINE_REPLACED);

    private final String sentence;

    Reason(String sentence) {
      this.sentence = sentence;
    }

    /** Whether it is the ID Server that is wrong, else the machine. */
    boolean isAboutServerId() {
      return ABOUT_SERVER_ID.contains(this);
    }
  }
}
