// Questions to the server. An answer that is wrong comes as an error with the server's words.

export class ApiError extends Error {
  constructor(status, error) {
    super(error.parameter ? `${error.parameter}: ${error.message}` : error.message);
    this.status = status;
    this.suggestion = error.suggestion;
  }
}

export async function ask(path, parameters = {}, options = {}) {
  const query = new URLSearchParams();
  for (const [key, value] of Object.entries(parameters)) {
    if (value !== '' && value !== null && value !== undefined && value !== false) query.set(key, value);
  }
  const text = query.toString();
  return answer(await fetch(text ? path + '?' + text : path, options));
}

async function answer(response) {
  const body = await response.json();
  if (!response.ok) throw new ApiError(response.status, body.error ?? {message: 'HTTP ' + response.status});
  return body;
}

export async function correct(draft, token) {
  const headers = {'Content-Type': 'application/json'};
  if (token) headers.Authorization = 'Bearer ' + token;
  return answer(await fetch('/api/corrections', {method: 'POST', headers, body: JSON.stringify(draft)}));
}

/** The filters of a state, as the API takes them. */
export function filters(state) {
  return {company: state.company, headquarters: state.headquarters, destination: state.destination};
}
