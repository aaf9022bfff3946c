'use strict';
// The form works without this file. With it: checks after a field is left, one sending at a time, and what was typed stays
// on the page through errors, a lost connection and a busy server. Nothing is stored in the browser.
(() => {
  const PATIENCE = 30000;
  const PROOF_PATIENCE = 10000;
  const BATCH = 200;
  const changed = new WeakSet();
  let pressed = false;
  let proof = null;
  const page = document.documentElement;

  const form = () => document.querySelector('#main form');
  const phoneWanted = () => form().elements.preferredContact.value === 'phone';

  function say(text) {
    form().querySelector('[role=status]').textContent = text;
  }

  // What the server takes off as well: white space and characters that nobody sees, at either end.
  const seen = typed => typed.replace(/^[\s\p{Cf}\u2800\u3164\uFE0F]+|[\s\p{Cf}\u2800\u3164\uFE0F]+$/gu, '');

  // Never stricter than the server, which decides.
  function problemOf(field) {
    const typed = seen(field.value);
    const words = field.dataset;
    if (!typed) {
      const needed = field.required || (field.name === 'phone' && phoneWanted());
      return needed && changed.has(field) ? words.missing : '';
    }
    if ([...typed].length > Number(words.most)) return words.tooLong;
    if (field.type === 'email' && !/^[^@＠]+[@＠][^@＠]+[.．。｡][^@＠]+$/.test(typed)) return words.invalid;
    if (field.type === 'tel' && typed.replace(/[^\p{Nd}\p{L}]/gu, '').length < 7) return words.invalid;
    return '';
  }

  function show(field, problem) {
    const id = field.id + '-problem';
    const shown = document.getElementById(id);
    const others = (field.getAttribute('aria-describedby') || '').split(' ').filter(one => one && one !== id);
    const box = field.closest('.field');
    box.classList.toggle('wrong', Boolean(problem));
    if (!problem) {
      if (shown) shown.remove();
      field.removeAttribute('aria-invalid');
    } else {
      const place = shown || document.createElement('p');
      place.className = 'problem';
      place.id = id;
      place.textContent = problem;
      if (!shown) field.before(place);
      field.setAttribute('aria-invalid', 'true');
      others.unshift(id);
    }
    if (others.length) field.setAttribute('aria-describedby', others.join(' '));
    else field.removeAttribute('aria-describedby');
  }

  const isChecked = field => field.dataset && field.dataset.most;

  // A problem that appears under a pressed mouse button moves what is being clicked away: it waits for the release.
  function left(event) {
    const field = event.target;
    if (!isChecked(field)) return;
    if (pressed) addEventListener('pointerup', () => setTimeout(check, 0, field), {once: true});
    else setTimeout(check, 0, field);
  }

  function check(field) {
    if (!field.isConnected) return;
    const problem = problemOf(field);
    const before = field.getAttribute('aria-invalid');
    if (problem || (before && changed.has(field))) show(field, problem);
    if (problem) say(problem);
  }

  function typed(event) {
    const field = event.target;
    changed.add(field);
    prove();
    if (field.name === 'preferredContact') {
      const phone = form().elements.phone;
      phone.required = phoneWanted();
      phone.closest('.field').querySelector('.optional').hidden = phoneWanted();
      if (!phoneWanted() && !phone.value.trim()) show(phone, '');
    }
    if (isChecked(field) && field.getAttribute('aria-invalid') && !problemOf(field)) {
      show(field, '');
      say('');
    }
  }

  function busy(yes) {
    const button = form().querySelector('button');
    button.dataset.rest = button.dataset.rest || button.textContent;
    button.disabled = yes;
    button.textContent = yes ? form().dataset.sending : button.dataset.rest;
    say(yes ? form().dataset.sending : '');
  }

  const hex = hash => Array.from(new Uint8Array(hash), byte => byte.toString(16).padStart(2, '0')).join('');

  // ALTCHA's proof of work: the number whose hash with the salt is the named one. It is sought while the person types.
  async function solve(sum) {
    const letters = new TextEncoder();
    const hash = number => crypto.subtle.digest(sum.algorithm, letters.encode(sum.salt + number));
    for (let from = 0; from <= sum.maxnumber; from += BATCH) {
      const hashes = await Promise.all(Array.from({length: BATCH}, (none, at) => hash(from + at)));
      const at = hashes.findIndex(one => hex(one) === sum.challenge);
      if (at >= 0) return btoa(JSON.stringify({...sum, number: from + at}));
    }
    return '';
  }

  function prove() {
    const sum = form().dataset.challenge;
    if (!proof && sum && window.crypto && crypto.subtle) proof = solve(JSON.parse(sum)).catch(() => '');
    return proof || '';
  }

  function focusFirst() {
    const first = document.querySelector('#main [data-focus]');
    if (first) first.focus();
  }

  function tell(trouble) {
    document.querySelectorAll('#main .problems').forEach(old => old.remove());
    const notice = document.getElementById(trouble).content.cloneNode(true);
    document.querySelector('.emergency').before(notice);
    busy(false);
    focusFirst();
  }

  function replaceWith(html) {
    const answer = new DOMParser().parseFromString(html, 'text/html');
    if (!answer.querySelector('#main form')) return false;
    document.getElementById('main').replaceWith(answer.getElementById('main'));
    document.title = answer.title;
    begin();
    return true;
  }

  async function send() {
    busy(true);
    const late = new Promise(done => setTimeout(done, PROOF_PATIENCE, ''));
    form().elements.altcha.value = await Promise.race([prove(), late]);
    const cut = new AbortController();
    const timer = setTimeout(() => cut.abort(), PATIENCE);
    try {
      const body = new URLSearchParams(new FormData(form()));
      const answer = await fetch(form().action, {method: 'POST', body, credentials: 'omit', signal: cut.signal});
      if (answer.redirected) {
        location.assign(answer.url);
      } else if (answer.status === 413) {
        const message = form().elements.message;
        busy(false);
        show(message, message.dataset.tooLong);
        message.focus();
      } else if (!replaceWith(await answer.text())) {
        tell('refused');
      }
    } catch (lost) {
      tell('unreachable');
    } finally {
      clearTimeout(timer);
    }
  }

  function begin() {
    proof = null;
    if (!form()) return;
    form().addEventListener('focusout', left);
    form().addEventListener('input', typed);
    form().addEventListener('submit', event => {
      event.preventDefault();
      if (!form().querySelector('button').disabled) send();
    });
    focusFirst();
  }

  // In a frame, the site around it is told the height, and only a site that the server named.
  function standInFrame() {
    const hosts = [location.origin, ...(page.dataset.hosts || '').split(' ')];
    let host = null;
    const tellHeight = () => host && parent.postMessage(
      {foramen: 'size', height: Math.ceil(document.body.getBoundingClientRect().height), title: document.title}, host);
    addEventListener('message', event => {
      if (event.source !== parent || !hosts.includes(event.origin) || !event.data || event.data.foramen !== 'hello') return;
      host = event.origin;
      tellHeight();
    });
    new ResizeObserver(tellHeight).observe(document.body);
  }

  addEventListener('pointerdown', () => { pressed = true; }, true);
  for (const end of ['pointerup', 'pointercancel']) addEventListener(end, () => { pressed = false; }, true);
  begin();
  if (!form()) focusFirst();
  addEventListener('pageshow', event => event.persisted && form() && busy(false));
  if (page.classList.contains('framed') && parent !== window) standInFrame();
})();
