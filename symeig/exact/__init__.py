"""The mathematics: a square matrix in, a proved eigensystem out. No prose, no printing, no files."""
