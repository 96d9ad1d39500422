// Over time: stock and net change by day, week or month, stacked by company or country, with marks where revisions happened.

import {ask, filters} from './api.js';
import {legend, timeChart} from './chart-time.js';
import {segments} from './controls.js';
import {h, scrolled, to} from './dom.js';
import {change, day, toDay, toNumber, usd, word} from './format.js';
import {panel} from './panel.js';
import {changed, go} from './state.js';
import {hasDestination, MEASURES} from './words.js';

const SPLITS = {company: 'Companies', headquarters: 'Headquarters', destination: 'Destinations', none: 'All in one'};

export async function time(state, page) {
  const until = state.asOf || page.status.today;
  const split = state.split === 'destination' && !hasDestination(state.measure) ? 'headquarters' : state.split;
  const step = state.step;
  // As many steps as can be told apart; months reach back to the beginning.
  const from = step === 'day' ? toDay(toNumber(until) - 120) : step === 'week' ? toDay(toNumber(until) - 730) : '';
  const series = await ask('/api/series', {measure: state.measure, step, from, to: until, ...filters(state),
    by: split === 'none' ? 'company' : split, strands: split === 'none' ? 0 : 7});
  page.provenance(series.provenance);
  const {days, strands} = series;
  const show = state.show === 'net' ? 'net' : 'stock';
  const title = `${MEASURES[state.measure][0]}: ${show === 'net' ? 'net change' : 'stock'} by ${step}`;
  const whole = strands.reduce((sum, strand) => sum + (strand.stock[strand.stock.length - 1] ?? 0), 0);
  const chart = timeChart(series, {show, label: `${title}, ${usd(whole)} on ${day(until)}`});
  const columns = ['day', ...strands.map(strand => strand.name)];
  const rows = days.map((d, i) => [d, ...strands.map(strand => (show === 'net' ? strand.net : strand.stock)[i])]);
  const splits = Object.fromEntries(Object.entries(SPLITS).filter(([key]) => key !== 'destination' || hasDestination(state.measure)));
  const revised = ['day', 'payer', 'payerName', 'line', 'cause', 'headlineUsd'];
  return [
    h('div', {class: 'head'}, h('h1', {tabindex: -1}, 'Over time'),
      segments('step', 'Steps', {day: 'Days', week: 'Weeks', month: 'Months'}, step, chosen => go(changed({step: chosen}))),
      segments('show', 'Stock or change', {stock: 'Stock', net: 'Net change'}, show, chosen => go(changed({show: chosen}))),
      segments('split', 'Told apart by', splits, split, chosen => go(changed({split: chosen}))),
      h('p', {}, MEASURES[state.measure][1])),
    h('div', {class: 'grid'},
      panel(title, {chart, note: 'Triangles mark steps in which an earlier announcement was raised, cut or taken back.',
        data: {name: `over-time-${state.measure}-${show}-${until}`, columns, rows, provenance: series.provenance}},
      chart, legend(strands),
      h('details', {class: 'note'}, h('summary', {}, 'The same as a table'),
        scrolled('The chart as a table', h('table', {}, h('thead', {}, h('tr', {}, columns.map((c, i) => h('th', {scope: 'col', class: i ? 'num' : null}, c)))),
          h('tbody', {}, rows.slice(-60).reverse().map(row => h('tr', {}, row.map((value, i) => h('td', {class: i ? 'num' : 'keep'}, i ? usd(value) : day(value)))))))))),
      panel('Revisions', {data: {name: `revisions-${state.measure}-${until}`, columns: revised, rows: series.revisions.map(p => revised.map(c => p[c])), provenance: series.provenance}},
        series.revisions.length ? h('table', {}, h('thead', {}, h('tr', {}, ['Day', 'Payer', 'What happened'].map(t => h('th', {scope: 'col'}, t)), h('th', {scope: 'col', class: 'num'}, 'Change'))),
          h('tbody', {}, [...series.revisions].reverse().map(p => h('tr', {},
            h('td', {class: 'keep'}, day(p.day)),
            h('td', {}, to(changed(p.measure === 'ANNOUNCED' ? {view: 'companies', company: p.payer} : {view: 'commitment', id: p.line}), {}, p.payerName)),
            h('td', {}, word(p.cause)), h('td', {class: 'num' + (p.headlineUsd < 0 ? ' down' : '')}, change(p.headlineUsd))))))
          : h('p', {class: 'empty'}, 'No announcement was changed in this time.'))),
  ];
}
