"""The summary of a class, one module for each notation: text, CSV and JSON, and a page with pictures."""
