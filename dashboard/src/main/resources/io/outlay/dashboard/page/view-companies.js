// By company: ranked, or one company with its course, its commitments and why we say so.

import {ask, filters} from './api.js';
import {bars} from './chart-bars.js';
import {timeChart} from './chart-time.js';
import {commitmentTable, ROW_COLUMNS, rowValues} from './commitment-table.js';
import {h, scrolled, to} from './dom.js';
import {change, count, day, usd, word} from './format.js';
import {panel} from './panel.js';
import {changed} from './state.js';
import {bandWords, MEASURES, WINDOWS} from './words.js';
import {table} from './view-now.js';

export async function companies(state, page) {
  const question = {measure: state.measure, window: state.window, asOf: state.asOf, ...filters(state)};
  return state.company ? one(state, page, question) : all(state, page, question);
}

async function all(state, page, question) {
  const answer = await ask('/api/totals', {...question, limit: 100});
  page.provenance(answer.provenance);
  const list = h('div', {}, ranked(answer, state, 1));
  const more = next => next && h('p', {class: 'more'}, h('button', {class: 'button', type: 'button', click: async event => {
    const row = event.target.parentElement;
    const further = await ask('/api/totals', {...question, limit: 100, after: next});
    answer.totals.push(...further.totals);
    row.replaceWith(more(further.next) ?? '');
    list.replaceChildren(ranked(answer, state, 1));
  }}, 'More'));
  return [
    h('div', {class: 'head'}, h('h1', {tabindex: -1}, 'By company'), h('p', {}, MEASURES[state.measure][1] + ' ' + bandWords(state.window))),
    panel(`${MEASURES[state.measure][0]}, ${WINDOWS[state.window].toLowerCase()}`, {data: table('by-company', answer),
      note: `${count(answer.matching, 'company', 'companies')}, together ${usd(answer.sum.headlineUsd)}, as of ${day(answer.asOf)}`},
    answer.totals.length ? list : nothing(), more(answer.next)),
  ];
}

function ranked(answer, state, first) {
  return bars(answer.totals, {window: state.window, head: 'Company', first, link: total => changed({company: total.entity})});
}

export function nothing() {
  return h('p', {class: 'empty'}, 'Nothing has been announced that passes these filters.');
}

async function one(state, page, question) {
  const to_ = state.asOf || page.status.today;
  const [why, series, list] = await Promise.all([
    ask('/api/explain', {...question, limit: 100}),
    ask('/api/series', {measure: state.measure, step: 'month', to: to_, ...filters(state)}),
    ask('/api/commitments', {...filters(state), limit: 100}),
  ]);
  page.provenance(why.provenance);
  const name = list.commitments[0]?.payerName ?? why.postings[0]?.payerName ?? state.company;
  const chart = timeChart(series, {height: 260, band: true, label: `${name}, ${MEASURES[state.measure][0]} over time`});
  const columns = ['day', 'line', 'measure', 'destination', 'lowUsd', 'headlineUsd', 'highUsd', 'cause'];
  const values = why.postings.map(posting => columns.map(column => posting[column]));
  const known = new Set(list.commitments.map(row => row.id));
  return [
    h('div', {class: 'head'}, h('h1', {tabindex: -1}, name), h('p', {}, to(changed({company: ''}), {}, 'All companies'))),
    h('div', {class: 'grid'},
      panel(`${MEASURES[state.measure][0]}, ${WINDOWS[state.window].toLowerCase()}`, {wide: 12, chart,
        data: {name: `${state.company}-over-time`, columns: ['day', 'low', 'stock', 'high', 'net'], provenance: series.provenance,
          rows: series.days.map((d, i) => [d, ...['low', 'stock', 'high', 'net'].map(k => series.strands[0][k][i])])}},
      h('p', {class: 'figure', id: 'headline'}, state.window === 'all' ? usd(why.total.headlineUsd) : change(why.total.headlineUsd),
        state.window === 'all' && why.total.lowUsd !== why.total.highUsd && h('small', {}, `  ${usd(why.total.lowUsd)} – ${usd(why.total.highUsd)}`)),
      chart),
      panel('Commitments', {wide: 12, data: {name: `${state.company}-commitments`, columns: ROW_COLUMNS, rows: rowValues(list.commitments), provenance: why.provenance}},
        list.commitments.length ? commitmentTable(list.commitments, page.names) : nothing()),
      panel('Why this total', {wide: 12, note: why.words, data: {name: `${state.company}-postings`, columns, rows: values, provenance: why.provenance}},
        scrolled('Postings', h('table', {}, h('thead', {}, h('tr', {}, ['Day', 'Cause', 'Line'].map(text => h('th', {scope: 'col'}, text)), h('th', {scope: 'col', class: 'num'}, 'Change'))),
          h('tbody', {}, why.postings.map(p => h('tr', {},
            h('td', {class: 'keep'}, day(p.day)), h('td', {}, word(p.cause)),
            h('td', {}, known.has(p.line) ? to(changed({view: 'commitment', id: p.line}), {}, 'commitment ' + p.line) : p.line),
            h('td', {class: 'num' + (p.headlineUsd < 0 ? ' down' : '')}, p.headlineUsd === null ? 'no rate' : change(p.headlineUsd)))))))),
    ),
  ];
}
