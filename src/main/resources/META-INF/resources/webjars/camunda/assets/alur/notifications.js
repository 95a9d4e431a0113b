// The web apps show the engine's own refusals, in English, and keep an error on the page for ever.
// Here who reads Indonesian gets a sentence that says what to do, and an old error goes away.
import {language} from './locales.js';

const sentences = [
  [/already claimed/i, 'Tugas ini sudah diambil rekan Anda. Pilih tugas lain di daftar.'],
  [/suspended/i, 'Kasus ini sedang ditangguhkan dan belum dapat dikerjakan. Hubungi admin Alur.'],
  [/optimistic|ENGINE-03005/i, 'Rekan Anda mengubah tugas ini pada saat yang sama. Muat ulang halaman, lalu periksa lagi.'],
  [/is null|no matching|not found|cannot find|no process definition|doesn't exist|does not exist/i,
    'Tugas atau prosedur ini sudah tidak ada: mungkin sudah selesai, dibatalkan, atau diganti. Muat ulang halaman.'],
  [/locked/i, 'Akun ini terkunci untuk sementara karena kata sandi salah beberapa kali. Tunggu beberapa menit, lalu coba lagi.'],
  [/password/i, 'Kata sandi belum benar atau belum memenuhi syarat. Periksa isiannya, lalu coba lagi.'],
  [/permission|authoriz/i, 'Anda tidak berhak melakukan ini, dan tidak ada yang berubah. Mintalah hak kepada admin Alur.']
];
const unforeseen = 'Terjadi gangguan di server. Muat ulang halaman untuk melihat apa yang sudah tersimpan, lalu coba lagi. '
  + 'Bila masih terjadi, hubungi admin Alur.';

const isEnglish = text => /\b(the|is|are|was|has|not|cannot|could|with|for|failed)\b|ENGINE-\d|Exception/i.test(text);

const inIndonesian = ({type, message}) => {
  if (message ? !isEnglish(message) : type !== 'danger') return message;
  const known = sentences.find(([pattern]) => pattern.test(message));
  return known ? known[1] : unforeseen;
};

const MILLISECONDS_TO_READ = 20_000;

window.angular.module('cam.commons.util').decorator('Notifications', ['$delegate', '$injector', (notifications, $injector) => {
  const add = notifications.add;
  // the form script opens the next task itself and says so
  const isNextTask = ({status}) => status && status === $injector.get('$translate').instant('ASSIGN_NOTE_PROCESS');
  notifications.add = notification => {
    if (isNextTask(notification)) return;
    if (language === 'id') notification.message = inIndonesian(notification);
    notification.duration ??= MILLISECONDS_TO_READ;
    add.call(notifications, notification);
  };
  return notifications;
}]);

export default [];
