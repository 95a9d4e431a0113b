// A sentence at a field, tied to it for screen readers.
import {element, focusOn, isVisible} from './dom.js';

// A sentence that appears while the mouse is pressed would move the button away from under it: wait so long.
export const CLICK_MS = 300;

const groupOf = input => input.closest('.form-group') || input.parentElement;

// A field without a face of its own (a reference to a document or a secret) has that of its group's first control.
const faceOf = input => (input.hidden
  ? [...groupOf(input).querySelectorAll('button, .form-control, .alur-choices input')].find(isVisible) || groupOf(input).querySelector('button')
  : input);

const idOf = input => `alur-message-${input.name || input.id}`;

const describedBy = face => (face.getAttribute('aria-describedby') || '').split(' ').filter(Boolean);

export const clearMessage = input => {
  const message = document.getElementById(idOf(input));
  if (!message) {
    return;
  }
  message.remove();
  groupOf(input).classList.remove('has-error');
  groupOf(input).querySelectorAll(`[aria-describedby~="${idOf(input)}"]`).forEach(face => {
    face.removeAttribute('aria-invalid');
    face.setAttribute('aria-describedby', describedBy(face).filter(id => id !== idOf(input)).join(' '));
  });
};

export const showMessage = (input, sentence) => {
  clearMessage(input);
  const group = groupOf(input);
  const face = faceOf(input);
  group.classList.add('has-error');
  group.append(element('p', {class: 'alur-message text-danger', id: idOf(input)}, sentence));
  face.setAttribute('aria-invalid', 'true');
  face.setAttribute('aria-describedby', [...describedBy(face), idOf(input)].join(' '));
};

export const focusField = input => {
  const face = faceOf(input);
  focusOn(face.disabled ? groupOf(input).querySelector('button:not([disabled])') : face);
};
