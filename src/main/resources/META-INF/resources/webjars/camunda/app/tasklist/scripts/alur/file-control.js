// The face of a control that picks a file: what it sends or reads is its owner's business.
import {button, element, show} from './dom.js';

// Below input, in box. The owner sets onCancel.
export const buildFileControl = (box, input, {progressLabel, cancelLabel}) => {
  const face = {
    chooser: element('input', {type: 'file', tabindex: '-1', 'aria-hidden': 'true', style: 'display:none'}),
    choose: button('Pilih berkas', 'btn-default', () => face.chooser.click()),
    progress: element('progress', {max: '100', value: '0', 'aria-label': progressLabel}),
    cancel: button(cancelLabel, 'btn-link', () => face.onCancel()),
    status: element('p', {class: 'alur-file-status', role: 'status'}, 'Belum ada berkas.'),
  };
  const label = box.querySelector('label');
  if (label) {
    label.id = label.id || `alur-label-${input.name}`;
    face.choose.id = `alur-choose-${input.name}`;
    face.choose.setAttribute('aria-labelledby', `${label.id} ${face.choose.id}`);
  }
  [face.progress, face.cancel].forEach(node => show(node, false));
  input.after(element('div', {class: 'alur-file-control'},
    face.chooser, face.choose, face.progress, face.cancel, face.status));
  return face;
};
