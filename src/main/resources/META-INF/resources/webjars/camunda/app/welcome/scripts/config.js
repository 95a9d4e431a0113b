import {language, locales} from '../../../assets/alur/locales.js';

export default {
  app: {vendor: 'Alur', name: {id: 'Beranda', en: 'Home'}[language]},
  locales,
  links: [],
  customScripts: ['../../assets/alur/notifications', '../../assets/alur/language'],
  disableWelcomeMessage: true
};
