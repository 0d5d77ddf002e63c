import pytest

import locales


@pytest.fixture
def lenient(monkeypatch: pytest.MonkeyPatch) -> None:
    """The voice as it runs for people: without Catalan, the msgid is said, in the forms that it asks for."""
    monkeypatch.setattr("locales.sentences._strict", False)


@pytest.fixture
def strict(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("locales.sentences._strict", False)  # restored afterwards, whatever it was
    locales.be_strict()
