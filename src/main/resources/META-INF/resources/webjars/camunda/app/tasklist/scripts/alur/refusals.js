// Why a form was not accepted: at the field if a rule of ours says so, else above the form.
import {focusField, showMessage} from './field-messages.js';
import {hideAlert, NO_LINE, NO_TOAST, SERVER_FAILED, showAlert} from './message.js';

const OUR_REFUSAL = 20001;

const answerOf = error => (error.response && error.response.body) || {};

// Lines "field: sentence"; the engine puts a preamble before the first.
const sentencesOf = message => String(message).split('\n')
  .map(line => /(?:^|: )([A-Za-z]\w*): (.+)$/.exec(line.replace(/^Cannot [^:]*?: /, '')))
  .filter(Boolean)
  .map(([, name, sentence]) => ({name, sentence}));

const TASK_GONE = 'Tugas ini sudah diselesaikan, mungkin di tab lain atau oleh rekan Anda. '
  + 'Isian di halaman ini tidak dikirim; salin dulu bila masih perlu.';

const explain = error => {
  const {code, message = ''} = answerOf(error);
  if (!error.status) {
    return NO_LINE;
  }
  if (/task is null|No matching task|Cannot find task/i.test(message)) {
    return TASK_GONE;
  }
  if (code === 1) {
    return 'Tugas ini sedang diproses dari tempat lain pada saat yang sama. Muat ulang halaman, lalu periksa lagi.';
  }
  if (error.status === 403) {
    return 'Tugas ini bukan (lagi) milik Anda, atau Anda tidak berhak. Isian Anda tidak dikirim dan masih ada di layar.';
  }
  if (error.status === 413 || /exceeds the maximum|maximum allowed/i.test(message)) {
    return 'Isian ini terlalu panjang untuk diterima. Ringkas isiannya, lalu coba lagi.';
  }
  return SERVER_FAILED;
};

const showAtFields = ({form, field}, refusals) => {
  const known = refusals.filter(({name}) => field(name));
  const others = refusals.filter(({name}) => !field(name));
  known.forEach(({name, sentence}) => showMessage(field(name), sentence));
  if (others.length) {
    showAlert(form, others.map(({sentence}) => sentence).join(' '));
  } else {
    focusField(field(known[0].name));
  }
};

export const showRefusals = context => {
  const {camForm, $scope, form} = context;
  let accepted = false;
  camForm.on('submit-success', () => {
    accepted = true;
  });
  const endsByItself = form.hasAttribute('data-waits') || form.querySelector('[data-progress]') !== null;
  // Tasklist has noticed that the task is gone, and disables its button without a word.
  $scope.$on('taskremoved', () => accepted || endsByItself || showAlert(form, TASK_GONE));
  camForm.on('submit', () => hideAlert(form));
  camForm.on('submit-failed', (source, [error] = []) => {
    if (camForm.submitPrevented) {
      return;
    }
    const {code, message} = answerOf(error);
    const refusals = code === OUR_REFUSAL ? sentencesOf(message) : [];
    if (refusals.length) {
      showAtFields(context, refusals);
    } else {
      showAlert(form, explain(error));
    }
    error.message = NO_TOAST;
  });
};
