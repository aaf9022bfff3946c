// Pages that show the ledger ask for themselves again when it has changed. Without this they are as of when they were opened.
(() => {
  const parts = () => document.querySelectorAll("[data-live]");
  if (!parts().length || document.querySelector(".asked")) return; // an opened inquiry is shown once

  let asking = false;
  const refresh = async () => {
    if (asking || document.hidden) return;
    asking = true;
    try {
      const answer = await fetch(location.href, { headers: { Accept: "text/html" } });
      if (!answer.ok || answer.redirected) return;
      const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").querySelectorAll("[data-live]");
      parts().forEach((part, index) => {
        if (fresh[index] && !part.contains(document.activeElement)) part.replaceChildren(...fresh[index].childNodes);
      });
    } catch {
      // no network: the next change tries again
    } finally {
      asking = false;
    }
  };
  new EventSource("/live").addEventListener("changed", refresh);
  document.addEventListener("visibilitychange", refresh);
})();
