// Sentences that belong to a form as a whole, and short ones that outlive it.
import {element, focusOn} from './dom.js';
import {notifications, rootScope} from './session.js';

export const showAlert = (form, sentence) => {
  hideAlert(form);
  const alert = element('div', {class: 'alert alert-danger alur-alert', role: 'alert', tabindex: '-1'}, sentence);
  form.prepend(alert);
  focusOn(alert);
};

export const hideAlert = form => form.querySelectorAll(':scope > .alur-alert').forEach(alert => alert.remove());

export const tell = sentence => rootScope().$evalAsync(() =>
  notifications().addMessage({status: sentence, duration: 6000, exclusive: true}));

// For what a person has to read: it stays until he closes it.
export const tellUntilClosed = (sentence, detail) => rootScope().$evalAsync(() =>
  notifications().addMessage({status: sentence, message: detail, duration: 0, exclusive: true}));

export const NO_LINE = 'Sambungan terputus. Isian Anda belum terkirim dan masih ada di layar. '
  + 'Periksa jaringan, lalu coba lagi.';
export const SERVER_FAILED = 'Terjadi gangguan di server. Isian Anda masih ada di layar. '
  + 'Coba lagi sebentar lagi; bila berulang, hubungi pengelola.';
// Tasklist shows no toast of its own for an error with this text.
export const NO_TOAST = 'camForm submission prevented';
