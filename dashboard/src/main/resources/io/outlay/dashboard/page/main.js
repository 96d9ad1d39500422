// The page: reads the address, shows the view that it names, and shows it again when figures have moved.

import {ask} from './api.js';
import {Controls} from './controls.js';
import {h, hideTip, to} from './dom.js';
import {listen, on, pulse} from './events.js';
import {trouble} from './panel.js';
import {changed, onChange, read} from './state.js';
import {MEASURES, VIEWS, WINDOWS} from './words.js';
import {now} from './view-now.js';

/** Views that are not the first to be seen are fetched when they are wanted. */
const LOADED = {
  now: async () => now,
  companies: async () => (await import('./view-companies.js')).companies,
  countries: async () => (await import('./view-countries.js')).countries,
  time: async () => (await import('./view-time.js')).time,
  commitments: async () => (await import('./view-commitments.js')).commitments,
  commitment: async () => (await import('./view-commitment.js')).commitment,
  live: async () => (await import('./view-live.js')).live,
  review: async () => (await import('./view-review.js')).review,
};

const main = document.getElementById('main');
const page = {
  status: null,
  names: {},
  open: new Set(),
  provenance: text => {
    document.getElementById('provenance').textContent = text;
  },
};
let controls;
let turn = 0;
let shown = '';

function known(state) {
  return {...state, view: state.view in LOADED ? state.view : 'now',
    measure: state.measure in MEASURES ? state.measure : 'announced', window: state.window in WINDOWS ? state.window : 'all'};
}

/** Shows the view of the address; a newer turn overtakes one that still waits for its answers. */
async function show({disturbing = true} = {}) {
  const mine = ++turn;
  const state = known(read());
  const fresh = state.view + state.id !== shown;
  controls.show(state);
  nav(state);
  main.setAttribute('aria-busy', 'true');
  let parts;
  try {
    parts = await (await LOADED[state.view]())(state, page);
  } catch (error) {
    parts = [h('div', {class: 'head'}, h('h1', {tabindex: -1}, 'Not found')), trouble(error)];
  }
  if (mine !== turn) return;
  main.removeAttribute('aria-busy');
  if (!disturbing && !fresh && writing()) return;
  hideTip();
  const focus = focused();
  main.replaceChildren(...parts.flat().filter(Boolean));
  const heading = main.querySelector('h1');
  document.title = (heading ? heading.textContent + ' · ' : '') + 'Outlay';
  if (fresh && shown) {
    scrollTo(0, 0);
    heading?.focus({preventScroll: true});
  } else {
    refocus(focus);
  }
  shown = state.view + state.id;
  performance.mark('outlay-shown');
}

/** Where the reader is within the view, so that a newer one leaves it there. */
function focused() {
  const element = document.activeElement;
  if (!element || !main.contains(element)) return null;
  return {id: element.id, name: element.name, value: element.value, at: element.selectionStart, href: element.getAttribute('href')};
}

function refocus(focus) {
  if (!focus) return;
  const found = focus.id ? document.getElementById(focus.id)
    : focus.name ? [...main.querySelectorAll(`[name="${CSS.escape(focus.name)}"]`)].find(e => e.value === focus.value)
      : focus.href ? [...main.querySelectorAll('a')].find(e => e.getAttribute('href') === focus.href) : null;
  found?.focus({preventScroll: true});
  if (found?.type === 'search') {
    found.value = focus.value;
    found.setSelectionRange(focus.at, focus.at);
  }
}

function nav(state) {
  const here = state.view === 'commitment' ? 'commitments' : state.view;
  const links = VIEWS.map(([view, name]) => to(changed({view, id: '', q: '', state: ''}, state), {'aria-current': view === here ? 'page' : null}, name));
  const place = document.getElementById('nav');
  const focus = [...place.children].indexOf(document.activeElement);
  place.replaceChildren(...links);
  if (focus >= 0) links[focus].focus();
}

function showPulse() {
  const [state, words] = pulse();
  const place = document.getElementById('pulse');
  if (place.dataset.state !== state || place.textContent !== words) {
    place.dataset.state = state;
    place.textContent = words;
    if (read().view === 'live') refresh();
  }
}

let waiting;

const writing = () => main.querySelector('form');

/** Whoever is writing a correction is not disturbed, nor one who began while the answers were on their way. */
function refresh() {
  clearTimeout(waiting);
  waiting = setTimeout(async () => {
    const state = read();
    page.status = await ask('/api/status').catch(() => page.status);
    if (writing()) return;
    if (!state.asOf || state.view === 'live' || state.view === 'review') show({disturbing: false});
  }, 150);
}

async function start() {
  const [status, names] = await Promise.all([ask('/api/status'), ask('/api/countries')]);
  page.status = status;
  page.names = names;
  controls = new Controls(document.getElementById('controls'), names);
  controls.range(status.firstDay, status.today);
  onChange(() => show());
  main.addEventListener('left', refresh);
  on('state', showPulse);
  on('moved', refresh);
  on('news', () => read().view === 'live' && refresh());
  listen(status.position);
  await show();
  setInterval(() => read().view === 'live' && refresh(), 60_000);
}

start().catch(error => main.replaceChildren(trouble(error)));
