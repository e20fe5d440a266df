// Topics, workers, dead letters: is it healthy, is it stuck?
import { el, keyed, text } from './dom.js';
import { letters } from './letters.js';
import { count, duration, rate, topicStates } from './words.js';

const columns = [
  ['state', 'State', (t) => topicStates[t.state] ?? t.state],
  ['lag', 'Unfinished', (t) => count(t.lag)],
  ['oldest', 'Oldest', (t) => duration(t.oldestSeconds)],
  ['in', 'Written', (t) => rate(t.writtenPerSecond)],
  ['out', 'Finished', (t) => rate(t.finishedPerSecond)],
  ['drain', 'Empty in', (t) => duration(t.drainSeconds)],
  ['consumers', 'Consumers', (t) => count(t.consumers)],
  ['messages', 'Kept', (t) => count(t.messages)],
];

export function pipeline() {
  const body = el('tbody');
  const table = el('table', { class: 'topics' },
    el('caption', {}, 'Unfinished: messages waiting or under way. Oldest: age of the oldest unfinished one. Rates are of the last minute.'),
    el('thead', {}, el('tr', {}, el('th', { scope: 'col' }, 'Topic'),
      ...columns.map(([, title]) => el('th', { scope: 'col' }, title)))),
    body);
  const workers = el('ul', { class: 'workers', 'aria-label': 'Workers' });
  const box = letters();
  const view = el('section', {}, el('h1', {}, 'Pipeline'), el('h2', {}, 'Topics'), table,
    el('h2', {}, 'Workers alive'), workers, box);
  view.show = (pulse) => {
    keyed(body, pulse.pipeline.topics, (topic) => topic.topic, row);
    keyed(workers, groups(pulse.pipeline), (group) => group.queue, group);
    box.show(pulse);
  };
  return view;
}

function row(first) {
  const cells = columns.map(([name, title]) => el('td', { class: name, 'data-label': title }));
  const line = el('tr', {}, el('th', { scope: 'row' }, first.topic), ...cells);
  line.show = (topic) => {
    line.dataset.state = topic.state;
    columns.forEach(([, , words], i) => text(cells[i], words(topic)));
  };
  return line;
}

function groups({ topics, workers }) {
  return topics.filter((topic) => topic.queue).map(({ topic }) => {
    const own = workers.filter((worker) => worker.queue === topic);
    return { queue: topic, n: own.length, hosts: [...new Set(own.map((w) => w.host))].sort() };
  });
}

function group() {
  const words = el('span');
  const item = el('li', {}, words);
  item.show = ({ queue, n, hosts }) => {
    const from = n ? ` on ${hosts.join(', ')}` : '';
    text(words, `${queue}: ${n === 1 ? '1 worker' : `${n} workers`}${from}`);
    item.classList.toggle('none', n === 0);
  };
  return item;
}
