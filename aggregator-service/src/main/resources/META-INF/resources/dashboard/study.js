// One study: progress, what failed, figures and files as they become available.
import { action, ask, el, keyed, text } from './dom.js';
import { preliminary } from './preliminary.js';
import { may } from './session.js';
import { get, post, result, study as address } from './server.js';
import { stageList } from './stages.js';
import { showState } from './studies.js';
import { waitList } from './waits.js';
import { ended } from './words.js';

// More than anyone reads here.
const LINES = 200;
const FILES = 2000;

export function studyPage(id) {
  const state = el('span', { class: 'state' });
  const problem = el('p', { class: 'problem', role: 'alert' });
  const stages = stageList();
  const waits = waitList();
  const cancel = action('Cancel', () => stop(id));
  const resume = action('Resume', () => post(`${address(id)}/resume`));
  const reasons = notes('What failed', 'reasons');
  const warnings = notes('Warnings', 'warnings');
  const early = preliminary(id);
  const results = resultsOf(id);
  const view = el('section', {},
    el('div', { class: 'title' }, el('h1', {}, id), state),
    el('p', { class: 'buttons' }, cancel, resume), problem, waits, stages, early, results, reasons, warnings);
  cancel.hidden = resume.hidden = true;
  let seen = '';
  view.show = (pulse) => {
    const study = pulse.studies.find((s) => s.study === id);
    text(problem, study ? '' : `There is no study ${id}.`);
    if (!study) return;
    showState(state, study.state);
    stages.show(study.stages);
    waits.show(study.waiting);
    early.show(study);
    cancel.hidden = !may('scientist') || ended(study.state);
    resume.hidden = !may('scientist') || !['FAILED', 'CANCELLED'].includes(study.state);
    const now = [study.state, study.reasons, study.warnings].join();
    if (now !== seen) {
      seen = now;
      refresh().catch((error) => {
        seen = '';
        text(problem, error.message);
      });
    }
  };
  async function refresh() {
    const status = await get(address(id));
    reasons.show(status.reasons);
    warnings.show(status.warnings);
    results.show(await get(`${address(id)}/results?prefix=figures/&prefix=report.html`), status.state);
  }
  return view;
}

async function stop(id) {
  if (await ask(`Cancel ${id}? What was computed is kept.`, 'Cancel the study')) {
    await post(`${address(id)}/cancel`);
  }
}

function notes(title, name) {
  const list = el('ul', { class: `notes ${name}` });
  const view = el('section', { hidden: true }, el('h2', {}, title), list);
  view.show = (words) => {
    view.hidden = !words.length;
    const shown = words.slice(0, LINES);
    if (words.length > shown.length) shown.push(`… and ${words.length - shown.length} more; chiasm status lists all`);
    keyed(list, shown, (line) => line, (line) => Object.assign(el('li', {}, line), { show() {} }));
  };
  return view;
}

function resultsOf(id) {
  const lead = el('p', { class: 'quiet' });
  const figures = el('div', { class: 'figures-grid' });
  const files = el('ul', { class: 'files' });
  const all = el('details', { hidden: true, ontoggle: listFiles }, el('summary', {}, 'All files'), files);
  const view = el('section', {}, el('h2', {}, 'Results'), lead, figures, all);
  let of = '';
  view.show = (paths, state) => {
    if (of !== state + paths.length) {
      // A resumed study has new files under the same names.
      of = state + paths.length;
      figures.replaceChildren();
    }
    lead.replaceChildren(...leading(id, paths, state));
    const drawn = paths.filter((path) => /^figures\/.*\.svg$/.test(path));
    keyed(figures, drawn, (path) => path, (path) => figure(id, path));
    all.hidden = !paths.length;
    listFiles();
  };
  async function listFiles() {
    if (!all.open) return;
    try {
      const paths = await get(`${address(id)}/results`);
      const items = paths.slice(0, FILES).map((path) =>
        el('li', {}, el('a', { href: result(id, path), target: '_blank', rel: 'noopener' }, path)));
      if (paths.length > FILES) items.push(el('li', {}, `… and ${paths.length - FILES} more; chiasm report fetches all`));
      files.replaceChildren(...items);
    } catch (error) {
      files.replaceChildren(el('li', { class: 'problem' }, error.message));
    }
  }
  return view;
}

function leading(id, paths, state) {
  if (paths.includes('report.html')) {
    const old = ended(state) ? '' : ' (of an earlier run; new ones follow)';
    const report = (words, part = '') =>
      el('a', { class: 'report', href: result(id, 'report.html') + part, target: '_blank', rel: 'noopener' }, words);
    const maps = paths.some((path) => path.startsWith('figures/map_'));
    return [report('Open the report'), ...(maps ? [' · ', report('Turn the maps in 3-D', '#maps3d')] : []), old];
  }
  return [ended(state) ? 'There are no results.' : 'The report and its figures appear here when all models are fitted.'];
}

function figure(id, path) {
  const name = path.replace(/^figures\//, '').replace(/\.svg$/, '').replace(/[-_/]+/g, ' ');
  const picture = el('img', { src: result(id, path), alt: name, loading: 'lazy' });
  const link = el('a', { href: result(id, path), target: '_blank', rel: 'noopener' }, picture);
  return Object.assign(el('figure', {}, link, el('figcaption', {}, name)), { show() {} });
}
