'use strict';
// Puts the clinic's form where this script tag stands, in a frame as high as the form. See /embed-demo.html.
(() => {
  const script = document.currentScript;
  const home = new URL('.', script.src);
  const {form, procedure, lang, title} = script.dataset;
  const path = procedure ? 'embed/considering/' + encodeURIComponent(procedure)
    : form === 'considering' ? 'embed/considering' : 'embed/';
  const address = new URL(path, home);
  const language = lang || document.documentElement.lang;
  if (language) address.searchParams.set('lang', language);

  const frame = document.createElement('iframe');
  frame.src = address;
  frame.title = title || 'Contact form';
  frame.referrerPolicy = 'no-referrer';
  Object.assign(frame.style, {display: 'block', width: '100%', height: '60rem', border: '0'});
  script.after(frame);

  let loads = 0;
  let answered = false;

  function giveWay() {
    if (answered) return;
    const link = document.createElement('a');
    link.href = new URL(path.replace('embed/', ''), home) + address.search;
    link.textContent = title || link.href;
    frame.replaceWith(link);
    console.error('The form cannot be shown here: add ' + location.origin + ' to FORAMEN_FORM_ALLOWED_ORIGINS.');
  }

  frame.addEventListener('load', () => {
    frame.contentWindow.postMessage({foramen: 'hello'}, home.origin);
    if (loads++ > 0) frame.scrollIntoView();
    setTimeout(giveWay, 5000);
  });

  addEventListener('message', event => {
    if (event.origin !== home.origin || event.source !== frame.contentWindow) return;
    const {foramen, height, title: name} = event.data || {};
    if (foramen !== 'size' || !(height > 0)) return;
    answered = true;
    frame.style.height = Math.min(height, 20000) + 'px';
    if (!title) frame.title = name;
  });
})();
