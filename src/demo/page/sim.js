/** The element with that id. */
export const $ = (id) => document.getElementById(id);

/** Asks or tells the stand-in: without `files` it reads, with it (even empty) it acts. Throws what was refused. */
export async function call(path, given, files) {
  const query = given && !files ? `?${new URLSearchParams(given)}` : "";
  let body;
  if (files) {
    body = new FormData();
    for (const [name, value] of Object.entries({ ...given, ...files })) body.append(name, value);
  }
  const acts = files !== undefined;
  const response = await fetch(`/sim/${path}${acts ? "" : query}`, { method: acts ? "POST" : "GET", body });
  const answer = await response.json();
  if (!answer.ok) throw new Error(answer.description);
  return answer.result;
}

/** Acts, and shows a refusal instead of throwing it. */
export const act = (path, given, files = {}) => call(path, given, files).catch((error) => toast(error.message));

/** Shows a short notice. */
export function toast(text) {
  $("toast").textContent = text;
  $("toast").hidden = false;
  clearTimeout(toast.timer);
  toast.timer = setTimeout(() => {
    $("toast").hidden = true;
  }, 3500);
}
