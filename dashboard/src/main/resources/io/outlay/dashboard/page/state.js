// What is shown stands in the address, and nowhere else: an address that is passed on shows the same.

export const DEFAULTS = {
  view: 'now', measure: 'announced', window: 'all', asOf: '', company: '', headquarters: '', destination: '',
  by: 'headquarters', step: 'month', split: 'company', show: 'stock', q: '', state: '', sort: 'amount', id: '',
};

export function read() {
  const query = new URLSearchParams(location.search);
  const state = {...DEFAULTS};
  for (const key of Object.keys(DEFAULTS)) {
    const value = query.get(key);
    if (value !== null && value.length <= 200) state[key] = value;
  }
  return state;
}

/** The address of a state: only what differs from the defaults. */
export function address(state) {
  const query = new URLSearchParams();
  for (const [key, value] of Object.entries(state)) {
    if (key in DEFAULTS && value && value !== DEFAULTS[key]) query.set(key, value);
  }
  const text = query.toString();
  return text ? '/?' + text : '/';
}

/** The address of this state with something changed. */
export function changed(changes, from = read()) {
  return address({...from, ...changes});
}

const listeners = [];

export function onChange(listener) {
  listeners.push(listener);
}

/** Shows another state; replace: the way back leaves it out. */
export function go(target, replace = false) {
  if (target === location.pathname + location.search) return;
  history[replace ? 'replaceState' : 'pushState'](null, '', target);
  listeners.forEach(listener => listener());
}

addEventListener('popstate', () => listeners.forEach(listener => listener()));

document.addEventListener('click', event => {
  const link = event.target.closest?.('a[data-nav]');
  if (link && !event.defaultPrevented && event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey) {
    event.preventDefault();
    go(link.getAttribute('href'));
  }
});
