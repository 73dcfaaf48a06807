"""The words in pictures, one file for each language."""
