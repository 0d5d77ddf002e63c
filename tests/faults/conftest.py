import pytest

pytest.register_assert_rewrite("tests.applicant", "tests.town")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--kills", type=int, default=20, help="how often the bot is killed during fifty applications")
