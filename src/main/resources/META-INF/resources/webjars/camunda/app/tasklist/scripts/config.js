import {language, locales} from '../../../assets/alur/locales.js';

export default {
  app: {vendor: 'Alur', name: {id: 'Tugas', en: 'Tasks'}[language]},
  locales,
  customScripts: ['scripts/alur', 'scripts/narrow', 'scripts/release', 'scripts/solutions-link', '../../assets/alur/notifications', '../../assets/alur/language'],
  disableWelcomeMessage: true
};
