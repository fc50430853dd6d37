"""The sentence model: a small pretrained encoder, mean pooling, one logit a label.

Each of the 16 types and NONE is a question of its own, so that one event in a sentence does
not rule out another; a label that leaves a choice asks only that any of its types hold.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from examples import LABELS, Example
from tokenizers import Tokenizer
from torch import nn
from torch.nn import functional
from transformers import AutoModel

MARKS = ("[S]", "[/S]", "[T]", "[/T]")
LONGEST = 128


@dataclass(frozen=True, slots=True)
class Schedule:
    """How one stage of training runs: `rate` for the encoder, ten times that for the head."""

    epochs: float
    rate: float
    batch: int = 32
    warm: float = 0.1
    seed: int = 7


class Classifier(nn.Module):
    """Encoder and head; `forward` takes token ids and mask, shape (batch, length), gives logits."""

    def __init__(self, encoder: nn.Module, width: int) -> None:
        super().__init__()
        self.encoder = encoder
        self.drop = nn.Dropout(0.1)
        self.head = nn.Linear(width, len(LABELS))

    def forward(self, input_ids: torch.Tensor, attention_mask: torch.Tensor) -> torch.Tensor:
        """Logits, shape (batch, labels)."""
        hidden = self.encoder(input_ids=input_ids, attention_mask=attention_mask)[0].float()
        mask = attention_mask.unsqueeze(-1).float()
        mean = (hidden * mask).sum(1) / mask.sum(1).clamp(min=1.0)
        return self.head(self.drop(mean))


def build(folder: Path, *, seed: int) -> Classifier:
    """A classifier over the pretrained encoder in a folder, its head fresh from a seed."""
    torch.manual_seed(seed)
    encoder = AutoModel.from_pretrained(folder, attn_implementation="eager")
    return Classifier(encoder, encoder.config.hidden_size)


def tokenizer_of(folder: Path) -> Tokenizer:
    """The encoder's tokenizer with four unused entries of its vocabulary made the party marks."""
    text = (folder / "tokenizer.json").read_text("utf-8")
    for number, mark in enumerate(MARKS):
        text = text.replace(f'"[unused{number}]"', json.dumps(mark))
    tokenizer = Tokenizer.from_str(text)
    tokenizer.add_special_tokens(list(MARKS))
    tokenizer.no_padding()
    tokenizer.enable_truncation(LONGEST)
    return tokenizer


def tokens(tokenizer: Tokenizer, texts: Sequence[str]) -> list[list[int]]:
    """Token ids of each text."""
    return [e.ids for e in tokenizer.encode_batch(list(texts))]


def padded(rows: Sequence[Sequence[int]], pad: int) -> tuple[torch.Tensor, torch.Tensor]:
    """Ids and mask of a batch, shape (batch, longest)."""
    longest = max(map(len, rows))
    ids = torch.full((len(rows), longest), pad, dtype=torch.long)
    mask = torch.zeros((len(rows), longest), dtype=torch.long)
    for i, row in enumerate(rows):
        ids[i, : len(row)] = torch.tensor(row)
        mask[i, : len(row)] = 1
    return ids, mask


def targets_of(examples: Sequence[Example]) -> tuple[torch.Tensor, torch.Tensor]:
    """Labels that hold as 0/1, shape (n, labels), and whether only one of them does, shape (n,)."""
    holding = torch.zeros((len(examples), len(LABELS)))
    for i, example in enumerate(examples):
        for name in example.types:
            holding[i, LABELS.index(name)] = 1.0
    return holding, torch.tensor([e.either for e in examples])


def loss_of(logits: torch.Tensor, holding: torch.Tensor, either: torch.Tensor) -> torch.Tensor:
    """Loss of each row: a yes-or-no question a label; a choice asks that any of its labels hold."""
    log_yes, log_no = functional.logsigmoid(logits), functional.logsigmoid(-logits)
    exact = -(holding * log_yes + (1 - holding) * log_no).sum(-1)
    others = -((1 - holding) * log_no).sum(-1)
    # Clamped so that the log below stays finite where both labels are thought impossible.
    log_neither = (holding * log_no).sum(-1).clamp(max=-1e-4)
    choice = others - torch.log1p(-log_neither.exp())
    return torch.where(either, choice, exact)


def batches(lengths: Sequence[int], size: int, rng: np.random.Generator) -> Iterator[list[int]]:
    """Row numbers in shuffled batches of similar length."""
    order = rng.permutation(len(lengths))
    chunks = []
    for start in range(0, len(order), size * 16):
        block = sorted(order[start : start + size * 16], key=lambda i: lengths[i])
        chunks += [[int(i) for i in block[j : j + size]] for j in range(0, len(block), size)]
    for i in rng.permutation(len(chunks)):
        yield chunks[i]


def fit(
    model: Classifier,
    tokenizer: Tokenizer,
    examples: Sequence[Example],
    schedule: Schedule,
) -> None:
    """Train a model in place."""
    if not examples:
        return
    torch.manual_seed(schedule.seed)
    rng = np.random.default_rng(schedule.seed)
    rows = tokens(tokenizer, [e.text for e in examples])
    holding, either = targets_of(examples)
    weights = torch.tensor([e.weight for e in examples])
    pad = model.encoder.config.pad_token_id
    model.train()
    model.encoder.embeddings.word_embeddings.requires_grad_(False)
    optimizer = _optimizer(model, schedule.rate)
    total = max(1, int(schedule.epochs * math.ceil(len(rows) / schedule.batch)))
    pace = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda n: _pace(n, total, schedule.warm))
    done = 0
    while done < total:
        for chosen in batches([len(r) for r in rows], schedule.batch, rng):
            ids, mask = padded([rows[i] for i in chosen], pad)
            with torch.autocast("cpu", torch.bfloat16):
                logits = model(ids, mask)
            loss = loss_of(logits.float(), holding[chosen], either[chosen])
            (loss * weights[chosen]).mean().backward()
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            optimizer.zero_grad()
            pace.step()
            done += 1
            if done == total:
                return


def _optimizer(model: Classifier, rate: float) -> torch.optim.Optimizer:
    head = list(model.head.parameters())
    body = [p for p in model.encoder.parameters() if p.requires_grad]
    return torch.optim.AdamW(
        [{"params": body, "lr": rate}, {"params": head, "lr": rate * 10}],
        weight_decay=0.01,
        fused=True,
    )


def _pace(step: int, total: int, warm: float) -> float:
    start = max(1, int(total * warm))
    return (step + 1) / start if step < start else max(0.02, (total - step) / (total - start + 1))


@torch.inference_mode()
def probabilities(model: Classifier, tokenizer: Tokenizer, texts: Sequence[str]) -> np.ndarray:
    """Probability of each label for each text, shape (texts, labels)."""
    model.eval()
    rows = tokens(tokenizer, texts)
    order = sorted(range(len(rows)), key=lambda i: len(rows[i]))
    found = np.zeros((len(rows), len(LABELS)), dtype=np.float32)
    for start in range(0, len(order), 32):
        chosen = order[start : start + 32]
        ids, mask = padded([rows[i] for i in chosen], model.encoder.config.pad_token_id)
        with torch.autocast("cpu", torch.bfloat16):
            logits = model(ids, mask)
        found[chosen] = torch.sigmoid(logits.float()).numpy()
    return found
