// <section data-complaint>: the complaint of a help desk task. Its texts are no variables, so they come from their own table.
import {element} from './dom.js';
import {request} from './session.js';
import {timeText} from './values.js';

const KINDS = {
  QUESTION: 'Ditanyakan', ANSWER: 'Dijawab', PROBLEM: 'Masalah', SOLUTION: 'Solusi', REFERRAL: 'Petunjuk',
  REOPENING: 'Dibuka lagi', NOTE: 'Catatan tim',
};

const row = (name, value) => (value ? [element('dt', {}, name), element('dd', {dir: 'auto'}, value)] : []);

const clock = ({minutesSpent, minutesLeft}) => (minutesLeft < 0
  ? element('strong', {class: 'alur-late'}, `${minutesSpent} menit kerja, lewat ${-minutesLeft} menit`)
  : `${minutesSpent} menit kerja, sisa ${minutesLeft} menit`);

const saidRow = ({kind, by, text, at}, zone) => [
  element('dt', {}, KINDS[kind]),
  element('dd', {dir: 'auto'}, text, element('small', {dir: 'ltr'}, `${by || 'pemohon'}, ${timeText(at, zone)}`)),
];

// What a person reads first comes first.
const facts = complaint => [
  ...row('Ringkasan', complaint.subject),
  ...row('Keluhan', complaint.text),
  ...complaint.said.flatMap(said => saidRow(said, complaint.zone)),
  ...row('Pemohon', [complaint.requesterName, complaint.requesterEmail || 'tanpa email'].join(', ')),
  ...row('NIM, NIDN, NUPTK, atau NIP', complaint.identifier),
  ...row('Diterima', timeText(complaint.receivedAt, complaint.zone)),
  ...row('Jam layanan', clock(complaint)),
  ...row('Kode lacak', complaint.trackingCode),
];

export const showComplaint = ({camForm, form}) => {
  const place = form.querySelector('[data-complaint]');
  if (!place) {
    return;
  }
  camForm.on('form-loaded', async () => {
    const {ok, body} = await request(`/alur/help-desk/complaint?taskId=${encodeURIComponent(camForm.taskId)}`);
    if (!ok) {
      place.append(element('p', {class: 'alur-warning'}, 'Keluhan ini tidak dapat ditampilkan. Muat ulang halaman.'));
      return;
    }
    const list = element('dl', {class: 'alur-facts'});
    list.append(...facts(body));
    place.append(list);
    form.querySelector('[data-solutions]')?.setAttribute('data-solutions-words', body.subject);
  });
};
