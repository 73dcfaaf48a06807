"""The rules: each module has the steps of one kind, and the functions that find them in an eigensystem.

A rule is a function of a `Telling`, and of nothing else that changes: the same matrix gives the same steps.
"""
