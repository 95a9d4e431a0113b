// A sentence at a field, tied to it for screen readers.
import {element, focusOn} from './dom.js';

const groupOf = input => input.closest('.form-group') || input.parentElement;

// A field without a face of its own (a document's reference) shows its group's first button.
const faceOf = input => (input.hidden ? groupOf(input).querySelector('button') : input);

const idOf = input => `alur-message-${input.name || input.id}`;

const describedBy = face => (face.getAttribute('aria-describedby') || '').split(' ').filter(Boolean);

export const clearMessage = input => {
  const message = document.getElementById(idOf(input));
  if (!message) {
    return;
  }
  message.remove();
  groupOf(input).classList.remove('has-error');
  const face = faceOf(input);
  face.removeAttribute('aria-invalid');
  face.setAttribute('aria-describedby', describedBy(face).filter(id => id !== idOf(input)).join(' '));
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
