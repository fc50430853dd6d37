"""Names of one bearer agree however spelt; names of two who look alike do not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.linking.names import SAME_NAME, WEAK_NAME, compare_names

SAME_PERSON = [
    ("Sergey Orlov", "Sergei Orlov"),
    ("Serhiy Bondarenko", "Serhii Bondarenko"),
    ("Иван Соколов", "Ivan Sokolov"),
    ("Νίκος Παππάς", "Nikos Pappas"),
    ("Sarantuya Dorj", "Dorj Sarantuya"),
    ("D.Sarantuya", "Dorj Sarantuya"),
    ("D. Ganbold-Erdene", "Dorj Ganbold-Erdene"),
    ("Dorjiin Sarantuya", "Dorj Sarantuya"),
    ("Mwai, Grace", "Grace Mwai"),
    ("Mr. Paulo Pinto", "Paulo Pinto"),
    ("H.E. Dr Amina Njoroge", "Amina Njoroge"),
    ("President Tomás Rivera", "Tomas Rivera"),
    ("Abdel Karim el-Masry", "Abdelkarim Al-Masri"),
    ("Muhammad bin Rashed", "Mohammed bin Rashid"),
    ("Karl van der Meer", "Karl Van Der Meer"),
    ("Park Min-ho", "Park Minho"),
    ("Pavel Ivanovich Sidorov", "Pavel Sidorov"),
    ("J. Kowalska", "Joanna Kowalska"),
    ("Annika Lindstrom", "Annika Lindström"),
    ("OKSANA SHEVCHUK", "Oksana Shevchuk"),
]
OTHER_PERSON = [
    ("John Carter", "Joan Carter"),
    ("Andrei Popov", "Alexei Popov"),
    ("Kim Min-jun", "Kim Min-seo"),
    ("Kim Chol-su", "Kim Su-jin"),
    ("B. Ganzorig", "D. Ganzorig"),
    ("Li Gang", "Li Wei"),
    ("Nguyen Van Hai", "Nguyen Van Long"),
    ("Ahmed Ali Hassan", "Ahmed Omar Hassan"),
    ("Omar bin Khalid al-Zahrani", "Khalid bin Omar al-Zahrani"),
    ("Maria Lopez", "Carlos Lopez"),
    ("X.Y.", "Xavier Young"),
]
WEAK = [
    ("Carter", "John Carter"),
    ("President Rivera", "Tomás Rivera"),
    ("Van der Meer", "Karl van der Meer"),
]
SAME_ORGANIZATION = [
    ("Ministry of Foreign Affairs", "Foreign Ministry"),
    ("Ministry of Foreign Affairs of the Republic of Chile", "Chilean Foreign Ministry"),
    ("Chile's Foreign Ministry", "Foreign Ministry of Chile"),
    ("Ministry of Defence", "Defense Ministry"),
    ("Nordwind Ltd.", "Nordwind Limited"),
    ("OAO Severstroy", "Severstroy JSC"),
    ("Lake Turkana Wind Power", "Lake Turkana Windpower"),
    ("International Grain Council", "IGC"),
    ("Hansen & Sons", "Hansen and Sons"),
]
OTHER_ORGANIZATION = [
    ("Chilean Foreign Ministry", "Peruvian Foreign Ministry"),
    ("Ministry of Defence", "Ministry of Finance"),
    ("Bank of Albania", "Bank of Armenia"),
    ("Nordwind", "Nordwind Shipping"),
    ("Brigade 12", "Brigade 21"),
    ("A.B.C. Company", "C.B.A. Company"),
]


@pytest.mark.parametrize(("a", "b"), SAME_PERSON)
def test_one_person(a: str, b: str) -> None:
    assert compare_names(a, b, kind="person").score >= SAME_NAME


@pytest.mark.parametrize(("a", "b"), OTHER_PERSON)
def test_two_persons(a: str, b: str) -> None:
    assert compare_names(a, b, kind="person").score < WEAK_NAME


@pytest.mark.parametrize(("a", "b"), WEAK)
def test_a_surname_says_little(a: str, b: str) -> None:
    assert compare_names(a, b, kind="person").score == WEAK_NAME


@pytest.mark.parametrize(("a", "b"), SAME_ORGANIZATION)
def test_one_organization(a: str, b: str) -> None:
    assert compare_names(a, b, kind="organization").score >= SAME_NAME


@pytest.mark.parametrize(("a", "b"), OTHER_ORGANIZATION)
def test_two_organizations(a: str, b: str) -> None:
    assert compare_names(a, b, kind="organization").score < SAME_NAME


@given(st.text(max_size=40), st.text(max_size=40), st.sampled_from(["person", "organization"]))
def test_any_text_is_compared_alike_both_ways(a: str, b: str, kind: str) -> None:
    one = compare_names(a, b, kind=kind)  # type: ignore[arg-type]
    assert one == compare_names(b, a, kind=kind)  # type: ignore[arg-type]
    assert 0.0 <= one.score <= 1.0
    assert one.reasons


def test_odd_input_is_no_crash() -> None:
    for odd in ("", " ", ".", "😀", "\ud800", "-" * 5000, "A." * 3000, "李强", "Mr"):
        assert compare_names(odd, "Ana Silva", kind="person").score < SAME_NAME
        assert compare_names(odd, "Ana Silva", kind="organization").score < SAME_NAME
