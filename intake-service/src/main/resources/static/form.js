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
  const way = () => form().elements.preferredContact.value;

  // What people mistype; the hosts of mail that many have here, and some that are like them and no slip.
  const HOSTS = ('gmail.com yahoo.com hotmail.com outlook.com icloud.com aol.com live.com msn.com comcast.net att.net '
    + 'sbcglobal.net verizon.net cox.net charter.net earthlink.net bellsouth.net protonmail.com googlemail.com rocketmail.com '
    + 'yahoo.es hotmail.es outlook.es yahoo.com.mx hotmail.com.mx outlook.com.mx live.com.mx prodigy.net.mx').split(' ');
  const ALIKE = 'mail.com email.com ymail.com gmx.com gmx.net me.com mac.com live.ca yahoo.ca hotmail.ca proton.me pm.me'.split(' ');
  const ENDS = {con: 'com', cmo: 'com', ocm: 'com', comm: 'com', coom: 'com', vom: 'com', xom: 'com', cim: 'com', cpm: 'com',
    nte: 'net', ent: 'net', met: 'net', ogr: 'org', orgg: 'org', edi: 'edu', deu: 'edu'};

  // Damerau and Levenshtein: letters wrong, missing, too many or swapped.
  function slips(one, other) {
    const rows = [Array.from({length: other.length + 1}, (none, at) => at)];
    for (let i = 1; i <= one.length; i++) {
      rows[i] = [i];
      for (let j = 1; j <= other.length; j++) {
        const same = one[i - 1] === other[j - 1] ? 0 : 1;
        rows[i][j] = Math.min(rows[i - 1][j] + 1, rows[i][j - 1] + 1, rows[i - 1][j - 1] + same);
        if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) {
          rows[i][j] = Math.min(rows[i][j], rows[i - 2][j - 2] + 1);
        }
      }
    }
    return rows[one.length][other.length];
  }

  // The address that was probably meant; nothing where the one typed may well be right.
  function meant(typed) {
    const at = typed.lastIndexOf('@');
    const host = typed.slice(at + 1).toLowerCase().replace(/[,;\s]+/g, '.').replace(/\.{2,}/g, '.').replace(/^\.|\.$/g, '');
    if (at < 1 || !host) return '';
    const to = better => better === typed.slice(at + 1).toLowerCase() ? '' : typed.slice(0, at + 1) + better;
    if (HOSTS.includes(host) || ALIKE.includes(host)) return to(host);
    const whole = HOSTS.find(one => one.split('.')[0] === host || one.replace(/\./g, '') === host);
    const near = HOSTS.map(one => [slips(host, one), one]).sort((a, b) => a[0] - b[0])[0];
    if (whole) return to(whole);
    if (near[0] <= (near[1].length > 8 ? 2 : 1)) return to(near[1]);
    const end = host.slice(host.lastIndexOf('.') + 1);
    const real = ENDS[end];
    return real && host.includes('.') ? to(host.slice(0, -end.length) + real) : '';
  }

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

  // A slip is asked about and never blocks.
  function ask(field) {
    const old = document.getElementById('slip');
    if (old) old.remove();
    const better = meant(seen(field.value));
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
  document.addEventListener('click', goTo);
  page.classList.add('scripted');
  begin();
  if (!form()) focusFirst();
  addEventListener('pageshow', event => event.persisted && form() && busy(false));
  if (page.classList.contains('framed') && parent !== window) standInFrame();
})();
