package id.alur.examserversync;

import static id.alur.examserversync.ExamServerSync.ERASED;
import static id.alur.examserversync.ExamServerSync.SAME_MACHINE;

import id.alur.engine.Refusals;

/** What a proctor confirms with each HAPUS (ES-12, ES-14). Asked only of whom HAPUS is allowed: nobody else is told to press it. */
final class ErasureAnswers {

  private ErasureAnswers() {}

  static void check(String sameMachine, boolean erased) {
    new Refusals()
        .when(!"yes".equals(sameMachine), SAME_MACHINE.name(),
            "Bandingkan SN di layar, lalu pilih. Bila berbeda, jangan menekan HAPUS: ini mesin lain.")
        .when(!erased, ERASED.name(), "Centang sesudah HAPUS selesai.")
        .throwIfAny();
  }
}
