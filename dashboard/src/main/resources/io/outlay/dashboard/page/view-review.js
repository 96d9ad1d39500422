// Review: what is disputed or doubtful, and an analyst's word on it.

import {ask} from './api.js';
import {corrector} from './correct.js';
import {measureName, stateTag, where} from './commitment-table.js';
import {h, to} from './dom.js';
import {quote} from './evidence.js';
import {band, count, usd} from './format.js';
import {panel} from './panel.js';
import {changed} from './state.js';

const WHO = {
  token: 'Corrections need the token of this page.',
  open: 'Corrections are taken from this machine without a token.',
  closed: 'Corrections are not taken here: the page has no token.',
};

export async function review(state, page) {
  const [answer, total] = await Promise.all([ask('/api/review', {limit: 50}), ask('/api/totals', {measure: 'announced', limit: 1})]);
  page.provenance(total.provenance);
  const columns = ['id', 'payer', 'measure', 'state', 'lowUsd', 'headlineUsd', 'highUsd', 'countedUsd', 'doubt', 'settles'];
  const rows = answer.items.map(({commitment: c, doubt}) => [c.id, c.payer, c.measure, c.state, c.lowUsd, c.headlineUsd, c.highUsd, c.countedUsd, doubt.doubt, doubt.settles]);
  return [
    h('div', {class: 'head'}, h('h1', {tabindex: -1}, 'Review'),
      h('p', {}, 'What the machine is not sure of. A correction is published with its author and reason, can be revoked, and moves the totals. ', WHO[page.status.corrections])),
    h('section', {class: 'panel', 'aria-label': 'Total'}, h('p', {class: 'soft'}, 'Announced, all time'),
      h('p', {class: 'figure', id: 'headline'}, usd(total.sum.headlineUsd)), h('p', {class: 'soft'}, band(total.sum.lowUsd, total.sum.highUsd))),
    h('p', {}, '\u00a0'),
    panel(count(answer.matching, 'commitment') + ' in doubt', {data: {name: 'review', columns, rows, provenance: total.provenance}},
      answer.items.length ? h('ul', {class: 'steps'}, answer.items.map(item => entry(item, page)))
        : h('p', {class: 'empty'}, 'Nothing is in doubt.')),
  ];
}

function entry({commitment: row, doubt}, page) {
  const inside = h('div', {});
  const more = h('details', {id: 'review-' + row.id, toggle: async () => {
    page.open[more.open ? 'add' : 'delete'](row.id);
    if (!more.open || inside.childElementCount) return;
    const found = await ask('/api/commitments/' + row.id);
    inside.replaceChildren(...found.commitment.revisions.flatMap(r => r.evidence).slice(0, 6).map(quote),
      page.status.corrections === 'closed' ? '' : corrector(found, page));
  }}, h('summary', {}, 'The sentences, and what to do'), inside);
  more.open = page.open.has(row.id);
  return h('li', {},
    h('div', {class: 'step-head'}, h('b', {}, to(changed({view: 'commitment', id: row.id}), {}, row.payerName)), stateTag(row),
      h('span', {}, `${measureName(row)}, ${usd(row.headlineUsd)}`), h('span', {class: 'soft'}, where(row, page.names)),
      h('span', {class: 'soft'}, 'counted ' + usd(row.countedUsd))),
    h('p', {}, doubt.doubt, h('span', {class: 'soft'}, '; settled by ' + doubt.settles)), more);
}
