// Bahasa Indonesia unless the person at this browser chose otherwise:
// many operators use an English browser without having chosen it.
const KEY = 'alur-language';

export const languages = {id: 'Bahasa Indonesia', en: 'English'};

const stored = localStorage.getItem(KEY);
export const language = Object.hasOwn(languages, stored) ? stored : 'id';

export const locales = {availableLocales: [language], fallbackLocale: language};

export const choose = code => {
  localStorage.setItem(KEY, code);
  location.reload();
};
