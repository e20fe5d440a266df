// The page: which part is shown, and the live stream that feeds it.
import { el, keyed, text } from './dom.js';
import { listen } from './server.js';
import { known, may, signIn } from './session.js';
import { studies } from './studies.js';
import { studyPage } from './study.js';
import { pipeline } from './pipeline.js';
import { submit } from './submit.js';

const page = document.getElementById('page');
const live = document.getElementById('live');
let shown = null;
let pulse = null;
const studiesById = new Map();

function parts() {
  const [name = '', id] = location.hash.replace(/^#\/?/, '').split('/');
  if (name === 'studies' && id) return { page: 'studies', make: () => studyPage(decoded(id)) };
  if (name === 'pipeline') return { page: 'pipeline', make: pipeline };
  if (name === 'submit') return { page: 'submit', make: submit };
  return { page: 'studies', make: studies };
}

function decoded(id) {
  try {
    return decodeURIComponent(id);
  } catch {
    return id;
  }
}

function open(moved) {
  const part = parts();
  shown = part.make();
  page.replaceChildren(shown);
  for (const link of document.querySelectorAll('nav a')) {
    if (link.dataset.page === part.page) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  }
  const title = page.querySelector('h1')?.textContent;
  document.title = title ? `${title} · Chiasm` : 'Chiasm';
  if (moved) {
    page.focus({ preventScroll: true });
    scrollTo(0, 0);
  }
  if (pulse) shown.show?.(pulse);
}

function troubles(list) {
  keyed(document.getElementById('troubles'), list, (words) => words, () => {
    const line = el('p');
    line.show = (words) => text(line, `Figures are older than they look: ${words}`);
    return line;
  });
}

addEventListener('hashchange', () => {
  if (location.hash !== '#page' && may('viewer')) open(true);
});
document.querySelector('.skip').addEventListener('click', (event) => {
  event.preventDefault();
  page.focus();
});

/** Asks who this is first: a stream that is refused says nothing of why. */
async function start() {
  try {
    if (!(await known())) {
      shown = signIn();
      page.replaceChildren(shown);
      text(live, '');
      return;
    }
  } catch {
    lost();
    setTimeout(start, 3000);
    return;
  }
  if (!shown) open(false);
  follow();
}

function lost() {
  text(live, 'no connection, trying again …');
  live.classList.add('lost');
}

function follow() {
  listen(
    ({ whole, pulse: next }) => {
      // After the first message only studies that changed are sent.
      if (whole) studiesById.clear();
      for (const study of next.studies) studiesById.set(study.study, study);
      pulse = { ...next, studies: [...studiesById.values()] };
      troubles(pulse.troubles);
      shown.show?.(pulse);
    },
    (connected) => {
      if (!connected) return lost();
      text(live, 'live');
      live.classList.remove('lost');
    },
    start,
  );
}

start();
