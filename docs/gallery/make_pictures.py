"""Makes the pictures in docs/images: `python docs/gallery/make_pictures.py`, which needs Chromium."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path

from symeig import solve

IMAGES = Path(__file__).parents[1] / "images"

# Name -> matrix, options, height of the picture in pixels.
PICTURES = {
    "jordan": ("3 -1 1; 2 0 1; 1 -1 2", {"goal": "jordan"}, 1180),
    "orthogonal-vi": ("3 2 2; 2 3 2; 2 2 3", {"goal": "orthogonal", "language": "vi"}, 1180),
}
WIDTH = 760


def main() -> None:
    """Write the pictures."""
    browser = shutil.which("chromium") or shutil.which("google-chrome")
    if browser is None:
        message = "No Chromium was found. Install it, for example with: apt-get install chromium"
        raise SystemExit(message)
    IMAGES.mkdir(exist_ok=True)
    for name, (matrix, options, height) in PICTURES.items():
        with tempfile.TemporaryDirectory() as folder:
            page = Path(folder) / "page.html"
            page.write_text(solve(matrix, **options).to_html(), encoding="utf-8")
            subprocess.run(
                [
                    browser,
                    "--headless=new",
                    "--no-sandbox",
                    "--disable-gpu",
                    "--hide-scrollbars",
                    "--force-device-scale-factor=1.5",
                    f"--window-size={WIDTH},{height}",
                    f"--screenshot={IMAGES / name}.png",
                    page.as_uri(),
                ],
                check=True,
                capture_output=True,
            )


if __name__ == "__main__":
    main()
