"""The command line: it reads arguments, hands the work to a process of its own, and writes what comes back.

Exit status: 0 done; 1 the mathematics says no (the matrix is not diagonalizable, a certificate is refused); 2 the
input cannot be read or goes beyond a bound; 70 a fault of symeig; 130 interrupted.
"""

from symeig.cli.commands import main

__all__ = ["main"]
