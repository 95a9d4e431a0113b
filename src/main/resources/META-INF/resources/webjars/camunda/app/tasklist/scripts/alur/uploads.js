// Sends one file to the document store.
import {apiPath, csrfHeader, isEndedSession, request, targetOf} from './session.js';

const KEEP_ALIVE_MS = 3 * 60 * 1000;

export const askPermission = (camForm, kind) =>
  request(`/alur/documents/permission?${new URLSearchParams({...targetOf(camForm), kind})}`);

// A long upload does not count as activity: the session would end behind it.
const keepAlive = (camForm, kind) => setInterval(() => askPermission(camForm, kind), KEEP_ALIVE_MS);

// Outcomes: stored(document), ended(), lost(), cancelled(), refused(sentence, mayRetry). Returns a function that cancels.
export const upload = (camForm, kind, file, outcomes, progress) => {
  const line = new XMLHttpRequest();
  const query = new URLSearchParams({...targetOf(camForm), kind, name: file.name, size: file.size});
  const alive = keepAlive(camForm, kind);
  line.open('POST', apiPath(`/alur/documents?${query}`));
  Object.entries({'Content-Type': 'application/octet-stream', ...csrfHeader()})
    .forEach(([name, value]) => line.setRequestHeader(name, value));
  line.responseType = 'json';
  line.upload.onprogress = ({loaded, total}) => progress(loaded, total);
  line.onerror = outcomes.lost;
  line.onabort = outcomes.cancelled;
  line.onload = () => {
    const {status, response} = line;
    if (status === 201) {
      outcomes.stored(response);
    } else if (isEndedSession(status, response)) {
      outcomes.ended();
    } else {
      outcomes.refused((response && response.message) || 'Server tidak dapat menyimpan berkas ini. Coba lagi.', status >= 500);
    }
  };
  line.onloadend = () => clearInterval(alive);
  line.send(file);
  return () => line.abort();
};
