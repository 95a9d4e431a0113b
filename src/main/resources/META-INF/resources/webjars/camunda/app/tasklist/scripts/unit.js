// The list says which unit a task is for: who works for many would have to open each task to know.
const unit = {
  id: 'alur-unit',
  template: '<div class="alur-unit" ng-if="task.tenantId">{{ task.tenantId }}</div>',
  controller: () => {},
};

window.angular.module('cam.commons.util').run(['Views', views => {
  const stock = views.getProviders;
  views.getProviders = wanted => {
    const found = stock.call(views, wanted);
    return wanted.component === 'tasklist.card' ? [unit, ...found] : found;
  };
}]);

export default [];
