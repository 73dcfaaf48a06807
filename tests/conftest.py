"""Settings that all tests share: how many examples Hypothesis tries, and whether it tries the same ones again.

``SYMEIG_TESTS=dev``, ``ci`` or ``deep`` chooses; continuous integration sets ``CI`` and so gets ``ci``.
"""

from __future__ import annotations

import os

from hypothesis import HealthCheck, settings

settings.register_profile("dev", deadline=None, max_examples=30, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("ci", settings.get_profile("dev"), derandomize=True, print_blob=True)
settings.register_profile("deep", settings.get_profile("dev"), max_examples=1000)
settings.load_profile(os.environ.get("SYMEIG_TESTS") or ("ci" if os.environ.get("CI") else "dev"))
