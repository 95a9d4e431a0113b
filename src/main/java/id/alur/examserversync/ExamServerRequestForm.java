package id.alur.examserversync;

import static id.alur.examserversync.ExamServerSync.CBT_SYNC_ADDRESS;
import static id.alur.examserversync.ExamServerSync.EXAM_DATE;
import static id.alur.examserversync.ExamServerSync.EXAM_ROUND;
import static id.alur.examserversync.ExamServerSync.MACHINE_LABEL;
import static id.alur.examserversync.ExamServerSync.REPLACED_SERIAL_NUMBER;
import static id.alur.examserversync.ExamServerSync.REPLACEMENT;
import static id.alur.examserversync.ExamServerSync.REPLACEMENT_DOCUMENT;
import static id.alur.examserversync.ExamServerSync.RIGHT_MACHINE;
import static id.alur.examserversync.ExamServerSync.SCHOOL_NAME;
import static id.alur.examserversync.ExamServerSync.SERVER_ID;
import static id.alur.examserversync.ExamServerSync.SYNC_DATE;
import static id.alur.examserversync.ExamServerSync.SYNC_SCHEDULE;
import static id.alur.examserversync.ExamServerSync.UNIT_CODE;
import static id.alur.examserversync.ExamServerSync.ZONE;

import id.alur.engine.CaseNumbers;
import id.alur.engine.InModel;
import id.alur.engine.Refusals;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;

/** Accepts the start form (ES-1, ES-2): this is the machine of the test, and its ID Server is known. */
@InModel
class ExamServerRequestForm implements ExecutionListener {

  private static final Set<String> ZONES = Set.of("Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura");
  private static final ZoneId WIB = ZoneId.of("Asia/Jakarta");

  private final Clock clock;

  ExamServerRequestForm(Clock clock) {
    this.clock = clock;
  }

  @Override
  public void notify(DelegateExecution start) {
    String npsn = UNIT_CODE.get(start);
    Optional<ZoneId> zone = ZONE.find(start).filter(ZONES::contains).map(ZoneId::of);
    Refusals refusals = new Refusals()
        .when(npsn == null || !npsn.matches("[0-9A-Z][0-9]{7}"), UNIT_CODE.name(),
            "NPSN terdiri atas 8 karakter: angka, atau satu huruf besar dan 7 angka. Contoh: 20100999")
        .when(ExamRound.of(EXAM_ROUND.get(start)).isEmpty(), EXAM_ROUND.name(), ExamRound.REFUSAL)
        .when(SCHOOL_NAME.get(start) == null, SCHOOL_NAME.name(), "Isi nama sekolah.")
        .when(MACHINE_LABEL.get(start) == null, MACHINE_LABEL.name(), "Isi label mesin server.")
        .when(!RIGHT_MACHINE.find(start).orElse(false), RIGHT_MACHINE.name(),
            "Sinkronisasi hanya di mesin yang dipakai untuk tes. Pindah ke mesin itu, lalu centang.")
        .when(SYNC_SCHEDULE.get(start) == null, SYNC_SCHEDULE.name(), "Isi jam sinkronisasi menurut jadwal.")
        .when(zone.isEmpty(), ZONE.name(), "Pilih zona waktu sekolah.")
        .when(!isPage(CBT_SYNC_ADDRESS.get(start)), CBT_SYNC_ADDRESS.name(),
            "Alamat diawali http:// atau https://, tanpa username atau password. Kosongkan bila tidak ada.");
    ExamDays.check(SYNC_DATE.get(start), EXAM_DATE.get(start), LocalDate.now(clock.withZone(zone.orElse(WIB))), refusals);
    checkReplacement(start, refusals);
    String idRefusal = ServerId.refusalOf(SERVER_ID.get(start));
    refusals.when(idRefusal != null, SERVER_ID.name(), idRefusal).throwIfAny();
    SERVER_ID.set(start, ServerId.of(SERVER_ID.get(start)).orElseThrow().value());
    start.setProcessBusinessKey(CaseNumbers.next("ES", npsn));
  }

  private static void checkReplacement(DelegateExecution start, Refusals refusals) {
    String replacement = REPLACEMENT.find(start).orElse("");
    refusals.when(!Set.of("no", "yes").contains(replacement), REPLACEMENT.name(), "Pilih ya atau tidak.");
    if (replacement.equals("yes")) {
      String snRefusal = SerialNumber.refusalOf(REPLACED_SERIAL_NUMBER.get(start));
      refusals
          .when(snRefusal != null, REPLACED_SERIAL_NUMBER.name(), snRefusal)
          .when(REPLACEMENT_DOCUMENT.get(start) == null, REPLACEMENT_DOCUMENT.name(),
              "Lampirkan keputusan tertulis pusat ujian.");
    }
  }

  private static boolean isPage(String typed) {
    try {
      URI uri = typed == null ? null : URI.create(typed);
      return uri == null || uri.getHost() != null && uri.getUserInfo() == null
          && Set.of("http", "https").contains(uri.getScheme());
    } catch (IllegalArgumentException noAddress) {
      return false;
    }
  }
}
