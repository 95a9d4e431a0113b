// Shows what the case already knows: always as text, never as HTML.
import {apiPath, request} from './session.js';
import {show, sizeText} from './dom.js';

const ZONES = {'Asia/Jakarta': 'WIB', 'Asia/Makassar': 'WITA', 'Asia/Jayapura': 'WIT'};
const SHOWN = ['data-value', 'data-link', 'data-document', 'data-time'];

export const timeText = (value, zone) => {
  const text = new Intl.DateTimeFormat('id-ID', {
    weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit', timeZone: zone,
  }).format(new Date(value));
  return `${text} ${ZONES[zone] || zone}`;
};

const showLink = (link, value) => {
  link.textContent = value;
  if (/^https?:\/\//i.test(value)) {
    link.setAttribute('href', value);
    link.setAttribute('target', '_blank');
    link.setAttribute('rel', 'noopener noreferrer');
  }
};

export const documentText = ({name, size, sha256}) => `${name} (${sizeText(size)}, SHA-256 ${sha256.slice(0, 12)}…)`;

const showDocument = async (link, id) => {
  const {ok, body} = await request(`/alur/documents/${encodeURIComponent(id)}/info`);
  if (!ok) {
    link.textContent = 'Berkas tidak dapat ditampilkan.';
    return;
  }
  link.textContent = documentText(body) + (body.erased ? ', sudah dihapus' : '');
  if (!body.erased) {
    link.setAttribute('href', apiPath(`/alur/documents/${encodeURIComponent(id)}`));
    link.setAttribute('download', body.name);
  }
};

const showOne = (node, attribute, value) => {
  if (attribute === 'data-link') {
    showLink(node, value);
  } else if (attribute === 'data-document') {
    showDocument(node, value);
  } else if (attribute === 'data-time') {
    node.setAttribute('datetime', value);
    node.textContent = timeText(value, node.dataset.zone || 'Asia/Jakarta');
  } else {
    node.textContent = value;
  }
};

// data-show-with="variable": a block that is there only if the case has that value; data-show-without: only if not.
const blocksBy = form => [...form.querySelectorAll('[data-show-with], [data-show-without]')].map(block => ({
  block, name: block.dataset.showWith || block.dataset.showWithout, shownWith: Boolean(block.dataset.showWith),
}));

const showBlocks = (camForm, blocks) => {
  blocks.forEach(({block}) => show(block, false));
  camForm.on('variables-fetched', () => blocks.forEach(({block, name, shownWith}) =>
    show(block, Boolean(camForm.variableManager.variableValue(name)) === shownWith)));
};

export const showValues = ({camForm, form}) => {
  const blocks = blocksBy(form);
  showBlocks(camForm, blocks);
  const shown = SHOWN.flatMap(attribute => [...form.querySelectorAll(`[${attribute}]`)]
    .map(node => ({node, attribute, name: node.getAttribute(attribute)})));
  const names = new Set([...shown, ...blocks].map(({name}) => name));
  camForm.on('form-loaded', () => [...names]
    .filter(name => !camForm.variableManager.variable(name))
    .forEach(name => camForm.variableManager.fetchVariable(name)));
  camForm.on('variables-fetched', () => shown.forEach(({node, attribute, name}) => {
    const value = camForm.variableManager.variableValue(name);
    if (value === null || value === undefined || value === '') {
      node.textContent = '-';
    } else {
      showOne(node, attribute, value);
    }
  }));
};
