/** ln of the Beta-Bernoulli evidence of k hits in n. */
export function evidence(k: number, n: number, alpha: number, beta: number): number {
  return lnBeta(alpha + k, beta + n - k) - lnBeta(alpha, beta);
}

function lnBeta(a: number, b: number): number {
  return lnGamma(a) + lnGamma(b) - lnGamma(a + b);
}

/** ln Γ(x), x > 0, by Lanczos' approximation (g = 7, 9 terms; Numerical Recipes, 3rd ed., 6.1). */
function lnGamma(x: number): number {
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - lnGamma(1 - x);
  const terms = [
    676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059, 12.507343278686905,
    -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
  ];
  const z = x - 1;
  let sum = 0.99999999999980993;
  terms.forEach((term, i) => {
    sum += term / (z + i + 1);
  });
  const t = z + terms.length - 0.5;
  return 0.5 * Math.log(2 * Math.PI) + (z + 0.5) * Math.log(t) - t + Math.log(sum);
}
