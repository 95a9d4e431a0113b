// The page of one case: what it is, and its steps in order.
import {duration, timeInZone, zone} from './format.js';
import {askOversight, attempt, element, statusLine, table, timeElement} from './page.js';
import {words} from './words.js';

const AUTOMATIC = ['serviceTask', 'businessRuleTask', 'sendTask', 'scriptTask'];

export const showCasePage = (node, caseId) => {
  dismissRedirectNotice();
  const status = statusLine();
  node.append(element('section', {className: 'alur-page'}, link('#/kasus', words.toCases), status));
  attempt(status, async () => {
    const {summary, steps} = await askCase(caseId);
    document.title = `${summary.businessKey ?? words.noBusinessKey} | Cockpit`;
    status.before(heading(summary), facts(summary), ...summary.end ? [] : [diagramLink(summary)], stepTable(steps));
    return '';
  });
};

export const showSteps = (node, caseId) => {
  const status = statusLine();
  node.append(status);
  attempt(status, async () => stepTable((await askCase(caseId)).steps));
};

// Stock Cockpit leads to this page with a notice, over the table, that a finished case cannot be shown.
const dismissRedirectNotice = () =>
  window.angular.element(document.documentElement).injector().get('Notifications').clearAll();

const askCase = caseId => askOversight(`cases/${encodeURIComponent(caseId)}`);

const heading = ({businessKey, procedureName}) =>
  element('h1', {}, businessKey ?? words.noBusinessKey, element('small', {}, ` ${procedureName}`));

const facts = summary => element('dl', {className: 'alur-facts'},
  ...fact(words.state, words.caseState[summary.state]),
  ...fact(words.outcome, summary.outcome),
  ...fact(words.unit, summary.unit),
  ...fact(words.startedBy, summary.startedBy ?? words.automatic),
  ...fact(words.start, timeInZone(summary.start)),
  ...fact(words.end, timeInZone(summary.end)),
  ...fact(words.duration, summary.end && duration(new Date(summary.end) - new Date(summary.start))),
  ...fact(words.version, summary.version));

const fact = (name, value) => value ? [element('div', {}, element('dt', {}, name), element('dd', {}, value))] : [];

const diagramLink = ({id}) => link(`#/process-instance/${encodeURIComponent(id)}/runtime`, words.toDiagram);

const link = (href, text) => element('p', {}, element('a', {href}, text));

const stepTable = steps => {
  const columns = [
    [words.number, step => steps.indexOf(step) + 1],
    [words.step, step => step.name],
    [words.sop, step => sopLines(step)],
    [words.person, step => person(step)],
    [`${words.start} (${zone()})`, step => timeElement(step.start)],
    [`${words.stepEnd} (${zone()})`, step => timeElement(step.end)],
    [words.duration, step => duration(step.durationMillis)],
    [words.result, step => result(step)]
  ];
  return element('div', {className: 'alur-scroll'}, table(words.stepHistory, columns, steps));
};

const sopLines = ({sop}) =>
  sop.length ? element('div', {}, ...sop.map(line => element('span', {className: 'alur-sop-line'}, line))) : '';

const person = ({person: userId, type, state}) => {
  if (userId) {
    return userId;
  }
  if (AUTOMATIC.includes(type)) {
    return words.automatic;
  }
  return type === 'userTask' && state === 'RUNNING' ? words.nobodyYet : '';
};

const result = ({state, wayTaken, answers}) => element('div', {},
  element('span', {className: `alur-state alur-state-${state.toLowerCase()}`}, wayTaken ?? words.stepState[state]),
  ...answers.length ? [element('ul', {className: 'alur-answers'}, ...answers.map(answer))] : []);

const answer = ({name, value}) => element('li', {}, element('span', {}, name), ` = ${shown(value)}`);

const shown = value => {
  if (typeof value === 'boolean') {
    return value ? words.yes : words.no;
  }
  return value ?? words.cleared;
};
