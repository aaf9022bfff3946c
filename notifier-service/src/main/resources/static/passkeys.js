// Passkeys: asks the browser for one, or for a new one, and gives the console its answer. Where this does not run the forms stay hidden.
(() => {
  if (!window.PublicKeyCredential?.parseRequestOptionsFromJSON) return;

  const post = (form, path, body) => fetch(path, {
    method: "POST",
    headers: { "Content-Type": "application/json", "X-XSRF-TOKEN": form.elements._csrf.value },
    body: JSON.stringify(body),
  });
  const say = (form, what) => {
    for (const one of form.querySelectorAll("[data-said]")) one.hidden = one.dataset.said !== what;
  };
  // Asks what the device is to sign, has it sign, sends it back; then where is shown.
  const offer = (form, sign, where) => {
    if (!form) return;
    form.hidden = false;
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      say(form, "");
      const typed = { label: form.elements.label?.value, code: form.elements.code?.value };
      const path = new URL(form.action).pathname;
      try {
        const asked = await post(form, `${path}/options`, typed);
        if (!asked.ok) return say(form, asked.status === 403 ? "forbidden" : "refused");
        const credential = await sign(await asked.json());
        const answer = await post(form, path, form.elements.label ? { ...typed, credential } : credential);
        if (answer.ok) location.assign(where);
        else say(form, answer.status === 403 ? "forbidden" : "refused");
      } catch {
        say(form, "none");
      }
    });
  };
  const present = document.getElementById("present-passkey");
  offer(present, async (asked) => (await navigator.credentials.get({
    publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(asked),
  })).toJSON(), present?.dataset.to);
  offer(document.getElementById("add-passkey"), async (asked) => (await navigator.credentials.create({
    publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(asked),
  })).toJSON(), location.href);
  document.querySelector("[data-without-passkeys]")?.remove();
})();
