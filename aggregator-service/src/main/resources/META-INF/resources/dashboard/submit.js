// A study file pasted in.
import { action, el } from './dom.js';
import { post } from './server.js';

const example = `study: mine
dataset: {algonauts: data/algonauts_2023}
networks: [{onnx: network.onnx}]
layers: {early: stage3, middle: stage6, late: stage9}
`;

export function submit() {
  const yaml = el('textarea', {
    id: 'yaml', rows: '18', spellcheck: 'false', required: true, placeholder: example, autocomplete: 'off',
  });
  const base = el('input', { id: 'base', type: 'text', value: '/', spellcheck: 'false', autocomplete: 'off' });
  const send = action('Submit', async () => {
    const path = `/studies?source=study.yaml&base=${encodeURIComponent(base.value || '/')}`;
    const status = await post(path, yaml.value, 'application/yaml');
    location.hash = `#/studies/${encodeURIComponent(status.study)}`;
  }, { class: 'strong' });
  return el('section', {}, el('h1', {}, 'Submit a study'),
    el('label', { for: 'yaml' }, 'Study file (YAML)'), yaml,
    el('label', { for: 'base' }, 'Folder on the server that its relative paths start from'), base,
    el('p', { class: 'buttons' }, send),
    el('p', { class: 'quiet' }, 'A study that is known is resumed: what was computed is not computed again.'));
}
