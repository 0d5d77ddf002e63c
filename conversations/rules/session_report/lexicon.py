"""Spelling: the words that carry a date, a duration or a modality, and how thumbs mistype them."""

from __future__ import annotations

import re
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA


def words(text: str) -> frozenset[str]:
    """The words of a text, as a set."""
    return frozenset(text.split())


# Words worth mending. Each is distinctive: one slip of the finger does not make another of them.
_TARGETS = tuple(
    sorted(
        words(
            """
    dilluns dimarts dimecres dijous divendres dissabte diumenge gener febrer maig juny juliol agost
    setembre octubre novembre desembre ahir avui hora hores minut minuts mitja quart quarts presencial
    presencials presencialment videotrucada videotrucades videoconferencia telematica telematic
    telematicament telefon linia distancia biblioteca ajuntament passat setmana virtual remota tarda mati
    dues online telefonica lunes martes miercoles jueves viernes sabado domingo horeta horetes
    videocridada trucada remot
    """
        )
    )
)

# Slips too short or too far for the rule below, and spoken forms.
_KNOWN_SLIPS = {
    "avi": "avui", "aui": "avui", "avuy": "avui", "abui": "avui", "auvi": "avui", "abuy": "avui", "hui": "avui",
    "ahi": "ahir", "ahr": "ahir", "aier": "ahir", "ahier": "ahir",
    "air": "ahir", "hair": "ahir", "ayr": "ahir", "anir": "ahir", "ores": "hores", "hra": "hora", "ora": "hora",
    "dueshores": "dues hores",
    "doshores": "dues hores", "oreta": "horeta", "oretes": "horetes", "oras": "hores", "horaimitja": "hora i mitja",
    "due": "dues", "dugues": "dues", "jores": "hores",
    "mija": "mitja", "micha": "mitja", "mitcha": "mitja", "mixa": "mitja", "hore": "hores",
    "dcres": "dimecres", "dijs": "dijous", "quartets": "quarts",
    "quartet": "quart", "cuart": "quart", "cuarts": "quarts", "mitga": "mitja", "hors": "hores", "hrs": "h", "hpre"
    "s": "hores", "minits": "minuts",
    "despusahir": "abans-d'ahir", "antahir": "abans-d'ahir", "antaier": "abans-d'ahir",
    "despuysahir": "abans-d'ahir", "despuixahir": "abans-d'ahir",
    "abansdahir": "abans-d'ahir", "antier": "abans-d'ahir", "anteayer": "abans-d'ahir",
    "antesdeayer": "abans-d'ahir", "ayer": "ahir", "hoy": "avui", "dillus": "dilluns", "dimats": "dimarts",
    "dimecras": "dimecres", "dimcres": "dimecres", "dijos": "dijous", "divenres": "divendres",
    "disabte": "dissabte", "vdtrucada": "videotrucada", "vtrucada": "videotrucada", "vconf": "videoconferencia",
    "videoconf": "videoconferencia", "videoconfe": "videoconferencia", "vidtrucada": "videotrucada",
    "presensial": "presencial", "presencal": "presencial", "prensencial": "presencial", "liniea": "linia",
    "tlf": "telefon", "telf": "telefon", "tlfn": "telefon", "tfn": "telefon", "telefono": "telefon",
    "tel": "telefon", "telef": "telefon", "zom": "zoom", "zomm": "zoom",
    "zoon": "zoom", "soom": "zoom", "teems": "teams", "tems": "teams", "zum": "zoom", "zooom": "zoom",
    "tims": "teams", "eskype": "skype", "skipe": "skype", "watsap": "whatsapp",
    "avans-d'ahir": "abans-d'ahir", "marts": "dimarts", "setenbre": "setembre", "dicembre": "desembre",
    "juliool": "juliol", "ajtm": "ajuntament", "ajunt": "ajuntament", "aj": "ajuntament", "ajt": "ajuntament",
    "ayuntamiento": "ajuntament", "ayto": "ajuntament", "cuartos": "quarts", "vore": "veure",
    "seua": "seva", "seues": "seves", "meua": "meva", "meues": "meves", "teua": "teva", "sigue": "sigui",
    "naltros": "nosaltres", "natros": "nosaltres", "natres": "nosaltres", "mosatros": "nosaltres",
    "mosaltres": "nosaltres", "tfno": "telefon", "tlfno": "telefon", "tfon": "telefon", "mobl": "mobil",
    "vdconf": "videoconferencia", "dimc": "dimecres", "dimcs": "dimecres", "dimt": "dimarts", "dimts": "dimarts",
}  # fmt: skip

# "Ahirrrr"
_DRAWN_OUT = re.compile(r"(.)\1{2,}")

# Real words within reach of a target; they mean what they say.
_REAL_WORDS = words(
    """
    trucaran trucara trucarem trucaven
    videoconferencies videotrucades videotrucar presencials abril acost adir afui agosta agoste agosti
    agosto agosts agot agots ahirs aire ajuntaments ajustament angost apost apuntament aqui atui avia
    aviar aviat avii avis biblioteques dees desembres desmembre deus dies dijou dimensio dimensions dinous
    dissabtes distanciam distanciar distancias distanciat distanciau distancie distancies distancii
    distancio dominga domini domino ducs duel duels duem duen duet duets dueu duges duies duis dules dumes
    dunes duos dures durs dutes duts duus duxs febre febrers febres ferrer genera general genere generes
    generi genero geners genet hereta heretes hola homes hones honor honores honra honres hopa hopes horda
    hordes hort horta hortes horts hoses hossa hosta hostal hostes hosts hotel hotels hotes humans
    hura hures instancia jovens jueu jueus juliola juliols juna junc june junes juni junt junta juntament
    juntes junts junys licia lidia lignia lini linies linina linxa lloc llum llunes lluny lones ludes lues
    luges lupes luxes magi mags maia maigs mail maltes mami mang mani mantes manti mapi marcs marees mares
    maretes marg marges mari maries marotes marques marres martas marts marxes masti mata mate matematica
    mates matin matins matis mato matricula mats matx menut menuts meti metja miga minat minats minim
    minims minuet minuets minuta minutas minute minutes minuti minutis minuto mite mitges mitjan mitjana
    mitjanes mitjans mitjo mitjos mitra mortes moti muig murtes muti novembres onlines ordre pasada pasado
    passa passada passades passam passant passar passas passats passatu passau passem passen passes passos
    pasta pastat pausat posat preferencial presencia presencialitat presenciam presenciar presencias
    presenciat presenciats presenciau presencies present presents quan quant quants quark quarks quarta
    quartas quarte quarter quartes quartets quarto quartos quatre rebota remata remeta remoga remola
    remolta remora remot remotes remots sabata sabates sabato semana semanas setembres setmanal setmanes
    setmania tanda tara tarada tard tardam tardao tardar tardas tardat tardau tarde tardi tardo tards
    targa tarida tarja tarta telefona telefonada telefonades telefonar telefonat telefone telefones
    telefoni telefonia telefonic telefonics telefono telefons telematics telematiques telepatic telepatica
    telepaticament telomatic telomatica tematic tematica tematics tematiques tica torda vendres vernes
    videotrucar vienes virtualment virtuals virtut
    """
)


_WEEKDAYS = ("dilluns", "dimarts", "dimecres", "dijous", "divendres", "dissabte", "diumenge")


def _shortened_weekday(word: str) -> str | None:
    """The weekday of which `word` is the consonants ("dmcrs") or the beginning ("diven"), if it is only one."""
    if 3 < len(word) < 8 and not set(word[:2]) & set("aeiou") and (len(word) > 4 or not set(word) & set("aeiou")):
        near = [day for day in _WEEKDAYS if word[1] == day[2] and _within(word, day)]
    else:
        near = [day for day in _WEEKDAYS if len(word) > 2 and day.startswith(word)]
    return near[0] if len(near) == 1 else None


def _within(word: str, whole: str) -> bool:
    """Whether the letters of `word` are in `whole`, in that order."""
    letters = iter(whole)
    return all(letter in letters for letter in word)


_VOWELS = str.maketrans("", "", "aeiou")


def _is_squeezed(word: str, target: str) -> bool:
    """Whether `word` is `target` without some of its vowels, and with none of its four consonants or more missing."""
    consonants = target.translate(_VOWELS)
    return len(consonants) > 3 and word.translate(_VOWELS) == consonants and _within(word, target)


@lru_cache(maxsize=8192)
def mend(word: str) -> str:
    """The word meant by `word` (lower case, no accents): itself unless it is a slip of a known one.

    One slip up to six letters, two from eight on; the first letter is taken as meant.
    """
    short = _DRAWN_OUT.sub(r"\1", word)
    if short in _KNOWN_SLIPS or short in _TARGETS or short == "horas":
        word = short
    if word in _KNOWN_SLIPS:
        return _KNOWN_SLIPS[word]
    if word[0] == "d" and word != "diu" and (shortened := _shortened_weekday(word)):
        return shortened
    if len(word) < 4 or word in _TARGETS or word in _REAL_WORDS:
        return word
    limit = 1 if len(word) < 8 else 2
    near = [
        (target, distance)
        for target, distance, _ in process.extract(word, _TARGETS, scorer=OSA.distance, score_cutoff=limit, limit=3)
        if target[0] == word[0] and abs(len(target) - len(word)) < 2
    ]
    if not near:
        # "prsncial", "vdtrucada"
        near = [(target, 1) for target in _TARGETS if len(target) > 5 and _is_squeezed(word, target)][:1]
    if not near and len(word) > 5:
        # Two slips still leave a weekday that begins as it should: "dilusn".
        near = [
            (day, 2)
            for day in _WEEKDAYS
            if day[:3] == word[:3] and abs(len(day) - len(word)) < 2 and OSA.distance(word, day) == 2
        ]
    if not near or (len(near) > 1 and near[1][1] == near[0][1]):
        return word
    return near[0][0]
