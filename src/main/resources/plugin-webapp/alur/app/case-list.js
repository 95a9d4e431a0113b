// The page of all cases, newest first.
import {chooseZone, zone, zones} from './format.js';
import {ask, askOversight, attempt, element, statusLine, table, tableRow, timeElement} from './page.js';
import {words} from './words.js';

// Kept while Cockpit is open, so that a reader who comes back from a case finds the same list.
const filter = {procedure: '', running: '', businessKey: ''};

export const showCaseList = (node, api) => {
  document.title = `${words.cases} | Cockpit`;
  const list = element('div');
  const show = () => showFirstPage(list);
  node.append(element('section', {className: 'alur-page'}, element('h1', {}, words.cases), controls(api, show), list));
  show();
};

const controls = (api, show) => {
  const procedures = select([['', words.allProcedures]], filter.procedure);
  addProcedures(procedures, api);
  const state = select([['', words.allStates], ['true', words.running], ['false', words.finished]], filter.running);
  const businessKey =
    element('input', {className: 'form-control', value: filter.businessKey, placeholder: words.businessKeyHint});
  const zoneSelect = select(Object.keys(zones).map(name => [name, name]), zone());
  const form = element('form', {className: 'alur-controls'},
    labelled(words.procedure, procedures),
    labelled(words.state, state),
    labelled(words.businessKey, businessKey),
    labelled(words.zone, zoneSelect),
    element('button', {className: 'btn btn-primary'}, words.show));
  const apply = () => {
    Object.assign(filter, {procedure: procedures.value, running: state.value, businessKey: businessKey.value.trim()});
    chooseZone(zoneSelect.value);
    show();
  };
  form.addEventListener('change', apply);
  form.addEventListener('submit', event => {
    event.preventDefault();
    apply();
  });
  return form;
};

// The list works without the names, so a failure here is not worth a message.
const addProcedures = async (procedures, api) => {
  const newest = {latestVersion: true, sortBy: 'name', sortOrder: 'asc'};
  const definitions = await ask(`${api.engineApi}/process-definition`, newest).catch(() => []);
  procedures.append(...definitions.map(({key, name}) => option(key, name ?? key)));
  procedures.value = filter.procedure;
};

const showFirstPage = list => {
  const rows = Object.assign(table(words.cases, columns(), []), {hidden: true});
  const status = statusLine();
  list.replaceChildren(element('div', {className: 'alur-scroll'}, rows), status);
  return attempt(status, () => addPage(rows, status));
};

const addPage = async (rows, status, after) => {
  const {cases, next} = await askOversight('cases', after ? {...filter, after} : filter);
  const body = rows.tBodies[0];
  body.append(...cases.map(found => tableRow(columns(), found)));
  const count = body.rows.length;
  rows.hidden = count === 0;
  if (!next) {
    return count === 0 ? words.noCases : words.allShown(count);
  }
  const more = element('button', {type: 'button', className: 'btn btn-default'}, words.more);
  more.addEventListener('click', () => attempt(status, () => addPage(rows, status, next)));
  return element('div', {}, `${words.someShown(count)} `, more);
};

const columns = () => [
  [words.businessKey, found => caseLink(found)],
  [words.procedure, found => found.procedureName],
  [words.unit, found => found.unit ?? ''],
  [`${words.start} (${zone()})`, found => timeElement(found.start)],
  [words.startedBy, found => found.startedBy ?? words.automatic],
  [`${words.end} (${zone()})`, found => timeElement(found.end)],
  [words.state, found => words.caseState[found.state]],
  [words.outcome, found => found.outcome ?? '']
];

const caseLink = ({id, businessKey}) =>
  element('a', {href: `#/process-instance/${encodeURIComponent(id)}/history`}, businessKey || words.noBusinessKey);

const labelled = (label, control) => element('label', {}, label, control);

const select = (options, value) => {
  const node = element('select', {className: 'form-control'}, ...options.map(([key, name]) => option(key, name)));
  node.value = value;
  return node;
};

const option = (value, name) => element('option', {value}, name);
