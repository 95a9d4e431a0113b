// What Alur adds to Cockpit. The ids, paths and plugin points are Cockpit's own contract.
import {showCaseList} from './case-list.js';
import {showCasePage, showSteps} from './case-page.js';
import {words} from './words.js';

const caseInAddress = () => location.hash.match(/^#\/process-instance\/([^/?]+)\/history/)[1];

export default [
  {
    id: 'alur-navigation',
    pluginPoint: 'cockpit.navigation',
    priority: 100,
    properties: {path: '/kasus'},
    render: node => {
      const link = document.createElement('a');
      link.href = '#/kasus';
      link.textContent = words.cases;
      node.append(link);
    }
  },
  {
    id: 'alur-case-list',
    pluginPoint: 'cockpit.route',
    properties: {path: '/kasus'},
    render: (node, {api}) => showCaseList(node, api)
  },
  {
    id: 'alur-case-page',
    pluginPoint: 'cockpit.route',
    properties: {path: '/process-instance/:id/history'},
    render: node => showCasePage(node, caseInAddress())
  },
  // Stock Cockpit leads to a finished case only if a view named "history" exists: without one it shows the definition.
  {
    id: 'history',
    pluginPoint: 'cockpit.processInstance.view',
    priority: 10,
    label: words.stepHistory,
    keepSearchParams: [],
    render: () => {}
  },
  {
    id: 'alur-steps',
    pluginPoint: 'cockpit.processInstance.runtime.tab',
    priority: 100,
    properties: {label: words.stepHistory},
    render: (node, {processInstanceId}) => showSteps(node, processInstanceId)
  }
];
