// The control for a file that stays where it is: only its name, its size and its SHA-256 go into the form's fields.
import '../../../../../webjars/js-sha256/0.11.0/build/sha256.min.js';
import {element, setValue, show, sizeText} from './dom.js';
import {clearMessage, showMessage} from './field-messages.js';
import {buildFileControl} from './file-control.js';

const SLICE_BYTES = 1024 * 1024;
const HINT = 'Berkas tetap di komputer Anda; Alur hanya mencatat nama, ukuran, dan sidik jarinya.';
const EMPTY = 'Berkas ini kosong (0 byte), jadi tidak dicatat. Unduh lagi, lalu pilih berkas yang baru.';
const UNREADABLE = 'Berkas ini tidak dapat dibaca sampai selesai, jadi tidak dicatat. Periksa tempat penyimpanannya, '
  + 'lalu pilih lagi.';
const BUSY = 'Sidik jari berkas masih dihitung. Tunggu sampai selesai.';

// A slice at a time, so that a file of any size needs the same memory. Not file.stream(): whatever it has read ahead would
// be hashed in one go, and the page would stand still for seconds. Null if it was cancelled.
const sha256Of = async (file, signal, onProgress) => {
  const hash = window.sha256.create();
  for (let start = 0; start < file.size; start += SLICE_BYTES) {
    const end = Math.min(start + SLICE_BYTES, file.size);
    hash.update(await file.slice(start, end).arrayBuffer());
    if (signal.aborted) {
      return null;
    }
    onProgress(end);
  }
  return hash.hex();
};

// Makes a box with data-name-field, data-size-field and data-hash-field, and hidden inputs of these names, work.
const enhanceLocalFile = box => {
  const {nameField, sizeField, hashField} = box.dataset;
  const [name, size, hash] = [nameField, sizeField, hashField].map(field => box.querySelector(`input[name="${field}"]`));
  const face = buildFileControl(box, hash,
    {progressLabel: 'Kemajuan penghitungan', cancelLabel: 'Batalkan penghitungan'});
  const hint = element('p', {class: 'help-block', id: `alur-hint-${hash.name}`}, HINT);
  face.status.before(hint);
  face.choose.setAttribute('aria-describedby', hint.id);

  const busy = reading => {
    show(face.progress, reading);
    show(face.cancel, reading);
    face.choose.disabled = reading;
    hash.setCustomValidity(reading ? BUSY : '');
  };
  const record = (file, sha256) => {
    setValue(name, file ? file.name : '');
    setValue(size, file ? String(file.size) : '');
    setValue(hash, sha256);
  };
  const showRecorded = () => {
    face.status.textContent = `Tercatat: ${name.value} (${sizeText(Number(size.value))}, SHA-256 ${hash.value.slice(0, 12)}…)`;
    face.choose.textContent = 'Ganti berkas';
  };
  const fail = sentence => {
    busy(false);
    face.status.textContent = 'Belum ada berkas yang tercatat.';
    face.choose.textContent = 'Pilih berkas';
    showMessage(hash, sentence);
  };
  const showProgress = file => read => {
    const percent = Math.floor(read / file.size * 100);
    if (percent !== face.progress.value) {
      face.progress.value = percent;
      face.status.textContent = `Menghitung sidik jari ${file.name}: ${percent}% dari ${sizeText(file.size)}`;
    }
  };

  const read = async file => {
    const cancel = new AbortController();
    face.onCancel = () => cancel.abort();
    busy(true);
    face.progress.value = 0;
    face.status.textContent = `Menghitung sidik jari ${file.name} …`;
    let sha256;
    try {
      sha256 = await sha256Of(file, cancel.signal, showProgress(file));
    } catch (unreadable) {
      fail(UNREADABLE);
      return;
    }
    if (sha256 === null) {
      fail('Penghitungan dibatalkan, jadi berkas tidak dicatat. Pilih berkas lagi.');
    } else {
      busy(false);
      record(file, sha256);
      showRecorded();
    }
  };

  face.chooser.addEventListener('change', () => {
    const [file] = face.chooser.files;
    face.chooser.value = ''; // so that the same file can be chosen again
    if (!file) {
      return;
    }
    clearMessage(hash);
    record(null, '');
    if (file.size === 0) {
      fail(EMPTY);
    } else {
      read(file);
    }
  });

  return {
    // What a draft or the case already has.
    showExisting: () => {
      if (hash.value) {
        showRecorded();
      }
    },
  };
};

export const enhanceLocalFiles = ({camForm, form}) => {
  const controls = [...form.querySelectorAll('.alur-local-file')].map(enhanceLocalFile);
  camForm.on('variables-applied', () => controls.forEach(control => control.showExisting()));
};
