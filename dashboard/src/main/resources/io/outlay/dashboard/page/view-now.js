// Now: how much has been announced, what changed, and by whom.

import {ask} from './api.js';
import {bars, TOTAL_COLUMNS, totalRows} from './chart-bars.js';
import {timeChart} from './chart-time.js';
import {commitmentTable, ROW_COLUMNS, rowValues} from './commitment-table.js';
import {h, to} from './dom.js';
import {band, change, count, day, toDay, toNumber, usd} from './format.js';
import {panel} from './panel.js';
import {changed} from './state.js';
import {bandWords, hasDestination, MEASURES, WINDOWS} from './words.js';

export async function now(state, page) {
  const question = {measure: state.measure, window: state.window, asOf: state.asOf};
  const today = state.asOf || page.status.today;
  const from = state.window === 'all' ? toDay(toNumber(today) - 730) : toDay(toNumber(today) - parseInt(state.window) * 2);
  const step = ['7d', '30d', '90d'].includes(state.window) ? 'day' : 'week';
  const [companies, countries, series, newest] = await Promise.all([
    ask('/api/totals', {...question, limit: 10}),
    ask('/api/totals', {...question, by: 'headquarters', limit: 10}),
    ask('/api/series', {measure: state.measure, step, from, to: today}),
    ask('/api/commitments', {sort: 'newest', limit: 8, measure: state.measure === 'announced' ? '' : state.measure}),
  ]);
  page.provenance(companies.provenance);
  const {sum} = companies;
  const stock = state.window === 'all';
  const [name, sentence] = MEASURES[state.measure];
  const chart = timeChart(series, {height: 230, band: true, small: true,
    label: `${name} over time, from ${usd(series.strands[0]?.stock[0] ?? 0)} to ${usd(sum.headlineUsd)}`});

  return [
    h('div', {class: 'head'}, h('h1', {tabindex: -1}, `${name}, ${WINDOWS[state.window].toLowerCase()}`), h('p', {}, sentence)),
    h('div', {class: 'grid'},
      h('section', {class: 'panel w12 hero', 'aria-label': 'Headline'},
        h('div', {},
          h('p', {class: 'soft'}, stock ? `Announced by ${day(companies.asOf)}` : `Net change in the ${WINDOWS[state.window]} to ${day(companies.asOf)}`),
          h('p', {class: 'figure', id: 'headline'}, stock ? usd(sum.headlineUsd) : change(sum.headlineUsd)),
          h('dl', {class: 'facts'},
            stock ? [h('dt', {}, 'Low – high'), h('dd', {id: 'band'}, band(sum.lowUsd, sum.highUsd))] : [
              h('dt', {}, 'Added'), h('dd', {}, usd(sum.addedUsd)),
              h('dt', {}, 'Taken back'), h('dd', {}, usd(sum.removedUsd)),
              h('dt', {}, 'Window before'), h('dd', {id: 'before'}, `${change(sum.previousHeadlineUsd)} (${change(sum.headlineUsd - sum.previousHeadlineUsd)} against it)`)],
            h('dt', {}, 'From'), h('dd', {}, `${count(companies.matching, 'payer')} in ${count(countries.matching, 'country', 'countries')}`)),
          h('p', {class: 'note'}, bandWords(state.window))),
        chart),
      panel('By company', {wide: 6, data: table('by-company', companies)},
        bars(companies.totals, {window: state.window, head: 'Company', link: total => changed({view: 'companies', company: total.entity})}),
        companies.next && h('p', {class: 'more'}, to(changed({view: 'companies'}), {}, `All ${companies.matching} companies`))),
      panel('By country of headquarters', {wide: 6, data: table('by-country', countries)},
        bars(countries.totals, {window: state.window, head: 'Country', link: total => changed({view: 'countries', headquarters: total.entity})}),
        h('p', {class: 'more'}, to(changed({view: 'countries'}), {}, hasDestination(state.measure) ? 'Map, and where the money goes' : 'Map and flows'))),
      panel('Newest commitments', {wide: 12, data: {name: 'newest-commitments', columns: ROW_COLUMNS, rows: rowValues(newest.commitments), provenance: companies.provenance}},
        commitmentTable(newest.commitments, page.names),
        h('p', {class: 'more'}, to(changed({view: 'commitments', sort: 'newest'}), {}, 'All commitments')))),
  ];
}

export function table(name, answer) {
  return {name: `${name}-${answer.measure.toLowerCase()}-${answer.window}-${answer.asOf}`, columns: TOTAL_COLUMNS, rows: totalRows(answer.totals), provenance: answer.provenance};
}
