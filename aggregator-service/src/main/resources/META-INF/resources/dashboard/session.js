// Who is signed in, what they may do, and the view that asks for a token.
import { action, el, text } from './dom.js';
import { get, remove, post } from './server.js';

const roles = ['viewer', 'scientist', 'operator'];
let now = { mode: 'off', name: null, role: null };

/** Asks the server who this is; resolves to whether they may look. */
export async function known() {
  now = await get('/session');
  show();
  return now.role != null;
}

/** Whether who is signed in has that role or one above it. */
export const may = (role) => roles.indexOf(now.role) >= roles.indexOf(role);

function show() {
  const asks = now.mode === 'tokens' || now.mode === 'oidc';
  const who = document.getElementById('who');
  who.hidden = !asks || !now.name;
  if (!who.hidden) who.replaceChildren(el('span', {}, `${now.name}${now.role ? `, ${now.role}` : ''}`), leave());
  for (const link of document.querySelectorAll('nav a')) {
    link.hidden = !may(link.dataset.page === 'submit' ? 'scientist' : 'viewer');
  }
}

function leave() {
  return action('Sign out', async () => {
    await remove('/session');
    location.reload();
  });
}

/** What is shown to one who may not look yet. */
export function signIn() {
  const view = el('section', { class: 'sign-in' }, el('h1', {}, 'Sign in'));
  if (now.name) {
    view.append(el('p', {}, `${now.name} is known here and has no role. Whoever runs this server can give one.`));
  } else if (now.mode === 'oidc') {
    view.append(el('p', { class: 'buttons' }, el('a', { class: 'strong button', href: '/session/sign-in' }, 'Sign in')));
  } else {
    view.append(tokenForm());
  }
  return view;
}

function tokenForm() {
  const token = el('input', { id: 'token', type: 'password', autocomplete: 'off', spellcheck: 'false', required: true });
  const send = action('Sign in', async () => {
    const given = token.value.trim();
    token.value = '';
    await post('/session', given, 'text/plain');
    location.reload();
  }, { class: 'strong' });
  token.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') send.button.click();
  });
  return el('div', {},
    el('label', { for: 'token' }, 'Token'), token, el('p', { class: 'buttons' }, send),
    el('p', { class: 'quiet' }, 'Whoever runs this server hands out tokens. It is kept in a cookie of this browser until you sign out or close it.'));
}
