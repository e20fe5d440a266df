// The stages of one study as bars with words.
import { el, keyed, text } from './dom.js';
import { stageWords } from './words.js';

export function stageList() {
  const list = el('ul', { class: 'stages' });
  list.show = (stages) => keyed(list, stages, (s) => s.stage.name, row);
  return list;
}

function row({ stage }) {
  const words = el('span', { class: 'figures' });
  const bar = el('progress', { 'aria-label': stage.name });
  const item = el('li', {}, el('span', { class: 'name' }, stage.name), bar, words);
  item.show = (progress) => {
    const { done, failed, total } = progress.stage;
    bar.max = total || 1;
    bar.value = done;
    item.classList.toggle('failed', failed > 0);
    text(words, total ? stageWords(progress) : 'not begun');
  };
  return item;
}
