// <div data-progress>: how the act goes that this task follows, and the way on when both are over.
import {keepCurrent} from './current-sentence.js';
import {element, show} from './dom.js';
import {goOn} from './next-task.js';

const PAUSE_MS = 2000;
const MOVING = ['RUNNING', 'CHECKING'];

export const showProgress = ({camForm, $scope, form}) => {
  const place = form.querySelector('[data-progress]');
  if (!place) {
    return;
  }
  const bar = element('progress', {'aria-hidden': 'true'});
  show(bar, false);
  const leave = () => {
    sentence.stop();
    sentence.say('Sudah selesai. Membuka tugas berikutnya …');
    goOn($scope.params.processInstanceId, camForm.taskId, 'Sudah selesai.');
  };
  const sentence = keepCurrent({
    camForm,
    place,
    path: '/alur/acts/progress',
    pauseMs: PAUSE_MS,
    onAnswer: ({state}) => {
      place.className = state === 'STOPPED' ? 'alur-warning' : 'alur-note';
      show(bar, MOVING.includes(state));
      if (state === 'TASK_OVER') {
        leave();
      }
      return state !== 'TASK_OVER';
    },
  });
  place.classList.add('alur-note');
  place.prepend(bar);
  $scope.$on('taskremoved', sentence.ask);
};
