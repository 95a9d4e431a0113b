export default {
  app: {vendor: 'Alur', name: 'Admin'},
  disableWelcomeMessage: true
};
