"""The model's mathematics as a learner reads it: SBML in, typeset formulas and sentences out."""
