// data-show-when="field=value|value2": a block that is there only then. Hidden fields neither block nor travel.
import {isShown, show} from './dom.js';

const valueOf = input => (input.type === 'checkbox' ? String(input.checked) : input.value);

export const showConditionally = ({camForm, form, fields, field}) => {
  const blocks = [...form.querySelectorAll('[data-show-when]')];
  const update = () => blocks.forEach(block => {
    const [name, values] = block.dataset.showWhen.split('=');
    const controlling = field(name);
    const visible = isShown(controlling) && values.split('|').includes(valueOf(controlling));
    block.toggleAttribute('data-alur-hidden', !visible);
    show(block, visible);
  });
  form.addEventListener('input', update);
  form.addEventListener('change', update);
  camForm.on('variables-applied', update);
  update();

  // The SDK would also send back what values.js only shows.
  const parse = camForm.parseVariables;
  camForm.parseVariables = () => {
    const names = new Set(fields().filter(isShown).map(input => input.getAttribute('cam-variable-name')));
    return Object.fromEntries(Object.entries(parse.call(camForm)).filter(([name]) => names.has(name)));
  };
};
