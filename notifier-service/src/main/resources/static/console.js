// Pages that show the ledger ask for themselves again when it has changed. Without this they are as of when they were opened.
(() => {
  const parts = () => document.querySelectorAll("[data-live]");
  if (!parts().length || document.querySelector(".asked")) return; // an opened inquiry is shown once

  const announce = (fresh) => {
    const said = (page) => page.querySelector(".headline")?.textContent.replace(/\s+/g, " ").trim() ?? "";
    if (said(fresh) && said(fresh) !== said(document)) document.getElementById("announced").textContent = said(fresh);
    document.title = fresh.title;
    const icon = (page) => page.querySelector("link[rel=icon]");
    icon(document).href = icon(fresh).getAttribute("href");
  };
  // What has no id of its own stands in something that has one.
  const likeOf = (part, one, home) =>
    one.id
      ? document.getElementById(one.id)
      : [...part.querySelectorAll(one.localName)].find((other) => other.isEqualNode(one) && other.closest("[id]").id === home);
  // What somebody is at stays: the focus, an open list, the person that the keys act on.
  const replace = (part, fresh) => {
    const at = part.contains(document.activeElement) ? document.activeElement : null;
    if (at && at.matches("input, select, textarea")) return;
    const open = [...part.querySelectorAll("details[open]")].map((one) => one.id);
    const here = part.querySelector(".here")?.id;
    const home = at?.closest("[id]").id;
    part.replaceChildren(...fresh.childNodes);
    open.forEach((id) => id && document.getElementById(id)?.setAttribute("open", ""));
    if (here) document.getElementById(here)?.classList.add("here");
    if (at) likeOf(part, at, home)?.focus({ preventScroll: true });
  };
  // A button that is replaced between press and release is not clicked.
  let pressed = false;
  const press = (held) => () => {
    pressed = held;
    if (!held) setTimeout(() => again && refresh()); // after the click
  };
  addEventListener("pointerdown", press(true), true);
  ["pointerup", "pointercancel"].forEach((end) => addEventListener(end, press(false), true));

  let asking = false;
  let again = false; // it changed while the answer was on its way
  const refresh = async () => {
    if (document.hidden) return;
    again = asking || pressed;
    if (again) return;
    asking = true;
    try {
      const answer = await fetch(location.href, { headers: { Accept: "text/html", "X-Refresh": "1" } });
      if (!answer.ok || answer.redirected) return;
      const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
      const shown = fresh.querySelectorAll("[data-live]");
      if (pressed) {
        again = true;
        return;
      }
      announce(fresh);
      parts().forEach((part, index) => shown[index] && replace(part, shown[index]));
    } catch {
      // no network: the next change tries again
    } finally {
      asking = false;
    }
    if (again) refresh();
  };
  new EventSource("/live").addEventListener("changed", refresh);
  document.addEventListener("visibilitychange", refresh);
  setInterval(refresh, 60_000); // clocks go on where nothing changes
})();

// Whoever pressed a button of a person goes on at that person, or at the next where that one left the list; else at the answer.
(() => {
  if (document.getElementById("confirm")) return; // asked once more: the press goes on there
  const laneOf = (person) => person?.closest(".lane")?.className;
  const pressed = JSON.parse(sessionStorage.getItem("pressed"));
  sessionStorage.removeItem("pressed");
  const note = (button) => {
    const person = button?.closest(".case");
    if (!person) return;
    const next = person.nextElementSibling ?? person.previousElementSibling;
    const what = { person: person.id, lane: laneOf(person), button: button.id, next: next?.id };
    sessionStorage.setItem("pressed", JSON.stringify(what));
  };
  document.addEventListener("submit", (event) => note(event.submitter));
  document.addEventListener("click", (event) => note(event.target.closest("a.button")));
  const answer = document.querySelector("#main > .told, #main > .alarm");
  if (!(pressed || answer) || document.querySelector("[autofocus]")) return;
  const person = document.getElementById(pressed?.person);
  const stayed = person && (!pressed.lane || laneOf(person) === pressed.lane);
  const at = stayed ? person : document.getElementById(pressed?.next);
  const told = answer?.matches(".told");
  const button = stayed && document.getElementById(pressed.button);
  (button || at?.querySelector("a, button") || answer)?.focus({ preventScroll: !told }); // what went wrong stays in sight
  if (told && answer !== document.activeElement) document.getElementById("announced").textContent = answer.textContent;
})();

// Keys of the board: each presses the button of the person that is marked. They can be turned off in a browser.
(() => {
  const board = document.getElementById("board");
  const keys = document.getElementById("keys");
  if (!board || !keys) return;
  keys.checked = localStorage.getItem("keys") !== "off";
  keys.addEventListener("change", () => localStorage.setItem("keys", keys.checked ? "on" : "off"));

  const people = () => [...board.querySelectorAll(".case")];
  const here = () => document.activeElement.closest?.(".case") ?? board.querySelector(".case.here");
  const go = (step) => {
    const all = people();
    if (!all.length) return;
    const now = all.indexOf(here());
    const next = all[Math.max(0, Math.min(all.length - 1, now < 0 ? 0 : now + step))];
    all.forEach((one) => one.classList.toggle("here", one === next));
    next.querySelector("a").focus();
    next.scrollIntoView({ block: "nearest" });
  };
  document.addEventListener("keydown", (event) => {
    const typing = event.target.matches?.("input, select, textarea");
    if (!keys.checked || typing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "j") go(1);
    else if (event.key === "k") go(-1);
    else if (event.key === "/") document.getElementById("typed").focus();
    else if ("otrnwc".includes(event.key)) here()?.querySelector(`[data-key="${event.key}"]`)?.click();
    else return;
    event.preventDefault();
  });
})();
