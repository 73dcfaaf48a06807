"""Verdicts in the formats of graders: Gradescope, PrairieLearn, nbgrader. They are translated here, never made."""
