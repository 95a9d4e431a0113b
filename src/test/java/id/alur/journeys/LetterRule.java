package id.alur.journeys;

import id.alur.engine.InModel;
import id.alur.engine.RejectedInput;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.context.annotation.Profile;

/** A rule that refuses at a field. */
@InModel
@Profile("form-script")
class LetterRule implements TaskListener {

  @Override
  public void notify(DelegateTask letter) {
    if (!String.valueOf(letter.getVariable("letterNumber")).matches("[0-9]{6}")) {
      throw RejectedInput.of("letterNumber", "Nomor surat harus enam angka.");
    }
  }
}
