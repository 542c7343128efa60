// What has the keyboard is called so.
const here = document.activeElement;
const label = here.labels?.[0]?.textContent;
return (here.getAttribute("aria-label") ?? label ?? here.innerText ?? "").replace(/\s+/g, " ").trim();
