// The cortical maps as surfaces that can be turned. Plain WebGL; no map leaves the page.
(() => {
'use strict';
const VERTICES = 10242;
const FACES = 2 * (VERTICES - 2);
const STEPS = 127;
const NO_VALUE = -128;
const GAP = 5; // millimetres between the hemispheres, on either side of the middle
const VIEWS = {
  left: [-90, 0], right: [90, 0], back: [0, 0], front: [180, 0], top: [0, 90], below: [180, -90],
};
const root = document.getElementById('maps3d');
const find = (selector) => root.querySelector(selector);
const canvas = find('canvas');
const gl = canvas.getContext('webgl');
if (!gl) return;

const limit = Number(root.dataset.limit);
const still = matchMedia('(prefers-reduced-motion: reduce)');
const bytes = (element) => Uint8Array.from(atob(element.textContent), (c) => c.charCodeAt(0));

// What is drawn on.
const COMMON = `
attribute vec3 at;
uniform mat3 turn;
uniform vec3 shift;
uniform vec2 scale;
uniform float lift;
void place() {
  vec3 p = turn * (at + shift);
  gl_Position = vec4(p.xy * scale, -(p.z + lift) / 400.0, 1.0);
}`;
const SURFACE = [COMMON + `
attribute vec3 normal;
attribute float depth;
attribute float value;
attribute float known;
varying float light;
varying vec3 here;
void main() {
  place();
  light = abs((turn * normal).z);
  here = vec3(depth, value, known);
}`, `
precision mediump float;
uniform sampler2D colours;
uniform float threshold;
varying float light;
varying vec3 here;
void main() {
  vec3 colour = vec3(here.x > 0.0 ? 0.604 : 0.769);
  float value = here.z > 0.0 ? here.y / here.z : 0.0;
  if (here.z >= 0.5) {
    if (abs(value) >= threshold) {
      colour = texture2D(colours, vec2((value * 127.0 + 127.5) / 255.0, 0.5)).rgb;
    }
  }
  gl_FragColor = vec4(colour * (0.55 + 0.45 * light), 1.0);
}`];
const LINES = [COMMON + `
void main() { place(); }`, `
precision mediump float;
void main() { gl_FragColor = vec4(0.1, 0.1, 0.1, 1.0); }`];

function program([vertex, fragment]) {
  const made = gl.createProgram();
  for (const [type, text] of [[gl.VERTEX_SHADER, vertex], [gl.FRAGMENT_SHADER, fragment]]) {
    const shader = gl.createShader(type);
    gl.shaderSource(shader, text);
    gl.compileShader(shader);
    gl.attachShader(made, shader);
  }
  gl.linkProgram(made);
  if (!gl.getProgramParameter(made, gl.LINK_STATUS)) throw new Error(gl.getProgramInfoLog(made));
  return {
    use: () => gl.useProgram(made),
    attribute: (name) => gl.getAttribLocation(made, name),
    uniform: (name) => gl.getUniformLocation(made, name),
  };
}

function filled(kind, data) {
  const buffer = gl.createBuffer();
  gl.bindBuffer(kind, buffer);
  gl.bufferData(kind, data, gl.STATIC_DRAW);
  return buffer;
}

function feed(shader, name, buffer, size) {
  const place = shader.attribute(name);
  gl.bindBuffer(gl.ARRAY_BUFFER, buffer);
  gl.enableVertexAttribArray(place);
  gl.vertexAttribPointer(place, size, gl.FLOAT, false, 0, 0);
}

const surface = program(SURFACE);
const lines = program(LINES);

// The shape of both hemispheres.
function hemispheres() {
  const raw = bytes(find('[data-shape]')).buffer;
  let from = 0;
  const take = (Kind, n) => {
    const part = new Kind(raw.slice(from, from + n * Kind.BYTES_PER_ELEMENT));
    from += n * Kind.BYTES_PER_ELEMENT;
    return part;
  };
  return ['left', 'right'].map((name, index) => {
    const at = Float32Array.from(take(Int16Array, 3 * VERTICES), (v) => v / 100);
    const faces = take(Uint16Array, 3 * FACES);
    const depth = Float32Array.from(take(Int8Array, VERTICES), (v) => v / STEPS);
    return {
      name, index, at, faces,
      box: [0, 1, 2].map((axis) => range(at, axis)),
      buffers: {
        at: filled(gl.ARRAY_BUFFER, at),
        normal: filled(gl.ARRAY_BUFFER, normals(at, faces)),
        depth: filled(gl.ARRAY_BUFFER, depth),
        faces: filled(gl.ELEMENT_ARRAY_BUFFER, faces),
      },
    };
  });
}

function range(at, axis) {
  let low = Infinity;
  let high = -Infinity;
  for (let i = axis; i < at.length; i += 3) {
    low = Math.min(low, at[i]);
    high = Math.max(high, at[i]);
  }
  return [low, high];
}

function normals(at, faces) {
  const sum = new Float32Array(at.length);
  for (let f = 0; f < faces.length; f += 3) {
    const [a, b, c] = [3 * faces[f], 3 * faces[f + 1], 3 * faces[f + 2]];
    const u = [at[b] - at[a], at[b + 1] - at[a + 1], at[b + 2] - at[a + 2]];
    const v = [at[c] - at[a], at[c + 1] - at[a + 1], at[c + 2] - at[a + 2]];
    const n = [u[1] * v[2] - u[2] * v[1], u[2] * v[0] - u[0] * v[2], u[0] * v[1] - u[1] * v[0]];
    for (const corner of [a, b, c]) for (let i = 0; i < 3; i++) sum[corner + i] += n[i];
  }
  for (let i = 0; i < sum.length; i += 3) {
    const length = Math.hypot(sum[i], sum[i + 1], sum[i + 2]) || 1;
    for (let j = 0; j < 3; j++) sum[i + j] /= length;
  }
  return sum;
}

const both = hemispheres();

// What is drawn: the colours, one map's values, and the borders of its ROIs.
const palette = bytes(find('[data-colours]'));
gl.bindTexture(gl.TEXTURE_2D, gl.createTexture());
gl.pixelStorei(gl.UNPACK_ALIGNMENT, 1);
gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGB, 255, 1, 0, gl.RGB, gl.UNSIGNED_BYTE, palette);
for (const side of [gl.TEXTURE_WRAP_S, gl.TEXTURE_WRAP_T]) gl.texParameteri(gl.TEXTURE_2D, side, gl.CLAMP_TO_EDGE);
for (const size of [gl.TEXTURE_MIN_FILTER, gl.TEXTURE_MAG_FILTER]) gl.texParameteri(gl.TEXTURE_2D, size, gl.LINEAR);

function showMap(index) {
  const element = find(`[data-map="${index}"]`);
  const values = new Int8Array(bytes(element).buffer);
  const regions = bytes(find(`[data-regions="${element.dataset.outlines}"]`));
  for (const side of both) {
    const own = values.subarray(side.index * VERTICES, (side.index + 1) * VERTICES);
    side.values = own;
    for (const name of ['value', 'known', 'border']) gl.deleteBuffer(side.buffers[name] ?? null);
    side.buffers.value = filled(gl.ARRAY_BUFFER, Float32Array.from(own, (v) => (v === NO_VALUE ? 0 : v / STEPS)));
    side.buffers.known = filled(gl.ARRAY_BUFFER, Float32Array.from(own, (v) => (v === NO_VALUE ? 0 : 1)));
    const drawn = border(side, regions.subarray(side.index * VERTICES, (side.index + 1) * VERTICES));
    side.borders = drawn.length / 3;
    side.buffers.border = filled(gl.ARRAY_BUFFER, drawn);
  }
}

/** A line through the middles of those edges of each face whose ends lie in different ROIs. */
function border({ at, faces }, regions) {
  const points = [];
  for (let f = 0; f < faces.length; f += 3) {
    const crossed = [];
    for (let i = 0; i < 3; i++) {
      const a = faces[f + i];
      const b = faces[f + (i + 1) % 3];
      if (regions[a] !== regions[b]) crossed.push([0, 1, 2].map((axis) => (at[3 * a + axis] + at[3 * b + axis]) / 2));
    }
    if (crossed.length === 2) points.push(...crossed[0], ...crossed[1]);
    if (crossed.length === 3) {
      const middle = [0, 1, 2].map((axis) => (crossed[0][axis] + crossed[1][axis] + crossed[2][axis]) / 3);
      for (const point of crossed) points.push(...middle, ...point);
    }
  }
  return Float32Array.from(points);
}

// Where it is looked at from: degrees around the vertical, degrees upwards.
let yaw = -90;
let pitch = 0;
let zoom = 1;
let threshold = Number(root.dataset.threshold);
let spinning = false;
let glide = null;
let asked = false;

const visible = () => both.filter(({ name }) => [name, 'both'].includes(find('[name=maps3d-side]:checked').value));

/** Each hemisphere's way to its place: beside the other, or alone in the middle. */
function shift({ box, index }, alone) {
  const middle = ([low, high]) => -(low + high) / 2;
  const x = alone ? middle(box[0]) : index === 0 ? -GAP - box[0][1] : GAP - box[0][0];
  return [x, middle(box[1]), middle(box[2])];
}

function axes() {
  const [t, p] = [yaw, pitch].map((degrees) => degrees * Math.PI / 180);
  const right = [Math.cos(t), Math.sin(t), 0];
  const level = [Math.sin(t), -Math.cos(t), 0];
  const eye = [Math.cos(p) * level[0], Math.cos(p) * level[1], Math.sin(p)];
  const up = [-Math.sin(p) * level[0], -Math.sin(p) * level[1], Math.cos(p)];
  return [right, up, eye];
}

const reaches = new Map();

/** The farthest vertex from the middle: whatever way it is turned, all of it fits. */
function reach(sides) {
  const key = sides.map(({ name }) => name).join();
  if (!reaches.has(key)) {
    let most = 0;
    for (const side of sides) {
      const s = shift(side, sides.length === 1);
      for (let i = 0; i !== side.at.length; i += 3) most = Math.max(most, Math.hypot(side.at[i] + s[0], side.at[i + 1] + s[1], side.at[i + 2] + s[2]));
    }
    reaches.set(key, most);
  }
  return reaches.get(key);
}

/** Pixels of the canvas per millimetre. */
const pixels = (sides) => 0.97 * zoom * Math.min(canvas.width, canvas.height) / (2 * reach(sides));

function draw() {
  asked = false;
  const ratio = Math.min(devicePixelRatio || 1, 2);
  const [width, height] = [canvas.clientWidth, canvas.clientHeight].map((length) => Math.round(length * ratio));
  if (canvas.width !== width) canvas.width = width;
  if (canvas.height !== height) canvas.height = height;
  gl.viewport(0, 0, canvas.width, canvas.height);
  gl.clearColor(0, 0, 0, 0);
  gl.clear(gl.COLOR_BUFFER_BIT | gl.DEPTH_BUFFER_BIT);
  gl.enable(gl.DEPTH_TEST);
  const sides = visible();
  const perMillimetre = pixels(sides);
  const [right, up, eye] = axes();
  for (const shader of [surface, lines]) {
    shader.use();
    gl.uniformMatrix3fv(shader.uniform('turn'), false, [0, 1, 2].flatMap((i) => [right[i], up[i], eye[i]]));
    gl.uniform2f(shader.uniform('scale'), 2 * perMillimetre / canvas.width, 2 * perMillimetre / canvas.height);
    gl.uniform1f(shader.uniform('lift'), shader === lines ? 0.8 : 0);
    gl.uniform1f(shader.uniform('threshold'), threshold / limit);
    for (const side of sides) {
      gl.uniform3fv(shader.uniform('shift'), shift(side, sides.length === 1));
      if (shader === lines) {
        feed(shader, 'at', side.buffers.border, 3);
        gl.drawArrays(gl.LINES, 0, side.borders);
      } else {
        for (const [name, size] of [['at', 3], ['normal', 3], ['depth', 1], ['value', 1], ['known', 1]]) feed(shader, name, side.buffers[name], size);
        gl.bindBuffer(gl.ELEMENT_ARRAY_BUFFER, side.buffers.faces);
        gl.drawElements(gl.TRIANGLES, side.faces.length, gl.UNSIGNED_SHORT, 0);
      }
    }
    for (const name of ['normal', 'depth', 'value', 'known']) {
      const place = surface.attribute(name);
      if (shader === surface) gl.disableVertexAttribArray(place);
    }
  }
  canvas.dataset.drawn = `${Math.round(yaw)} ${Math.round(pitch)}`;
}

function ask() {
  if (!asked) {
    asked = true;
    requestAnimationFrame((now) => {
      step(now);
      draw();
      if (spinning || glide) ask();
    });
  }
}

let before = 0;
function step(now) {
  const passed = Math.min(now - before, 100);
  before = now;
  if (glide) {
    const share = Math.min(1, (now - glide.began) / 400);
    const eased = share * share * (3 - 2 * share);
    yaw = glide.from[0] + eased * glide.way[0];
    pitch = glide.from[1] + eased * glide.way[1];
    if (share === 1) glide = null;
  } else if (spinning) {
    yaw -= passed * 0.03;
  }
}

function look([toYaw, toPitch]) {
  spin(false);
  const around = ((toYaw - yaw) % 360 + 540) % 360 - 180;
  glide = still.matches ? null : { began: performance.now(), from: [yaw, pitch], way: [around, toPitch - pitch] };
  if (!glide) [yaw, pitch] = [toYaw, toPitch];
  ask();
}

function turn(dYaw, dPitch) {
  glide = null;
  yaw += dYaw;
  pitch = Math.max(-90, Math.min(90, pitch + dPitch));
  ask();
}

function magnify(factor) {
  zoom = Math.max(1, Math.min(8, zoom * factor));
  ask();
}

function spin(on) {
  spinning = on;
  find('[data-spin]').setAttribute('aria-pressed', String(on));
  ask();
}

// Hands, mice, keys.
const fingers = new Map();
canvas.addEventListener('pointerdown', (event) => {
  spin(false);
  canvas.setPointerCapture(event.pointerId);
  fingers.set(event.pointerId, [event.clientX, event.clientY]);
});
canvas.addEventListener('pointermove', (event) => {
  const last = fingers.get(event.pointerId);
  if (!last) {
    read(event);
    return;
  }
  const now = [event.clientX, event.clientY];
  const other = [...fingers].find(([id]) => id !== event.pointerId)?.[1];
  if (other) {
    const apart = (point) => Math.hypot(point[0] - other[0], point[1] - other[1]) || 1;
    magnify(apart(now) / apart(last));
  } else {
    turn((last[0] - now[0]) * 0.5, (now[1] - last[1]) * 0.5);
  }
  fingers.set(event.pointerId, now);
});
for (const end of ['pointerup', 'pointercancel']) canvas.addEventListener(end, (event) => fingers.delete(event.pointerId));
canvas.addEventListener('keydown', (event) => {
  const angle = event.shiftKey ? 2 : 10;
  const keys = {
    ArrowLeft: () => turn(angle, 0),
    ArrowRight: () => turn(-angle, 0),
    ArrowUp: () => turn(0, -angle),
    ArrowDown: () => turn(0, angle),
    '+': () => magnify(1.25),
    '=': () => magnify(1.25),
    '-': () => magnify(0.8),
    Home: () => { zoom = 1; look(VIEWS.left); },
  };
  const work = event.ctrlKey || event.metaKey || event.altKey ? null : keys[event.key];
  if (work) {
    event.preventDefault();
    spin(false);
    work();
  }
});

/** The value of the nearest vertex in front, below the pointer. */
function read(event) {
  const place = canvas.getBoundingClientRect();
  const sides = visible();
  const perMillimetre = pixels(sides) / (canvas.width / place.width);
  const x = (event.clientX - place.left - place.width / 2) / perMillimetre;
  const y = (place.height / 2 - event.clientY + place.top) / perMillimetre;
  const [right, up, eye] = axes();
  const along = (axis, p) => axis[0] * p[0] + axis[1] * p[1] + axis[2] * p[2];
  let best = null;
  let front = -Infinity;
  for (const side of sides) {
    const s = shift(side, sides.length === 1);
    for (let v = 0; v < VERTICES; v++) {
      const p = [side.at[3 * v] + s[0], side.at[3 * v + 1] + s[1], side.at[3 * v + 2] + s[2]];
      const off = Math.hypot(along(right, p) - x, along(up, p) - y);
      // Of the vertices near the pointer, the foremost layer; in it, the nearest.
      const rank = along(eye, p) - 4 * off;
      if (3.5 > off) if (rank > front) {
        front = rank;
        best = [side, v];
      }
    }
  }
  find('[data-reading]').textContent = best ? words(best[0], best[0].values[best[1]]) : '';
}

const number = (value) => value.toFixed(3).replace('-', '−');
function words(side, value) {
  return value === NO_VALUE ? `${side.name}: no value`
    : `${side.name}: ${Math.abs(value) === STEPS ? (value > 0 ? '≥ ' : '≤ ') : ''}${number(value / STEPS * limit)}`;
}

// The scale, grey where the threshold hides.
function scale() {
  const stops = [];
  for (let i = 0; i !== 255; i++) {
    const hidden = threshold > Math.abs((i - STEPS) / STEPS * limit);
    const colour = hidden ? '#b4b4b4' : `rgb(${palette[3 * i]},${palette[3 * i + 1]},${palette[3 * i + 2]})`;
    stops.push(`${colour} ${i / 2.55}% ${(i + 1) / 2.55}%`);
  }
  find('.scale').style.background = `linear-gradient(to right, ${stops.join(',')})`;
  find('output').textContent = number(threshold);
}

const slider = find('[type=range]');
slider.addEventListener('input', () => {
  threshold = Number(slider.value) * limit / STEPS;
  scale();
  ask();
});
find('select').addEventListener('change', (event) => {
  showMap(event.target.value);
  ask();
});
for (const choice of root.querySelectorAll('[name=maps3d-side]')) choice.addEventListener('change', ask);
for (const button of root.querySelectorAll('[data-view]')) button.addEventListener('click', () => look(VIEWS[button.dataset.view]));
for (const button of root.querySelectorAll('[data-zoom]')) button.addEventListener('click', () => magnify(Number(button.dataset.zoom)));
find('[data-spin]').addEventListener('click', () => spin(!spinning));
canvas.addEventListener('webglcontextlost', () => shown(false));

function shown(on) {
  find('.stage').hidden = !on;
  find('.absent').hidden = on;
}

showMap(find('select').value);
shown(true);
slider.value = Math.round(threshold / limit * STEPS);
scale();
new ResizeObserver(ask).observe(canvas);
document.addEventListener('visibilitychange', () => document.hidden && spin(false));
})();
