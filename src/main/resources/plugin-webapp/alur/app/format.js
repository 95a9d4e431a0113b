// Times in one of Indonesia's zones, which the reader chooses and this browser remembers.
import {language, words} from './words.js';

const KEY = 'alur-zone';

export const zones = {WIB: 'Asia/Jakarta', WITA: 'Asia/Makassar', WIT: 'Asia/Jayapura'};

export const zone = () => {
  const stored = localStorage.getItem(KEY);
  return Object.hasOwn(zones, stored) ? stored : 'WIB';
};

export const chooseZone = name => localStorage.setItem(KEY, name);

export const time = instant => {
  const locale = {id: 'id-ID', en: 'en-GB'}[language];
  const format = new Intl.DateTimeFormat(locale, {timeZone: zones[zone()], dateStyle: 'medium', timeStyle: 'medium'});
  return format.format(new Date(instant));
};

export const timeInZone = instant => instant && `${time(instant)} ${zone()}`;

// The two largest units are enough to judge by.
export const duration = milliseconds => {
  if (milliseconds === undefined) {
    return '';
  }
  const seconds = Math.floor(milliseconds / 1000);
  const parts = [
    [Math.floor(seconds / 86400), words.units.day],
    [Math.floor(seconds / 3600) % 24, words.units.hour],
    [Math.floor(seconds / 60) % 60, words.units.minute],
    [seconds % 60, words.units.second]
  ];
  const largest = parts.findIndex(([count]) => count > 0);
  return largest < 0
    ? words.underASecond
    : parts.slice(largest, largest + 2).filter(([count]) => count > 0).map(part => part.join('\u00a0')).join(' ');
};
