// What the page asks of the server. Every failure is an Error with the server's own words.

async function answer(path, options) {
  let response;
  try {
    response = await fetch(path, options);
  } catch {
    throw new Error('The server does not answer.');
  }
  const body = await response.text();
  if (!response.ok) throw new Error(body || `The server answered with status ${response.status}.`);
  return JSON.parse(body);
}

export const get = (path) => answer(path);
export const post = (path, body, type) =>
  answer(path, { method: 'POST', body, headers: type ? { 'Content-Type': type } : {} });
export const remove = (path) => answer(path, { method: 'DELETE' });
export const study = (id) => `/studies/${encodeURIComponent(id)}`;
export const result = (id, path) =>
  `${study(id)}/results/${path.split('/').map(encodeURIComponent).join('/')}`;

/**
 * Calls back with each message of the live stream, with whether there is a connection, and when the
 * server refused it.
 */
export function listen(onPulse, onLive, onRefused) {
  const source = new EventSource('/pulse/events');
  source.onmessage = (event) => {
    onLive(true);
    onPulse(JSON.parse(event.data));
  };
  source.onerror = () => {
    onLive(false);
    // The browser tries again by itself unless the server refused.
    if (source.readyState === EventSource.CLOSED) setTimeout(onRefused, 3000);
  };
}
