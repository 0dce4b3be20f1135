// Takes what was written the month before over into its field; nothing is sent by it. Without it the text can be copied by hand.

const takers = () => document.querySelectorAll('[data-carry][hidden]');

function reveal() {
  takers().forEach((button) => { button.hidden = false; });
}

// the form is drawn anew while it is typed
new MutationObserver(() => { if (takers().length) { reveal(); } })
  .observe(document.querySelector('main'), { subtree: true, childList: true, attributes: true, attributeFilter: ['hidden'] });
reveal();

document.addEventListener('click', (event) => {
  const button = event.target.closest('[data-carry]');
  if (!button) {
    return;
  }
  const field = document.querySelector(`#report [name="${button.dataset.into}"]`);
  const text = document.getElementById(button.dataset.carry).textContent;
  field.value = field.value.trim() ? `${field.value.trimEnd()}\n${text}` : text;
  field.dispatchEvent(new Event('input', { bubbles: true }));
  field.dispatchEvent(new Event('change', { bubbles: true }));
  field.focus();
});
