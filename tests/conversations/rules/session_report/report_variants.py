"""A grammar of session reports with known meaning: days, lengths, councils and modalities in many wordings."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

SENT = datetime(2020, 7, 9, 18, 30, tzinfo=ZoneInfo("Europe/Madrid"))  # a Thursday
WINDOW = (date(2020, 5, 1), date(2020, 7, 31))
ASSIGNED = ("Sant Boi de Llobregat", "l'Hospitalet de Llobregat", "Vilanova i la Geltrú", "Mataró")


def _w(wordings: str) -> list[str]:
    return wordings.split(" | ")


DAYS = {
    date(2020, 7, 9): _w(
        "avui | Avui | avui dijous | aquest matí | hoy | 9/7 | avui dia 9 | AVUI | avui, dijous 9 de juliol"
    ),
    date(2020, 7, 8): _w(
        "ahir | Ahir | ahir al matí | ahir a la tarda | ahir dimecres | dimecres | dc | dc. | ayer | "
        "8/7 | 08/07 | 8/7/20 | 8/07/2020 | 08-07-2020 | 8.7.2020 | el dia 8 | el 8 de juliol | "
        "8 de juliol de 2020 | 8 juliol | 8 jul | el vuit de juliol | dimecres 8 | "
        "dimecres 8 de juliol | dimecres, 8 de juliol | dimecres dia 8 | ahir, dia 8 | dc 8/7 | "
        "el miércoles | dimecres d'aquesta setmana | 2020-07-08 | 8 del 7"
    ),
    date(2020, 7, 7): _w(
        "abans-d'ahir | abans d'ahir | despusahir | fa dos dies | fa 2 dies | dimarts | dm | dt. | "
        "dimarts 7 | anteayer | set de juliol | martes | dimarts al matí | aquest dimarts | "
        "Dimarts a la tarda"
    ),
    date(2020, 7, 6): _w(
        "dilluns | dl | dll | dl. | dilluns 6 | lunes | fa tres dies | el lunes 6 | dilluns passat | "
        "el passat dilluns | 6 de julio | dillus"
    ),
    date(2020, 7, 3): _w(
        "divendres | dv | divendres passat | viernes | dv 3/7 | divendres 3 de juliol | divenres | "
        "divendres de la setmana passada"
    ),
    date(2020, 7, 2): _w(
        "dijous passat | dijous de la setmana passada | fa una setmana | avui fa una setmana | 2/7 | "
        "dj 2/7 | dijous 2 | dijous dia 2 | el jueves pasado | el dijous de la setmana passada"
    ),
    date(2020, 7, 1): _w(
        "1/7 | l'1 de juliol | l'u de juliol | 1r de juliol | el primer de juliol | "
        "dimecres passat dia 1 | dimecres de la setmana passada | el dia 1 | 1 de juliol"
    ),
    date(2020, 6, 25): _w(
        "25/6 | 25 de juny | vint-i-cinc de juny | el 25 de juny | dijous 25 de juny | dijous 25 | "
        "25-06-20 | fa dues setmanes | vint i cinc de juny"
    ),
    date(2020, 6, 30): _w("30/6 | 30 juny | trenta de juny | el 30 del mes passat | dimarts 30 de juny | 30 jun."),
    date(2020, 5, 31): _w("31 de maig | 31/5 | trenta-u de maig | diumenge 31 de maig | 31.05.2020"),
}

LENGTHS = {
    30: _w("mitja hora | 30 minuts | 30 min | 30' | mitja horeta | 0,5 h"),
    45: _w("tres quarts d'hora | 45 minuts | 45 min | 45' | tres quarts d'una hora | 3/4 d'hora | de 9 a 9.45"),
    60: _w(
        "1h | 1 h | una hora | una horeta | 60 minuts | 1 hora | 60 min | de 10 a 11 | "
        "de dos quarts de deu a dos quarts d'onze"
    ),
    75: _w(
        "hora i quart | una hora i quart | 1 h i quart | 75 min | 1h15 | 1 hora i 15 minuts | "
        "una hora i quinze minuts | 1,25 h | de 10 a 11.15 | cinc quarts d'hora | "
        "de 10:00 a 11:15h"
    ),
    90: _w(
        "hora i mitja | una hora i mitja | 1h30 | 1 h 30 | 1h 30min | 1:30 h | 1,5 h | 1'5 h | "
        "1.5h | 90 minuts | 90' | noranta minuts | 1h i mitja | 1 hora i mitja | 1h30min | "
        "1 hora 30 minuts | 1h i 30 min | 1½ h | 1h i 1/2 | de 9 a 10.30 | de 9:30 a 11 | "
        "9:30-11:00 | de les 9 a dos quarts d'onze | hora y media | hora i mija | "
        "de 15.30 h a 17 h | 9h-10:30h | des de les 9 fins a les 10.30 | entre les 9 i les 10.30 | "
        "1 h i 30 min"
    ),
    105: _w(
        "hora i tres quarts | una hora i tres quarts | 1h45 | 105 minuts | dues hores menys quart | "
        "1:45 h | 1 hora i 45 | de 9.15 a 11 | d'un quart de deu a les onze"
    ),
    120: _w(
        "2h | 2 h | dues hores | 2 hores | 2hores | dues horetes | 2 horetes | 120 minuts | "
        "cent vint minuts | 2 hrs | dos hores | dos horas | 2 hs | 2,0 h | de 10 a 12 | "
        "de 10h a 12h | de les 10 a les 12 | d'11 a 1 | de deu a dotze | de 16 a 18 h | "
        "de 4 a 6 de la tarda | 10-12h | 10:00-12:00 | 10.00 - 12.00 h | "
        "des de les 10 fins a les 12 | de nou a onze | dues ores | "
        "de dos quarts d'onze a dos quarts d'una | de 10 del matí a 12 del migdia | "
        "de les onze a la una | de 12 a 2 | durada: 2 hores | "
        "de dos quarts de deu a dos quarts de dotze | (2 h) | 2H"
    ),
    135: _w("dues hores i quart | 2h15 | 2 h i quart | 135 min | 2,25 h | de 10 a 12.15 | de 10 a un quart d'una"),
    150: _w(
        "dues hores i mitja | 2h30 | 2,5 h | 2'5 h | 2:30 h | 2 h i mitja | 150 minuts | "
        "2h i mitja | durada: dues hores i mitja | de 9 a 11.30"
    ),
    180: _w("3h | tres hores | 3 hores | 180 min | de 9 a 12 | de 10 a 1"),
}

COUNCILS = {
    "Sant Boi de Llobregat": _w(
        "Sant Boi | st boi | Sant Boi de Llobregat | st. boi | SANT BOI | sant boi | "
        "l'Ajuntament de Sant Boi | San Boi | santboi"
    ),
    "l'Hospitalet de Llobregat": _w(
        "l'Hospitalet | Hospitalet | hospitalet | L'Hospitalet de Llobregat | l'H | la gent de l'Hospitalet"
    ),
    "Vilanova i la Geltrú": _w(
        "Vilanova | vilanova | Vilanova i la Geltrú | vilanova i la geltru | VNG | l'equip de Vilanova"
    ),
    "Mataró": _w("Mataró | mataro | MATARÓ | l'ajuntament de Mataró | la tècnica de Mataró"),
}

MODALITIES = {
    "distancia": _w(
        "per Zoom | en línia | online | on line | per videotrucada | videoconferència | "
        "per telèfon | per Teams | meet | google meet | telemàtica | telemàticament | a distància | "
        "en remot | virtual | jitsi | via zoom | x zoom | per skype | zoom | en linia | telematic | "
        "videotrucda | vdtrucada | per tel. | trucada | webex | videocridada | per via telemàtica | "
        "BBB"
    ),
    "presencial": _w(
        "presencial | presencialment | cara a cara | in situ | en persona | al seu ajuntament | "
        "presencials | a les dependències municipals | al seu despatx | a la sala de plens | "
        "PRESENCIAL | presncial"
    ),
}

TEMPLATES = (
    "{day} {length} amb {council} {mode}",
    "{day}, {length}, {council}, {mode}",
    "{council}, {day}, {mode}, {length}",
    "{council} {day} {length} {mode}",
    "Hola! {day} vaig fer {length} amb {council}, {mode}. Gràcies",
    "{day} vam fer sessió amb {council} ({mode}): {length}",
    "- {day} - {council} - {length} - {mode}",
    "{day}\n{council}\n{length}\n{mode}",
    "{mode}, {day}, amb {council}, {length}, sobre clàusules socials",
    "vam fer {length} amb {council} {day} {mode} i ha anat molt bé",
    "{day} / {council} / {length} / {mode}",
    "Mentoria amb {council}. {day}. {length}. {mode}. Tot bé.",
)


@dataclass(frozen=True, slots=True)
class Variant:
    """A message and what it means."""

    text: str
    day: date
    minutes: int
    council: str
    modality: str


def variants(count: int, seed: int) -> Iterator[Variant]:
    """`count` messages drawn from the grammar."""
    draw = random.Random(seed)
    for _ in range(count):
        day, minutes = draw.choice(list(DAYS)), draw.choice(list(LENGTHS))
        council, modality = draw.choice(list(COUNCILS)), draw.choice(["distancia", "presencial"])
        text = draw.choice(TEMPLATES).format(
            day=draw.choice(DAYS[day]),
            length=draw.choice(LENGTHS[minutes]),
            council=draw.choice(COUNCILS[council]),
            mode=draw.choice(MODALITIES[modality]),
        )
        yield Variant(text, day, minutes, council, modality)
