// <fieldset data-check-all="words">: one button that ticks all of its boxes, each of which can be unticked again.
import {button} from './dom.js';

const tick = box => {
  if (!box.checked) {
    box.click(); // as a person does it, so that Angular, the SDK and the draft see it
  }
};

export const offerCheckAll = ({form}) => form.querySelectorAll('[data-check-all]').forEach(group => {
  const all = button(group.dataset.checkAll, 'btn-default alur-check-all', () =>
    group.querySelectorAll('input[type=checkbox]').forEach(tick));
  group.before(all);
});
