// Stands in for MathJax on pages without formulas: takes every order and does nothing.

const nothing = (): void => undefined;

Object.assign(window, {
  MathJax: {
    Ajax: {},
    Hub: { Config: nothing, Configured: nothing, Queue: nothing, Register: { StartupHook: nothing } },
    InputJax: { TeX: { resetEquationNumbers: nothing } },
  },
});
