// The stream of what changes, kept while the page is open: the newest first.

const KEPT = 200;

export const news = [];
export const stream = {health: null, connected: false, since: Date.now(), lastNews: null};

const listeners = {news: [], moved: [], state: []};

export function on(what, listener) {
  listeners[what].push(listener);
  return () => listeners[what].splice(listeners[what].indexOf(listener), 1);
}

function tell(what, value) {
  [...listeners[what]].forEach(listener => listener(value));
}

/** What a reader should know of the sources: a state and a sentence. */
export function pulse() {
  const health = stream.health;
  if (!stream.connected && health) return ['lost', 'No connection to the server; trying again'];
  if (!health) return ['restoring', 'Connecting'];
  switch (health.state) {
    case 'GONE': return ['gone', 'Kafka does not answer: figures as last known'];
    case 'RESTORING': return ['restoring', `Still reading: ${health.recordsToGo.toLocaleString('en')} records to go, totals not whole yet`];
    case 'BEHIND': return ['behind', 'Behind: ' + behind(health)];
    default: return ['live', 'Live'];
  }
}

function behind(health) {
  const away = health.services.filter(service => service.members === 0).map(service => service.name);
  if (away.length) return away.join(', ') + (away.length === 1 ? ' does not run' : ' do not run');
  const slow = health.services.filter(service => service.lag > 0).sort((a, b) => b.lag - a.lag)[0];
  return slow ? `${slow.name} has ${slow.lag.toLocaleString('en')} records to read` : 'this page has records to read';
}

let source;
let position;

/**
 * Listens from a position on. A page that is not seen listens to nothing: browsers have few connections to one server, and a tab or a
 * page kept for the way back would hold one. When it is seen again it is told what it missed.
 *
 * @param from where the server stood when the page asked it
 */
export function listen(from) {
  position = from;
  open();
  addEventListener('pagehide', close);
  addEventListener('pageshow', open);
  document.addEventListener('visibilitychange', () => document.hidden ? close() : open());
}

function close() {
  source?.close();
  source = null;
}

function open() {
  if (source || document.hidden) return;
  source = new EventSource('/api/events?snapshot=notice&after=' + encodeURIComponent(position));
  const on = (name, take) => source.addEventListener(name, event => {
    stream.connected = true;
    if (event.lastEventId) position = event.lastEventId;
    take(JSON.parse(event.data));
  });
  on('health', health => {
    const restored = stream.health?.state === 'RESTORING' && health.state !== 'RESTORING';
    stream.health = health;
    tell('state');
    if (restored) tell('moved');
  });
  on('commitment', item => {
    stream.lastNews = Date.now();
    news.unshift({...item, at: stream.lastNews});
    news.length = Math.min(news.length, KEPT);
    tell('news', item);
    tell('moved');
  });
  on('snapshot', () => tell('moved'));
  on('live', () => tell('state'));
  on('moved', () => tell('moved'));
  source.addEventListener('error', () => {
    stream.connected = false;
    tell('state');
  });
}
