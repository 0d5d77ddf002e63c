"""The voice: everything a person reads. Nothing else of this package is meant for the others."""

from locales.catalan import sort_key
from locales.sentences import UntranslatedError, be_strict, load
from locales.voice import plain, translate

__all__ = ["UntranslatedError", "be_strict", "load", "plain", "sort_key", "translate"]
