// What every form of Alur shares. A form's cam-script is exactly: window.alur.enhance(camForm, $scope);
import {keepDraft} from './alur/drafts.js';
import {enhanceDocuments} from './alur/documents.js';
import {enhanceLocalFiles} from './alur/hash-file.js';
import {showValues} from './alur/values.js';
import {showComplaint} from './alur/complaint.js';
import {showConditionally} from './alur/conditions.js';
import {offerCheckAll} from './alur/check-all.js';
import {offerChoices} from './alur/choices.js';
import {offerQuickFill} from './alur/quick-fill.js';
import {suggestStartValues} from './alur/start-values.js';
import {leadByKeyboard} from './alur/keyboard.js';
import {validate} from './alur/validation.js';
import {showRefusals} from './alur/refusals.js';
import {surviveLostLine} from './alur/lost-line.js';
import {showDoubt} from './alur/acts.js';
import {showProgress} from './alur/progress.js';
import {enhanceSecrets} from './alur/secrets.js';
import {hintAtSimilar} from './alur/similar.js';
import {offerSolutions} from './alur/solutions.js';
import {openWhatFollowsTheWait} from './alur/waiting.js';
import {openNextTask} from './alur/next-task.js';
import {offerCaseActions} from './alur/case-actions.js';

const enhance = (camForm, $scope) => {
  const form = camForm.formElement[0];
  const context = {
    camForm,
    $scope,
    form,
    fields: () => [...form.querySelectorAll('[cam-variable-name]')],
    field: name => form.querySelector(`[cam-variable-name="${CSS.escape(name)}"]`),
  };
  keepDraft(context);
  showValues(context);
  showComplaint(context);
  showConditionally(context);
  enhanceDocuments(context);
  offerCheckAll(context);
  offerChoices(context);
  offerQuickFill(context);
  suggestStartValues(context);
  leadByKeyboard(context);
  enhanceLocalFiles(context);
  validate(context);
  enhanceSecrets(context);
  showRefusals(context);
  surviveLostLine(context);
  showDoubt(context);
  showProgress(context);
  hintAtSimilar(context);
  offerSolutions(context);
  openWhatFollowsTheWait(context);
  openNextTask(context);
  offerCaseActions(context);
};

window.alur = {enhance};

export default [];
