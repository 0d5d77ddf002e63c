"""The voice: everything a person reads."""
