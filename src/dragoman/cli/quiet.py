"""Quiet: a command that ends without a trace when its reader leaves or Ctrl-C is pressed."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from functools import wraps
from typing import ParamSpec

Options = ParamSpec("Options")

INTERRUPTED = 130  # what a shell calls "ended by Ctrl-C"


def quietly(command: Callable[Options, None]) -> Callable[Options, None]:
    """Let a command end with 0 at a closed pipe and with 130 at Ctrl-C, saying nothing."""

    @wraps(command)
    def quiet(*args: Options.args, **options: Options.kwargs) -> None:
        try:
            command(*args, **options)
        except BrokenPipeError:
            # Python flushes once more on its way out; give it somewhere to flush to.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            sys.exit(0)
        except KeyboardInterrupt:
            sys.exit(INTERRUPTED)

    return quiet
