// Commitments as a table.

import {h, scrolled, to} from './dom.js';
import {day, native, usd, word} from './format.js';
import {changed} from './state.js';
import {MEASURES} from './words.js';

export const ROW_COLUMNS = ['id', 'payer', 'payerName', 'payerCountry', 'measure', 'destination', 'site', 'counterparty', 'period', 'state',
  'partOf', 'firstDay', 'lastDay', 'lowUsd', 'headlineUsd', 'highUsd', 'countedUsd', 'low', 'headline', 'high', 'currency', 'status',
  'confidence', 'revisions', 'articles', 'independentSources', 'corrections'];

export function rowValues(rows) {
  return rows.map(row => ROW_COLUMNS.map(column => row[column]));
}

export function where(row, names) {
  const country = row.destination ? row.destination.split(';').map(code => names[code] ?? code).join(', ') : null;
  return [row.site, country].filter(Boolean).join(', ') || 'place not stated';
}

export function measureName(row) {
  return MEASURES[row.measure.toLowerCase()]?.[0] ?? word(row.measure);
}

export function stateTag(row) {
  if (row.state === 'LIVE') return row.doubtful ? h('span', {class: 'tag warn'}, 'doubtful') : null;
  return h('span', {class: row.state === 'DISPUTED' ? 'tag warn' : 'tag bad'}, word(row.state));
}

/** @param names of countries by code */
export function commitmentTable(rows, names) {
  return scrolled('Commitments', h('table', {class: 'commitments'},
    h('thead', {}, h('tr', {}, ['Payer', 'What', 'Where', 'Newest'].map((text, i) => h('th', {scope: 'col', class: i > 1 ? 'wide' : null}, text)),
      h('th', {scope: 'col', class: 'num'}, 'Stated'), h('th', {scope: 'col', class: 'num wide'}, 'Counted'), h('th', {scope: 'col', class: 'num wide'}, 'Articles'))),
    h('tbody', {}, rows.map(row => h('tr', {},
      h('td', {}, to(changed({view: 'commitment', id: row.id}), {}, row.payerName), ' ', stateTag(row)),
      h('td', {}, measureName(row), row.counterparty && ' with ' + row.counterparty, row.period && h('span', {class: 'soft'}, ' ' + row.period)),
      h('td', {class: 'soft wide'}, where(row, names)),
      h('td', {class: 'soft keep wide'}, day(row.lastDay)),
      h('td', {class: 'num'}, row.headlineUsd === null ? native(row.headline, row.currency ?? '') : usd(row.headlineUsd)),
      h('td', {class: 'num soft wide'}, row.partOf ? 'part of a larger one' : row.countedUsd === null ? 'no rate' : usd(row.countedUsd)),
      h('td', {class: 'num soft wide'}, row.articles))))));
}

