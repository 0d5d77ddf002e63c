import pytest
from hypothesis import given
from hypothesis import strategies as st

from locales.wording import markup_faults, prose_faults, sentence_faults


@pytest.mark.parametrize(
    "text",
    [
        "Hola, {name}. Aquí podeu demanar una mentoria per {council:a}.",
        "Teniu temps fins al <b>divendres 8 de maig, inclòs</b>.",
        "Són 12 preguntes i uns 10 minuts. Podeu parar quan vulgueu: tot queda desat.",
        "Les tracta {controller} per gestionar aquesta sol·licitud.",
        "A aquesta adreça li falta el final, com ara «.cat». Escriviu-la sencera, si us plau.",
        "Abans: «… Hi ha <b>tres</b> cooperatives al poble …»",
        "S'ha tancat a les 23.59 h del dia 8. Escriviu /inici o /les_meves_dades.",
        "Trobareu la informació a https://xmess.cat/bones-practiques/ o a t.me/xmess_bot?start=a_b.",
        "Escriviu a ess@ajuntament.example: la sol·licitud valdrà igual.",
        "Una persona de Bell-lloc d'Urgell, 2.050 habitants, 2,5 hores, 20 % del total.",
        "Covid-19 i covid-19; l'ESS i la XMESS; el PDF.",
        "Us donem la benvinguda 👋",
        "Si voleu buscar per nom, escriviu el municipi.",
        "Teniu la mateixa puntuació, del mateix ajuntament.",
        "✓ Mentoria (triat)",
    ],
)
def test_sentence_faults_none(text: str) -> None:
    assert list(sentence_faults(text)) == []


CALQUES_AND_TREATMENT = """
formulari complimentat|a nivell de municipi|en base a les bases|degut a la pluja|la petició busca donar resposta
busqueu trobar feina|polseu el botó|Polsa aquí|cliqueu aquí|Clica|clicar|Teniu que escriure-ho|el borrador
cal subsanar-ho|desestimada|us notifiquem|heu estat notificats|persona mentoritzada|l'usuari|recusació|un retorn
el saldo|un digest|justificant|requeriment|sessió caducada|replicar-ho|a mode orientatiu|el contingut de les mateixes.
us adjuntem el document|les FAQs|un workshop|en línia o online|recolzament|el tamany|inclús|en quant a això
per lo tant|lo que|format invàlid|ATENCIÓ! Demà|vostè|Benvinguts|Benvinguda|Esteu segurs?|Esteu convençut?
et demanem|què vols|quan puguis, pots seguir|tens temps|la teva resposta|has de fer-ho|t'avisem|vós mateix
"""


@pytest.mark.parametrize("text", CALQUES_AND_TREATMENT.strip().replace("\n", "|").split("|"))
def test_prose_faults_calques_and_treatment(text: str) -> None:
    assert list(prose_faults(text))


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("Espereu...", "…"), ("Hola,  Aina", "two spaces"), ("Hola ", "edge"), (" Hola", "edge"), ("a\n b", "edge"),
        ("Hola , Aina", "before a sign"), ("Hola !", "before a sign"), ("l’Alzinar", "apostrophe"),
        ('diu "sí"', "« »"), ("diu “sí”", "« »"), ("« sí »", "no space inside"), ("sol.licitud", "U+00B7"),
        ("sol•licitud", "U+00B7"), ("soŀlicitud", "U+00B7"), ("sol-licitud", "U+00B7"), ("a les 10:42", "10.42 h"),
        ("2h", "number and unit"), ("20%", "number and unit"), ("{n}h", "number and unit"), ("2.5 hores", "comma"),
        ("Sí!!", "enough"), ("Què?!", "enough"), ("els/les sol·licitants", "slashes"), ("tots/es", "slashes"),
        ("mentor(a)", "slashes"), ("i/o", "slashes"), ("sóc", "soc"), ("Adéu", "adeu"), ("dóna'm", "dona'm"),
        ("EL TERMINI", "capitals"), ("Urgent: AVUI", "capitals"), ("COVID-19", "covid-19"), ("la Covid-19", "covid-19"),
        ("la covid", "covid-19"), ("👍", "emoji"), ("Bé 👍👍", "emoji"),
    ],
)  # fmt: skip
def test_prose_faults_typography(text: str, fault: str) -> None:
    assert any(fault in said for said in prose_faults(text))


@pytest.mark.parametrize(
    "text",
    [
        "a", "<b>a <i>b</i></b>", '<a href="https://x.cat/?a=1&amp;b=2">a</a>', "<blockquote expandable>a</blockquote>",
        "<blockquote>a</blockquote>", "&lt;b&gt; &amp; &quot;", '<a href="{link}">{name}</a>',
    ],
)  # fmt: skip
def test_markup_faults_none(text: str) -> None:
    assert list(markup_faults(text)) == []


@pytest.mark.parametrize(
    "text",
    [
        "<b>a", "a</b>", "<b><i>a</b></i>", "<br>", "<p>a</p>", "<h1>a</h1>", '<b class="x">a</b>', "<a>a</a>",
        '<a href="x" target="y">a</a>', "<blockquote cite>a</blockquote>", "a < b", "a > b", "a & b", "&nbsp;",
        "a &eacute;",
    ],
)  # fmt: skip
def test_markup_faults_named(text: str) -> None:
    assert list(markup_faults(text))


@given(st.text())
def test_sentence_faults_read_any_text(text: str) -> None:
    assert all(isinstance(fault, str) and fault for fault in sentence_faults(text))
