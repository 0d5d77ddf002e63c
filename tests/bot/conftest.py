import pytest

pytest.register_assert_rewrite("tests.applicant", "tests.town")
