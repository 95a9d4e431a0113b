// <div data-solutions data-solutions-words="words" data-solutions-into="solution problem">: earlier solutions, searched
// by words. It begins with those given, if any; another module may give them later. A solution that is used goes into
// the fields named: below what the first holds, and into the others only if they are empty. data-solutions-answer
// "field=value" is the answer that shows these fields.
import {button, element, focusOn, setValue, show} from './dom.js';
import {csrfHeader, isEndedSession, loginAgain, request} from './session.js';

const PAUSE_MS = 400;
const FEWEST_CHARACTERS = 3;
const SHOWN_AT_FIRST = 5;
const NO_LINE = 'Sambungan terputus, jadi belum dapat mencari. Coba lagi begitu jaringan kembali.';
const FAILED = 'Pencarian belum berhasil. Coba lagi sebentar lagi.';
const NONE = 'Tidak ada solusi terdahulu dengan kata-kata itu. Coba kata lain.';

const dateText = date => new Intl.DateTimeFormat('id-ID', {day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC'})
  .format(new Date(date));

// By POST: words of a complaint belong into no address.
const find = words => request('/alur/help-desk/solutions', {
  method: 'POST', headers: csrfHeader(), body: new URLSearchParams({words}),
});

const build = (place, {camForm, field}) => {
  const input = element('input', {
    type: 'search', id: 'alur-solutions-words', class: 'form-control', maxlength: '500', autocomplete: 'off', 'data-no-draft': '',
  });
  const status = element('p', {class: 'help-block', role: 'status', 'aria-live': 'polite'});
  const list = element('ul', {class: 'list-unstyled'});
  const more = button('Tampilkan lebih banyak', 'btn-default', () => reveal(list.childElementCount));
  let timer = 0;
  let latest = 0;

  const reveal = count => {
    const focused = [...list.children].find(({style}) => style.display === 'none');
    [...list.children].forEach((item, index) => show(item, index < count));
    show(more, list.childElementCount > count);
    if (focused && focused.style.display !== 'none') {
      focused.querySelector('summary').focus();
    }
  };
  const into = (place.dataset.solutionsInto || '').split(' ').filter(Boolean)
    .map(name => ({name, target: field(name)})).filter(({target}) => target);
  const [answered, answer] = (place.dataset.solutionsAnswer || '').split('=');
  const use = solution => {
    if (answer) {
      setValue(field(answered), answer);
    }
    into.forEach(({name, target}, index) => {
      const written = target.value.trim();
      if (!written) {
        setValue(target, solution[name]);
      } else if (index === 0 && !written.includes(solution[name])) {
        setValue(target, `${written}\n\n${solution[name]}`);
      }
    });
    status.textContent = 'Solusi disalin ke isian. Sesuaikan dengan keluhan ini sebelum dikirim.';
    focusOn(into[0].target);
  };
  const item = (solution, severalUnits) => {
    const when = dateText(solution.recordedOn) + (severalUnits ? ` · Kode ${solution.unit}` : '');
    return element('li', {}, element('details', {},
      element('summary', {}, element('strong', {dir: 'auto'}, solution.problem), element('span', {}, when)),
      element('p', {dir: 'auto'}, solution.solution),
      ...(into.length ? [button('Pakai solusi ini', 'btn-default', () => use(solution))] : [])));
  };
  const showFound = ({solutions, severalUnits}) => {
    list.replaceChildren(...solutions.map(solution => item(solution, severalUnits)));
    reveal(SHOWN_AT_FIRST);
    status.textContent = solutions.length ? `${solutions.length} solusi, yang paling cocok di atas.` : NONE;
  };
  const clear = () => {
    list.replaceChildren();
    show(more, false);
    status.textContent = '';
  };
  const explain = ({status: code, body}) => {
    clear();
    if (isEndedSession(code, body)) {
      loginAgain(camForm);
    } else if (code === 404) { // not for this person
      show(place, false);
    } else {
      status.textContent = code === 0 ? NO_LINE : FAILED;
    }
  };
  const search = async () => {
    clearTimeout(timer);
    latest++;
    const words = input.value.trim();
    if (!words) {
      clear();
      return;
    }
    const mine = latest;
    status.textContent = 'Mencari …';
    const answer = await find(words);
    if (mine === latest) { // else something else is looked for by now
      (answer.ok ? showFound : explain)(answer.ok ? answer.body : answer);
    }
  };
  const begin = () => {
    if (!input.value && place.dataset.solutionsWords) {
      input.value = place.dataset.solutionsWords;
      search();
    }
  };

  input.addEventListener('input', () => {
    clearTimeout(timer);
    if (!input.value.trim() || input.value.trim().length >= FEWEST_CHARACTERS) {
      timer = setTimeout(search, PAUSE_MS);
    }
  });
  input.addEventListener('keydown', event => {
    if (event.key === 'Enter') { // not the form's
      event.preventDefault();
      event.stopPropagation();
      search();
    }
  });
  clear();
  place.classList.add('alur-solutions');
  place.setAttribute('role', 'search');
  place.append(element('label', {for: input.id}, 'Cari solusi terdahulu'), input, status, list, more);
  new MutationObserver(begin).observe(place, {attributeFilter: ['data-solutions-words']});
  camForm.on('form-loaded', begin);
};

export const offerSolutions = context =>
  context.form.querySelectorAll('[data-solutions]').forEach(place => build(place, context));
