package id.alur.sistermanualsync;

import static id.alur.sistermanualsync.SisterManualSync.ACT_DECISION;
import static id.alur.sistermanualsync.SisterManualSync.ACT_REFERENCE;

import id.alur.act.ActInDoubt.Decision;
import id.alur.engine.Refusals;
import id.alur.engine.Variable;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** Takes the number of a request that a person found at Pusat Bantuan, unless its answer has come meanwhile (MS-2, MS-7). */
@Component
class ConfirmedRequest {

  void take(DelegateTask task, Variable<String> number) {
    boolean happened = Decision.HAPPENED.equals(ACT_DECISION.get(task));
    if (happened && number.find(task).isEmpty()) {
      String typed = ACT_REFERENCE.get(task);
      new Refusals().when(!RequestNumber.isValid(typed), ACT_REFERENCE.name(), RequestNumber.REFUSAL).throwIfAny();
      number.set(task, RequestNumber.normal(typed));
    }
  }
}
