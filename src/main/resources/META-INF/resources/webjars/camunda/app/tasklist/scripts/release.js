// "Lepas tugas" through Alur's own endpoint: the engine has no right to release alone.
import {tell} from './alur/message.js';
import {csrfHeader, request, rootScope} from './alur/session.js';

const openTaskId = () => new URLSearchParams(window.location.hash.split('?')[1]).get('task');

const release = async () => {
  const path = `/alur/tasks/${encodeURIComponent(openTaskId())}/release`;
  const {ok, body} = await request(path, {method: 'POST', headers: csrfHeader()});
  tell(ok ? 'Tugas dilepas. Rekan Anda dapat mengambilnya di "Tugas kelompok saya".'
    : (body && body.message) || 'Tugas belum dilepas. Muat ulang halaman, lalu coba lagi.');
  const injector = window.angular.element(document.documentElement).injector();
  rootScope().$applyAsync(() => injector.get('$route').reload());
};

document.addEventListener('click', event => {
  if (event.target.closest('button.unclaim')) {
    event.preventDefault();
    event.stopImmediatePropagation();
    release();
  }
}, true);

export default [];
