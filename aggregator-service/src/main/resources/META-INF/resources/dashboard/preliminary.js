// Figures of a study that is not through, from the models fitted so far. Asked for when there is a
// new model, and not more often than every few seconds.
import { el, keyed, text } from './dom.js';
import { get, study as address } from './server.js';
import { count } from './words.js';

const LEAST = 5000;

export function preliminary(id) {
  const heading = el('h2', {}, 'Preliminary figures');
  const label = el('p', { class: 'preliminary', role: 'status' });
  const problem = el('p', { class: 'problem' });
  const figures = el('div', { class: 'figures-grid' });
  const view = el('section', { hidden: true, 'aria-label': 'Preliminary figures' }, heading, label, problem, figures);
  let done = 0;
  let seen = -1;
  let last = -LEAST;
  let version = 0;
  view.show = (study) => {
    const runs = ['RUNNING', 'REPORTING'].includes(study.state);
    done = study.stages.find(({ stage }) => stage.name === 'encoding')?.stage.done ?? 0;
    if (!runs) {
      view.hidden = true;
      seen = -1;
    } else if (done > 0 && seen !== done && performance.now() - last >= LEAST) {
      seen = done;
      last = performance.now();
      load();
    }
  };
  async function load() {
    try {
      const now = await get(`${address(id)}/preliminary`);
      // What did not fit into this redraw comes with the next.
      if (now.drawn !== now.fitted) seen = -1;
      text(problem, '');
      draw(now);
    } catch (error) {
      seen = -1;
      text(problem, error.message);
    }
  }
  function draw(now) {
    view.hidden = !now.figures.length;
    text(label, `Preliminary: ${count(now.drawn)} of ${count(now.total)} models. `
      + 'These figures change until the study ends; participants and layers may be missing in them, and nothing is tested.');
    version = now.version;
    keyed(figures, now.figures, (figure) => figure.id, picture);
  }
  function picture(first) {
    const image = el('img', { loading: 'lazy' });
    const item = el('figure', {}, image);
    let shown = 0;
    item.show = (figure) => {
      if (shown === version) return;
      shown = version;
      image.alt = figure.title;
      image.src = `${address(id)}/preliminary/${encodeURIComponent(figure.id)}?version=${version}`;
    };
    return item;
  }
  return view;
}
