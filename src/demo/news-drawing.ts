const PALETTES = [
  ["#0f766e", "#5eead4", "#fef3c7", "#fb923c"],
  ["#1e3a8a", "#93c5fd", "#dbeafe", "#fbbf24"],
  ["#7c2d12", "#fdba74", "#fff7ed", "#ef4444"],
  ["#365314", "#bef264", "#fefce8", "#facc15"],
  ["#581c87", "#d8b4fe", "#fce7f3", "#f472b6"],
  ["#164e63", "#67e8f9", "#ecfeff", "#fcd34d"],
] as const;

/** A landscape of hills and a sun as an SVG image, the same for the same number. */
export function drawLandscape(seed: number, label: string): string {
  const [dark, light, sky, sun] = PALETTES[seed % PALETTES.length] as (typeof PALETTES)[number];
  const at = (step: number, low: number, high: number) => low + ((seed * 7919 + step * 104_729) % (high - low));
  const hill = (step: number, base: number, color: string, opacity: number) =>
    `<path d="M0 ${base} C ${at(step, 120, 280)} ${base - at(step + 1, 60, 120)}, ${at(step + 2, 380, 560)} ${base + at(step + 3, 10, 60)}, 800 ${base - at(step + 4, 10, 90)} L 800 420 L 0 420 Z" fill="${color}" opacity="${opacity}"/>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 800 420" preserveAspectRatio="xMidYMid slice" role="img" aria-label="${label}"><rect width="800" height="420" fill="${sky}"/><circle cx="${at(9, 120, 680)}" cy="${at(10, 90, 170)}" r="${at(11, 38, 64)}" fill="${sun}"/>${hill(1, 250, light, 0.75)}${hill(2, 300, dark, 0.45)}${hill(3, 350, dark, 0.9)}</svg>`;
}
