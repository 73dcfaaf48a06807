"""``python -m symeig`` is the command ``symeig``."""

from symeig.cli import main

if __name__ == "__main__":
    main(prog_name="symeig")
