"""Writing: a rendered record to standard output, or whole into a file or not at all."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path


def write_out(text: str) -> None:
    """Write a text to standard output, as UTF-8 whatever the locale."""
    data = text if text.endswith("\n") else text + "\n"
    sys.stdout.flush()
    sys.stdout.buffer.write(data.encode("utf-8", "replace"))
    sys.stdout.buffer.flush()


def write_file(path: Path, text: str) -> None:
    """Write a text to a file in one step: a reader sees the old file or the new, never half.

    Raises OSError where the folder is missing or may not be written.
    """
    if path.exists() and not path.is_file():  # a pipe or a device takes it as it comes
        path.write_text(text, encoding="utf-8")
        return
    target = path.resolve()
    mode = target.stat().st_mode & 0o777 if target.exists() else 0o666 & ~_umask()
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.", suffix=".part")
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(text.encode("utf-8", "replace"))
            stream.flush()
            os.fsync(stream.fileno())
        Path(name).chmod(mode)
        Path(name).replace(target)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
