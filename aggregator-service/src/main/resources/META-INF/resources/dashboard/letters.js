// Dead letters: what failed and why; replay and discard.
import { action, ask, el, keyed, text } from './dom.js';
import { get, post } from './server.js';
import { may } from './session.js';
import { moment } from './words.js';

export function letters() {
  const heading = el('h2', {}, 'Dead letters');
  const problem = el('p', { class: 'problem', role: 'alert' });
  const handled = el('input', { type: 'checkbox', onchange: draw });
  const none = el('p', { class: 'quiet' }, 'Waiting for the server …');
  const list = el('ul', { class: 'cards letters', 'aria-label': 'Dead letters' });
  const view = el('section', {}, heading, problem,
    el('label', {}, handled, ' show those replayed and discarded too'), none, list);
  let all = [];
  let known = -1;
  view.show = (pulse) => {
    text(heading, pulse.openLetters ? `Dead letters (${pulse.openLetters} open)` : 'Dead letters');
    if (pulse.letters !== known) {
      known = pulse.letters;
      load();
    }
  };
  async function load() {
    try {
      all = await get('/dead-letters');
      text(problem, '');
      draw();
    } catch (error) {
      known = -1;
      text(problem, error.message);
    }
  }
  function draw() {
    const shown = all.filter((letter) => handled.checked || letter.state === 'OPEN');
    none.hidden = shown.length > 0;
    text(none, all.length ? 'None open.' : 'None: no task failed for good.');
    keyed(list, shown, (letter) => letter.id, card);
  }
  async function act(id, what) {
    await post(`/dead-letters/${encodeURIComponent(id)}/${what}`);
    await load();
  }
  function card(letter) {
    const state = el('span', { class: 'state' });
    const replay = action('Replay', () => act(letter.id, 'replay'), { 'aria-label': `Replay ${letter.id}` });
    const discard = action('Discard', () => discarded(letter.id), { 'aria-label': `Discard ${letter.id}` });
    const item = el('li', { class: 'card letter' },
      el('div', { class: 'title' }, el('h3', {}, `${letter.origin || 'unknown topic'}, ${moment(letter.atMillis)}`), state),
      el('p', { class: 'reason' }, letter.reason),
      facts(letter), content(letter.id), el('p', { class: 'buttons' }, replay, discard));
    item.show = (now) => {
      text(state, now.state.toLowerCase());
      state.dataset.state = now.state;
      replay.hidden = discard.hidden = !may('operator') || now.state !== 'OPEN';
    };
    return item;
  }
  async function discarded(id) {
    if (await ask(`Discard dead letter ${id}? Its study keeps the failure.`, 'Discard')) await act(id, 'discard');
  }
  return view;
}

function facts(letter) {
  const rows = [
    ['Letter', letter.id],
    ['Study', letter.study || '–'],
    ['Task', letter.task || '–'],
    ['Origin', `${letter.origin || '–'}, partition ${letter.partition}, offset ${letter.offset}`],
    ['Tried', letter.deliveries === 1 ? 'once' : `${letter.deliveries} times`],
    ['Given up by', letter.worker || '–'],
    ...(letter.trace ? [['Trace', letter.trace]] : []),
  ];
  return el('dl', {}, ...rows.flatMap(([name, value]) => [el('dt', {}, name), el('dd', {}, value)]));
}

function content(id) {
  const words = el('pre', { tabindex: '0', 'aria-label': 'the failed event' });
  async function load(event) {
    if (!event.target.open || words.textContent) return;
    try {
      const { event: body } = await get(`/dead-letters/${encodeURIComponent(id)}`);
      text(words, pretty(body));
    } catch (error) {
      text(words, error.message);
    }
  }
  return el('details', { ontoggle: load }, el('summary', {}, 'The event that failed'), words);
}

function pretty(body) {
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    return body;
  }
}
