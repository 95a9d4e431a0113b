export default {
  app: {vendor: 'Alur', name: 'Cockpit'},
  disableWelcomeMessage: true
};
