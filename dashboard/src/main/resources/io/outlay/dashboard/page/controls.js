// The switches above every view. They are made once, and follow the address.

import {h} from './dom.js';
import {day, toDay, toNumber} from './format.js';
import {changed, go, read} from './state.js';
import {MEASURES, WINDOWS} from './words.js';

const SHOWS = {
  now: ['measure', 'window', 'asOf'],
  companies: ['measure', 'window', 'asOf', 'chips'],
  countries: ['measure', 'window', 'asOf', 'chips'],
  time: ['measure', 'asOf', 'chips'],
  commitments: ['chips'],
};

/** A group of radio buttons that look like one switch. */
export function segments(name, label, choices, value, onChoice, long = false) {
  return h('fieldset', {class: long ? 'seg long' : 'seg'},
    h('legend', {class: 'hidden'}, label),
    Object.entries(choices).map(([key, text]) => h('label', {},
      h('input', {type: 'radio', name, value: key, checked: key === value, change: () => onChoice(key)}),
      h('span', {}, text))));
}

export function selectOf(label, choices, value, onChoice) {
  const select = h('select', {'aria-label': label, change: () => onChoice(select.value)},
    Object.entries(choices).map(([key, text]) => h('option', {value: key, selected: key === value}, text)));
  return select;
}

export class Controls {
  constructor(place, names) {
    this.names = names;
    this.measure = segments('measure', 'What is counted', Object.fromEntries(Object.entries(MEASURES).map(([k, v]) => [k, v[0]])),
      '', measure => go(changed(measure === 'announced' ? {measure, destination: ''} : {measure})), true);
    this.window = segments('window', 'Window', WINDOWS, '', window => go(changed({window})));
    this.slider = h('input', {type: 'range', id: 'asof', step: 1, input: () => this.slid()});
    this.output = h('output', {for: 'asof'});
    this.asOf = h('div', {class: 'field asof'}, h('label', {for: 'asof'}, 'As of'), this.slider, this.output);
    this.chips = h('div', {class: 'chips', 'aria-label': 'Filters'});
    this.inner = h('div', {class: 'controls-in'}, this.measure, this.window, this.asOf, this.chips);
    place.append(this.inner);
    this.place = place;
  }

  /** The days between which the slider goes; the last is today. */
  range(first, today) {
    this.today = today;
    this.slider.min = toNumber(first ?? today);
    this.slider.max = toNumber(today);
    this.show(read());
  }

  slid() {
    const chosen = toDay(Number(this.slider.value));
    this.output.textContent = day(chosen);
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => go(changed({asOf: chosen === this.today ? '' : chosen}), true), 40);
  }

  show(state) {
    const shown = SHOWS[state.view] ?? [];
    this.place.hidden = shown.length === 0;
    for (const part of ['measure', 'window', 'asOf']) this[part].hidden = !shown.includes(part);
    for (const input of this.measure.querySelectorAll('input')) input.checked = input.value === state.measure;
    for (const input of this.window.querySelectorAll('input')) input.checked = input.value === state.window;
    if (this.today && document.activeElement !== this.slider) this.slider.value = toNumber(state.asOf || this.today);
    this.slider.setAttribute('aria-valuetext', day(state.asOf || this.today));
    this.output.textContent = this.today ? day(state.asOf || this.today) : '';
    this.showChips(state, shown.includes('chips'));
  }

  showChips(state, wanted) {
    const chip = (key, text) => state[key] && h('button', {class: 'chip', type: 'button', 'aria-label': 'Remove filter: ' + text,
      click: () => go(changed({[key]: ''}))}, text);
    const country = code => code === '*' ? 'unknown' : code.split(';').map(c => this.names[c] ?? c).join(', ');
    this.chips.replaceChildren(...[
      chip('company', 'Company: ' + (this.payers?.[state.company] ?? state.company)),
      chip('headquarters', 'Based in: ' + country(state.headquarters)),
      chip('destination', 'Spent in: ' + country(state.destination)),
    ].filter(Boolean));
    this.chips.hidden = !wanted || !this.chips.childElementCount;
    if (this.chips.hidden && state.view === 'commitments') this.place.hidden = true;
  }
}
