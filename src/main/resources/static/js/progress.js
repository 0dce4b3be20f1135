// The monthly form: by keyboard, and saved field by field while it is typed. Without this the form works as any other. What a
// field may hold, what is derived from it and who wins is for the server to say.

const report = document.querySelector('#report');
// a module under the fingerprint of its content, which only the page knows; nobody waits for it before the first answer
let morph;
const morphing = import(report.dataset.morph).then((module) => { morph = module.morph; });
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
let signedOut = false;
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

// it waits on this device until the server has it, or until whoever typed it signs out
function put(field, item) {
  unsent.set(field.dataset.field, item);
  localStorage.setItem(shelf + field.dataset.field, JSON.stringify({ ...item, name: nameOf(field) }));
  keptAt = new Date().toTimeString().slice(0, 5);
  show();
}

function nameOf(field) {
  const row = document.getElementById(field.dataset.field.split('.')[0]);
  const label = field.labels[0] ? field.labels[0].textContent : '';
  return row ? `${row.querySelector('th').firstChild.textContent} ${label}` : label;
}

function forget(key) {
  unsent.delete(key);
  localStorage.removeItem(shelf + key);
}

const kept = () => Object.keys(localStorage).filter((name) => name.startsWith(shelf));
// what waits and has no open field to go to
const stranded = () => kept().filter((name) => !unsent.has(name.slice(shelf.length)));

// what goes along with the whole form is not lost, whatever becomes of its own way
report.addEventListener('submit', () => {
  kept().filter((name) => unsent.has(name.slice(shelf.length))).forEach((name) => {
    localStorage.setItem(name, JSON.stringify({ ...JSON.parse(localStorage.getItem(name)), along: true }));
  });
});

function show() {
  const refused = [...unsent.values()].filter((item) => item.held).length;
  tell('[data-refused]', refused);
  tell('[data-waiting]', unsent.size - refused);
  tell('[data-local]', unsent.size ? keptAt : '');
  tell('[data-gone]', gone.size);
  document.querySelectorAll('[data-signed-out]').forEach((notice) => { notice.hidden = !signedOut; });
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
    await morphing;
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
    signOut();
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

// --- when the session has ended ---------------------------------------------------------------------------------------------

// the cursor stays where it is: whoever types goes on, and it is kept here
function signOut() {
  closed = true;
  signedOut = true;
  show();
}

// whoever has signed in again, maybe in another tab, goes on with the new session; nobody else does
async function comeBack() {
  if (!signedOut || sending || document.visibilityState === 'hidden') {
    return;
  }
  sending = true;
  try {
    const answer = await fetch(location.href, { redirect: 'manual', signal: AbortSignal.timeout(PATIENCE) });
    const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('#report');
    if (fresh && fresh.dataset.store === report.dataset.store) {
      document.querySelectorAll('[name=_csrf]').forEach((token) => { token.value = fresh.elements._csrf.value; });
      signedOut = false;
      closed = false;
      wait = 0;
    }
  } catch {
    // not reached; the next look at the page tries again
  } finally {
    sending = false;
    show();
  }
  send();
}

['focus', 'online', 'pageshow'].forEach((event) => window.addEventListener(event, comeBack));
document.addEventListener('visibilitychange', comeBack);

// --- what is typed ---------------------------------------------------------------------------------------------------------

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
  // everything else waits on this device
  if (!leaving && gone.size) {
    event.preventDefault();
  }
});

// --- paste of a column -----------------------------------------------------------------------------------------------------

let fills = []; // of the last paste: key, what stood in the field, what stands there now
let pastedInto = null;

async function paste(text, into, from) {
  const body = new URLSearchParams({ _csrf: report.elements._csrf.value, text });
  into.forEach((field) => body.append('into', field.dataset.field));
  const answer = await fetch(report.dataset.paste, { method: 'POST', body, redirect: 'manual', signal: AbortSignal.timeout(PATIENCE) }).catch(() => null);
  if (!answer || answer.status >= 500 || answer.status === 429) {
    reveal('#paste-failed');
    return false;
  }
  const said = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('#pasted');
  if (!said) {
    signOut();
    return false;
  }
  document.querySelector('#paste-failed').hidden = true;
  document.querySelector('#pasted').replaceWith(said);
  fills = [...said.querySelectorAll('[data-cell]')].map(({ dataset }) => ({ key: dataset.cell, was: fieldOf(dataset.cell).value, now: dataset.value }));
  pastedInto = from.dataset.field;
  fills.forEach(({ key, now }) => fill(fieldOf(key), now));
  send();
  reveal('#pasted');
  return answer.ok;
}

function fill(field, value) {
  field.value = value;
  typed(field);
}

// what was typed over it meanwhile stays
function undo() {
  fills.filter(({ key, now }) => fieldOf(key)?.value === now).forEach(({ key, was }) => fill(fieldOf(key), was));
  fills = [];
  send();
  const box = document.querySelector('#pasted');
  box.querySelectorAll('.st, [data-filled], [data-undo]').forEach((gone) => gone.remove());
  box.querySelector('[data-undone]').hidden = false;
  go(fieldOf(pastedInto));
}

report.addEventListener('paste', (event) => {
  const text = event.clipboardData.getData('text/plain');
  if ('column' in event.target.dataset && /[\t\n]/.test(text.trim())) {
    event.preventDefault();
    const all = column();
    paste(text, all.slice(all.indexOf(event.target)), event.target);
  }
});

report.addEventListener('click', async ({ target }) => {
  const place = document.querySelector('#paste');
  const opener = document.querySelector('[data-paste-open]');
  if (target === opener) {
    place.hidden = !place.hidden;
    opener.setAttribute('aria-expanded', String(!place.hidden));
    if (!place.hidden) {
      place.querySelector('textarea').focus();
    }
  } else if (target.matches('[data-fill]')) {
    const all = column();
    const box = place.querySelector('textarea');
    if (all.length && box.value.trim() && await paste(box.value, all, all[0])) {
      box.value = '';
      place.hidden = true;
      opener.setAttribute('aria-expanded', 'false');
    }
  } else if (target.matches('[data-undo]')) {
    undo();
  } else if (target.matches('[data-close]')) {
    document.querySelector('#pasted').hidden = true;
    go(fieldOf(pastedInto));
  }
});

// --- keyboard --------------------------------------------------------------------------------------------------------------

// a figure is typed anew, a text goes on at its end; where somebody else has to act, the part itself is the place
function go(field) {
  if (field) {
    field.focus();
    if ('column' in field.dataset) {
      field.select();
    } else if (field.matches('input, textarea')) {
      field.setSelectionRange(field.value.length, field.value.length);
    }
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
    stranded().forEach((name) => localStorage.removeItem(name));
    document.querySelector('#unsent').hidden = true;
  } else if (event.target.matches('[data-discard]')) {
    gone.clear();
    offer(document);
    show();
  } else if (event.target.closest('[data-reopen]')) {
    leaving = true;
  }
});

// --- when the page opens ---------------------------------------------------------------------------------------------------

// what was typed on this device and never acknowledged is sent again, as the same intent; what has no open field now is shown
function resume() {
  kept().forEach((name) => {
    const item = JSON.parse(localStorage.getItem(name));
    const field = fieldOf(name.slice(shelf.length));
    const open = field && !field.readOnly;
    if (open && field.value !== item.value && field.defaultValue === baseOf(field.dataset.field).value) {
      field.value = item.value;
      put(field, { ...item, held: false, along: false });
    } else if (open || field?.value === item.value) {
      localStorage.removeItem(name);
    }
  });
  fields().forEach(typed);
  send();
}

function showStranded() {
  const list = document.querySelector('#unsent ul');
  stranded().forEach((name) => {
    const item = JSON.parse(localStorage.getItem(name));
    if (item.along) {
      localStorage.removeItem(name);
      return;
    }
    const line = document.createElement('li');
    line.className = 'xp-pre';
    line.textContent = `${item.name ?? ''} ${item.value}`;
    list.append(line);
  });
  document.querySelector('#unsent').hidden = !list.children.length;
}

// where one left off comes into sight, but not past what is to be done first; the cursor is for whoever types to set
function scrollToWhereOneLeftOff() {
  const left = report.querySelector('[data-resume]:not([readonly])');
  const first = [...document.querySelectorAll('main .xp-sumbox, main .xp-returned')].some((notice) => notice.offsetParent);
  if (left && left.offsetParent && !location.hash && !first) {
    left.scrollIntoView({ block: 'center', behavior: 'instant' });
  }
}

if (report.dataset.save) {
  document.documentElement.dataset.live = 'true';
  document.querySelectorAll('[data-paste-open]').forEach((opener) => { opener.hidden = false; });
  resume();
}
showStranded();
scrollToWhereOneLeftOff();
