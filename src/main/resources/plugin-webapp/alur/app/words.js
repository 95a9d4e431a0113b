// All words of the plugin, in the language that the person chose for Alur.
const indonesian = {
  cases: 'Kasus',
  stepHistory: 'Riwayat langkah',

  procedure: 'Prosedur',
  allProcedures: 'Semua prosedur',
  state: 'Keadaan',
  allStates: 'Berjalan dan berakhir',
  running: 'Berjalan',
  finished: 'Berakhir',
  businessKey: 'Nomor kasus',
  businessKeyHint: 'Awal nomor kasus',
  zone: 'Zona waktu',
  show: 'Tampilkan',
  more: 'Muat lagi',
  again: 'Coba lagi',
  loading: 'Memuat…',
  noCases: 'Tidak ada kasus yang cocok. Ubah saringan, atau periksa apakah Anda berhak melihat prosedurnya.',
  allShown: count => `${count} kasus ditampilkan, tidak ada lagi.`,
  someShown: count => `${count} kasus terbaru ditampilkan.`,

  unit: 'Unit',
  startedBy: 'Dimulai oleh',
  start: 'Mulai',
  end: 'Berakhir',
  duration: 'Lama',
  outcome: 'Hasil akhir',
  version: 'Versi prosedur',
  toCases: 'Ke daftar kasus',
  toDiagram: 'Lihat diagram',
  noBusinessKey: 'Tanpa nomor',

  number: 'No.',
  step: 'Langkah',
  sop: 'Baris SOP',
  person: 'Pelaku',
  stepEnd: 'Selesai',
  result: 'Hasil',
  automatic: 'Alur (otomatis)',
  nobodyYet: 'Belum diambil',
  cleared: '(dikosongkan)',
  yes: 'ya',
  no: 'tidak',

  caseState: {RUNNING: 'Berjalan', SUSPENDED: 'Ditangguhkan', FINISHED: 'Selesai', CANCELLED: 'Dibatalkan'},
  stepState: {RUNNING: 'Sedang berjalan', COMPLETED: 'Selesai', CANCELLED: 'Tidak diselesaikan'},
  units: {day: 'hari', hour: 'jam', minute: 'menit', second: 'detik'},
  underASecond: '<\u00a01\u00a0detik',

  offline: 'Server tidak dapat dihubungi. Tidak ada data yang berubah. Periksa sambungan internet, lalu coba lagi.',
  failures: {
    401: 'Sesi Anda sudah berakhir. Masuk lagi, lalu buka halaman ini.',
    403: 'Anda belum berhak melihat halaman ini. Mintalah hak baca kepada administrator.',
    404: 'Kasus ini tidak ada, atau bukan kasus unit Anda.'
  },
  failure: 'Terjadi gangguan di server. Tidak ada data yang berubah. Coba lagi; bila berulang, hubungi administrator.'
};

const english = {
  cases: 'Cases',
  stepHistory: 'Step history',

  procedure: 'Procedure',
  allProcedures: 'All procedures',
  state: 'State',
  allStates: 'Running and ended',
  running: 'Running',
  finished: 'Ended',
  businessKey: 'Case number',
  businessKeyHint: 'Beginning of the case number',
  zone: 'Time zone',
  show: 'Show',
  more: 'Load more',
  again: 'Try again',
  loading: 'Loading…',
  noCases: 'No case matches. Change the filter, or check whether you may see the procedure.',
  allShown: count => `${count} cases shown, there are no more.`,
  someShown: count => `The newest ${count} cases are shown.`,

  unit: 'Unit',
  startedBy: 'Started by',
  start: 'Start',
  end: 'End',
  duration: 'Duration',
  outcome: 'Outcome',
  version: 'Version of the procedure',
  toCases: 'To the list of cases',
  toDiagram: 'See the diagram',
  noBusinessKey: 'No number',

  number: 'No.',
  step: 'Step',
  sop: 'SOP line',
  person: 'Person',
  stepEnd: 'End',
  result: 'Result',
  automatic: 'Alur (automatic)',
  nobodyYet: 'Not claimed yet',
  cleared: '(cleared)',
  yes: 'yes',
  no: 'no',

  caseState: {RUNNING: 'Running', SUSPENDED: 'Suspended', FINISHED: 'Finished', CANCELLED: 'Cancelled'},
  stepState: {RUNNING: 'In progress', COMPLETED: 'Completed', CANCELLED: 'Not completed'},
  units: {day: 'd', hour: 'h', minute: 'min', second: 's'},
  underASecond: '<\u00a01\u00a0s',

  offline: 'The server cannot be reached. Nothing was changed. Check your connection, then try again.',
  failures: {
    401: 'Your session has ended. Sign in again, then open this page.',
    403: 'You may not see this page yet. Ask an administrator for the right to read it.',
    404: 'This case does not exist, or it is not a case of your unit.'
  },
  failure: 'The server failed. Nothing was changed. Try again; if it happens again, tell an administrator.'
};

export const language = localStorage.getItem('alur-language') === 'en' ? 'en' : 'id';
export const words = {id: indonesian, en: english}[language];
