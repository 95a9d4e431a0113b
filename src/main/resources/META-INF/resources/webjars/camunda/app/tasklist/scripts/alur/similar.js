// <div data-similar>: open complaints that may be the same as the one of this task; nothing if there is none.
import {element} from './dom.js';
import {request} from './session.js';
import {timeText} from './values.js';

const line = ({caseNumber, receivedAt, zone, subject, why}) => element('li', {},
  element('strong', {}, caseNumber), ` (${why}), ${timeText(receivedAt, zone)}: `, element('bdi', {}, subject));

export const hintAtSimilar = ({camForm, form}) => {
  const place = form.querySelector('[data-similar]');
  if (!place || !camForm.taskId) {
    return;
  }
  place.setAttribute('aria-live', 'polite');
  camForm.on('form-loaded', async () => {
    const {ok, body} = await request(`/alur/help-desk/similar?${new URLSearchParams({taskId: camForm.taskId})}`);
    if (ok && body.length) {
      place.classList.add('alur-note');
      place.append(element('p', {}, 'Mungkin sama dengan keluhan lain yang masih terbuka:'),
        element('ul', {}, ...body.map(line)));
    }
  });
};
