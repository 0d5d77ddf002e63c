"""Scoring alone and together: what the transcripts do not show."""

from __future__ import annotations

from tests.conversation import said
from tests.support.chamber import Chamber


def test_before_the_call_closes_there_is_nothing_to_score_and_no_room(unscored: Chamber) -> None:
    bot, berta = unscored.bot, unscored.berta
    bot.does("update call set toml = replace(toml, 'deadline = 2020-05-08', 'deadline = 2020-05-30')")
    assert "a partir del diumenge 31 de maig" in said(berta.says("/inici"), berta.id)
    assert "a partir del diumenge 31 de maig" in said(bot.press_data(berta.id, berta.name, "0:room"), berta.id)
    bot.does("delete from watch")
    bot.does("update call set toml = replace(toml, '# opens:', 'opens = 2020-05-20 #')")
    assert "Encara no hi ha res per valorar." in said(berta.says("/inici"), berta.id)


def test_the_whole_notice_can_be_read_first(unscored: Chamber) -> None:
    bot, berta = unscored.bot, unscored.berta
    bot.does("update person set notice = null, name = ''")
    bot.press_data(berta.id, berta.name, "0:assess")
    assert "abans llegiu què es fa de les vostres dades" in said(berta.says("què?"), berta.id)
    assert "la feina de la Comissió Tècnica" in said(berta.presses("Mostra'm tota la informació"), berta.id)
    assert "en quin grau?" in said(berta.presses("Ho he llegit, continua"), berta.id)
    assert bot.rows("select name from person where id = 1001") == [{"name": "Berta Mas"}]


def test_the_meeting_has_its_day_once_it_is_set(unscored: Chamber) -> None:
    unscored.bot.sets("# meeting = 2020-05-14T10:00:00", "meeting = 2020-05-14T10:00:00")
    for heard in (unscored.berta.says("/inici"), unscored.berta.presses("Mostra la reunió")):
        assert "La reunió és el dijous 14 de maig, a les 10 h." in said(heard, unscored.berta.id).replace("*", "")


def test_another_scale_has_its_own_buttons(unscored: Chamber) -> None:
    unscored.bot.sets("scale = 4", "scale = 10")
    heard = unscored.bot.press_data(1001, "Berta Mas", "0:assess")
    assert heard[-1].labels[:11] == [str(score) for score in range(11)]
    unscored.berta.presses("10")
    assert unscored.berta.scene.scores == ("10",)


def test_a_dialogue_of_scoring_that_the_meeting_overtakes_says_so(unscored: Chamber) -> None:
    bot, oriol, nadia = unscored.bot, unscored.oriol, unscored.nadia
    for one in (oriol, nadia):
        bot.press_data(one.id, one.name, "0:assess")
    nadia.presses("3 Molt", "3 Molt", "3 Molt")
    unscored.meets()
    assert "ningú no valora pel seu compte" in said(oriol.presses("3 Molt"), oriol.id)
    assert "ningú no valora pel seu compte" in said(nadia.presses("Escriu un comentari"), nadia.id)
    assert "La reunió és oberta" in said(oriol.says("/inici"), oriol.id)


def test_scores_of_a_sheet_that_is_not_finished_stay_whatever_else_is_done(unscored: Chamber) -> None:
    bot, berta = unscored.bot, unscored.berta
    bot.press_data(berta.id, berta.name, "0:assess")
    berta.presses("3 Molt", "1 Poc")
    scores = berta.scene.scores
    for words in ("/inici", "hola"):
        asked = said(berta.says(words), berta.id)
        assert "en quin grau?" in asked, words
        assert berta.scene.scores == scores == ("3", "1"), words
    assert "1 de 13" in said(bot.press_data(berta.id, berta.name, "0:assess"), berta.id)
    assert berta.scene.scores == scores
    berta.says("/ajuda")
    assert "no es perden" in said(berta.presses("Escriu a l'Oficina Tècnica"), berta.id)
    assert "en quin grau?" in said(berta.presses("Deixa-ho"), berta.id)
    berta.says("/ajuda")
    berta.presses("Escriu a l'Oficina Tècnica")
    bot.press_data(berta.id, berta.name, "0:assess")
    assert "desat" in said(berta.presses("4 Del tot"), berta.id)
    assert len(bot.rows("select * from mark")) == 1


def test_scores_that_were_put_aside_end_with_the_time_for_them(unscored: Chamber) -> None:
    bot, nadia = unscored.bot, unscored.nadia
    bot.press_data(nadia.id, nadia.name, "0:assess")
    nadia.presses("3 Molt")
    nadia.says("/ajuda")
    nadia.presses("Escriu a l'Oficina Tècnica")
    unscored.meets()
    assert "en quin grau?" not in said(nadia.presses("Deixa-ho"), nadia.id)


def test_scores_that_are_being_agreed_stay_too(joint: Chamber) -> None:
    joint.meets(joint.oriol)
    joint.berta.presses("Valora les sol·licituds", "2 Bastant")
    asked = said(joint.berta.says("/inici"), 1001)
    assert "en quin grau?" in asked
    assert joint.berta.scene.scores == ("2",)


def test_in_the_joint_way_nobody_scores_alone(joint: Chamber) -> None:
    heard = joint.bot.press_data(1001, "Berta Mas", "0:assess")
    assert "es valora a la reunió" in said(heard, 1001)


def test_agreeing_is_for_the_joint_way(chamber: Chamber) -> None:
    chamber.meets(chamber.oriol)
    assert "cadascú valora pel seu compte" in said(chamber.bot.press_data(1001, "Berta Mas", "0:agree"), 1001)


def test_agreeing_is_for_whoever_writes_down(joint: Chamber) -> None:
    joint.meets(joint.oriol)
    refused = said(joint.bot.press_data(1002, "Oriol Puig", "0:agree"), 1002)
    assert "Aquest botó és d'un missatge anterior" in refused


def agreed(chamber: Chamber, times: int) -> None:
    """Scores applications with the middle of the scale."""
    for _ in range(times):
        chamber.berta.presses("2 Bastant", "2 Bastant", "2 Bastant", "Passa a la següent")


def test_the_last_sheet_tells_who_is_left_and_lets_score_again(joint: Chamber) -> None:
    joint.meets(joint.nadia)
    joint.berta.presses("Valora les sol·licituds")
    agreed(joint, 11)
    last = [one for one in joint.berta.presses("2 Bastant", "2 Bastant", "2 Bastant") if not one.edited]
    assert "comentari" in last[-1].text
    heard = joint.berta.presses("Passa a la següent")
    assert "no hi ha prou persones que puguin valorar Ripollet" in said(heard, 1001)
    assert "Torna a valorar: Callús" in joint.bot.labels(1001)
    assert "en quin grau?" in said(joint.berta.presses("Torna a valorar: Callús"), 1001)
    joint.berta.presses("4 Del tot", "4 Del tot", "4 Del tot")
    assert joint.bot.rows("select count(*) as n from mark where application = :key", key=joint.key("Callús")) == [
        {"n": 1}
    ]


def test_whoever_leaves_the_meeting_halfway_leaves_too_few(joint: Chamber) -> None:
    joint.meets(joint.oriol)
    joint.berta.presses("Valora les sol·licituds")
    joint.bot.does("delete from present where person = 1002")
    heard = said(joint.berta.presses("2 Bastant"), 1001)
    assert "no hi ha prou persones" in heard
    assert joint.bot.rows("select * from mark") == []


def test_what_is_not_a_score_is_answered_and_loses_nothing(joint: Chamber) -> None:
    bot, berta = joint.bot, joint.berta
    joint.meets(joint.oriol)
    berta.presses("Valora les sol·licituds")
    assert "Toqueu un dels botons" in said(berta.says("un quatre"), 1001)
    turn = bot.state(1001).turn
    assert bot.press_data(1001, "Berta Mas", f"{turn}:score.2.4") == []
    assert "missatge anterior" in said(bot.press_data(1001, "Berta Mas", f"{turn}:magic"), 1001)
    berta.presses("2 Bastant", "2 Bastant", "2 Bastant")
    assert "Té 1.200 caràcters" in said(berta.says("a" * 1200), 1001)
    assert "missatge anterior" in said(bot.press_data(1001, "Berta Mas", f"{bot.state(1001).turn}:magic"), 1001)
    assert "Encara no puc escoltar àudios" in said(berta.sends("voice"), 1001)
    assert "comentari desat" in said(berta.says("Ben argumentada."), 1001)


def test_no_sheets_without_applications_and_a_note_on_those_that_are_away(chamber: Chamber) -> None:
    heard = chamber.bot.press_data(1003, "Nadia Serra", "0:sheets")
    assert "12 fitxes" in said(heard, 1003)
    assert "En falta una, perquè no hi interveniu" in said(heard, 1003)
    chamber.bot.does("update application set status = 'withdrawn'")
    chamber.bot.passes(minutes=1)
    assert "Encara no hi ha res per valorar" in said(chamber.bot.press_data(1003, "Nadia Serra", "0:sheets"), 1003)
    assert "cap sol·licitud de la qual" in said(chamber.bot.press_data(1003, "Nadia Serra", "0:aside"), 1003)


def test_what_the_office_asked_for_is_on_the_sheets(unscored: Chamber) -> None:
    key = unscored.key("l'Hospitalet de Llobregat")
    unscored.bot.does(
        "insert into data_request (id, application, question, due, asked_by, asked_at, answer) "
        f"values (1, '{key}', 'Quantes entitats?', '2020-05-20', 2001, '2020-05-09 09:00:00+00:00', 'Unes trenta.')"
    )
    heard = unscored.bot.press_data(1001, "Berta Mas", "0:sheets")
    assert heard[-1].message.document == "fitxes-2020-1.pdf"
    assert "Unes trenta." in str(unscored.bot.rows("select document from letter order by id desc limit 1"))
    assert "Unes trenta." in said(unscored.bot.press_data(1001, "Berta Mas", "0:assess"), 1001)


def test_standing_aside_can_be_left_and_takes_only_a_short_text(chamber: Chamber) -> None:
    chamber.meets()
    oriol = chamber.oriol
    chamber.bot.press_data(1002, oriol.name, f"0:aside.{chamber.key('Salt')}")
    assert "Encara no puc llegir imatges" in said(oriol.sends("photo"), 1002)
    assert "continueu intervenint en la sol·licitud de Salt" in said(oriol.presses("Torna enrere"), 1002)
    chamber.bot.press_data(1002, oriol.name, f"0:aside.{chamber.key('Salt')}")
    assert "Té 1.200 caràcters" in said(oriol.says("a" * 1200), 1002)
    oriol.says("Hi tinc família.")
    assert chamber.bot.rows("select reviewer from conflict") == [{"reviewer": 1002}]
    assert "missatge anterior" in said(chamber.bot.press_data(1002, oriol.name, f"0:aside.{chamber.key('Salt')}"), 1002)
    assert "missatge anterior" in said(chamber.bot.press_data(2001, "Núria Camps", "0:aside"), 2001)


def test_standing_aside_after_a_decision_sends_it_back_to_the_meeting(chamber: Chamber) -> None:
    chamber.meets(chamber.oriol)
    chamber.decides("Salt")
    chamber.berta.presses("Concedeix-la: assessorament")
    chamber.bot.press_data(1002, "Oriol Puig", f"0:aside.{chamber.key('Salt')}")
    assert "la reunió l'haurà de repassar" in said(chamber.oriol.says("Hi tinc família."), 1002)


def test_standing_aside_before_the_meeting_goes_back_to_the_list_of_sheets(unscored: Chamber) -> None:
    oriol = unscored.oriol
    unscored.bot.press_data(1002, oriol.name, f"0:aside.{unscored.key('Badalona')}")
    assert "continueu intervenint" in said(oriol.presses("Torna enrere"), 1002)
    assert "en quin grau?" in said(oriol.presses("Passa a la següent"), 1002)
