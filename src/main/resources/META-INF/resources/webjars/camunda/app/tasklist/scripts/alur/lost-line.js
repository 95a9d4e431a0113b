// When no answer comes, the SDK's callback throws and the button stays dead: answer in its place.
import {rootScope} from './session.js';

export const surviveLostLine = ({camForm}) => {
  const http = camForm.client.resource(camForm.taskId ? 'task' : 'process-definition').http._wrapped;
  const submit = camForm.submitVariables;
  camForm.submitVariables = done => {
    const answer = (...results) => {
      http.off('error', lost);
      done(...results);
    };
    const lost = (source, [error] = []) => {
      if (error && !error.status && /submit-form$/.test(error.url || '')) {
        rootScope().$evalAsync(() => answer(error));
      }
    };
    http.on('error', lost);
    return submit.call(camForm, answer);
  };
};
