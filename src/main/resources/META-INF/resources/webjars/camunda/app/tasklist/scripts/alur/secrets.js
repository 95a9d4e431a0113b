// The control for a username with its password: they go to the vault, never into the form, a variable or a draft. The
// form's field carries only the reference.
import {button, element, focusOn, isShown, setValue, show} from './dom.js';
import {CLICK_MS, clearMessage, showMessage} from './field-messages.js';
import {NO_LINE, NO_TOAST, tell} from './message.js';
import {isEndedSession, loginAgain, postJson, rootScope, targetOf, userId} from './session.js';

const HINT = 'Disimpan terkunci dan tidak ikut dalam draf: bila halaman ini ditutup sebelum formulir terkirim, ketik lagi.';
const STORED = 'Tersimpan dengan aman. Isinya tidak ditampilkan lagi.';
const NOT_STORED = 'Terjadi gangguan di server, jadi username dan password belum tersimpan. Coba lagi sebentar lagi.';
const SESSION_ENDED = 'Sesi Anda sudah berakhir. Isian lain tetap ada; username dan password harus diketik lagi.';

const AGAIN = 'Ketik lagi username dan password: keduanya tidak ikut dalam draf.';

// That something was entered, never what: else whoever comes back to the form might send it without.
const mark = (camForm, field) => {
  const key = ['alur-secret-entered', userId(), ...Object.values(targetOf(camForm)), field.name].join(':');
  return {
    isSet: () => sessionStorage.getItem(key) !== null,
    set: entered => (entered ? sessionStorage.setItem(key, 'yes') : sessionStorage.removeItem(key)),
  };
};

const buildInput = (field, part, label, attributes) => {
  const id = `alur-${field.name}-${part}`;
  const input = element('input', {
    id, class: 'form-control', maxlength: '500', autocapitalize: 'off', spellcheck: 'false', ...attributes,
  });
  const group = element('div', {class: 'form-group'}, element('label', {for: id}, label), input);
  return {input, group};
};

const revealButton = password => {
  const reveal = button('Tampilkan', 'btn-link', () => setRevealed(password.type === 'password'));
  const setRevealed = revealed => {
    password.type = revealed ? 'text' : 'password';
    reveal.textContent = revealed ? 'Sembunyikan' : 'Tampilkan';
    reveal.setAttribute('aria-label', `${reveal.textContent} password`);
  };
  setRevealed(false);
  return {reveal, conceal: () => setRevealed(false)};
};

const buildFace = (box, field) => {
  const username = buildInput(field, 'username', 'Username', {type: 'text', autocomplete: 'off'});
  const password = buildInput(field, 'password', 'Password', {type: 'password', autocomplete: 'new-password'});
  const {reveal, conceal} = revealButton(password.input);
  const line = element('div', {class: 'alur-secret-password'});
  password.input.replaceWith(line);
  line.append(password.input, reveal);
  const hint = element('p', {class: 'help-block', id: `alur-hint-${field.name}`}, HINT);
  const face = {
    username: username.input,
    password: password.input,
    conceal,
    editor: element('div', {class: 'alur-secret-editor'}, username.group, password.group, hint),
    status: element('p', {class: 'alur-secret-status', role: 'status'}),
    replace: button('Ganti', 'btn-default', () => face.onReplace()),
  };
  const label = box.querySelector('label');
  label.id = label.id || `alur-label-${field.name}`;
  box.setAttribute('role', 'group');
  box.setAttribute('aria-labelledby', label.id);
  face.replace.id = `alur-replace-${field.name}`;
  face.replace.setAttribute('aria-labelledby', `${face.replace.id} ${label.id}`);
  show(face.replace, false);
  field.after(face.editor, face.status, face.replace);
  return face;
};

const enhanceSecret = (camForm, box) => {
  const field = box.querySelector('input');
  const isRequired = field.required;
  field.setAttribute('data-no-draft', '');
  const face = buildFace(box, field);
  const inputs = [face.username, face.password];
  const entered = mark(camForm, field);
  let sending = null;

  const isTyped = () => isShown(field) && inputs.some(input => input.value !== '');

  // The one of the two that was forgotten.
  const findMissing = () => (isTyped() ? inputs.find(input => input.value.trim() === '') : undefined);
  const refuseMissing = () => {
    const missing = findMissing();
    if (missing) {
      showMessage(missing, missing === face.username ? 'Isi juga username.' : 'Isi juga password.');
    }
    return missing;
  };

  const edit = editing => {
    show(face.editor, editing);
    show(face.replace, !editing);
  };
  const freeze = frozen => inputs.forEach(input => {
    input.readOnly = frozen;
  });
  const empty = () => {
    inputs.forEach(input => {
      input.value = '';
    });
    face.conceal();
  };
  const accept = reference => {
    clearMessage(field);
    empty();
    field.required = isRequired;
    setValue(field, reference);
    face.status.textContent = STORED;
    edit(false);
  };
  const refuse = sentence => {
    face.status.textContent = '';
    showMessage(field, sentence);
  };

  // Resolves to whether the secret is in the vault.
  const store = async () => {
    face.status.textContent = 'Menyimpan …';
    freeze(true);
    const query = new URLSearchParams({...targetOf(camForm), kind: box.dataset.referenceKind});
    const secret = {username: face.username.value.trim(), password: face.password.value};
    const {ok, status, body} = await postJson(`/alur/secrets?${query}`, secret);
    freeze(false);
    if (ok) {
      accept(body.id);
    } else if (isEndedSession(status, body)) {
      empty();
      loginAgain(camForm);
      tell(SESSION_ENDED);
    } else {
      refuse(status === 0 ? NO_LINE : (body && body.message) || NOT_STORED);
    }
    return ok;
  };
  // Leaving the last input and pressing the form's button may come together.
  const send = () => {
    sending = sending || store().finally(() => {
      sending = null;
    });
    return sending;
  };

  inputs.forEach(input => input.addEventListener('input', () => {
    [field, ...inputs].forEach(clearMessage);
    face.status.textContent = '';
    field.required = isRequired && !isTyped();
    entered.set(isTyped());
  }));
  box.addEventListener('focusout', () => setTimeout(() => {
    // Whoever only looks something up in another window is still here.
    if (isTyped() && !box.contains(document.activeElement) && !refuseMissing()) {
      send();
    }
  }, CLICK_MS));
  face.onReplace = () => {
    clearMessage(field);
    setValue(field, '');
    face.status.textContent = '';
    entered.set(false);
    edit(true);
    focusOn(face.username);
  };

  camForm.on('submit-success', () => entered.set(false));
  if (entered.isSet()) {
    face.status.textContent = AGAIN;
  }

  return {refuseMissing, isTyped, send};
};

// The SDK sends the form at once: hold it back until the vault has answered.
const sendBeforeForm = (camForm, secrets) => {
  const submit = camForm.submitVariables;
  camForm.submitVariables = async done => {
    const typed = secrets.filter(secret => secret.isTyped());
    const stored = await Promise.all(typed.map(secret => secret.send()));
    if (stored.every(Boolean)) {
      camForm.retrieveVariables(); // the references are new
      submit.call(camForm, done);
    } else {
      camForm.submitPrevented = true; // its reason stands at the control
      rootScope().$evalAsync(() => done(new Error(NO_TOAST)));
    }
  };
};

export const enhanceSecrets = ({camForm, form}) => {
  const secrets = [...form.querySelectorAll('.alur-secret')].map(box => enhanceSecret(camForm, box));
  if (!secrets.length) {
    return;
  }
  camForm.on('submit', () => {
    const [missing] = secrets.map(secret => secret.refuseMissing()).filter(Boolean);
    if (missing && !camForm.submitPrevented) {
      focusOn(missing);
    }
    camForm.submitPrevented = camForm.submitPrevented || Boolean(missing);
  });
  sendBeforeForm(camForm, secrets);
};
