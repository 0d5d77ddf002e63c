"""A Telegram on loopback: the Bot API over real HTTP, people as actors, a clock, faults by script."""

from bot.simulator.errors import SimulatorError
from bot.simulator.faults import Fault
from bot.simulator.groups import Group
from bot.simulator.model import Button, Chat, Message, StoredFile
from bot.simulator.people import Person
from bot.simulator.process import BotProcess
from bot.simulator.server import Simulator
from bot.simulator.world import Press

__all__ = [
    "BotProcess",
    "Button",
    "Chat",
    "Fault",
    "Group",
    "Message",
    "Person",
    "Press",
    "Simulator",
    "SimulatorError",
    "StoredFile",
]
