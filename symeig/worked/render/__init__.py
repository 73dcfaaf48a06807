"""The notations: text for terminals, LaTeX, Markdown, HTML with MathML, and data for JSON.

Each has one function for each node of `symeig.worked.formulas`; `arrangement` says for all of them where brackets,
signs and dots stand.
"""
