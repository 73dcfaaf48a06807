"""The laws that what a routine returns must satisfy, each decided in exact arithmetic."""

from symeig.numeric.laws.catalogue import EXACT, HYGIENE, LAWS, Law, law_named

__all__ = ["EXACT", "HYGIENE", "LAWS", "Law", "law_named"]
