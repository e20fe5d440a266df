// All studies, with their stages.
import { el, keyed, text } from './dom.js';
import { stageList } from './stages.js';
import { may } from './session.js';
import { waitList } from './waits.js';
import { ended } from './words.js';

// So many are drawn at once, and so few need no search.
const PAGE = 50;
const FEW = 8;
const order = ['RUNNING', 'IMPORTING', 'REPORTING', 'FAILED', 'CANCELLED', 'COMPLETED'];

export function studies() {
  const summary = el('p', { class: 'quiet' }, 'Waiting for the server …');
  const search = el('input', { type: 'search', 'aria-label': 'Find studies by name', placeholder: 'Find by name', oninput: draw });
  const list = el('ul', { class: 'cards', 'aria-label': 'Studies' });
  const more = el('button', { type: 'button', onclick: showMore }, '');
  const view = el('section', {}, el('h1', {}, 'Studies'), summary, search, list, el('p', { class: 'buttons' }, more));
  let sorted = [];
  let most = PAGE;
  view.show = (pulse) => {
    sorted = [...pulse.studies].sort((a, b) =>
      order.indexOf(a.state) - order.indexOf(b.state) || (a.study < b.study ? -1 : 1));
    text(summary, counted(sorted));
    draw();
  };
  function draw() {
    const words = search.value.trim().toLowerCase();
    const found = words ? sorted.filter(({ study }) => study.toLowerCase().includes(words)) : sorted;
    search.hidden = sorted.length <= FEW;
    more.hidden = found.length <= most;
    text(more, `Show ${Math.min(PAGE, found.length - most)} more of ${found.length}`);
    keyed(list, found.slice(0, most), (study) => study.study, card);
  }
  function showMore() {
    most += PAGE;
    draw();
  }
  draw();
  return view;
}

function counted(list) {
  if (!list.length) return `No studies yet.${may('scientist') ? ' Submit one, or run “chiasm submit STUDY.yaml”.' : ''}`;
  return order
    .map((state) => [list.filter((study) => study.state === state).length, state.toLowerCase()])
    .filter(([n]) => n)
    .map(([n, state]) => `${n} ${state}`)
    .join(', ');
}

function card(first) {
  const state = el('span', { class: 'state' });
  const notes = el('p', { class: 'quiet' });
  const stages = stageList();
  const waits = waitList();
  const link = el('a', { href: `#/studies/${encodeURIComponent(first.study)}` }, first.study);
  const item = el('li', { class: 'card' }, el('div', { class: 'title' }, el('h2', {}, link), state), waits, stages, notes);
  item.show = (study) => {
    showState(state, study.state);
    stages.hidden = ended(study.state) && study.state === 'COMPLETED';
    stages.show(study.stages);
    waits.show(study.waiting);
    const words = [];
    if (study.reasons) words.push(`${study.reasons} ${study.reasons === 1 ? 'failure' : 'failures'}`);
    if (study.warnings) words.push(`${study.warnings} ${study.warnings === 1 ? 'warning' : 'warnings'}`);
    text(notes, words.join(', '));
    notes.hidden = !words.length;
  };
  return item;
}

export function showState(element, state) {
  text(element, state.toLowerCase());
  element.dataset.state = state;
}
