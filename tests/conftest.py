"""What every test shares: a voice that refuses to be without words."""

from __future__ import annotations

import os

os.environ.setdefault("PTB_TIMEDELTA", "true")

import locales

locales.be_strict()
