// The language switch at the foot of every page, the login page included.
import {choose, language, languages} from './locales.js';

const button = code => {
  const element = document.createElement('button');
  element.type = 'button';
  element.lang = code;
  element.textContent = languages[code];
  element.setAttribute('aria-pressed', String(code === language));
  element.addEventListener('click', () => choose(code));
  return element;
};

const languageSwitch = document.createElement('div');
languageSwitch.className = 'alur-language';
languageSwitch.setAttribute('role', 'group');
languageSwitch.setAttribute('aria-label', 'Bahasa / Language');
languageSwitch.append(...Object.keys(languages).map(button));

document.documentElement.lang = language;
// beside the footer, not inside: the web app fills the footer itself, later
document.querySelector('[cam-widget-footer]').before(languageSwitch);

export default [];
