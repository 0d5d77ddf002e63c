"""The words in and around the names of councils, and the ways a name may be written."""

from __future__ import annotations

from conversations.rules.plain import vocabulary

Tokens = tuple[str, ...]

SMALL = vocabulary("el la l els les es de d del dels i n en na e")
ARTICLES = {"el": "el", "del": "el", "al": "el", "la": "la", "l": "l", "els": "els", "dels": "els", "les": "les"}
_SHORT_FORMS = {"st": "sant", "sta": "santa", "s": "sant", "san": "sant", "y": "i"}

# Words around a name that say nothing about which place it is.
FRAME = SMALL | vocabulary("""
    a ajt ajto aj ajuntament ajuntaments ayuntamiento ayto alcalde alcaldessa alcaldia als al amb area aqui ara bon
    bona bones be ciutat com comarca consistori corporacio dia tarda dic doncs ei escric escrivim estem estic fa ens
    fem gracies hola ha hem nit jo local localitat em me meu meva mon municipal municipi municipis nom nosaltres nostre
    nostra oficina per pel perdo poble poblacio promocio economica regidor regidora regidoria represento representem
    servei si soc som soy somos sou treballo treballem tecnic tecnica tecnics tinc us plau vinc venim vull volem visc
    vos vostre vila
""")
# What stands right before a name and makes even a short, common word ("Salt", "Pau") the name of a place.
INTRODUCES = vocabulary("""
    ajuntament ajt ajto aj ayuntamiento ayto municipi ciutat vila poble som soc represento representem treballo
    treballem
""")
GREETS = vocabulary("hola ei bon bona bones")
DENIES = vocabulary("no ni tampoc excepte llevat")
# Bodies that carry the name of a place and are not its council.
OTHER_BODIES = vocabulary("""
    agencia associacio ateneu consorci consorcio cooperativa delegacio diputacio diputacion federacio fundacio
    generalitat govern institut mancomunitat metropolitana parlament provincia provincial subdelegacio universitat
""")
COUNTY_COUNCIL = vocabulary("consell consejo conselh comarcal cc")
_COUNTY_WORDS = COUNTY_COUNCIL | vocabulary("general generau")


def spelled_out(tokens: Tokens) -> Tokens:
    """Short forms in full: "St" is "sant", and so is the Spanish "San"; "C. C." is a county council."""
    if tokens[:2] == ("c", "c"):
        tokens = ("cc", *tokens[2:])
    return tuple(_SHORT_FORMS.get(token, token) for token in tokens)


def stripped(tokens: Tokens) -> Tokens:
    """Without articles and small words; a name that has nothing else keeps them (Les)."""
    return tuple(token for token in tokens if token not in SMALL) or tokens


def comarca(tokens: Tokens) -> Tokens:
    """The comarca in the name of its council."""
    return tuple(token for token in stripped(tokens) if token not in _COUNTY_WORDS)


def forms(tokens: Tokens) -> tuple[str, ...]:
    """A name as it may be written: in full, without its article, without small words."""
    without_article = tokens[1:] if len(tokens) > 1 and tokens[0] in ARTICLES else tokens
    return tuple(dict.fromkeys(" ".join(form) for form in (tokens, without_article, stripped(tokens))))
