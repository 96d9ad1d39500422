// A framed part of a view, with its downloads.

import {csv, json, png, save, svg} from './download.js';
import {h} from './dom.js';

/**
 * @param title what it shows
 * @param options wide: of 12 columns; note: a sentence; data: {name, columns, rows, provenance}; chart: an SVG element
 */
export function panel(title, {wide = 12, note, data, chart} = {}, ...children) {
  return h('section', {class: 'panel w' + wide, 'aria-label': title},
    h('header', {}, h('h2', {}, title), data && downloads(title, data, chart)),
    note && h('p', {class: 'note'}, note),
    children);
}

function downloads(title, data, chart) {
  const about = data.provenance;
  const file = 'outlay-' + data.name;
  const button = (text, act) => h('button', {type: 'button', click: () => {
    menu.open = false;
    act();
  }}, text);
  const menu = h('details', {class: 'saves', focusout: event => {
    if (event.relatedTarget && !menu.contains(event.relatedTarget)) menu.open = false;
  }, keydown: event => {
    if (event.key === 'Escape') menu.open = false;
  }},
    h('summary', {'aria-label': 'Download: ' + title}, 'Download'),
    h('div', {},
      button('CSV', () => save(file + '.csv', 'text/csv', csv(data.columns, data.rows, about))),
      button('JSON', () => save(file + '.json', 'application/json', json(data.columns, data.rows, about))),
      chart && button('SVG', () => save(file + '.svg', 'image/svg+xml', svg(chart, title, about))),
      chart && button('PNG', async () => save(file + '.png', 'image/png', await png(svg(chart, title, about))))));
  return menu;
}

/** What cannot be shown, and why. */
export function trouble(error) {
  return h('div', {class: 'state', 'data-state': 'gone', role: 'alert'},
    h('p', {}, 'This cannot be shown: ' + error.message),
    error.suggestion && h('p', {class: 'soft'}, 'The server suggests ' + error.suggestion));
}
