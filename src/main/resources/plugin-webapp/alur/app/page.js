// Building blocks of the plugin's pages. Text always becomes a text node, so that no value can be markup.
import {time} from './format.js';
import {words} from './words.js';

export const element = (tag, properties, ...children) => {
  const node = Object.assign(document.createElement(tag), properties);
  node.append(...children);
  return node;
};

// Columns are pairs of a heading and a function from a row to what its cell shows.
export const table = (caption, columns, rows) =>
  element('table', {className: 'cam-table table alur-table'},
    element('caption', {className: 'sr-only'}, caption),
    element('thead', {}, element('tr', {}, ...columns.map(([heading]) => element('th', {scope: 'col'}, heading)))),
    element('tbody', {}, ...rows.map(row => tableRow(columns, row))));

export const tableRow = (columns, row) =>
  element('tr', {}, ...columns.map(([heading, show]) => {
    const cell = element('td', {}, show(row));
    cell.dataset.heading = heading;
    return cell;
  }));

export const timeElement = instant =>
  instant ? element('time', {className: 'alur-time', dateTime: instant}, time(instant)) : '';

// Runs work in a status line: says that it waits, and, if it fails, why and how to try again.
export const attempt = async (status, work) => {
  status.replaceChildren(words.loading);
  try {
    status.replaceChildren(await work());
  } catch (error) {
    const again = element('button', {type: 'button', className: 'btn btn-default'}, words.again);
    again.addEventListener('click', () => attempt(status, work));
    status.replaceChildren(element('p', {className: 'alur-failure'}, error.sentence ?? words.failure), again);
    if (!error.sentence) {
      throw error;
    }
  }
};

export const statusLine = () => {
  const line = element('div', {className: 'alur-status'});
  line.setAttribute('role', 'status');
  return line;
};

export const ask = async (url, parameters = {}) => {
  let answer;
  try {
    answer = await fetch(`${url}?${new URLSearchParams(parameters)}`, {headers: {Accept: 'application/json'}});
  } catch (error) {
    throw refusal(words.offline);
  }
  if (!answer.ok) {
    throw refusal(words.failures[answer.status] ?? words.failure);
  }
  return answer.json();
};

export const askOversight = (path, parameters) =>
  ask(`${document.querySelector('base').getAttribute('app-root')}/api/alur/oversight/${path}`, parameters);

const refusal = sentence => Object.assign(new Error(sentence), {sentence});
