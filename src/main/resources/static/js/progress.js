// The monthly form by keyboard. Without it the form works as any other.
'use strict';

const figures = [...document.querySelectorAll('#report [data-column]')];

function go(field) {
  if (field) {
    field.focus();
    field.select();
  }
}

figures.forEach((field, place) => {
  field.addEventListener('keydown', (event) => {
    // an input method that is composing needs these keys itself
    if (event.isComposing || event.altKey || event.ctrlKey || event.metaKey) {
      return;
    }
    const step = { Enter: event.shiftKey ? -1 : 1, ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      event.preventDefault();
      go(figures[place + step] || (event.key === 'Enter' && step > 0 ? document.querySelector('#report textarea:not([readonly])') : null));
    }
  });
});
