package id.alur.helpdesk;

import static id.alur.helpdesk.AppUpdate.ALREADY_OPEN;
import static id.alur.helpdesk.AppUpdate.CAUSE;
import static id.alur.helpdesk.AppUpdate.CAUSE_DETAIL;
import static id.alur.helpdesk.AppUpdate.INITIATOR;
import static id.alur.helpdesk.AppUpdate.UNIT_CODE;
import static id.alur.helpdesk.AppUpdate.UPDATE_NOW;

import id.alur.engine.CaseNumbers;
import id.alur.engine.InModel;
import id.alur.engine.Refusals;
import id.alur.engine.RejectedInput;
import id.alur.helpdesk.AppUpdateCases.OpenCase;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;

/**
 * Accepts the start form, or what Alur itself starts with (HD-P6, HD-P7), and makes the case the open one of its unit
 * unless there is another.
 */
@InModel
class AppUpdateRequestForm implements ExecutionListener {

  private final AppUpdateCases cases;
  private final NotedCauses causes;
  private final IdentityService identity;

  AppUpdateRequestForm(AppUpdateCases cases, NotedCauses causes, IdentityService identity) {
    this.cases = cases;
    this.causes = causes;
    this.identity = identity;
  }

  @Override
  public void notify(DelegateExecution start) {
    String unit = UNIT_CODE.get(start);
    String updateNow = UPDATE_NOW.find(start).orElse("");
    boolean fromPerson = CAUSE.get(start) == null;
    new Refusals()
        .when(unit == null || !unit.matches("[0-9]{6}"), UNIT_CODE.name(),
            "Kode PT terdiri atas 6 angka, termasuk nol di depan, tanpa spasi atau huruf. Contoh: 001042")
        .when(!Set.of("yes", "no").contains(updateNow), UPDATE_NOW.name(), "Pilih ya atau belum.")
        .when(updateNow.equals("yes") && fromPerson && CAUSE_DETAIL.get(start) == null, CAUSE_DETAIL.name(),
            "Tulis apa yang berubah dan dari mana Anda tahu.")
        .throwIfAny();
    start.setProcessBusinessKey(CaseNumbers.next("HDU", unit));
    if (updateNow.equals("yes")) {
      noteCause(start, fromPerson);
    }
    // whoever asks for a unit of others is refused next, without a word about its cases
    if (start.getTenantId() != null) {
      claim(start, unit, updateNow);
    }
  }

  private void noteCause(DelegateExecution start, boolean fromPerson) {
    if (fromPerson) {
      CAUSE.set(start, UpdateCause.PERSON.id());
      CAUSE_DETAIL.set(start, nameOf(INITIATOR.get(start)) + ", \"" + CAUSE_DETAIL.get(start) + "\"");
    }
    causes.add(start);
  }

  private void claim(DelegateExecution start, String unit, String updateNow) {
    OpenCase wanted = new OpenCase(start.getProcessInstanceId(), start.getProcessBusinessKey());
    Optional<OpenCase> open = cases.claim(unit, wanted);
    if (open.isPresent() && updateNow.equals("no")) {
      throw RejectedInput.of(UPDATE_NOW.name(), "Aplikasi PT ini sudah dipantau (kasus " + open.get().caseNumber()
          + "), jadi tidak ada yang perlu dimulai. Bila ada perubahan sekarang, pilih ya.");
    }
    ALREADY_OPEN.set(start, open.isPresent());
  }

  private String nameOf(String person) {
    return Optional.ofNullable(identity.createUserQuery().userId(person).singleResult())
        .map(found -> (found.getFirstName() + " " + found.getLastName()).strip()).orElse(person);
  }
}
