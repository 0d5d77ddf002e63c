"""How long a session took: "2h", "hora i quart", "90'".

A decimal comma may stand for minutes ("1,30 h"), so only halves and quarters are taken as decimals.
"""

from __future__ import annotations

import re

from conversations.rules.session_report.clock import LONGEST, SHORTEST
from conversations.rules.session_report.markers import LENGTH
from conversations.rules.session_report.model import Hit, Reason
from conversations.rules.session_report.noise import COUNTED
from conversations.rules.session_report.portions import is_elsewhere

SURELY_MINUTES = 30

_H = r"h(?:ores?|or|ores|oretes?|oreta|oras?|oritas?|s|r)?(?![a-z])\.?"
_M = r"(?:m(?:n|in(?:ut(?:s|et|ets|o|os)?|s)?)?(?![a-z])\.?|'(?![0-9a-z])|\")"
_N = r"(?:[0-9]{1,4} (?:i |y )?[13]/[24]|[0-9]{1,4}(?:[.,'][0-9]{1,2})?|una?)"
_FRACTION = (
    r"(?:mitja(?! (?:dotzen|docen|coll|plantill|sal[ae]|jornad|tard))|mitjana|media|3 quarts|3/4|1/2|1/4|3 cuartos|"
    r"(?:un |1 )?(?:quart|cuarto))(?![a-z0-9/])"
)
# "2 hores, mitja colla": no half of an hour.
_NOUN = r"(?!amb|per|a\b|al?s?\b|en\b|de\b|d'|via|x\b|zoom|teams|meet|i\b|y\b|con|presen|telem|virtual|on)[a-z]"
_MINUTES_OF = {
    "mitja": 30, "mig": 30, "mitjana": 30, "media": 30, "1/2": 30, "1/4": 15, "3/4": 45, "3 quarts": 45,
    "3 cuartos": 45,
}  # fmt: skip

_DURATION = re.compile(
    "|".join(
        (
            rf"(?P<colon>(?<![0-9/.,:])[0-9]{{1,2}}:[0-5][0-9])(?::00)?(?![0-9:])(?P<colonh> ?{_H})?",
            r"(?P<quarters>[1-9]|1[0-2]|un|una) ?(?:quarts?|cuart(?:os|s)?) (?:d'|de )(?:una )?hor(?:a|eta)\b",
            r"(?<![0-9] )(?<!un )(?<!\bi )(?<!menys )\b(?P<one>quart|cuarto) (?:d'|de )hora\b",
            r"(?<!les )(?<!a )\b(?P<many>[5-9]|1[0-2]) quarts\b(?! (?:d'|de))",
            r"(?<!una )(?<!1 )(?<!mitja )(?<!mig )\b(?P<horeta>horeta)\b(?! (?:i|y|menys|[0-9]))",
            r"(?<![0-9/])(?P<piece>1/2|1/4|3/4|mitja|media|mig) ?(?:d'|de )?h(?:ora|oreta|)\b",
            rf"(?:(?<![0-9a-z])|(?<= x))(?<![0-9]/)(?<![0-9][.,:])(?P<hours>{_N}) ?"
            r"(?:\((?P=hours)\) ?)?(?:(?:ultim[ae]s? |"
            rf"primer[ae]s? |darrer[ae]s? |(?:ben )?(?P<loose>bon[ae]s? |llarg(?:ues|a) |curt[ae]s? ))?|"
            rf"de (?:les )?[2-9] ?){_H}(?: \((?P=hours)\))?(?:(?: (?:i|y) (?P<fraction>{_FRACTION})|"
            rf" ?(?P<quarters3>3 quarts\b|3/4|(?<=h )1/4|(?<=hora )1/4|(?<=hores )1/4)(?![0-9])|(?: i |"
            rf"(?<!\.) ?)(?P<half>1/2|(?:mitja|media)(?! {_NOUN}| ?:))(?![a-z0-9/])"
            r")|(?P<more>, (?=[0-9]{1,2} ?min[a-z]*(?![a-z])(?! (?:dels?|de|sense|que|perdu[a-z]*) | d'))|,| ?(?:i |y |"
            r"amb (?=[0-9]+ ?m[a-z']*(?! (?:de|per)\b|"
            r" d')))?)(?P<minutes>[0-9]{1,2})(?! quarts?\b)(?![0-9/.,:-]?[0-9])(?! ?h(?:[^a-z]|$|or|r?s?\b))"
            rf"(?P<unit> ?{_M})?(?![/:][0-9]|[a-z€%]| ?(?:€|%|x [0-9]))(?! (?:mes|menys|tard|abans)\b)"
            rf"|(?P<less> (?:menys|menos) )(?P<lessby>quart|un quart|cuarto|[0-9]{{1,2}}(?: ?{_M})?))?",
            rf"\bhor(?:a|eta) (?:i|y) (?:(?P<alone>{_FRACTION})|(?P<odd>[1-5]?[05])(?![0-9/:]|[.,][0-9])(?: ?{_M})?)",
            r"(?<![a-z]ra )(?<!ma )(?<!ja )(?<!la )(?<!una )(?<!')\bhora (?P<spoken>20|25|35|40|50|55)\b(?![0-9/:.])",
            rf"(?<![0-9a-z/])(?<![0-9][.,:])(?P<only>[0-9]{{1,4}}(?:[.,][0-9])?) ?{_M}",
            r"\b(?P<labelm>minuts|minutos|min)\)?(?: ?[:=>]| -)? ?(?P<labelmn>[0-9]{2,3})\b(?! ?[:/h])",
            r"\b(?:hores|horas|durada|duracio|duracion|temps|dedicacio|(?<![0-9])(?<![0-9] )h(?= ?[:=]))(?: \((?:h|"
            r"hores|en hores)\))?(?:(?: [a-z'_]+){0,5} ?[:=>]| (?:dedicades|fetes|realitzades|totals|invertides)|"
            r" ?[:=>]|\" ?: ?\"?| -)? ?(?P<label>[0-9]{1,2}(?:[.,':][0-9]{1,2})?|una(?= i))(?![0-9/.,:-]?[0-9]| ?(?:h|"
            r"m\b(?! ?:)|'|i (?!minuts|mitja|quart|3 quarts|1/2)|1/|[qc]uart|"
            r"min\w*\b(?! [0-9])))(?P<labelunit>,? (?:i )?minuts ?:? (?P<labelmore>[0-9]{1,2})\b)?"
            rf"(?: i (?P<labelfraction>{_FRACTION}))?",
            r"(?<!a )(?<!les )(?<!i )(?<!de )(?<!h )\b(?P<bare>3 quarts)\b(?! ?(?:d'|del? |[0-9]|menys|i ))",
            r"\bl'(?:ultima )?(?P<last>hora)(?= que (?:(?:em|ens|els|hi) )?(?:qued|falt|rest))",
            r"\b(?P<pair>(?:un|1) (?:parell(?:et)? d'hor(?:es|etes)|par de hor(?:as|itas)))\b(?! menys)",
        )
    )
)
# "Mitja hora i cinc minuts"
_HALVED = re.compile(r"\b(?:mitja|quarts?|cuarto) ?(?:(?:de |d')?hor[a-z]+)?$|\b(?:1/2|1/4|3/4) ?h")
_AND_MINUTES = re.compile(
    rf" (?:i|y|mes) (?:(?:un |1 )?quart\b(?! (?:de|d'))|(5|[12][05]|25)(?: ?{_M}(?! (?:de(?! (?:prorrog|propin|afeg|"
    rf"regal))|d'|per|sense|que|mes|menys|tard|abans))|(?= ?(?:$|[,.;)]))))"
)
_APPROXIMATE_BEFORE = re.compile(
    r"\bsobre (?:les )?$|\bpractica?ment (?:les )?$|(?:^|[ ,(:])[<>]$|(?:[a-z,)_] |[,)])\+$|(?<!menys )(?<![a-z])que $|"
    r"\b(?:dev(?:ien|ia|en)|deu(?:en)?|deuria|deurien) (?:haver )?(?:ser|estat|durar|sigut|fer|fet)(?: d[e']?)? ?$|"
    r"(?<![a-z])(?:posem|posa-hi|diguem|diguem-ne|comptem|estimo|calculo|calculem|compto)(?: que)?(?: (?:van ser|"
    r"eren))? $|(?<![a-z])(?:unes|uns|unas|aprox\w*\.?|gairebe|quasi|casi|mes o menys|m[ea]s d[e']|menys d[e']|"
    r"prop d[e']|al voltant d[e']|cap a|cosa d[e']|poc mes d[e']|poc menys d[e']|com a minim|a tot estirar|"
    r"a (?:molt )?estirar|a l'entorn d[e']|ben be|diria que|potser|vora|ni|(?:passar|passat) d[e']|(?:superar|superat|"
    r"sobrepassar)|crec que|em sembla que|sembla que|juraria que|suposo que|(?<!_ )(?<!_, )si no m'equivoco|com|"
    r"rondant|fregant|voltant|passant d[e']|superant|tocant|tirant|vorejant|arrib\w+|mes o menys|pels volts d[e']|"
    r"segurament|em penso que|creo que|com a molt|maxim|minim|minimum|~|±|\+/?-),? ?(?:les |unes |de |a |van ser |"
    r"eren |era )*$"
)
# "Tirant a dues hores": nobody tells a length with "a" who means it.
_TENDING_BEFORE = re.compile(
    r"(?:^|[^a-z0-9_ ] ?|(?<![a-z])(?!(?:dedic|allarg|escurc|redui|limit|retall|pass|puj|ampli|ajust|deix|abaix|baix|"
    r"cenyi|comprim|concentr)[a-z]*)[a-z-]+ )(?<!-nos fins )(?<!-se fins )(?<!allargar fins )(?<!allargat fins "
    r")(?<!allarga fins )a $"
)
_APPROXIMATE_AFTER = re.compile(
    r" menys (?:el|els|la|les) |,? (?:aprox[a-z]*|mes o menys|si fa no fa|o (?:aixi|per (?:aqui|alla))|calculo|"
    r"pel cap (?:baix|alt))\b|\?(?=,)| ?(?:\(?(?:(?:mal|ben) comptad\w+|rodon\w+|generos\w+|(?:i|y) (?:algo|"
    r"molt\b(?! (?:be|profit|interes|util|content))|algun\w*|bastant|tants|mes|un poc)|minim\w*|maxim\w*|"
    r"bona(?! (?:rev|nit|tard|fein|setm|sort|fest))|ben bona\b(?! d[e'])|amb (?:el |la )?[a-z]+(?: i [a-z]+)? inclo|"
    r"tirant|(?:i )?tocant|(?:des)?comptant(?!-| (?:la|el|els|les|una?) (?!pausa|descans|viatge|"
    r"anada|despla|trajecte))|(?:ben |molt )llarg|llarg(?:ues|a|s|uetes)|i pico|y pico|i escaig|i escaix|i busques|"
    r"aprox\w*|mes o menys|(?:gairebe|quasi|casi)(?= ?(?:$|[,.;)!]))|pel cap baix|pel cap alt|o aixi|"
    r"i (?:una )?(?:mica|pico?|poc)(?: mes)?|pel broc gros|i (?:algun minut|un xic)|menys(?= ?(?:$|[,.;)]))|justet\w*|"
    r"curt(?:es|a|etes)|escass(?:es|a)|(?:larg|escas|cort)[ao]s?|"
    r"si fa no fa|o mes|o menys|,? ?o? ?potser(?! (?:per|x|via) (?!1|una)| (?!una mica|un pel|algo|mes|menys|no|i|"
    r"[0-9])[a-z]+ ?,)|crec(?! que (?:per|x|via|en|presen|zoom|meet|tel|virt))|toca[td]\w*|folgad\w+|corregud\w+|"
    r"em sembla|diria|com a minim|com a maxim|passad(?:es|a)|\?)|\+(?! ?[0-9a-z_]))"
)
# Said apart, it can only be of the length: "2h amb Reus, potser una mica més".
_APPROXIMATE_APART = re.compile(
    r"[,.;(] ?(?:o |be,? )?(?:potser|segurament|diria que|crec que)? ?(?:una mica|un pel|un xic|algo) (?:mes|"
    r"menys)\b(?! d)|[,.;(] ?(?:minut|hora) (?:amunt|a? ?dalt),? (?:minut|hora)|\bdev(?:ien|ia|en) (?:ser|"
    r"haver estat) (?:mes|menys)\b|\b(?:amunt o avall|mes (?:o|i) menys)\b|\ba tot estirar\b|\b(?:no (?:se|recordo|"
    r"vaig mirar|ho vaig mirar|estic segur[a]?)|crec|diria|"
    r"si no m'equivoco|si no vaig errad?[ta])[^,.;]{0,16} (?:de la durada|la durada|del temps|el temps|de l'hora|"
    r"l'hora|de les hores|les hores)\b"
)
_ALTERNATIVE_BEFORE = re.compile(
    r"(?:^|[,.:;_] ?)hora,? $|(?:[0-9]|una?|mitja|quarts?) ?h?(?:ores|ora)? ?(?: ?o |-|/)$|[0-9] ?[+x*] ?$|"
    r"entre (?:[0-9]+|una) (?:i|y) $|d'?e? ?(?:[0-9]|una) a $"
)
_OR_ANOTHER = re.compile(r"[ (,]*o (?:potser |be )?(?:[0-9]|una?\b|mitja)|/[0-9]")
# A figure left over right beside the length may be part of it: "1 h 1/3", "2 i 1/2 h".
_UNREAD_BEFORE = re.compile(
    r"(?<![a-z_0-9/.:])(?<!d')(?<!s de )(?<!les )(?<!la )(?!(?<=_ )[0-9]+,)[0-9]{1,2} ?(?:i|y|\+|,|amb)? ?$"
)
_UNREAD_AFTER = re.compile(
    r" ?(?:i |y |\+ ?)?[0-9]{1,2}(?![0-9.:,/-]*[0-9])(?= ?(?:$|[,.;)]|i\b|min|'))| ?[0-9]/[0-9](?![0-9/])|½|¼"
)
# "Una hora i 2": no minutes are so few.
_AND_HOURS = re.compile(r" (?:i|y) [1-4]$")
_PAUSE_BEFORE = re.compile(
    r"(?:pausa|pauseta|descans|tall|interrupcio|parada|aturada)(?: curta| llarga)? (?:de|d')? ?$"
)
_BREAK_BEFORE = re.compile(r"(?:esmorzar|cafe|cafeto) (?:de|d')? ?$")
_PAUSE_AFTER = re.compile(
    r"^ ?(?:amb |de |d'|per |i )?(?:una |1 )?(?:pausa|pauseta|descans)\b|^ ?(?:de |d'|per )(?:esmorzar|cafe)\b"
)
# "2 hores i 10 minuts de cafè"
_OF_A_BREAK = re.compile(
    r" (?:de |d'|per (?:a )?)(?:l'|la |el )?(?:cafe|esmorz|paus|descans|dinar|vermut|aperitiu|viat|cotxe|tren|bus|"
    r"autobus|cami|carret|espera|retard|proves|preparacio|despla|anada|tornada|cua|acta|papers)"
)
# A coffee of an hour is a meeting.
_LONGEST_BREAK = 45
_NO_PAUSE_BEFORE = re.compile(r"\bsense (?:ni |cap )?(?:de )?$")
_BEFORE_OR_AFTER = re.compile(r"\b(?:abans|despres) (?!de)[^,.;]*$")
_INCLUDED = re.compile(r"[^.,;]{0,24}\b(?:inclo|compt)[a-z]+")
_ANOTHER = re.compile(
    r"\bi (?:despres )?(?:una|un|1|mitja) altr[ae]\b|\b(?:una|[0-9]) de les quals\b|\b(?:[1-7]|[1-5][05]) mes (?:amb|"
    r"per|a)\b|^ mes (?:mitja|un quart)\b|^ (?:de |d'|per |al |a la )[^.;,\n0-9]{1,24} i (?:una|1|2|mitja) (?:de |d'|"
    r"per |al |a la )|^ amb (?:el |la |l'|els )[^.;,\n0-9]{1,24}, (?:una|1|2|mitja) ?(?:h |hor[a-z]+ )amb "
)


def read_explicit(text: str, *, beside: bool = False) -> list[Hit[int]]:
    """Every stated length of the session in the blanked text, in minutes."""
    hits: list[Hit[int]] = []
    apart = Reason.APPROXIMATE if _APPROXIMATE_APART.search(text) else None
    for match in _DURATION.finditer(text):
        start, end = match.span()
        if match["label"]:
            start = match.start("label")
        value, reason = _value(match)
        more = _AND_MINUTES.match(text, end) if value and _HALVED.search(match.group()) else None
        if value and more:
            value, end = value + int(more[1] or 15), more.end()
        before, after = text[max(0, start - 40) : start], text[end : end + 40]
        if value == -1 or (hits and start < hits[-1].end) or is_elsewhere(text, start, end):
            continue
        if match["hours"] and _OF_A_BREAK.match(after) and not match.group().endswith(("hores", "hora", "h")):
            value, reason = _hours(match["hours"])[0], Reason.AMBIGUOUS
        value, literal = (None, value) if reason is Reason.ABSURD else (value, None)
        pausing = _pauses(before, value, after)
        spared = _INCLUDED.match(after) or _NO_PAUSE_BEFORE.search(before) or _BEFORE_OR_AFTER.search(before)
        if pausing and (hits or beside) and spared:
            continue
        if pausing and value and value > _LONGEST_BREAK and _PAUSE_AFTER.match(after):
            # "2 h amb pausa inclosa"
            reason = Reason.AMBIGUOUS if LENGTH.search(after) and not spared else reason
        elif pausing:
            value, reason = None, Reason.AMBIGUOUS
        elif (
            before.endswith("-") and not before.endswith(("- ", "--")) and (len(before) < 2 or before[-2] in " \n:,")
        ) or (before.endswith(("menys ", "menos ")) and not before.endswith("mes o menys ") and not match["colon"]):
            value, reason, literal = None, Reason.ABSURD, None
        elif before.endswith("entre ") or _AND_HOURS.search(match.group()):
            value, reason = None, Reason.AMBIGUOUS
        elif (other := _ALTERNATIVE_BEFORE.search(before)) or _OR_ANOTHER.match(after):
            value, reason = None, Reason.AMBIGUOUS
            start -= len(other.group()) if other else 0
        elif _UNREAD_BEFORE.search(before) or _UNREAD_AFTER.match(after):
            value, reason = None, Reason.AMBIGUOUS
        elif _ANOTHER.search(text[end : end + 60]):
            reason = reason or Reason.AMBIGUOUS
        elif _is_hedged(before, after) or match["loose"]:
            reason = reason or Reason.APPROXIMATE
        hits.append(Hit(start, end, value, reason or apart, literal))
    return hits


def _pauses(before: str, value: int | None, after: str) -> bool:
    """Whether a length is that of a pause, or comes with one."""
    short = value is not None and value <= _LONGEST_BREAK and _BREAK_BEFORE.search(before)
    return bool(short or _PAUSE_BEFORE.search(before) or _PAUSE_AFTER.match(after))


def _is_hedged(before: str, after: str) -> bool:
    """Whether what stands around a length leaves it in doubt."""
    hedges = (_APPROXIMATE_BEFORE.search(before), _APPROXIMATE_AFTER.match(after), _TENDING_BEFORE.search(before))
    return any(hedges)


def _value(match: re.Match[str]) -> tuple[int | None, Reason | None]:
    """Minutes and what is wrong with them; -1 if the match is no duration after all."""
    reason: Reason | None = None
    minutes: int | None
    if match["colon"]:
        hours, rest = match["colon"].split(":")
        minutes = int(hours) * 60 + int(rest)
        if not match["colonh"]:
            if int(hours) > 5:
                return -1, None
            reason = Reason.AMBIGUOUS
    elif match["quarters"]:
        minutes = 15 * (1 if match["quarters"] in ("un", "una") else int(match["quarters"]))
    elif match["one"]:
        minutes = 15
    elif match["spoken"]:
        minutes = 60 + int(match["spoken"])
    elif match["many"]:
        minutes = 15 * int(match["many"])
    elif match["horeta"] or match["last"]:
        minutes = 60
    elif match["piece"]:
        minutes = _MINUTES_OF[match["piece"]]
    elif match["hours"]:
        minutes, reason = _hours(match["hours"])
        if fraction := match["fraction"] or match["quarters3"] or match["half"]:
            minutes = None if minutes is None else minutes + _fraction(fraction)
        elif match["minutes"]:
            extra, more = int(match["minutes"]), match["more"]
            if not match["unit"] and "." in match.string[match.end("hours") : match.start("minutes")] and extra % 15:
                # "2h. 7 dels regidors": a new sentence
                return minutes, reason
            if not match["unit"] and COUNTED.match(match.string, match.end()):
                # "2h 12 persones": people, unless it may be minutes
                return (minutes, Reason.AMBIGUOUS if extra % 5 == 0 and extra < 60 else reason)
            if extra > 59 or (not match["unit"] and (more.startswith(",") or (more == " " and extra % 5))):
                reason = Reason.AMBIGUOUS
            minutes = None if minutes is None else minutes + extra
        elif match["lessby"]:
            taken = re.match(r"[0-9]+", match["lessby"])
            minutes = None if minutes is None else minutes - (int(taken.group()) if taken else 15)
    elif match["alone"]:
        minutes = 60 + _fraction(match["alone"])
    elif match["odd"]:
        minutes = 60 + int(match["odd"])
    elif match["only"]:
        minutes = round(float(match["only"].replace(",", ".")))
    elif match["labelm"]:
        minutes = int(match["labelmn"])
    elif match["label"]:
        minutes, reason = _labelled(match)
    elif match["bare"]:
        minutes = 45
    else:
        minutes = 120
    if minutes is not None and reason is not Reason.AMBIGUOUS and not SHORTEST <= minutes <= LONGEST:
        return minutes, Reason.ABSURD
    return minutes, reason


def _labelled(match: re.Match[str]) -> tuple[int | None, Reason | None]:
    if ":" in match["label"]:
        hours, rest = match["label"].split(":")
        return int(hours) * 60 + int(rest), None
    minutes, reason = _hours(match["label"])
    if minutes is not None and match["labelmore"]:
        minutes += int(match["labelmore"])
    if minutes is not None and match["labelfraction"]:
        minutes += _fraction(match["labelfraction"])
    if match["label"].isdigit() and int(match["label"]) >= SURELY_MINUTES:
        return int(match["label"]), None if "minuts" in match.group() else Reason.AMBIGUOUS
    return minutes, reason


def _fraction(text: str) -> int:
    return _MINUTES_OF.get(text, 15)


def _hours(text: str) -> tuple[int | None, Reason | None]:
    """ "2", "una", "2 1/2", "1,5": minutes. A decimal part other than .0, .5, .25, .75 is ambiguous."""
    if text in ("un", "una"):
        return 60, None
    if "/" in text:
        return int(text.split(maxsplit=1)[0]) * 60 + _fraction(text[-3:]), None
    whole, _, decimals = re.sub(r"[,']", ".", text).partition(".")
    quarter = {"": 0, "0": 0, "00": 0, "5": 30, "25": 15, "75": 45}.get(decimals)
    if quarter is None:
        return None, Reason.AMBIGUOUS
    return int(whole) * 60 + quarter, None
