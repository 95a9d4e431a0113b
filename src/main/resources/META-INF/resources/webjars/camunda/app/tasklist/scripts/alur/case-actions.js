// Below every task form: report what was done otherwise than the procedure says, or cancel the case.
import {button, element, focusOn} from './dom.js';
import {enhanceDocument} from './documents.js';
import {clearMessage, focusField, showMessage} from './field-messages.js';
import {hideAlert, NO_LINE, SERVER_FAILED, showAlert, tell} from './message.js';
import {backToList} from './next-task.js';
import {isEndedSession, loginAgain, postJson} from './session.js';

const DEVIATION = {
  title: 'Lapor penyimpangan',
  explanation: 'Ceritakan apa yang dilakukan lain dari prosedur. Laporan ini dicatat di riwayat kasus; tugas Anda tetap terbuka.',
  send: 'Kirim laporan',
  path: 'deviations',
  fields: [
    {name: 'what', label: 'Apa yang dilakukan lain dari prosedur?', required: true},
    {name: 'why', label: 'Mengapa?', required: true},
    {name: 'evidence', label: 'Bukti (uraikan: surat, pesan, atau nama orang yang mengetahui)', required: true},
    {name: 'evidenceDocument', label: 'Berkas bukti (boleh kosong)', kind: 'evidence'},
  ],
};
const CANCELLATION = {
  title: 'Batalkan kasus',
  explanation: 'Semua tugas kasus ini berakhir dan tidak dapat dibuka lagi. Riwayat dan alasannya tetap tersimpan.',
  send: 'Ya, batalkan kasus',
  path: 'cancellation',
  fields: [{name: 'reason', label: 'Alasan pembatalan', required: true}],
};

const buildField = ({name, label, required, kind}) => {
  const id = `alur-${name}`;
  const text = element('label', kind ? {} : {for: id}, label, required ? element('span', {class: 'text-danger'}, ' *') : '');
  const input = kind
    ? element('input', {type: 'text', hidden: '', name: id})
    : element('textarea', {id, name: id, class: 'form-control', rows: '2', maxlength: '2000'});
  input.required = Boolean(required);
  input.addEventListener('input', () => clearMessage(input));
  const group = element('div', {class: kind ? 'form-group alur-file' : 'form-group'}, text, input);
  if (kind) {
    group.dataset.referenceKind = kind;
  }
  return {name, input, group, kind};
};

const buildPanel = ({camForm, caseId, action, onSent, onClose}) => {
  const fields = action.fields.map(buildField);
  const panel = element('section', {class: 'alur-case-action panel panel-body', 'aria-label': action.title},
    element('h4', {tabindex: '-1'}, action.title), element('p', {}, action.explanation));
  const valueOf = name => fields.find(field => field.name === name).input.value.trim();
  const refuse = sentences => {
    const refused = fields.filter(({name}) => sentences[name]);
    refused.forEach(({name, input}) => showMessage(input, sentences[name]));
    focusField(refused[0].input);
  };
  const missing = () => Object.fromEntries(fields
    .filter(({input}) => input.validity.customError || (input.required && !input.value.trim()))
    .map(({name, input}) => [name, input.validity.customError ? input.validationMessage : 'Wajib diisi.']));
  const explain = ({status, body}) => {
    if (isEndedSession(status, body)) {
      loginAgain(camForm);
    } else if (body && body.sentences && fields.some(({name}) => body.sentences[name])) {
      refuse(body.sentences);
    } else {
      showAlert(panel, (body && body.message) || (status === 0 ? NO_LINE : SERVER_FAILED));
    }
  };
  const send = async () => {
    hideAlert(panel);
    fields.forEach(({input}) => clearMessage(input));
    if (Object.keys(missing()).length) {
      refuse(missing());
      return;
    }
    sending.disabled = true;
    const data = Object.fromEntries(fields.map(({name}) => [name, valueOf(name)]).filter(([, value]) => value));
    const answer = await postJson(`/alur/cases/${caseId}/${action.path}`, {...data, taskId: camForm.taskId});
    sending.disabled = false;
    if (answer.ok) {
      onSent();
    } else {
      explain(answer);
    }
  };
  const sending = button(action.send, 'btn-primary', send);
  panel.append(...fields.map(({group}) => group), element('div', {class: 'alur-case-action-buttons'}, sending,
    button('Tutup', 'btn-link', onClose)));
  fields.filter(({kind}) => kind).forEach(({group}) => enhanceDocument(camForm, group));
  return panel;
};

export const offerCaseActions = ({camForm, $scope, form}) => {
  if (!camForm.taskId) {
    return;
  }
  const place = element('div');
  const close = () => place.replaceChildren();
  const openPanel = (action, onSent) => {
    close();
    const panel = buildPanel({
      camForm, caseId: $scope.params.processInstanceId, action, onSent, onClose: close,
    });
    place.append(panel);
    focusOn(panel.querySelector('h4'));
  };
  const footer = element('div', {class: 'alur-case-actions'},
    button(DEVIATION.title, 'btn-link', () => openPanel(DEVIATION, () => {
      close();
      tell('Laporan penyimpangan tercatat. Tugas Anda tetap terbuka.');
    })),
    button(CANCELLATION.title, 'btn-link', () => openPanel(CANCELLATION, () => {
      backToList();
      tell('Kasus dibatalkan. Alasannya tercatat di riwayat.');
    })),
    place);
  // Beside the form, not in it: none of this is an answer of the task.
  form.after(footer);
};
