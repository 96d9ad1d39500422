// A map of the world, darker where more is announced. The table beside it says the same in words.

import {s, tips} from './dom.js';
import {usd} from './format.js';

let outlines;

async function load() {
  outlines ??= fetch('/world.json').then(response => response.json());
  return outlines;
}

/** From a few hundred million on, each step is some five times the one before. */
const STEPS = [2e8, 1e9, 5e9, 25e9, 125e9];

export const SCALE = ['less', ...STEPS.map(usd)];

export function shade(value) {
  return value <= 0 ? 0 : STEPS.filter(step => value >= step).length || 1;
}

/** @param options values: code → dollars; names; chosen: a code; choose(code) */
export async function worldMap({values, names, chosen, choose, label}) {
  const {width, height, paths} = await load();
  const map = s('svg', {class: 'chart map', viewBox: `0 0 ${width} ${height}`, role: 'img', 'aria-label': label});
  for (const [code, path] of Object.entries(paths)) {
    const value = values[code] ?? 0;
    map.append(s('path', {d: path, 'data-code': code, class: `land m${shade(value)}${value ? ' on' : ''}${code === chosen ? ' chosen' : ''}`}));
  }
  tips(map, event => {
    const code = event.target.dataset?.code;
    return code ? `${names[code] ?? code}\n${values[code] ? usd(values[code]) : 'nothing announced'}` : '';
  });
  map.addEventListener('click', event => {
    const code = event.target.dataset?.code;
    if (code && values[code]) choose(code);
  });
  return map;
}
