// The file control: choose, send, cancel, try again, replace. The form's field carries only the reference.
import {button, element, setValue, show, sizeText} from './dom.js';
import {clearMessage, showMessage} from './field-messages.js';
import {buildFileControl} from './file-control.js';
import {isEndedSession, loginAgain, request} from './session.js';
import {askPermission, upload} from './uploads.js';
import {documentText} from './values.js';

const buildFace = (box, input) => {
  const face = buildFileControl(box, input,
    {progressLabel: 'Kemajuan pengiriman', cancelLabel: 'Batalkan pengiriman'});
  face.retry = button('Coba lagi', 'btn-link', () => face.onRetry());
  show(face.retry, false);
  face.cancel.after(face.retry);
  return face;
};

const hintOf = ({nameEndings, maxBytes}) => `Berkas ${nameEndings.join(', ')}; paling besar ${sizeText(maxBytes)}.`;

// Makes a box with data-reference-kind and a hidden input work as a file control.
export const enhanceDocument = (camForm, box) => {
  const kind = box.dataset.referenceKind;
  const input = box.querySelector('input');
  const face = buildFace(box, input);
  let file = null;

  const busy = sending => {
    show(face.progress, sending);
    show(face.cancel, sending);
    face.choose.disabled = sending;
    input.setCustomValidity(sending ? 'Berkas masih dikirim. Tunggu sampai selesai.' : '');
  };
  const fail = (sentence, mayRetry) => {
    busy(false);
    show(face.retry, mayRetry);
    face.status.textContent = 'Belum ada berkas yang tersimpan.';
    input.setCustomValidity(input.required ? sentence : ''); // said again when the form is sent without a file
    showMessage(input, sentence);
  };
  const showStored = stored => {
    face.status.textContent = `Tersimpan: ${documentText(stored)}`;
    face.choose.textContent = 'Ganti berkas';
  };
  const lost = () => fail('Sambungan terputus. Berkas belum tersimpan. Periksa jaringan, lalu coba lagi.', true);
  const ended = () => {
    busy(false);
    loginAgain(camForm);
  };

  const transfer = () => {
    face.onCancel = upload(camForm, kind, file, {
      stored: stored => {
        busy(false);
        setValue(input, stored.id);
        showStored(stored);
      },
      ended,
      lost,
      cancelled: () => fail('Pengiriman dibatalkan. Berkas belum tersimpan.', true),
      refused: fail,
    }, (loaded, total) => {
      const percent = Math.floor(loaded / total * 100);
      face.progress.value = percent;
      face.status.textContent = `Mengirim ${file.name}: ${percent}% dari ${sizeText(total)}`;
    });
  };

  const send = async () => {
    show(face.retry, false);
    clearMessage(input);
    setValue(input, '');
    face.onCancel = () => {};
    busy(true);
    face.progress.value = 0;
    face.status.textContent = `Mengirim ${file.name} …`;
    const {ok, status, body} = await askPermission(camForm, kind);
    if (status === 0) {
      lost();
    } else if (isEndedSession(status, body)) {
      ended();
    } else if (!ok) {
      fail((body && body.message) || 'Berkas ditolak oleh server.', status >= 500);
    } else if (file.size > body.maxBytes) {
      fail(`Berkas ini ${sizeText(file.size)}; paling besar ${sizeText(body.maxBytes)}. Perkecil, lalu pilih lagi.`, false);
    } else if (!body.nameEndings.some(ending => file.name.toLowerCase().endsWith(ending))) {
      fail(`Jenis berkas ini tidak diterima. Pilih berkas ${body.nameEndings.join(', ')}.`, false);
    } else {
      transfer();
    }
  };

  const showHint = async () => {
    const {ok, body} = await askPermission(camForm, kind);
    if (ok) {
      face.chooser.setAttribute('accept', body.nameEndings.join(','));
      const hint = element('p', {class: 'help-block', id: `alur-hint-${input.name}`}, hintOf(body));
      face.status.before(hint);
      face.choose.setAttribute('aria-describedby', hint.id);
    }
  };

  face.onRetry = send;
  face.chooser.addEventListener('change', () => {
    [file] = face.chooser.files;
    face.chooser.value = ''; // so that the same file can be chosen again
    if (file) {
      send();
    }
  });
  showHint();

  return {
    // A reference that a draft or the case already has.
    showExisting: async () => {
      if (input.value && !file) {
        const {ok, body} = await request(`/alur/documents/${encodeURIComponent(input.value)}/info`);
        if (ok && !body.erased) {
          showStored(body);
        } else {
          setValue(input, '');
        }
      }
    },
  };
};

export const enhanceDocuments = ({camForm, form}) => {
  const controls = [...form.querySelectorAll('.alur-file')].map(box => enhanceDocument(camForm, box));
  camForm.on('variables-applied', () => controls.forEach(control => control.showExisting()));
};
