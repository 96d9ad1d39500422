// By country: a map, ranked bars, and the flow from headquarters to destination.

import {ask, filters} from './api.js';
import {bars} from './chart-bars.js';
import {flowChart} from './chart-flow.js';
import {SCALE, worldMap} from './chart-map.js';
import {segments} from './controls.js';
import {h} from './dom.js';
import {count, day, usd} from './format.js';
import {panel} from './panel.js';
import {changed, go} from './state.js';
import {bandWords, hasDestination, MEASURES, WINDOWS} from './words.js';
import {nothing} from './view-companies.js';
import {table} from './view-now.js';

export async function countries(state, page) {
  const by = state.by === 'destination' ? 'destination' : 'headquarters';
  // What is announced has no destination of its own: where money goes is told of commitments.
  const measured = by === 'destination' && !hasDestination(state.measure) ? 'commitment' : state.measure;
  const flowing = hasDestination(state.measure) ? state.measure : 'commitment';
  const question = {window: state.window, asOf: state.asOf, ...filters(state)};
  const [answer, flows] = await Promise.all([
    ask('/api/totals', {...question, by, measure: measured, destination: hasDestination(measured) ? state.destination : '', limit: 300}),
    ask('/api/totals', {...question, by: 'flow', measure: flowing, limit: 1000}),
  ]);
  page.provenance(answer.provenance);
  const values = {};
  for (const total of answer.totals) {
    // Money for several countries together is not split: each of them is shaded by it.
    for (const code of total.entity.split(';')) values[code] = (values[code] ?? 0) + total.headlineUsd;
  }
  const name = code => code.split(';').map(one => page.names[one] ?? one).join(', ');
  const choose = code => go(changed({[by]: state[by] === code ? '' : code, measure: measured}));
  const title = `${MEASURES[measured][0]} by ${by === 'headquarters' ? 'country of headquarters' : 'destination'}, ${WINDOWS[state.window].toLowerCase()}`;
  const map = await worldMap({values, names: page.names, chosen: state[by], choose,
    label: `${title}: ` + answer.totals.slice(0, 5).map(total => `${total.name} ${usd(total.headlineUsd)}`).join(', ')});
  const flow = flowChart(flows.totals, {name, label: 'From headquarters to destination: ' +
    flows.totals.slice(0, 5).map(total => `${total.name} ${usd(total.headlineUsd)}`).join(', ')});
  const instead = (wanted, given) => wanted !== given &&
    `Announced money has no destination of its own (plans and yearly guidance overlap); shown are ${MEASURES[given][0].toLowerCase()}.`;

  return [
    h('div', {class: 'head'}, h('h1', {tabindex: -1}, 'By country'),
      segments('by', 'Which country', {headquarters: 'Where payers sit', destination: 'Where the money goes'}, by, chosen => go(changed({by: chosen}))),
      h('p', {}, MEASURES[measured][1] + ' ' + bandWords(state.window))),
    h('div', {class: 'grid'},
      panel(title, {wide: 7, chart: map, data: table('map', answer), note: instead(state.measure, measured)}, map,
        h('ul', {class: 'legend'}, SCALE.map((text, i) => h('li', {}, h('i', {class: 'm' + i}), i === 0 ? 'nothing' : i === 1 ? 'less than ' + SCALE[2] : 'from ' + text)))),
      panel('Ranked', {wide: 5, data: table('by-country', answer),
        note: `${count(answer.matching, 'country', 'countries')}, together ${usd(answer.sum.headlineUsd)}, as of ${day(answer.asOf)}`},
      answer.totals.length ? bars(answer.totals.slice(0, 30), {window: state.window, head: 'Country', names: total => total.entity === '*' ? 'Not stated' : total.name,
        link: total => changed({[by]: total.entity, measure: measured})}) : nothing()),
      panel('From headquarters to destination', {wide: 12, chart: flow, data: table('flows', flows), note: instead(state.measure, flowing)},
        flows.totals.some(total => total.headlineUsd > 0) ? flow : nothing())),
  ];
}
