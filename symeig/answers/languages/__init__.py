"""The words of verdicts, one file for each language."""
