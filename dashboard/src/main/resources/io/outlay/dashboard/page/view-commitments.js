// All commitments, to search and to filter.

import {ask, filters} from './api.js';
import {commitmentTable, ROW_COLUMNS, rowValues} from './commitment-table.js';
import {selectOf} from './controls.js';
import {h} from './dom.js';
import {count} from './format.js';
import {panel} from './panel.js';
import {changed, go} from './state.js';
import {MEASURES} from './words.js';
import {nothing} from './view-companies.js';

const STATES = {'': 'Any state', live: 'Live', paused: 'Paused', cancelled: 'Cancelled', disputed: 'Disputed', rejected: 'Rejected'};
const SORTS = {amount: 'Greatest first', newest: 'Newest first', payer: 'By payer'};
const KINDS = {announced: 'Any measure', ...Object.fromEntries(Object.entries(MEASURES).filter(([k]) => k !== 'announced').map(([k, v]) => [k, v[0]]))};

export async function commitments(state, page) {
  const question = {...filters(state), q: state.q, state: state.state, sort: state.sort, measure: state.measure === 'announced' ? '' : state.measure, limit: 50};
  const answer = await ask('/api/commitments', question);
  const provenance = `Outlay, commitments as of ${page.status.today}, from the topic outlay.commitments`;
  page.provenance(provenance);
  const rows = answer.commitments;
  const data = {name: 'commitments', columns: ROW_COLUMNS, rows: rowValues(rows), provenance};
  const list = h('div', {}, rows.length ? commitmentTable(rows, page.names) : nothing());
  const more = next => next && h('p', {class: 'more'}, h('button', {class: 'button', type: 'button', click: async event => {
    const line = event.target.parentElement;
    const further = await ask('/api/commitments', {...question, after: next});
    rows.push(...further.commitments);
    data.rows = rowValues(rows);
    list.replaceChildren(commitmentTable(rows, page.names));
    line.replaceWith(more(further.next) ?? '');
  }}, 'More'));
  const search = h('input', {type: 'search', id: 'search', 'aria-label': 'Search', placeholder: 'Company, country, place, headline', value: state.q, maxlength: 200,
    input: () => {
      clearTimeout(page.typing);
      page.typing = setTimeout(() => go(changed({q: search.value}), true), 120);
    }});
  return [
    h('div', {class: 'head'}, h('h1', {tabindex: -1}, 'Commitments'),
      h('p', {}, 'Each is one real-world announcement, however many articles told of it.')),
    panel(count(answer.matching, 'commitment'), {data},
      h('div', {class: 'acts'}, search,
        selectOf('Measure', KINDS, state.measure, measure => go(changed({measure}))),
        selectOf('State', STATES, state.state, chosen => go(changed({state: chosen}))),
        selectOf('Order', SORTS, state.sort, sort => go(changed({sort})))),
      list, more(answer.next)),
  ];
}
