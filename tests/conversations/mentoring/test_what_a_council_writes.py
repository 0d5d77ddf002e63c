"""A council writes instead of pressing: nothing is confirmed by a word in passing, and the way to answer is shown."""

from __future__ import annotations

from conversations.mentoring import explained
from tests.conversation import said
from tests.stage import AINA, MARTI, NURIA, Stage

BUTTONS = ["Sí, confirma-la", "Cal corregir-la", "No es va fer"]


def test_session_that_waits_is_shown_with_its_buttons(stage: Stage) -> None:
    stage.tells("ahir 2h amb l'Alzinar")
    for text in (
        "sí",
        "Correcte, gràcies",
        "ahir no vam fer cap sessió",
    ):
        heard = stage.aina.says(text)
        assert "Encara no s'ha respost res" in said(heard, AINA)
        assert "L'Alzinar: dimarts 2 de juny · 2 hores" in said(heard, AINA)
        assert heard[-1].labels == BUTTONS
    assert stage.standing() == [("2020-06-02", 120, "reported")]
    stage.aina.presses("Sí, confirma-la")
    assert stage.standing() == [("2020-06-02", 120, "confirmed")]


OTHERWISE = {
    "no va ser així, van ser només 90 minuts": "Va ser: 1 hora i 30 minuts.",
    "però van ser 3 hores": "Va ser: 3 hores.",
    "bon dia, la sessió va ser de 3 hores, no de 2": "Va ser: 3 hores.",
    "tot bé menys la durada: 1h 30": "Va ser: 1 hora i 30 minuts.",
    "no, va ser 1 hora i mitja": "Va ser: 1 hora i 30 minuts.",
    "ahir vam fer 1h": "Va ser: 1 hora.",
    "no és correcte: nosaltres tenim apuntades 3 hores": "Va ser: 3 hores.",
    "va ser presencial, no per telèfon": "Va ser: presencial.",
    "va ser dilluns, no dimarts": "Va ser: dilluns 1 de juny.",
    "va ser dilluns i van ser 3 hores": "Va ser: dilluns 1 de juny, 3 hores.",
    "vam parlar de clàusules socials, no de plecs": "Va ser: tema: clàusules socials.",
    "la durada no és correcta": "Sessió de dimarts 2 de juny. Quant va durar?",
    "el dia no és correcte": "Quin dia va ser?",
    "no va ser dimarts": "Encara no s'ha respost res",
    "la modalitat és incorrecta": "Va ser presencial o a distància?",
    "sí, van ser 2 hores": "És el que hi ha anotat, i encara no s'ha respost res.",
    "dilluns vam fer 3 hores amb en Martí": "Encara no s'ha respost res",
    "la sessió va ser divendres que ve": "botons de la sessió",
    "necessitem 2 hores més": "Us acompanya",
}
"""What a council writes of a session of Tuesday the 2nd, of two hours and by telephone; and what it is asked."""


def test_council_is_asked_about_exactly_what_it_says_was_otherwise(stage: Stage) -> None:
    stage.tells("ahir 2h amb l'Alzinar, per telèfon: plecs")
    for text, answer in OTHERWISE.items():
        heard = stage.aina.says(text)
        assert answer in said(heard, AINA), text
        assert said(heard, MARTI) == "", "nothing is sent before a yes"
        if "Deixa-la igual" in heard[-1].labels:
            stage.aina.presses("Deixa-la igual")
    stage.aina.says("va ser dilluns i van ser 3 hores")
    heard = stage.aina.says("sí")
    assert "Heu dit: dilluns 1 de juny · 3 hores." in said(heard, AINA)
    stage.aina.presses("Retira-ho")
    stage.aina.says("el tema va ser clàusules socials")
    assert "Va ser: tema: clàusules socials." in said(stage.aina.presses("Sí, corregeix-la"), MARTI)
    assert stage.standing() == [("2020-06-02", 120, "reported")]


POINTED = {
    "la de dimarts és correcta": "Voleu confirmar aquesta sessió? Feu-ho amb el botó.\n\nL'Alzinar: dimarts 2",
    "confirmo la de divendres": "Voleu confirmar aquesta sessió? Feu-ho amb el botó.\n\nL'Alzinar: divendres 29",
    "la segona no és correcta": "feu-ho amb els botons de la sessió.\n\nL'Alzinar: dimarts 2 de juny",
    "la primera no es va fer": "feu-ho amb els botons de la sessió.\n\nL'Alzinar: divendres 29 de maig",
    "la tercera no es va fer": "us esperen diverses sessions. Quina voleu dir?",
    "totes dues són correctes": "us esperen diverses sessions. Quina voleu dir?",
    "les dues bé": "us esperen diverses sessions. Quina voleu dir?",
    "la de dimarts va ser dilluns": "2 de juny · 1 hora · a distància.\nVa ser: dilluns 1 de juny.",
    "una va ser presencial": "us esperen diverses sessions. Quina voleu dir?",
    "dimarts no va ser per telèfon, va ser presencial": "2 de juny · 1 hora · a distància.\nVa ser: presencial.",
    "la de divendres van ser 2 hores": "divendres 29 de maig · 1 hora i 30 minuts.\nVa ser: 2 hores.",
    "estem d'acord amb la de dimarts": "Voleu confirmar aquesta sessió? Feu-ho amb el botó.\n\nL'Alzinar: dimarts 2",
    "dimarts no puc": "Us acompanya",
}
"""What a council writes while two sessions wait, and which of them it is asked about."""


def test_council_points_to_one_of_two_sessions(stage: Stage) -> None:
    stage.tells("divendres 1h30 amb l'Alzinar")
    stage.tells("ahir 1h amb l'Alzinar per telèfon")
    for text, answer in POINTED.items():
        heard = stage.aina.says(text)
        assert answer in said(heard, AINA), text
        assert said(heard, MARTI) == "", "nothing is sent before a yes"
        if "Deixa-la igual" in heard[-1].labels:
            stage.aina.presses("Deixa-la igual")
    stage.aina.says("la de divendres van ser 2 hores")
    other = said(stage.aina.says("la de dimarts és correcta"), AINA)
    assert "D'aquesta altra sessió encara no s'ha respost res" in other
    assert "L'Alzinar: dimarts 2 de juny · 1 hora" in other
    for text in ("quantes hores ens queden?", "la de dimarts"):
        assert "Voleu dir que cal corregir aquesta sessió?" in said(stage.aina.says(text), AINA), text
    stage.aina.presses("Cal corregir-la")
    assert said(stage.aina.says("la de dilluns"), MARTI) == "", "what only points to a session is no correction"
    assert stage.standing() == [("2020-05-29", 90, "reported"), ("2020-06-02", 60, "reported")]


EACH = {
    "sí, la de divendres bé, la de dimarts no va ser així, només 90 minuts": (
        "Voleu confirmar aquesta sessió? Feu-ho amb el botó.\n\nL'Alzinar: divendres 29 de maig",
        "S'havia anotat: dimarts 2 de juny · 1 hora · a distància.\nVa ser: 1 hora i 30 minuts.",
    ),
    "la primera no, van ser 50 minuts. La segona sí": (
        "Voleu confirmar aquesta sessió? Feu-ho amb el botó.\n\nL'Alzinar: dimarts 2 de juny",
        "S'havia anotat: divendres 29 de maig · 1 hora i 30 minuts.\nVa ser: 50 minuts.",
    ),
    "la de dimarts no es va fer, en Martí estava malalt, i la de divendres van ser 2 hores": (
        "Va ser: 2 hores.",
        "Voleu dir que aquesta sessió no es va fer?",
        "«la de dimarts no es va fer, en Martí estava malalt»",
    ),
    "divendres sí, dimarts no": ("L'Alzinar: divendres 29 de maig", "L'Alzinar: dimarts 2 de juny"),
    "la de divendres està bé però la de dilluns no": (
        "L'Alzinar: divendres 29 de maig",
        "Això no és de cap sessió que esperi la vostra resposta, i no s'ha respost res: «la de dilluns no»",
    ),
    "la de divendres i la de dimarts són correctes": ("us esperen diverses sessions. Quina voleu dir?",),
}
"""What a council writes of both of two sessions in one message, and all that it is asked."""


def test_council_answers_two_sessions_in_one_message(stage: Stage) -> None:
    stage.tells("divendres 1h30 amb l'Alzinar")
    stage.tells("ahir 1h amb l'Alzinar per telèfon")
    for text, answers in EACH.items():
        heard = stage.aina.says(text)
        assert [one for one in answers if one not in said(heard, AINA)] == [], text
        assert said(heard, MARTI) == "", "nothing is sent before a yes"
        if "Deixa-la igual" in heard[-1].labels:
            assert answers[-1] in said(stage.aina.says("no ho entenc gaire bé, això"), AINA), "it is asked again"
            stage.aina.presses("Deixa-la igual")
    stage.tells("avui 30 minuts amb l'Alzinar")
    stage.aina.says("la d'avui va ser presencial")
    for text in [*EACH][:-1]:
        assert "Encara no s'ha respost res" in said(stage.aina.says(text), AINA), "while another one is asked about"
    assert "Va ser: presencial." in said(stage.aina.says("la de divendres bé i la de dimarts també bé"), AINA)
    stage.aina.says("la de divendres bé, la d'avui van ser 45 minuts")
    assert "confirmeu-la; si va ser d'una altra manera" in said(stage.aina.says("d'acord amb la d'avui"), AINA)
    assert "Va ser: 45 minuts." in said(stage.aina.presses("Sí, corregeix-la"), MARTI)
    stage.aina.says("la de divendres no es va fer")
    stage.aina.presses("No es va fer")
    own = stage.aina.says("la de divendres eren 2 hores")
    assert "L'Alzinar: divendres 29 de maig · 1 hora i 30 minuts.\nHeu dit: no es va fer." in said(own, AINA)
    assert own[-1].labels == ["Torna a corregir-la", "Retira-ho"]


def test_council_answers_a_session_while_something_else_is_open(stage: Stage) -> None:
    stage.tells("divendres 1h30 amb l'Alzinar")
    stage.tells("ahir 1h amb l'Alzinar per telèfon")
    shown = said(stage.aina.says("quan torna en Martí? podem quedar divendres a les 10?"), AINA)
    assert "És més llarga que el que queda al paquet. Queden 1 hora i 30 minuts." in shown
    heard = stage.aina.says("la de dimarts van ser només 90 minuts")
    assert "S'havia anotat: dimarts 2 de juny · 1 hora · a distància.\nVa ser: 1 hora i 30 minuts." in said(heard, AINA)
    assert "L'Alzinar: divendres 29 de maig" in said(stage.aina.says("confirmo la de divendres"), AINA)
    assert "**Divendres 5 de juny, a les 11 h**" in said(stage.aina.says("divendres a les 11"), AINA)
    assert "Proposada" in said(stage.aina.presses("Proposa-la"), AINA)
    stage.aina.presses("Sí, confirma-la")
    stage.aina.says("podem quedar dilluns a les 9?", "van ser només 90 minuts", "dilluns a les 10")
    stage.aina.presses("Proposa-la")
    stage.aina.says("/esborra")
    answered = said(stage.aina.says("la de divendres bé però la de dimarts va ser presencial"), AINA)
    assert "no s'ha respost res: «la de divendres bé»" in answered
    assert "Va ser: presencial." in answered
    stage.aina.presses("Cal corregir-la")
    assert "Va ser: presencial." in said(stage.aina.presses("Sí, corregeix-la"), MARTI)


def test_council_names_the_day_of_the_session_that_was_otherwise(stage: Stage) -> None:
    stage.tells("ahir 2h amb l'Alzinar")
    stage.tells("dilluns 1h amb l'Alzinar")
    assert "S'havia anotat: dilluns 1 de juny · 1 hora.\nVa ser: 1 hora i 30 minuts." in said(
        stage.aina.says("dilluns vam fer 1 hora i mitja"), AINA
    )
    stage.aina.presses("Deixa-la igual")
    heard = stage.aina.says("no va ser així, van ser 3 hores")
    assert heard[-1].labels == ["Dilluns 1 de juny · 1 h", "Dimarts 2 de juny · 2 h"]


def test_what_the_mentor_claims_is_shown_with_its_buttons(stage: Stage) -> None:
    stage.tells("ahir 2h amb l'Alzinar")
    stage.aina.presses("Sí, confirma-la")
    stage.says("no, va ser 1 hora")
    assert "Retira-ho" in stage.marti.presses("Canvia-la")[0].labels
    heard = stage.aina.says("d'acord")
    assert "Va ser: 1 hora." in said(heard, AINA)
    assert heard[-1].labels == ["Hi estic d'acord", "No hi estic d'acord"]
    stage.marti.presses("Retira-ho")
    stage.presses("Desfés")
    assert "No es va fer." in said(stage.aina.says("ok"), AINA)


def test_council_that_tells_a_session_hears_who_notes_them(stage: Stage) -> None:
    heard = stage.aina.says("ahir vam fer 2 hores amb en Martí")
    assert "Les sessions les anota Martí Solanelles (Puigferrer)." in said(heard, AINA)
    assert stage.sessions() == []


def test_anything_else_goes_home(stage: Stage) -> None:
    stage.tells("ahir 2h amb l'Alzinar")
    for text in ("gràcies per tot", "on sou?"):
        assert "Us acompanya **Martí Solanelles (Puigferrer)**" in said(stage.aina.says(text), AINA)


def test_nobody_goes_with_the_council_yet(stage: Stage) -> None:
    stage.bot.does("update assignment set state = 'proposed'")
    assert "anota" not in said(stage.aina.says("ahir vam fer 2 hores"), AINA)


def test_council_is_not_asked_as_if_it_were_the_mentor(stage: Stage) -> None:
    stage.tells("ahir 2h amb l'Alzinar")
    stage.aina.presses("Cal corregir-la")
    heard = stage.aina.presses("El dia")
    assert "2 hores. Quin dia va ser?" in said(heard, AINA)
    assert "amb l'Alzinar" not in heard[-1].text
    assert heard[-1].labels == ["Avui, dimecres 3", "Un altre dia", "Deixa-la igual"]
    assert "Va ser: divendres 29 de maig." in said(stage.aina.says("divendres"), MARTI)


def test_day_and_hour_that_either_side_writes_are_offered_as_a_proposal(stage: Stage) -> None:
    for text in ("divendres 12 a les 10", "us va bé divendres 12 de juny a les 10?"):
        shown = said(stage.aina.says(text), AINA)
        assert "**Divendres 12 de juny, a les 10 h**" in shown
        assert "Voleu proposar-la? La rebrà Martí Solanelles (Puigferrer)." in shown
        stage.aina.presses("No cal")
        assert "Voleu proposar-la a l'Alzinar?" in stage.says(text)
        stage.presses("No cal")


def test_hour_of_a_day_that_is_past_is_no_proposal(stage: Stage) -> None:
    assert "Us acompanya" in said(stage.aina.says("ahir ens va trucar a les 10"), AINA)


def test_mentor_who_writes_that_nobody_came_is_shown_the_date_that_was_agreed(stage: Stage) -> None:
    stage.says("divendres a les 10 tenim sessió")
    stage.presses("Proposa-la")
    stage.aina.presses("Em va bé")
    stage.bot.passes(days=2, hours=4)
    heard = stage.marti.says("no s'hi va presentar ningú")
    assert "estava acordada per al divendres 5 de juny, a les 10 h" in said(heard, MARTI)
    stage.presses("No s'hi va presentar una part (0 hores)")
    assert stage.standing() == [("2020-06-05", 0, "no_show")]
    assert "Entesos: no es va fer" in stage.says("no s'hi va presentar ningú")


NOT_HELD = {
    "la de divendres no es va fer, en Martí estava malalt": True,
    "no es va fer perquè no va venir ningú": True,
    "no la vam poder fer per problemes tècnics": True,
    "es va cancel·lar per la vaga": True,
    "La sessió de divendres 29 de maig no es va fer": False,
    "no va venir ningú": False,
    "ahir no vam fer cap sessió": False,
}
"""What says that a session was not held, and whether it also says why."""


def test_why_a_session_was_not_held_reaches_the_mentor_and_the_office_in_the_words_of_the_council(stage: Stage) -> None:
    assert {text: explained.why(text) == text for text in NOT_HELD} == NOT_HELD
    assert all(map(explained.not_held, NOT_HELD))
    assert not explained.not_held("no es va fer presencial, va ser en línia")
    stage.tells("divendres 45 minuts amb l'Alzinar")
    stage.tells("ahir 1h amb l'Alzinar")
    text = "la de divendres no es va fer, en Martí estava malalt"
    asked = said(stage.aina.says(text), AINA)
    assert "Voleu dir que aquesta sessió no es va fer?\nS'havia anotat: divendres 29 de maig · 45 minuts." in asked
    assert f"llegirà el que heu escrit, i també l'Oficina Tècnica si no hi ha acord: «{text}»" in asked
    heard = stage.aina.says("sí")
    assert f"I heu explicat per què: «{text}»" in said(heard, AINA)
    for shown in (said(heard, MARTI), said(stage.marti.presses("No hi estic d'acord"), NURIA)):
        assert f"L'Alzinar ho explica així: «{text}»" in shown


def test_why_is_written_after_the_button_too(stage: Stage) -> None:
    stage.tells("ahir 1h amb l'Alzinar")
    assert "Si voleu dir per què no es va fer, escriviu-ho aquí." in said(stage.aina.presses("No es va fer"), AINA)
    assert "Us acompanya" in said(stage.aina.says("gràcies per tot"), AINA)
    assert "«perquè va ser festa local»" in said(stage.aina.says("perquè va ser festa local"), AINA)
    stage.aina.presses("Deixa-la igual")
    assert "«és que en Martí estava malalt»" in said(stage.aina.says("és que en Martí estava malalt"), AINA)
    heard = stage.aina.presses("No es va fer")
    assert "L'Alzinar ho explica així: «és que en Martí estava malalt»" in said(heard, MARTI)
    stage.aina.presses("Retira-ho", "Cal corregir-la")
    assert "Què cal corregir?" not in said(stage.aina.says("no es va fer"), AINA)
    assert "explica" not in said(stage.aina.presses("No es va fer"), MARTI)
