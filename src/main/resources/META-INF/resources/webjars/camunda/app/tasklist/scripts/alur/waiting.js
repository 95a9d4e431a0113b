// A form with data-waits: its task ends by itself when the time has come, and the next one opens.
import {goOn} from './next-task.js';

export const openWhatFollowsTheWait = ({camForm, $scope, form}) => {
  if (!form.hasAttribute('data-waits')) {
    return;
  }
  let completed = false;
  camForm.on('submit', () => {
    completed = true;
  });
  camForm.on('submit-failed', () => {
    completed = false;
  });
  $scope.$on('taskremoved', () => completed || goOn($scope.params.processInstanceId, camForm.taskId, 'Sudah waktunya.'));
};
