// <p data-fills="field"> with buttons: what is mostly seen on the screen of the server is entered with one tap.
import {setValue} from './dom.js';

export const offerQuickFill = ({form, field}) => form.querySelectorAll('[data-fills] button').forEach(button =>
  button.addEventListener('click', () => setValue(field(button.closest('[data-fills]').dataset.fills), button.textContent)));
