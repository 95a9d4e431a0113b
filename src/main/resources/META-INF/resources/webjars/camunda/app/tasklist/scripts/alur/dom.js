// Small helpers for building and reading the page.

export const element = (tag, attributes = {}, ...children) => {
  const node = document.createElement(tag);
  Object.entries(attributes).forEach(([name, value]) => node.setAttribute(name, value));
  node.append(...children);
  return node;
};

export const button = (text, style, onClick) => {
  const node = element('button', {type: 'button', class: `btn ${style}`}, text);
  node.addEventListener('click', onClick);
  return node;
};

// Not the hidden attribute: the class .btn overrides it.
export const show = (node, visible) => {
  node.style.display = visible ? '' : 'none';
};

export const isShown = node => node.closest('[data-alur-hidden]') === null;

export const isBlank = input => (input.type === 'checkbox' ? !input.checked : input.value.trim() === '');

export const isVisible = node => node.offsetParent !== null;

export const focusOn = node => setTimeout(() => {
  node.scrollIntoView({block: 'center'});
  node.focus({preventScroll: true});
});

// As typing does it, so that Angular, the SDK and the draft see it.
export const setValue = (input, value) => {
  input.value = value;
  input.dispatchEvent(new Event('input', {bubbles: true}));
  input.dispatchEvent(new Event('change', {bubbles: true}));
};

export const sizeText = bytes => {
  const units = ['byte', 'KB', 'MB', 'GB'];
  let unit = 0;
  let size = bytes;
  while (size >= 1024 && unit < units.length - 1) {
    size /= 1024;
    unit++;
  }
  return `${new Intl.NumberFormat('id-ID', {maximumFractionDigits: unit ? 1 : 0}).format(size)} ${units[unit]}`;
};
