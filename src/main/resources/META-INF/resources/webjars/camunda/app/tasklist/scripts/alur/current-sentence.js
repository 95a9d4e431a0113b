// A sentence of the server that stays true while the form is open and somebody looks at it.
import {element} from './dom.js';
import {isEndedSession, loginAgain, request} from './session.js';

const NO_LINE = 'Sambungan terputus, jadi keterangan ini belum dapat dibaca. Alur mencoba lagi begitu jaringan kembali.';
const UNREADABLE = 'Keterangan ini belum dapat dibaca. Alur mencobanya lagi.';

// onAnswer(body) says whether to ask again after the pause; coming back to the window asks in any case.
export const keepCurrent = ({camForm, place, path, pauseMs, onAnswer}) => {
  const text = element('p', {role: 'status', 'aria-live': 'polite'}, 'Memeriksa …');
  const watching = new AbortController();
  let timer = 0;
  let asking = false;
  place.append(text);

  const say = sentence => {
    if (text.textContent !== sentence) { // else screen readers would repeat it
      text.textContent = sentence;
    }
  };
  const take = ({ok, status, body}) => {
    if (ok) {
      say(body.sentence);
      return onAnswer(body);
    }
    if (isEndedSession(status, body)) {
      watching.abort();
      loginAgain(camForm);
      return false;
    }
    say(status === 0 ? NO_LINE : (body && body.message) || UNREADABLE);
    return status === 0 || status >= 500;
  };
  const ask = async () => {
    clearTimeout(timer);
    if (!place.isConnected) {
      watching.abort();
    }
    if (asking || document.hidden || watching.signal.aborted) {
      return;
    }
    asking = true;
    const answer = await request(`${path}?${new URLSearchParams({taskId: camForm.taskId})}`);
    asking = false;
    if (place.isConnected && take(answer)) {
      timer = setTimeout(ask, pauseMs);
    }
  };

  window.addEventListener('focus', ask, {signal: watching.signal});
  document.addEventListener('visibilitychange', ask, {signal: watching.signal});
  camForm.on('form-loaded', ask);
  return {say, ask, stop: () => watching.abort()};
};
