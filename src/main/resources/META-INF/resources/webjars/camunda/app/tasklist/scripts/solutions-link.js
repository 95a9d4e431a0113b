// "Solusi" in the header, for those who may read the solutions.
import {element} from './alur/dom.js';
import {language} from '../../../assets/alur/locales.js';
import {apiPath, request} from './alur/session.js';

const SOLUTIONS = '/alur/help-desk/solutions';
const TEXT = {id: 'Solusi', en: 'Solutions'}[language];

export default {
  id: 'alur-solutions-link',
  pluginPoint: 'tasklist.navbar.action',
  priority: 50,
  render: async node => {
    const {ok} = await request(SOLUTIONS, {method: 'HEAD'});
    if (ok) {
      node.append(element('a', {href: apiPath(`${SOLUTIONS}/page`)},
        element('span', {class: 'glyphicon glyphicon-book'}), ` ${TEXT}`));
    }
  },
};
