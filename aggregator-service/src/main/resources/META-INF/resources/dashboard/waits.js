// What keeps a study from moving, one sentence each; nothing is shown while all moves.
import { el, keyed, text } from './dom.js';

export function waitList() {
  const list = el('ul', { class: 'waits', role: 'status', 'aria-label': 'Waiting', hidden: true });
  list.show = (sentences) => {
    list.hidden = !sentences.length;
    keyed(list, sentences, (words) => words, (words) => {
      const item = el('li');
      item.show = () => text(item, `Waiting: ${words}`);
      return item;
    });
  };
  return list;
}
