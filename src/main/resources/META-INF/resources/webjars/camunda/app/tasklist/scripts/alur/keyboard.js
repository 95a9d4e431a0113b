// At a keyboard, Enter leads to the next empty field; only where none is left does it complete the task.
import {focusOn, isBlank, isVisible} from './dom.js';
import {focusField} from './field-messages.js';

// As in narrow.js: below this width there is one pane.
const phone = window.matchMedia('(max-width: 842px)');

const isOneLine = input => input.matches('input.form-control');

// A field without a face of its own is judged by its group.
const isThere = input => isVisible(input.closest('.form-group'));

const completeButton = form => form.closest('[cam-tasklist-form]')?.querySelector('.form-actions .btn-primary');

export const leadByKeyboard = ({camForm, form, fields}) => {
  form.addEventListener('keydown', event => {
    if (event.key !== 'Enter' || !isOneLine(event.target)) {
      return;
    }
    event.preventDefault();
    const later = fields().slice(fields().indexOf(event.target) + 1);
    const next = later.find(input => isThere(input) && isBlank(input));
    if (next) {
      focusField(next);
    } else {
      completeButton(form)?.click();
    }
  });
  // On a phone the keyboard would cover what has to be read first.
  camForm.on('variables-applied', () => {
    const first = form.querySelector('[data-first]');
    if (first && isBlank(first) && !phone.matches) {
      focusOn(first);
    }
  });
};
