// What a person types survives a reload and the end of the session, but is never shown to the next person here.
import {tell} from './message.js';
import {userId} from './session.js';

const PREFIX = 'alur-draft:';
const PAUSE_MS = 800;

const isField = input => !input.hasAttribute('data-no-draft') && input.type !== 'password';

const valueOf = input => (input.type === 'checkbox' ? input.checked : input.value);

const forgetOthers = mine => Object.keys(localStorage)
  .filter(key => key.startsWith(PREFIX) && !key.startsWith(mine))
  .forEach(key => localStorage.removeItem(key));

export const keepDraft = ({camForm, form, fields}) => {
  const mine = `${PREFIX}${userId()}:`;
  // A start form's draft outlives a new version of the process.
  const key = mine + (camForm.taskId || camForm.processDefinitionId.split(':')[0]);
  let submitted = false;
  let pause = 0;

  const save = () => {
    clearTimeout(pause);
    if (submitted) {
      return;
    }
    const values = fields().filter(isField).map(input => [input.getAttribute('cam-variable-name'), valueOf(input)]);
    try {
      localStorage.setItem(key, JSON.stringify(Object.fromEntries(values)));
    } catch (storageFullOrForbidden) {
      tell('Draf tidak dapat disimpan di peramban ini. Isian Anda hanya ada di layar sampai Anda menyelesaikannya.');
    }
  };
  const restore = () => {
    const draft = JSON.parse(localStorage.getItem(key) || '{}');
    fields().filter(isField).map(input => input.getAttribute('cam-variable-name'))
      .filter(name => name in draft)
      .forEach(name => camForm.variableManager.variableValue(name, draft[name]));
  };

  forgetOthers(mine);
  camForm.on('variables-restored', restore);
  // The SDK's own drafts belong to a task, not to a person.
  camForm.on('store', () => {
    camForm.storePrevented = true;
    save();
  });
  form.addEventListener('input', () => {
    clearTimeout(pause);
    pause = setTimeout(save, PAUSE_MS);
  });
  camForm.on('submit-success', () => {
    submitted = true;
    clearTimeout(pause);
    localStorage.removeItem(key);
  });
};
