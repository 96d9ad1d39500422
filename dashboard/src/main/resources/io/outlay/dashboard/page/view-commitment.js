// One commitment: its revisions as steps with bands, what it is part of, the articles behind it, corrections.

import {ask} from './api.js';
import {stepChart} from './chart-steps.js';
import {commitmentTable, measureName, stateTag, where} from './commitment-table.js';
import {h, to} from './dom.js';
import {quote} from './evidence.js';
import {band, capital, change, count, day, native, usd, word} from './format.js';
import {panel} from './panel.js';
import {changed} from './state.js';
import {corrector} from './correct.js';

export async function commitment(state, page) {
  const found = await ask('/api/commitments/' + encodeURIComponent(state.id));
  const {commitment: c, doubt, whole, parts, postings} = found;
  const provenance = `Outlay, commitment ${c.id} as of ${page.status.today}, from the topic outlay.commitments`;
  page.provenance(provenance);
  const row = {...c, payerName: c.payer.name, counterparty: c.counterparty?.name, doubtful: doubt !== null};
  const dated = c.revisions.filter(revision => revision.day && revision.usd);
  const chart = dated.length > 0 && stepChart(dated, page.status.today,
    `Revisions of what ${c.payer.name} stated: ` + dated.map(r => `${day(r.day)} ${usd(r.usd.headline)}`).join(', '));
  const newest = c.revisions[c.revisions.length - 1];
  const columns = ['day', 'change', 'status', 'low', 'headline', 'high', 'currency', 'lowUsd', 'headlineUsd', 'highUsd', 'countedUsd', 'why', 'rate', 'rateDay', 'rateBasis', 'figure'];
  const rows = c.revisions.map(r => [r.day, r.change, r.status, r.low, r.headline, r.high, r.currency, r.usd?.low, r.usd?.headline, r.usd?.high,
    r.counted?.headline, r.why, r.rate?.unitsPerUsd, r.rate?.day, r.rate?.basis, r.figure]);
  return [
    h('div', {class: 'head'},
      h('h1', {tabindex: -1}, `${c.payer.name}: ${measureName(row).toLowerCase()}${c.counterparty ? ' with ' + c.counterparty.name : ''}`), stateTag(row),
      h('p', {}, to(changed({view: 'companies', company: c.payer.id, id: ''}), {}, `All of ${c.payer.name}`))),
    h('div', {class: 'grid'},
      h('section', {class: 'panel w4', 'aria-label': 'In short'},
        newest && h('p', {class: 'figure'}, newest.usd ? usd(newest.usd.headline) : native(newest.headline, newest.currency)),
        h('dl', {class: 'facts'},
          newest?.usd && [h('dt', {}, 'Low – high'), h('dd', {}, band(newest.usd.low, newest.usd.high))],
          newest && [h('dt', {}, 'Counted'), h('dd', {}, newest.counted ? `${usd(newest.counted.headline)}: ${newest.why}` : newest.why)],
          h('dt', {}, 'Where'), h('dd', {}, where(row, page.names)),
          h('dt', {}, 'When'), h('dd', {}, c.period ? c.period.text ? `${c.period.text} (${c.period.key})` : c.period.key : 'not stated'),
          h('dt', {}, 'Payer'), h('dd', {}, `${word(c.payer.kind)}, ${c.payer.country.split(';').map(code => page.names[code] ?? code).join(', ')}`,
            c.payer.members.length > 0 && ` of ${c.payer.members.join(', ')}`),
          h('dt', {}, 'Told by'), h('dd', {}, `${count(c.articles, 'article')}, ${count(c.independentSources, 'independent source')}`),
          whole && [h('dt', {}, 'Part of'), h('dd', {}, to(changed({id: whole.id}), {}, `${whole.payerName}, ${usd(whole.headlineUsd)}`))],
          h('dt', {}, 'Id'), h('dd', {class: 'soft'}, c.id))),
      panel('What was stated', {wide: 8, chart: chart || undefined, data: {name: 'commitment-' + c.id, columns, rows, provenance}},
        chart || h('p', {class: 'empty'}, 'No revision has both a day and a rate.')),
      panel('Revisions, newest first', {wide: 12}, h('ol', {class: 'steps'}, [...c.revisions].reverse().map(revision))),
      parts.length > 0 && panel('Parts of it', {wide: 12, note: 'Counted 0 while this commitment lives: their money is in it.'}, commitmentTable(parts, page.names)),
      postings.length > 0 && panel('What it changed in the totals', {wide: 6}, h('table', {}, h('tbody', {}, postings.map(p => h('tr', {},
        h('td', {class: 'keep'}, day(p.day)), h('td', {}, word(p.cause)), h('td', {class: 'num'}, p.headlineUsd === null ? 'no rate' : change(p.headlineUsd))))))),
      c.notes.length > 0 && panel('Notes', {wide: 6}, c.notes.map(note => h('p', {}, note))),
      panel('Corrections', {wide: 12}, c.corrections.length
        ? h('ul', {class: 'steps'}, c.corrections.map(done => h('li', {}, h('b', {}, capital(word(done.action))), ` by ${done.author}: ${done.reason ?? 'no reason given'}`, h('span', {class: 'soft'}, ` (${done.id})`))))
        : h('p', {class: 'soft'}, 'Nobody has corrected the machine’s reading.'),
      page.status.corrections !== 'closed' && corrector(found, page))),
  ];
}

function revision(r) {
  const stated = r.low === r.high ? native(r.headline, r.currency) : `${native(r.headline, r.currency)} (${band(r.low, r.high, value => native(value, r.currency))})`;
  return h('li', {},
    h('div', {class: 'step-head'}, h('b', {}, stated), h('span', {}, day(r.day)),
      h('span', {class: 'soft'}, `${word(r.change)}, ${word(r.status)}`),
      r.usd && r.currency !== 'USD' && h('span', {class: 'soft'}, `${usd(r.usd.headline)} at ${r.rate.unitsPerUsd} ${r.currency} per dollar (${r.rate.day}, ${r.rate.basis})`),
      h('span', {class: 'soft'}, r.counted ? `counted ${usd(r.counted.headline)}: ${r.why}` : r.why)),
    r.evidence.map(quote));
}
