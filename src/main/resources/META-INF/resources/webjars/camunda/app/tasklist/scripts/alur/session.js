// Tasklist's session: who is logged in, how to reach the server, what to do when the session has ended.

const service = name => window.angular.element(document.documentElement).injector().get(name);

const csrfToken = () => (/(?:^|;\s*)XSRF-TOKEN=([^;]+)/.exec(document.cookie) || [])[1] || '';

export const rootScope = () => service('$rootScope');

export const notifications = () => service('Notifications');

export const apiPath = path => document.querySelector('base').getAttribute('app-root') + '/api' + path;

export const userId = () => (rootScope().authentication || {}).name;

export const csrfHeader = () => ({'X-XSRF-TOKEN': csrfToken()});

// The CSRF filter answers an ended session with 403 and without a sentence of ours.
export const isEndedSession = (status, body) =>
  status === 401 || (status === 403 && !(body && (body.message || body.sentences)));

// As Tasklist itself does it: draft, login page, and back to this form.
export const loginAgain = camForm => {
  camForm.store();
  const scope = rootScope();
  scope.$applyAsync(() => {
    scope.$broadcast('authentication.changed', null);
    scope.authentication = null;
    scope.$broadcast('authentication.login.required');
  });
};

// A task's form, or a start form: its rights are checked there.
export const targetOf = camForm => (camForm.taskId
  ? {taskId: camForm.taskId}
  : {processKey: camForm.processDefinitionKey || camForm.processDefinitionId.split(':')[0]});

// Resolves to {ok, status, body}; status 0 when no answer came.
export const request = async (path, options = {}) => {
  let response;
  try {
    response = await fetch(apiPath(path), {credentials: 'same-origin', cache: 'no-store', ...options});
  } catch (lineDown) {
    return {ok: false, status: 0, body: null};
  }
  const isJson = (response.headers.get('Content-Type') || '').includes('json');
  const body = isJson ? await response.json().catch(() => null) : null;
  return {ok: response.ok, status: response.status, body};
};

export const postJson = (path, data) => request(path, {
  method: 'POST',
  headers: {'Content-Type': 'application/json', ...csrfHeader()},
  body: JSON.stringify(data),
});
