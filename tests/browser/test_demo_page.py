"""A person who never saw the bot applies for Salt in the demo, by clicking, and files the PDF."""

from __future__ import annotations

import asyncio
import io
import os
import re
import shutil
import sys
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.async_api import Browser, Locator, Page, async_playwright, expect
from pypdf import PdfReader

from bot.demo import COMMISSION, CONTACT, NADIA, OFFICE, SECOND
from bot.settings import without_ours

MOST_TABS = 60
FOCUSED = "document.activeElement.getAttribute('aria-label') ?? document.activeElement.innerText.trim()"
STARTS = 60.0  # seconds that the demo may take on a slow machine
ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


async def start_demo(folder: Path) -> tuple[asyncio.subprocess.Process, str]:
    """The demo as its own process, and the address that it prints."""
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bot", "demo", "--no-open", "--port", "0", "--folder", str(folder)),
        env=without_ours(),
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )
    assert process.stdout is not None
    said = ""
    async with asyncio.timeout(STARTS):
        while line := await process.stdout.readline():
            said += line.decode()
            if found := re.search(r"http://127\.0\.0\.1:\d+", said):
                return process, found.group()
    raise AssertionError(f"the demo has ended: {said}")


async def stop_demo(process: asyncio.subprocess.Process) -> None:
    """Ctrl+C, and the end that follows it."""
    if process.returncode is None:
        process.terminate()
    assert process.stdout is not None
    await process.stdout.read()
    await process.wait()


@dataclass(frozen=True, slots=True)
class Phone:
    """One person's telephone on the page."""

    page: Page
    person: int

    @property
    def node(self) -> Locator:
        return self.page.locator(f'[data-person="{self.person}"].phone')

    @property
    def last(self) -> Locator:
        """The newest message of the bot."""
        return self.node.locator('[data-message][data-from="bot"]').last

    @property
    def composer(self) -> Locator:
        return self.node.locator("[data-composer]")

    def button(self, label: str) -> Locator:
        """A live button of the newest message that has one with this label."""
        return self.node.get_by_role("button", name=label, exact=True).and_(self.page.locator("[data-button]")).last

    async def reads(self, *words: str) -> None:
        """The newest message of the bot says all this."""
        for each in words:
            await expect(self.last).to_contain_text(each)

    async def presses(self, label: str, *then: str) -> None:
        await self.button(label).click()
        await self.reads(*then)

    async def writes(self, text: str, *then: str) -> None:
        await self.composer.fill(text)
        await self.node.locator("[data-send]").click()
        await self.reads(*then)


async def kill(page: Page) -> None:
    """The bot falls as if the power had gone, and the page says so."""
    await page.locator('[data-control="kill"]').click()
    await expect(page.locator("[data-bot-state]")).to_have_text("El bot està aturat")


async def start(page: Page) -> None:
    await page.locator('[data-control="start"]').click()
    await expect(page.locator("[data-bot-state]")).to_have_text("El bot funciona")


PATIENCE = 30_000  # milliseconds; a bot that was just killed needs a moment to be back


@pytest.fixture
async def browser() -> AsyncIterator[Browser]:
    """Debian's Chromium. Without it the test is skipped, and fails where CI=true promises that it is there."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if chromium is None:
        missing = "Chromium is not installed: apt-get install chromium"
        if os.environ.get("CI") == "true":
            pytest.fail(missing)
        pytest.skip(missing)
    expect.set_options(timeout=PATIENCE)
    async with async_playwright() as playwright:
        launched = await playwright.chromium.launch(executable_path=chromium, args=list(ARGUMENTS))
        yield launched
        await launched.close()


@pytest.fixture
async def address(tmp_path: Path) -> AsyncIterator[str]:
    process, url = await start_demo(tmp_path)
    yield url
    await stop_demo(process)


@pytest.fixture
async def page(browser: Browser, address: str) -> AsyncIterator[Page]:
    """The demo on a wide screen: three telephones side by side."""
    opened = await browser.new_page(viewport={"width": 1440, "height": 900}, locale="ca")
    opened.set_default_timeout(PATIENCE)
    faults: list[str] = []
    opened.on("pageerror", lambda error: faults.append(str(error)))
    opened.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
    await opened.goto(address)
    yield opened
    await opened.close()
    assert faults == []


NEED = "Som tres persones per a tota la contractació i hi ha tres cooperatives al poble."
EDITED = NEED.replace("tres cooperatives", "quatre cooperatives")
TITLE = "Comprar a cooperatives sent un ajuntament petit"


@pytest.mark.long
async def test_contact_applies_by_clicking_with_a_kill_and_a_cut_on_the_way(page: Page) -> None:
    aina, marc, office = Phone(page, CONTACT), Phone(page, SECOND), Phone(page, OFFICE)

    await aina.reads("Ajuntament de Salt", "fins al divendres 8 de maig, inclòs", "12 preguntes")
    await expect(aina.node.locator("[data-message] .text").first).to_have_text(
        "/start"
    )  # and not the invitation's code
    await aina.presses("Comença", "Abans de començar", "Xarxa d'exemple", "són un exemple")
    await aina.presses("Ho he llegit, continua", "Pregunta 1 de 12", "Quin càrrec teniu")
    await aina.writes("Tècnica, promoció econòmica", "Pregunta 2 de 12", "adreça electrònica")
    await aina.writes("aina@salt", "li falta el final")
    await aina.writes("aina@salt.example", "Pregunta 3 de 12")
    await aina.presses("Mentoria", "Pregunta 4 de 12")

    # What is written while the bot is down is answered when it is back.
    await kill(page)
    await aina.writes(TITLE)
    await start(page)
    await aina.reads("Pregunta 5 de 12")

    await aina.button("Compra responsable").click()
    await aina.button("✓ Compra responsable (triat)").wait_for()
    await aina.presses("Ja està", "Pregunta 6 de 12")
    await aina.writes(NEED, "Pregunta 7 de 12")

    await aina.presses("Desa i surt", "Desat", "pregunta 7 de 12")
    # Time passes until the bot has something to say by itself, and the page says to whom it came.
    await page.locator('[data-control="deed-next"]').click()
    await aina.reads("Us recordem que podeu enviar la sol·licitud fins al divendres 8 de maig")
    await expect(page.locator("[data-status]")).to_contain_text(
        "Ha arribat un missatge a Aina Soler (contacte de Salt)"
    )
    await aina.writes("hola", "Hola de nou, Aina", "pregunta 7 de 12")
    await aina.presses("Continua", "Pregunta 7 de 12")
    await aina.writes("Les clàusules i els errors serviran a qualsevol municipi petit.", "Pregunta 8 de 12")
    await aina.writes("Les cooperatives del poble podrien créixer i treballar plegades.", "Pregunta 9 de 12")

    # What is done while the network is cut waits too, and is answered in order once it is back.
    line, cut = page.locator('[data-control="line"]'), page.locator("[data-line-state]")
    await line.click()
    await expect(cut).to_contain_text("Xarxa tallada")
    await expect(aina.node.locator("[data-chat-state]")).to_have_text("bot · sense xarxa")
    await aina.button("Sí, socioeconòmica").click()
    await line.click()
    await expect(cut).to_be_empty()
    await aina.reads("resposta a la crisi")
    await aina.presses("Salta-la", "Pregunta 10 de 12")
    await aina.button("Fa menys d'un any").click()
    await aina.button("✓ Fa menys d'un any (triat)").wait_for()
    await aina.button("Personal propi").click()
    await aina.button("✓ Personal propi (triat)").wait_for()
    await aina.presses("Ja està", "Pregunta 11 de 12")
    await aina.button("Assemblea").click()
    await aina.button("✓ Assemblea (triat)").wait_for()
    await aina.presses("Ja està", "Pregunta 12 de 12")
    await aina.presses("A distància", "Ja ho teniu tot", TITLE)

    # Her own message, edited like any other, corrects the answer that it gave.
    await aina.composer.focus()
    own = aina.node.locator("[data-message]", has_text=NEED).first
    await own.hover()
    await own.locator("[data-actions]").click()
    await page.get_by_role("menuitem", name="Edita").click()
    await aina.composer.fill(EDITED)
    await aina.node.locator("[data-send]").click()
    await aina.reads("S'ha corregit la resposta 6", "Abans:", "Ara:", "quatre cooperatives")

    await aina.presses("Continua", "l'ajuntament es compromet a això", "voluntari, gratuït i autogestionat")
    await aina.presses("Hi estem d'acord", "L'última pregunta és opcional")
    await aina.presses("No", "Voleu enviar la sol·licitud?")
    await aina.presses("Envia la sol·licitud", "Sol·licitud rebuda", "2020-1-001", "no substitueix el registre")
    await expect(aina.last).to_contain_text(re.compile(r"dimecres 6 de maig, a les \d{1,2}(\.\d\d)? h"))

    await marc.reads("ha enviat la sol·licitud", "2020-1-001")
    await office.reads("Sol·licitud nova: 2020-1-001")

    link = aina.node.locator("[data-file]").last
    await expect(link).to_contain_text("sollicitud-2020-1-001.pdf")
    async with page.context.expect_page() as opened:
        await link.click()
    assert (await opened.value).url.startswith("http://127.0.0.1:")
    response = await page.request.get(page.url.rstrip("/") + (await link.get_attribute("href") or ""))
    text = " ".join(
        " ".join(leaf.extract_text() for leaf in PdfReader(io.BytesIO(await response.body())).pages).split()
    )
    for words in ("2020-1-001", "Ajuntament de Salt", TITLE, EDITED, "aina@salt.example", "Dades de demostració"):
        assert words in text

    # After the deadline it stands as it was sent, and nothing of it can be changed.
    await page.locator('[data-control="clock-week"]').click()
    await aina.writes("/estat", "2020-1-001", "en estudi")


@pytest.mark.long
async def test_keyboard_alone_is_enough(page: Page) -> None:
    aina = Phone(page, CONTACT)
    await aina.reads("Ajuntament de Salt")
    await _goes_to(page, "Comença")
    await page.keyboard.press("Enter")
    await aina.reads("Abans de començar")
    await _goes_to(page, "Ho he llegit, continua")
    await page.keyboard.press("Space")
    await aina.reads("Pregunta 1 de 12")

    await _goes_to(page, "Missatge: Aina Soler")
    await page.keyboard.type("Tècnica")
    await page.keyboard.press("Enter")
    await aina.reads("Pregunta 2 de 12")
    await page.keyboard.press("ArrowUp")  # her last message, to correct it
    await page.keyboard.type(", promoció econòmica")
    await page.keyboard.press("Enter")
    await aina.reads("S'ha corregit la resposta 1", "Ara: Tècnica, promoció econòmica")

    await _goes_to(page, "Atura el bot de cop")
    await page.keyboard.press("Enter")
    await expect(page.locator("[data-bot-state]")).to_have_text("El bot està aturat")
    await _goes_to(page, "Engega el bot")
    await page.keyboard.press("Enter")
    await expect(page.locator("[data-bot-state]")).to_have_text("El bot funciona")
    await page.keyboard.press("F6")
    await expect(page.locator(":focus")).to_be_visible()


@pytest.mark.long
async def test_narrow_screen_shows_one_telephone_and_opens_the_controls(browser: Browser, address: str) -> None:
    context = await browser.new_context(viewport={"width": 360, "height": 740}, has_touch=True, locale="ca")
    page = await context.new_page()
    await page.goto(address)
    aina, office = Phone(page, CONTACT), Phone(page, OFFICE)
    await aina.reads("Ajuntament de Salt")
    await expect(office.node).to_be_hidden()
    await aina.button("Comença").tap()
    await aina.button("Ho he llegit, continua").tap()
    await aina.reads("Pregunta 1 de 12")
    await expect(page.locator('[data-control="kill"]')).to_be_hidden()
    await page.locator('[data-control="panel"]').tap()
    await page.locator('[data-control="kill"]').tap()
    await page.locator('[data-control="start"]').tap()
    await expect(page.locator("[data-bot-state]")).to_have_text("El bot funciona")
    await page.locator('[data-control="panel"]').tap()
    await aina.composer.fill("Tècnica, promoció econòmica")
    await aina.node.locator("[data-send]").tap()
    await aina.reads("Pregunta 2 de 12")

    wide = await page.evaluate("document.documentElement.scrollWidth")
    assert wide <= 360
    for button in await aina.node.locator("[data-button]:visible").all():
        box = await button.bounding_box()
        assert box is not None
        assert box["height"] >= 44
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 360

    await page.locator("#people").get_by_role("button", name="Núria Camps").tap()
    await office.reads("Oficina Tècnica")
    await expect(aina.node).to_be_hidden()
    await context.close()


@pytest.mark.long
async def test_one_person_goes_from_the_applications_to_the_proposed_minutes(page: Page) -> None:
    berta, nadia = Phone(page, COMMISSION), Phone(page, NADIA)
    await Phone(page, CONTACT).reads("Ajuntament de Salt")
    await page.locator('[data-control="deed-fill"]').click()
    await expect(page.locator("[data-status]")).to_contain_text("S'hi han afegit 14 sol·licituds inventades")
    await page.locator('[data-control="deed-fill"]').click()
    await expect(page.locator("[data-status]")).to_contain_text("La convocatòria ja era plena")
    await page.locator('[data-control="deed-score"]').click()
    await expect(page.locator("[data-status]")).to_contain_text("Oriol Puig i Nadia Serra ho han valorat tot")

    await page.locator("#people").get_by_role("button", name="Nadia Serra").click()
    await nadia.reads("s'ha tancat amb 13 sol·licituds", "12 per valorar", "La de Ripollet no us surt")
    await page.locator("#people").get_by_role("button", name="Berta Mas").click()
    await berta.reads("s'ha tancat amb 13 sol·licituds", "13 per valorar")
    await berta.presses("Comença", "Abans de començar", "proposta d'acta")
    await berta.presses("Ho he llegit, continua", "en quin grau?")
    await berta.presses("3 Molt", "Transferibilitat")
    await berta.presses("3 Molt", "Alineació amb la XMESS")
    await berta.presses("4 Del tot", "Voleu afegir-hi un comentari?")

    await berta.writes("/inici", "12 sol·licituds per valorar")
    await berta.presses("Mostra la reunió", "Mentoria: 3 sol·licituds per a 2 paquets", "Berta Mas (12)")
    await berta.presses("Comença la reunió", "ja no es podran donar")
    await berta.presses("Comença igualment", "Qui hi és?")
    await berta.button("Oriol Puig").click()
    await berta.button("✓ Oriol Puig (hi és)").wait_for()
    await berta.presses("Ja hi són", "Hi són: Berta Mas i Oriol Puig")
    await berta.presses("Mentoria: mostra l'ordre", "1. Sobremunt", "És només una proposta")
    await berta.presses("Accepta aquest ordre", "Encara no s'ha desat res")
    await berta.presses("Concedeix aquestes 2", "Ripollet es queda sense paquet de mentoria")
    await berta.presses("Passa-la a assessorament", "Escriviu el motiu")
    await berta.writes("Amb dues sessions avançareu més.", "no té quòrum")
    await berta.writes("Només l'ha valorada una persona.", "Ja s'han decidit totes les sol·licituds de mentoria")
    await berta.presses("Assessorament: mostra l'ordre", "Assessorament: 10 sol·licituds per a 7 paquets")
    await berta.presses("Accepta aquest ordre", "Si s'accepta aquest ordre")
    await berta.presses("Concedeix aquestes 6", "Què acorda la Comissió?")
    await berta.presses("Torna a la reunió", "Decidides: 6")
    await berta.presses("Acaba la reunió", "que encara no s'han decidit")
    await berta.presses("Acaba-la igualment", "Encara no s'ha enviat res")
    await berta.presses("Mostra la proposta d'acta", "full de càlcul")
    for kind in ("pdf", "xlsx"):
        await expect(berta.node.locator("[data-file]", has_text=f"proposta-acta-2020-1.{kind}")).to_be_visible()


async def _goes_to(page: Page, name: str) -> None:
    """Presses Tab until what has this name has the focus."""
    passed = []
    for _ in range(MOST_TABS):
        await page.keyboard.press("Tab")
        passed.append(await page.evaluate(FOCUSED))
        if passed[-1] == name:
            return
    raise AssertionError(f"Tab does not lead to {name!r} but to {passed}")
