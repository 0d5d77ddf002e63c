import pytest

from locales.buttons import LONGEST, button_fault

# The buttons of the model dialogues.
GOOD = """
Comença|Mostra'm totes les preguntes|Aquesta vegada no|No soc de l'Alzinar|Ho he llegit, continua|Torna enrere
Desa i surt|Mentoria|Sense preferència|Ja està|Demana ajuda|Mostra'm què he escrit|Corregeix una resposta
Envia'm l'esborrany en PDF|Hi estem d'acord|Sí, ho autoritzem|No|Envia la sol·licitud|Encara no|Copia el número
Avisa'm quan s'obri
Escriu a l'Oficina Tècnica|Desfés|Canvia-la|Deixa-la igual|Avui, dimecres 3|Ahir, dimarts 2|Un altre dia|Proposa-la
No cal|Sí, confirma-la|Cal corregir-la|No es va fer|Ara no, recorda-m'ho dilluns|Escriu-ne una altra|0 Gens|4 Del tot
No la puc valorar|Passa a la següent|Accepta aquest ordre|Llista d'espera|Denega-la|Envia'ls|Renuncia-hi|Tinc un dubte
No, gràcies|Desa-les per al setembre|Altres opcions|Setembre|✓ Mentoria (triat)|Treu-la|Atura-ho
"""
BAD = """
Desar|Enviar la sol·licitud|Veure-ho tot|Corregir|Treure'l|No concedir|No enviar-la|Dir que no|Aviseu-me|Envieu-la
Escriviu|Confirmeu-ho|Llegiu-los|Compartiu|Voleu continuar?|Desa.|Tria una opció:|Desa 👍|Clica aquí|Ves a Benvinguts
<b>Desa</b>|Sol.licitud|Desa  i surt| Desa||Desa\tara|DESA
"""


def labels(table: str) -> list[str]:
    return table.strip("\n").replace("\n", "|").split("|")


@pytest.mark.parametrize("label", labels(GOOD))
def test_button_fault_none(label: str) -> None:
    assert button_fault(label) is None


@pytest.mark.parametrize("label", [*labels(BAD), "Un municipi de nom molt llarg que no hi cap, a", "Desa\nara"])
def test_button_fault_named(label: str) -> None:
    assert button_fault(label)


def test_button_fault_at_the_longest() -> None:
    assert button_fault("à" * LONGEST) is None
    assert button_fault("à" * (LONGEST + 1))
