// One pane at a time below 843 px, where Tasklist would show three narrow columns or a long stack of them.
// body[data-pane] = filters | list | task; narrow.css shows that section alone.
import {language} from '../../../assets/alur/locales.js';

const narrow = window.matchMedia('(max-width: 842px)');
const texts = {
  id: {back: 'Kembali ke daftar tugas', change: 'Ganti filter', close: 'Tutup pilihan filter', list: 'Daftar tugas'},
  en: {back: 'Back to the task list', change: 'Change filter', close: 'Close the filters', list: 'Task list'}
}[language];

let choosingFilter = false;
let listScroll = 0;
let shownPane = null;

const button = document.createElement('button');
button.type = 'button';
const bar = document.createElement('nav');
bar.className = 'alur-pane-bar';
bar.append(button);

const service = name => window.angular.element(document.body).injector().get(name);
const openTask = () => new URLSearchParams(location.hash.split('?')[1]).get('task');

function closeTask() {
  const $location = service('$location');
  service('$rootScope').$apply(() =>
    $location.search('task', null).search('detailsTab', null).search('viewbox', null));
}

function currentFilter() {
  const name = document.querySelector('.task-filters .task-filter.active h4.name');
  return name?.innerText.trim() || name?.textContent.trim().replace(/\s+/g, ' ') || texts.list;
}

function label(pane) {
  const name = currentFilter();
  return {
    task: {sign: '\u2039', text: texts.back, spoken: texts.back},
    filters: {sign: '\u2715', text: texts.close, spoken: texts.close},
    list: {sign: '\u25be', text: name, spoken: `${texts.change}: ${name}`}
  }[pane];
}

// Tasklist loads the list again when a task closes: wait until it is tall enough to scroll back
function restoreScroll(page, attempts = 15) {
  page.scrollTop = listScroll;
  if (page.scrollTop < listScroll && attempts > 0 && shownPane === 'list') {
    setTimeout(() => restoreScroll(page, attempts - 1), 80);
  }
}

function show(pane, page) {
  if (shownPane === 'list') listScroll = page.scrollTop;
  const changed = shownPane !== null;
  shownPane = pane;
  document.body.dataset.pane = pane;
  if (!narrow.matches) return;
  page.scrollTop = 0;
  if (pane === 'list') restoreScroll(page);
  // what had the focus is hidden now
  if (changed && !document.querySelector('.modal.in')) button.focus({preventScroll: true});
}

function leave() {
  shownPane = null;
  delete document.body.dataset.pane;
  bar.remove();
}

function update() {
  const page = document.querySelector('.page-wrap');
  if (!page?.querySelector('.three-cols-layout-columns')) return leave();
  if (!bar.isConnected) page.before(bar);
  if (openTask()) choosingFilter = false;
  const pane = openTask() ? 'task' : choosingFilter ? 'filters' : 'list';
  const {sign, text, spoken} = label(pane);
  if (button.textContent !== text) button.textContent = text;
  button.dataset.sign = sign;
  button.setAttribute('aria-label', spoken);
  button.setAttribute('aria-expanded', String(pane === 'filters'));
  if (pane !== shownPane) show(pane, page);
}

button.addEventListener('click', () => {
  if (shownPane === 'task') closeTask();
  else choosingFilter = !choosingFilter;
  update();
});

document.addEventListener('click', ({target}) => {
  if (target.closest('.task-filters .task-filter')) {
    choosingFilter = false;
    listScroll = 0;
    setTimeout(update);
  }
  // the menu stays open after a choice and would cover what was chosen
  if (narrow.matches && target.closest('[cam-widget-header] .sections-menu a')) {
    setTimeout(() => document.querySelector('.navbar-toggle.open')?.click());
  }
}, true);

let pending;
new MutationObserver(() => {
  clearTimeout(pending);
  pending = setTimeout(update, 60);
}).observe(document.documentElement, {subtree: true, childList: true});
window.addEventListener('hashchange', update);
update();

export default [];
