// <div data-act>: what is known by now of the act that the person of this task decides about.
import {keepCurrent} from './current-sentence.js';

const PAUSE_MS = 5000;
const UNDECIDED = ['MAY_STILL_HAPPEN', 'UNKNOWN'];

export const showDoubt = ({camForm, form}) => {
  const place = form.querySelector('[data-act]');
  if (!place) {
    return;
  }
  place.classList.add('alur-note');
  keepCurrent({
    camForm,
    place,
    path: '/alur/acts',
    pauseMs: PAUSE_MS,
    onAnswer: ({state}) => {
      place.className = UNDECIDED.includes(state) ? 'alur-warning' : 'alur-note';
      return state === 'MAY_STILL_HAPPEN';
    },
  });
};
