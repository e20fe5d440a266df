// Small tools for the page. Text always goes in as text, never as markup.

/** An element with attributes, listeners (on…), a class, and children (elements or text). */
export function el(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith('on')) element.addEventListener(key.slice(2), value);
    else if (value === true) element.setAttribute(key, '');
    else if (value !== false && value != null) element.setAttribute(key, value);
  }
  element.append(...children.filter((child) => child != null));
  return element;
}

/** Sets the text only where it differs, so that selections and screen readers are left in peace. */
export function text(element, words) {
  const string = String(words);
  if (element.textContent !== string) element.textContent = string;
}

/**
 * Keeps one child per item, in order, reusing those that are there: what has the focus keeps it.
 * `make(item)` gives an element with a method `show(item)`.
 */
export function keyed(parent, items, key, make) {
  const old = new Map([...parent.children].map((child) => [child.dataset.key, child]));
  let place = null;
  for (const item of items) {
    const id = key(item);
    let child = old.get(id);
    if (child) old.delete(id);
    else {
      child = make(item);
      child.dataset.key = id;
    }
    const wanted = place ? place.nextSibling : parent.firstChild;
    if (wanted !== child) parent.insertBefore(child, wanted);
    child.show(item);
    place = child;
  }
  for (const child of old.values()) child.remove();
}

/** A question that is answered with a button; resolves to whether it was yes. */
export function ask(words, yes) {
  const dialog = document.getElementById('ask');
  text(document.getElementById('ask-words'), words);
  text(document.getElementById('ask-yes'), yes);
  return new Promise((resolve) => {
    const answer = (value) => {
      dialog.onclose = null;
      dialog.close();
      resolve(value);
    };
    document.getElementById('ask-yes').onclick = () => answer(true);
    document.getElementById('ask-no').onclick = () => answer(false);
    dialog.onclose = () => answer(false);
    dialog.showModal();
  });
}

/** A button that is off while its work runs and says beside it what went wrong. */
export function action(label, work, attributes = {}) {
  const words = el('span', { class: 'problem', role: 'alert' });
  const button = el('button', { type: 'button', ...attributes, onclick: run }, label);
  async function run() {
    button.disabled = true;
    text(words, '');
    try {
      await work();
    } catch (problem) {
      text(words, problem.message);
    }
    button.disabled = false;
  }
  const both = el('span', { class: 'action' }, button, words);
  both.button = button;
  return both;
}
