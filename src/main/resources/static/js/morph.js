// Turns a part of the page into a newer one that the server drew, element by element, so that focus, selection and what is being
// typed stay. Elements are the same when they have the same id, or without ids when they follow each other alike. What is marked
// data-still is the script's own and stays as it is.

// mine: says of a field whether what is typed in it stays
export function morph(old, fresh, mine) {
  if (old.nodeName !== fresh.nodeName) {
    old.replaceWith(fresh);
    return;
  }
  if (old.nodeType !== Node.ELEMENT_NODE) {
    if (old.nodeValue !== fresh.nodeValue) {
      old.nodeValue = fresh.nodeValue;
    }
    return;
  }
  if ('still' in old.dataset) {
    return;
  }
  morphAttributes(old, fresh);
  if (old.matches('input, textarea')) {
    old.defaultValue = fresh.defaultValue;
    if (!mine(old)) {
      old.value = fresh.defaultValue;
    }
    return;
  }
  const ids = new Set([...fresh.children].map((child) => child.id).filter(Boolean));
  let at = old.firstChild;
  for (const child of [...fresh.childNodes]) {
    const known = child.id && [...old.children].find((one) => one.id === child.id);
    // what is gone goes first, so that what stays need not be moved
    while (known && at && at !== known && !ids.has(at.id)) {
      at = remove(at);
    }
    if (known && at !== known) {
      old.insertBefore(known, at);
    }
    const match = known || (at && !at.id && !child.id && at.nodeName === child.nodeName ? at : null);
    if (match) {
      at = match.nextSibling;
      morph(match, child, mine);
    } else {
      old.insertBefore(child, at);
    }
  }
  while (at) {
    at = remove(at);
  }
}

function remove(node) {
  const next = node.nextSibling;
  node.remove();
  return next;
}

function morphAttributes(old, fresh) {
  for (const { name } of [...old.attributes]) {
    // a form that is on its way stays marked (app.js)
    if (!fresh.hasAttribute(name) && name !== 'data-sent') {
      old.removeAttribute(name);
    }
  }
  for (const { name, value } of [...fresh.attributes]) {
    // a row does not vanish under the cursor
    const here = name === 'hidden' && old.contains(document.activeElement);
    if (old.getAttribute(name) !== value && !here && !(name === 'value' && old.matches('input'))) {
      old.setAttribute(name, value);
    }
  }
}
