// <select data-choices>: its answers as radio buttons, so that all are seen and one tap answers.
import {element, setValue, show} from './dom.js';

const offer = select => {
  const label = document.querySelector(`label[for="${select.id}"]`);
  const answers = [...select.options].filter(({value}) => value).map(({value, text}, index) => {
    const radio = element('input', {type: 'radio', name: `${select.name}-choice`, id: `${select.id}-choice-${index}`, value});
    radio.addEventListener('change', () => setValue(select, value));
    return {radio, line: element('div', {class: 'radio'}, element('label', {for: radio.id}, radio, text))};
  });
  label.id = `${select.id}-label`;
  label.htmlFor = answers[0].radio.id;
  select.after(element('div', {class: 'alur-choices', role: 'radiogroup', 'aria-labelledby': label.id},
    ...answers.map(({line}) => line)));
  select.hidden = true;
  show(select, false); // .form-control overrides the attribute
  const showChosen = () => answers.forEach(({radio}) => {
    radio.checked = radio.value === select.value;
  });
  select.addEventListener('change', showChosen);
  return showChosen;
};

export const offerChoices = ({camForm, form}) => {
  const shown = [...form.querySelectorAll('select[data-choices]')].map(offer);
  camForm.on('variables-applied', () => shown.forEach(showChosen => showChosen()));
};
