"""A verdict in one module for each notation: text for a terminal, JSON, HTML."""
