#!/usr/bin/env bash
# Gradescope runs this once, when the autograder is built: a Python of its own, with what symeig needs.
set -euo pipefail
root=${AUTOGRADER:-/autograder}

export DEBIAN_FRONTEND=noninteractive
python=python3
python3 -c 'import sys; sys.exit(sys.version_info < (3, 11))' || python=python3.11
apt-get update
apt-get install -y "$python" "$python-venv"

"$python" -m venv "$root/venv"
"$root/venv/bin/pip" install -r "$root/source/requirements.txt"
