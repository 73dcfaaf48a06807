"""An answer as typed -> a verdict: what is right in it, decided exactly, whatever legal form it has."""
