// What an analyst says against the machine's reading: confirm, reject, merge, edit.

import {correct} from './api.js';
import {h} from './dom.js';

const KINDS = {confirm: 'Confirm', edit: 'Edit', merge: 'Merge', reject: 'Reject'};
const FIELDS = ['amount', 'currency', 'measure', 'period', 'destination', 'site', 'status', 'day'];
const HINTS = {
  amount: 'whole units: 60000000000, or low/headline/high', currency: 'ISO code: EUR', measure: 'GUIDANCE, COMMITMENT, PURCHASE, PUBLIC or EQUITY',
  period: 'FY2026, CY2025 or 2025-2028', destination: 'US, or SA;US', site: 'id of a place', status: 'RUMOUR, REPORTED, LETTER_OF_INTENT or OFFICIAL', day: '2025-02-25',
};

/** Kept while the browser's tab is open; the token nowhere else. */
const kept = {
  get: key => sessionStorage.getItem('outlay.' + key) ?? '',
  set: (key, value) => sessionStorage.setItem('outlay.' + key, value),
};

/** @param found a commitment as the API gives it */
export function corrector(found, page) {
  const {commitment: c, doubt} = found;
  const place = h('div', {});
  const said = h('p', {class: 'said', role: 'status'});
  const acts = h('div', {class: 'acts'}, Object.entries(KINDS).map(([kind, text]) =>
    h('button', {class: 'button', type: 'button', 'data-act': kind, click: () => open(kind)}, text)));

  function open(kind) {
    const newest = c.revisions.find(r => r.figure === doubt?.figure) ?? c.revisions[c.revisions.length - 1];
    const text = (label, name, attributes = {}) => h('label', {}, label, h('input', {type: 'text', name, required: true, maxlength: 1000, ...attributes}));
    const value = h('input', {type: 'text', name: 'value', required: true, maxlength: 300, placeholder: HINTS.amount});
    const field = h('select', {name: 'field', change: () => value.setAttribute('placeholder', HINTS[field.value])}, FIELDS.map(name => h('option', {value: name}, name)));
    const form = h('form', {class: 'form', submit: event => {
      event.preventDefault();
      send(kind, newest, Object.fromEntries(new FormData(form)));
    }},
      h('p', {}, {
        confirm: `The figure stands as it was read: ${newest?.low === newest?.high ? newest?.headline.toLocaleString('en') : [newest?.low, newest?.headline, newest?.high].map(n => n?.toLocaleString('en')).join(' / ')} ${newest?.currency}.`,
        edit: 'Sets one field.', merge: 'It is the same announcement as another one, which takes it in.', reject: 'It is no such announcement: it counts nothing from now on.'}[kind]),
      kind === 'edit' && h('div', {class: 'row'}, h('label', {}, 'Field', field), h('label', {}, 'New value', value)),
      kind === 'merge' && text('Id of the commitment that takes it in', 'to'),
      text('Your name', 'author', {value: kept.get('author'), autocomplete: 'name'}),
      text('Reason, for readers of the commitment', 'reason'),
      page.status.corrections === 'token' && h('label', {}, 'Token', h('input', {type: 'password', name: 'token', required: true, value: kept.get('token'), autocomplete: 'off'})),
      h('div', {class: 'acts'}, h('button', {class: 'button main', type: 'submit'}, KINDS[kind]),
        h('button', {class: 'button', type: 'button', click: leave}, 'Leave it')));
    place.replaceChildren(form);
    form.querySelector('input:not([value]), input, select').focus();
  }

  /** What moved meanwhile is shown once nobody writes any more. */
  function leave() {
    place.replaceChildren();
    place.dispatchEvent(new Event('left', {bubbles: true}));
  }

  async function send(kind, newest, {author, reason, token = '', field, value, to}) {
    kept.set('author', author);
    kept.set('token', token);
    const whole = {commitment: c.id};
    const draft = {author, reason, ...{
      confirm: {action: 'SET', target: {figure: newest.figure}, field: 'amount', value: `${newest.low}/${newest.headline}/${newest.high}`},
      edit: {action: 'SET', target: ['amount', 'day'].includes(field) ? {figure: newest.figure} : whole, field, value},
      merge: {action: 'MERGE', target: whole, to},
      reject: {action: 'REJECT', target: whole},
    }[kind]};
    said.className = 'said';
    said.textContent = 'Sending …';
    try {
      await correct(draft, token);
      said.textContent = 'Taken. The services are working it in; the totals follow.';
      place.replaceChildren();
    } catch (error) {
      said.className = 'said bad';
      said.textContent = 'Not taken: ' + error.message;
    }
  }

  return h('div', {}, acts, place, said);
}
