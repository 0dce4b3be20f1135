// Makes pages a little quicker to use. Every page works without it.

// After a failed submit the summary of what is wrong comes first, also for a screen reader.
const summary = document.querySelector('[data-focus]');
if (summary) {
  summary.focus();
}

// A second click while the first is on its way does nothing; the server would not act twice either.
document.addEventListener('submit', (event) => {
  const form = event.target;
  if (form.method !== 'post' || event.defaultPrevented) {
    return;
  }
  if (form.dataset.sent) {
    event.preventDefault();
    return;
  }
  form.dataset.sent = 'true';
});

// Coming back by the browser's history, a form can be sent again.
window.addEventListener('pageshow', () => {
  document.querySelectorAll('form[data-sent]').forEach((form) => delete form.dataset.sent);
});

// A press elsewhere or Escape closes an open menu of the header.
document.addEventListener('click', (event) => {
  document.querySelectorAll('.xp-top details[open]').forEach((menu) => {
    if (!menu.contains(event.target)) {
      menu.open = false;
    }
  });
});
document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape') {
    document.querySelectorAll('.xp-top details[open]').forEach((menu) => {
      menu.open = false;
      menu.querySelector('summary').focus();
    });
  }
});

// Figures that wait on this device for the network belong to whoever is signed in.
document.addEventListener('submit', (event) => {
  if (event.target.action.endsWith('/logout')) {
    Object.keys(localStorage).filter((name) => name.startsWith('xuanpai.')).forEach((name) => localStorage.removeItem(name));
  }
});
