// A start form with data-start-values begins with what the procedure knows of this person: only to be looked over.
import {request, targetOf} from './session.js';

// No "input": what nobody has typed is no draft.
const suggest = (input, value) => {
  input.value = value;
  input.dispatchEvent(new Event('change', {bubbles: true}));
};

export const suggestStartValues = ({camForm, form, field}) => {
  if (!form.hasAttribute('data-start-values')) {
    return;
  }
  camForm.on('variables-applied', async () => {
    const {ok, body} = await request(`/alur/${targetOf(camForm).processKey}/start-values`);
    Object.entries(ok ? body : {})
      .map(([name, value]) => ({input: field(name), value}))
      .filter(({input}) => input.value === '')
      .forEach(({input, value}) => suggest(input, value));
  });
};
