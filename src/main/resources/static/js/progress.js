// The monthly form: by keyboard, and saved field by field while it is typed. Without this the form works as any other. What a
// field may hold, what is derived from it and who wins is for the server to say.
'use strict';

const report = document.querySelector('#report');
const shelf = `xuanpai.report/${report.dataset.store}/`;
// the page's own name, and how often it has sent a field: with both, a field that arrives twice has one effect
const opened = report.elements.token.value;
const PAUSE = 800;
const PATIENCE = 20000;
const LONGEST_WAIT = 60;
const MARGIN = 8;

const unsent = new Map(); // by field: value, base, opened, number; held until it is changed or answered
const saved = new Map(); // by field: what was typed, and how the server writes it
const gone = new Map(); // by field that the page no longer has: name, value, base
let sends = 0;
let sending = false;
let closed = false;
let leaving = false;
let wait = 0;
let timer = 0;
let keptAt = '';

const fields = () => [...report.querySelectorAll('[data-field]:not([readonly])')];
const column = () => [...report.querySelectorAll('[data-column]')].filter((field) => field.offsetParent);
const fieldOf = (key) => report.querySelector(`[data-field="${CSS.escape(key)}"]`);
const baseOf = (key) => report.elements[`base[${key}]`];

// --- what is not saved yet -------------------------------------------------------------------------------------------------

function typed(field) {
  const key = field.dataset.field;
  const base = baseOf(key).value;
  const before = unsent.get(key);
  const known = before || (saved.get(key)?.base === base ? saved.get(key) : { value: base });
  if (known.value !== field.value) {
    put(field, { value: field.value, base: before ? before.base : base, opened, number: ++sends });
  }
}

function put(field, item) {
  unsent.set(field.dataset.field, item);
  // figures wait on this device for the network; texts do not, they may name people
  if ('column' in field.dataset) {
    localStorage.setItem(shelf + field.dataset.field, JSON.stringify(item));
    keptAt = new Date().toTimeString().slice(0, 5);
  }
  show();
}

function forget(key) {
  unsent.delete(key);
  localStorage.removeItem(shelf + key);
}

const kept = () => Object.keys(localStorage).filter((name) => name.startsWith(shelf));

function show() {
  const refused = [...unsent.values()].filter((item) => item.held).length;
  tell('[data-refused]', refused);
  tell('[data-waiting]', unsent.size - refused);
  tell('[data-local]', unsent.size ? keptAt : '');
  tell('[data-gone]', gone.size);
}

function tell(which, what) {
  const state = document.querySelector(which);
  if (state) {
    state.hidden = !what;
    state.querySelector('span').textContent = state.dataset.text.replace('#', what);
  }
}

// --- sending ---------------------------------------------------------------------------------------------------------------

function soon(pause) {
  clearTimeout(timer);
  timer = setTimeout(send, pause);
}

async function send() {
  const [key, item] = [...unsent].find(([, one]) => !one.held) || [];
  if (sending || closed || !key) {
    return;
  }
  sending = true;
  try {
    const answer = await deliver(parcel(key, item));
    if (answer) {
      take(answer, key, item);
    }
    wait = answer ? 0 : Math.min(wait * 2 || 2, LONGEST_WAIT);
    soon(wait * 1000);
  } finally {
    sending = false;
    show();
  }
}

// what the server says; null when it was not reached or not able to, and then the same goes again
async function deliver(body) {
  try {
    const answer = await fetch(report.dataset.save, { method: 'POST', body, redirect: 'manual', signal: AbortSignal.timeout(PATIENCE) });
    return answer.status >= 500 || answer.status === 429 ? null : { status: answer.status, text: await answer.text() };
  } catch {
    return null;
  }
}

function parcel(key, item) {
  const body = new URLSearchParams({ _csrf: report.elements._csrf.value, field: key, opened: item.opened, number: item.number });
  unsent.forEach((one, other) => {
    body.set(fieldOf(other).name, one.value);
    body.set(`base[${other}]`, one.base);
  });
  return body;
}

function take(answer, key, item) {
  const page = new DOMParser().parseFromString(answer.text, 'text/html');
  const main = page.querySelector('main:has(#report)');
  const notice = page.querySelector('#notice');
  if (!main && !notice) {
    closed = true;
    reveal('#signed-out');
    return;
  }
  if (answer.status === 200) {
    const newer = unsent.get(key);
    const base = page.querySelector(`[name="base[${CSS.escape(key)}]"]`);
    if (newer === item) {
      forget(key);
      saved.set(key, { value: item.value, base: base?.value });
    } else if (newer && base) {
      newer.base = base.value;
    }
  } else {
    item.held = true;
  }
  if (main) {
    const here = letGo(main);
    offer(main);
    morph(document.querySelector('main'), main, isMine);
    takeBack();
    if (here) {
      reveal('#gone');
    }
    keepInSight();
  } else {
    closed = true;
    document.querySelector('#notice').replaceWith(notice);
    notice.focus();
  }
}

function isMine(field) {
  const key = field.dataset.field;
  return key ? unsent.has(key) || field === document.activeElement : false;
}

// A reason is no longer asked for once its figure is corrected, maybe by somebody else. What is typed where the newer page has no
// field is not to be sent, but it is not lost: it is offered to be copied. Gives back whether the cursor was in one of them.
function letGo(main) {
  const old = [...report.querySelectorAll('[data-field]')];
  const lost = old.filter((field) => !main.querySelector(`[data-field="${CSS.escape(field.dataset.field)}"]`));
  const here = lost.find((field) => field === document.activeElement);
  // so that it does not report a change while it is taken away
  here?.blur();
  lost.forEach((field) => {
    const key = field.dataset.field;
    const base = baseOf(key).value;
    if (field.value.trim() && (unsent.has(key) || field.value !== base)) {
      gone.set(key, { name: nameOf(field), value: field.value, base });
    }
    forget(key);
  });
  return here !== undefined && gone.has(here.dataset.field);
}

function nameOf(field) {
  const row = document.getElementById(field.dataset.field.split('.')[0]);
  const label = field.labels[0] ? field.labels[0].textContent : '';
  return row ? `${row.querySelector('th').firstChild.textContent} ${label}` : label;
}

function offer(root) {
  const box = root.querySelector('#gone');
  box.hidden = !gone.size;
  box.querySelector('ul').replaceChildren(...[...gone.values()].map(({ name, value }) => {
    const line = document.createElement('li');
    const text = document.createElement('span');
    text.className = 'xp-pre';
    text.textContent = value;
    line.append(`${name} `, text);
    return line;
  }));
}

// when the form asks again, and nobody has answered since, it goes back to its place
function takeBack() {
  const back = [...gone].filter(([key, { base }]) => {
    const field = fieldOf(key);
    return field && !field.readOnly && field.value === base;
  });
  back.forEach(([key, { value }]) => {
    gone.delete(key);
    fieldOf(key).value = value;
    typed(fieldOf(key));
  });
  if (back.length) {
    offer(document);
  }
}

function reveal(which) {
  const notice = document.querySelector(which);
  notice.hidden = false;
  notice.focus();
}

// both changed it: mine goes again with theirs in sight, or theirs takes its place
report.addEventListener('click', (event) => {
  const { keep, take: taken, theirs } = event.target.dataset;
  const key = keep || taken;
  if (key) {
    const field = fieldOf(key);
    field.value = taken ? theirs : field.value;
    put(field, { value: field.value, base: theirs, opened, number: ++sends });
    field.focus();
    send();
  }
});

report.addEventListener('input', (event) => {
  if (event.target.dataset.field && !event.isComposing) {
    typed(event.target);
    soon(PAUSE);
  }
});

report.addEventListener('change', (event) => {
  if (event.target.dataset.field) {
    typed(event.target);
    send();
  }
});

// saved figures are shown as the server writes them once the cursor has left
report.addEventListener('focusout', ({ target }) => {
  if ('column' in target.dataset && !unsent.has(target.dataset.field) && target.value !== target.defaultValue) {
    target.value = target.defaultValue;
  }
});

report.addEventListener('submit', () => {
  leaving = true;
});
window.addEventListener('pageshow', () => {
  leaving = false;
});
window.addEventListener('online', () => {
  wait = 0;
  send();
});
document.addEventListener('visibilitychange', send);
window.addEventListener('beforeunload', (event) => {
  if (!leaving && (gone.size || [...unsent.keys()].some((key) => !('column' in fieldOf(key).dataset)))) {
    event.preventDefault();
  }
});

// --- paste of a column -----------------------------------------------------------------------------------------------------

report.addEventListener('paste', async (event) => {
  const text = event.clipboardData.getData('text/plain');
  if (!('column' in event.target.dataset) || !/[\t\n]/.test(text.trim())) {
    return;
  }
  event.preventDefault();
  const below = column();
  const body = new URLSearchParams({ _csrf: report.elements._csrf.value, text });
  below.slice(below.indexOf(event.target)).forEach((field) => body.append('into', field.dataset.field));
  const answer = await fetch(report.dataset.paste, { method: 'POST', body, redirect: 'manual' }).catch(() => null);
  if (!answer || !answer.ok) {
    reveal('#paste-failed');
    return;
  }
  (await answer.json()).filter((cell) => cell.value).forEach((cell) => {
    fieldOf(cell.field).value = cell.value;
    typed(fieldOf(cell.field));
  });
  send();
});

// --- keyboard --------------------------------------------------------------------------------------------------------------

function go(field) {
  if (field) {
    field.focus();
    // where somebody else has to act, the part itself is the place
    field.select?.();
  }
}

// the field with the cursor is never behind the bar or beyond the screen, nor what is said about it if there is room for both
function keepInSight() {
  const field = document.activeElement;
  if (!field.matches('#report input, #report textarea')) {
    return;
  }
  const seen = window.visualViewport;
  const bar = document.querySelector('.xp-sticky');
  const from = (seen ? seen.offsetTop : 0) + MARGIN;
  const screen = seen ? seen.offsetTop + seen.height : window.innerHeight;
  const to = Math.min(screen, bar ? bar.getBoundingClientRect().top : screen) - MARGIN;
  const { top, bottom } = field.getBoundingClientRect();
  const said = field.closest('tr')?.nextElementSibling;
  const end = said?.matches('.xp-checkrow:not([hidden])') ? said.getBoundingClientRect().bottom : bottom;
  const lowest = end - top <= to - from ? end : bottom;
  if (top < from || lowest > to) {
    window.scrollBy({ top: top < from ? top - from : Math.min(lowest - to, top - from), behavior: 'instant' });
  }
}

report.addEventListener('focusin', keepInSight);
window.visualViewport?.addEventListener('resize', keepInSight);

report.addEventListener('keydown', (event) => {
  // an input method that is composing needs these keys itself
  if (!('column' in event.target.dataset) || event.isComposing || event.altKey || event.ctrlKey || event.metaKey) {
    return;
  }
  const step = { Enter: event.shiftKey ? -1 : 1, ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step) {
    event.preventDefault();
    const all = column();
    const next = all[all.indexOf(event.target) + step];
    go(next || (event.key === 'Enter' && step > 0 ? fields().find((field) => !('column' in field.dataset)) : null));
  }
});

function nextProblem() {
  const problems = [...report.querySelectorAll('[data-problem]:not([readonly])')].filter((field) => field.offsetParent);
  const here = document.activeElement;
  const after = problems.find((field) => here.compareDocumentPosition(field) & Node.DOCUMENT_POSITION_FOLLOWING);
  const first = here.closest('#report') ? after || problems[0] : problems[0];
  first?.scrollIntoView({ block: first.matches('section') ? 'start' : 'center', behavior: 'instant' });
  go(first);
}

document.addEventListener('keydown', (event) => {
  if (!event.altKey || event.ctrlKey || event.metaKey) {
    return;
  }
  const submit = document.querySelector('.xp-sticky [data-send]');
  if (event.code === 'KeyN') {
    event.preventDefault();
    nextProblem();
  } else if (event.code === 'KeyS' && submit) {
    event.preventDefault();
    // a field that is still being typed in counts
    report.requestSubmit(submit);
  }
});

document.addEventListener('click', (event) => {
  if (event.target.matches('[data-next]')) {
    event.preventDefault();
    nextProblem();
  } else if (event.target.matches('[data-forget]')) {
    kept().forEach((name) => localStorage.removeItem(name));
    document.querySelector('#unsent').hidden = true;
  } else if (event.target.matches('[data-discard]')) {
    gone.clear();
    offer(document);
    show();
  }
});

// --- when the page opens ---------------------------------------------------------------------------------------------------

// what was typed on this device and never acknowledged is sent again, as the same intent
function resume() {
  kept().forEach((name) => {
    const key = name.slice(shelf.length);
    const item = JSON.parse(localStorage.getItem(name));
    const field = fieldOf(key);
    if (!field || field.readOnly || field.value === item.value || field.defaultValue !== baseOf(key).value) {
      localStorage.removeItem(name);
    } else {
      field.value = item.value;
      put(field, { ...item, held: false });
    }
  });
  fields().forEach(typed);
  send();
}

function showUnsent() {
  const list = document.querySelector('#unsent ul');
  kept().forEach((name) => {
    const line = document.createElement('li');
    const row = document.getElementById(name.slice(shelf.length));
    line.textContent = `${row ? row.querySelector('th').firstChild.textContent : ''} ${JSON.parse(localStorage.getItem(name)).value}`;
    list.append(line);
  });
  document.querySelector('#unsent').hidden = !list.children.length;
}

if (report.dataset.save) {
  document.documentElement.dataset.live = 'true';
  resume();
  const left = report.querySelector('[data-resume]:not([readonly])');
  if (left && left.offsetParent && !location.hash && !document.querySelector('[data-focus]')) {
    left.scrollIntoView({ block: 'center', behavior: 'instant' });
    if (matchMedia('(pointer: fine)').matches) {
      go(left);
    }
  }
} else {
  showUnsent();
}
