// After a form: the same person's next task of the same case, at once, else a short word that all is kept.
import {tell, tellUntilClosed} from './message.js';
import {notifications, request, userId} from './session.js';

// Before each look: mostly the next task is there already, or comes with a job that takes a moment.
const WAITS_MS = [0, 100, 200, 400, 800, 1000];
const OPENING_MS = 500;

const pause = milliseconds => new Promise(resolve => setTimeout(resolve, milliseconds));

const findNext = async (caseId, doneTaskId) => {
  const mine = new URLSearchParams({processInstanceId: caseId, assignee: userId(), active: 'true'});
  for (const wait of WAITS_MS) {
    await pause(wait);
    const {ok, body} = await request(`/engine/engine/default/task?${mine}`);
    const next = ok && body.find(task => task.id !== doneTaskId);
    if (next) {
      return next;
    }
  }
  return null;
};

// What the case waits for, as far as this person may see it.
const findOpen = async caseId => {
  const {ok, body} = await request(`/engine/engine/default/task?${new URLSearchParams({processInstanceId: caseId})}`);
  return ok && body[0];
};

const whoIsNext = task => (task.assignee
  ? `Tugas berikutnya, "${task.name}", dikerjakan rekan Anda.`
  : `Tugas berikutnya, "${task.name}", ada di "Tugas kelompok saya".`);

const farewell = async (caseId, done) => {
  const {body: ending} = await request(`/alur/cases/${caseId}/ending`);
  if (ending) {
    tellUntilClosed(`${done} Kasus ini selesai: ${ending.name}.`, ending.reason);
    return;
  }
  const open = await findOpen(caseId);
  tell(`${done} ${open ? whoIsNext(open) : 'Belum ada tugas lanjutan untuk Anda. Bila nanti ada, tugas itu muncul di daftar ini.'}`);
};

const query = () => new URLSearchParams(window.location.hash.split('?')[1]);

const open = task => {
  const next = query();
  next.delete('processStart');
  next.set('task', task.id);
  next.set('forceDisplayTask', 'true'); // the current filter need not contain it
  notifications().clearAll();
  window.location.hash = `#/?${next}`;
};

// A task that follows an act may be over before its form has come.
const vanishedWhileOpening = async task => {
  await pause(OPENING_MS);
  const {status} = await request(`/engine/engine/default/task/${task.id}`);
  return status === 404 && query().get('task') === task.id && !document.querySelector('.injected-form-wrapper .alur-form');
};

export const backToList = () => {
  window.location.hash = '#/';
};

// done: a word about what has just been done.
export const goOn = async (caseId, doneTaskId, done) => {
  const openedBefore = query().get('task');
  const next = await findNext(caseId, doneTaskId);
  const openedNow = query().get('task');
  // Whoever went to another task meanwhile is not pulled back.
  if (next && (!openedNow || openedNow === openedBefore)) {
    open(next);
  } else if (!next && openedNow === doneTaskId) {
    backToList();
  }
  if (!next) {
    await farewell(caseId, done);
    return;
  }
  tell(`${done} Lanjut ke tugas: ${next.name}.`);
  if (await vanishedWhileOpening(next)) {
    await goOn(caseId, next.id, done);
  }
};

export const openNextTask = ({camForm, $scope}) => {
  let started = null;
  const submit = camForm.submitVariables;
  camForm.submitVariables = done => submit.call(camForm, (error, result) => {
    started = result;
    done(error, result);
  });
  camForm.on('submit-success', () => {
    const caseId = camForm.taskId ? $scope.params.processInstanceId : started.id;
    // Tasklist closes the form first.
    setTimeout(() => goOn(caseId, camForm.taskId, 'Tersimpan.'));
  });
};
