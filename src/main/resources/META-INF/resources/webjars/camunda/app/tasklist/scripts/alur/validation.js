// What a person forgot is said at its field. The button stays enabled: a dead button explains nothing.
import {isBlank, isShown} from './dom.js';
import {CLICK_MS, clearMessage, focusField, showMessage} from './field-messages.js';

const faultOf = input => {
  if (!isShown(input) || input.disabled || input.readOnly) {
    return '';
  }
  if (input.validity.customError) {
    return input.validationMessage;
  }
  if (isBlank(input)) {
    return input.required ? 'Wajib diisi.' : '';
  }
  const tooShort = input.minLength > 0 && input.value.length < input.minLength;
  return tooShort || !input.validity.valid ? input.dataset.invalidMessage || 'Isian ini belum benar.' : '';
};

// Leaves a sentence of the server where it is: typing removes it.
const showFault = input => {
  const fault = faultOf(input);
  if (fault) {
    showMessage(input, fault);
  }
  return fault;
};

// Angular would disable the button of an invalid form, and paint fields red that nobody has touched.
const leaveAngularsValidation = ({form, fields, $scope}) => {
  const formController = $scope[form.getAttribute('name')];
  fields().map(input => window.angular.element(input).controller('ngModel')).forEach(model => {
    formController.$removeControl(model);
    model.$validators = {};
    model.$validate();
  });
  form.addEventListener('input', () => $scope.$evalAsync(() => formController.$setDirty()));
};

export const validate = context => {
  const {camForm, form, fields} = context;
  leaveAngularsValidation(context);
  form.addEventListener('focusout', ({target}) => {
    if (target.hasAttribute('cam-variable-name') && !isBlank(target)) {
      setTimeout(() => showFault(target), CLICK_MS);
    }
  });
  form.addEventListener('input', ({target}) => clearMessage(target));
  form.addEventListener('change', ({target}) => clearMessage(target));
  camForm.on('submit', () => {
    fields().forEach(clearMessage);
    const invalid = fields().filter(showFault);
    if (invalid.length) {
      camForm.submitPrevented = true;
      focusField(invalid[0]);
    }
  });
};
