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

  const form = () => document.querySelector('#main form');
  const way = () => form().elements.preferredContact.value;

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
      return field.required && changed.has(field) ? words.missing : '';
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
    if (field.type === 'email') ask(field);
  }

  // What knows slips is loaded where an address is about to be typed; where it cannot be, nobody is asked.
  const knowing = () => import(form().dataset.slips).catch(() => ({meant: () => ''}));

  // A slip is asked about and never blocks.
  async function ask(field) {
    const {meant} = await knowing();
    const old = document.getElementById('slip');
    if (old) old.remove();
    const better = field.isConnected && meant(seen(field.value));
    if (!better) return;
    const question = document.createElement('p');
    question.id = 'slip';
    const [before, after] = form().dataset.slip.split('{0}');
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = better;
    button.addEventListener('click', () => {
      field.value = better;
      question.remove();
      show(field, '');
      field.focus();
    });
    question.append(before, button, after);
    field.after(question);
    say(question.textContent);
  }

  // Of the ways to answer only the chosen one is shown, asked for and sent.
  function chooseWay() {
    const chosen = way();
    const tooByMail = chosen === 'phone' && form().elements.consentToEmail.checked;
    for (const box of form().querySelectorAll('.way')) {
      const on = box.dataset.way === chosen || (box.dataset.way === 'email' && tooByMail);
      box.hidden = !on;
      for (const field of box.querySelectorAll('input, select')) {
        field.disabled = !on;
        if (field.name === 'phone' || field.name === 'email') field.required = on;
      }
    }
  }

  function typed(event) {
    const field = event.target;
    changed.add(field);
    prove();
    if (field.name === 'preferredContact' || field.name === 'consentToEmail') {
      chooseWay();
      const box = field.closest('.wrong');
      if (box) {
        box.classList.remove('wrong');
        box.querySelectorAll('.problem').forEach(old => old.remove());
      }
    }
    if (isChecked(field) && field.getAttribute('aria-invalid') && !problemOf(field)) {
      show(field, '');
      say('');
    }
  }

  function busy(yes) {
    const button = form().querySelector('[type=submit]');
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

  // A link to what is wrong shows its label as well, and not the field alone at the edge.
  function goTo(event) {
    const link = event.target.closest('.problems a[href^="#"]');
    const field = link && document.getElementById(link.hash.slice(1));
    if (!field) return;
    event.preventDefault();
    const fold = field.closest('details');
    if (fold) fold.open = true;
    field.focus({preventScroll: true});
    (field.closest('fieldset, .field') || field).scrollIntoView();
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
    chooseWay();
    openSigns();
    form().addEventListener('focusin', event => event.target.type === 'email' && knowing());
    form().addEventListener('focusout', left);
    form().addEventListener('input', typed);
    form().addEventListener('submit', event => {
      event.preventDefault();
      if (!form().querySelector('[type=submit]').disabled) send();
    });
    focusFirst();
  }

  // On a wide screen there is room for all signs of an emergency.
  function openSigns() {
    const signs = document.querySelector('.emergency details');
    if (signs && matchMedia('(min-width: 900px)').matches) signs.open = true;
  }

  addEventListener('pointerdown', () => { pressed = true; }, true);
  for (const end of ['pointerup', 'pointercancel']) addEventListener(end, () => { pressed = false; }, true);
  document.addEventListener('click', goTo);
  document.documentElement.classList.add('scripted');
  begin();
  if (!form()) focusFirst();
  addEventListener('pageshow', event => event.persisted && form() && busy(false));
})();
