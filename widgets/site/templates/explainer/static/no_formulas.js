// Stands in for MathJax on pages without formulas: takes every order and does nothing.
window.MathJax = {
  Ajax: {},
  Hub: { Config() {}, Configured() {}, Queue() {}, Register: { StartupHook() {} } },
  InputJax: { TeX: { resetEquationNumbers() {} } },
};
