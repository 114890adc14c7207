"""The simulated muscle fibre and its nerve: an Experiment goes in, a Contraction comes out. Nothing here draws."""
