"""An eigensystem told to a person: worked solutions, every step checked, and the brief telling of results."""
