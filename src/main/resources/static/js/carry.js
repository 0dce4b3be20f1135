// Takes what was written the month before over into its field; nothing is sent by it. Without it the text can be copied by hand.
'use strict';

document.querySelectorAll('[data-take]').forEach((button) => {
  button.hidden = false;
  button.addEventListener('click', () => {
    const field = document.querySelector(`#report [name="${button.dataset.into}"]`);
    const text = document.getElementById(button.dataset.take).textContent;
    field.value = field.value.trim() ? `${field.value.trimEnd()}\n${text}` : text;
    field.dispatchEvent(new Event('input', { bubbles: true }));
    field.dispatchEvent(new Event('change', { bubbles: true }));
    field.focus();
  });
});
