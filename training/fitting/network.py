"""The network: an encoder of pieces, a head for the intent, and one for what stands where."""

from pathlib import Path

import torch
from torch import Tensor, nn
from transformers import BertConfig, BertModel

DROPOUT = 0.1


class Network(nn.Module):
    """MiniLM-L6 (Apache-2.0) without the pieces that are not kept, and two linear heads."""

    def __init__(
        self, encoder: Path, kept: list[int], layers: int, intents: int, tags: int
    ) -> None:
        super().__init__()
        config = BertConfig.from_pretrained(encoder)
        whole = BertModel.from_pretrained(encoder, config=config, add_pooling_layer=False)
        words = whole.embeddings.word_embeddings.weight.detach()[torch.tensor(kept)]
        whole.embeddings.word_embeddings = nn.Embedding.from_pretrained(words.clone(), freeze=False)
        whole.encoder.layer = whole.encoder.layer[:layers]
        whole.config.vocab_size, whole.config.num_hidden_layers = len(kept), layers
        self.encoder = whole
        self.dropout = nn.Dropout(DROPOUT)
        self.intent = nn.Linear(config.hidden_size, intents)
        self.tag = nn.Linear(config.hidden_size, tags)

    def forward(self, ids: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        """Logits: of the intents (batch, intents), of the tags (batch, pieces, tags)."""
        hidden = self.encoder(input_ids=ids, attention_mask=mask).last_hidden_state
        weights = mask.unsqueeze(-1).to(hidden.dtype)
        mean = (hidden * weights).sum(1) / weights.sum(1)
        return self.intent(self.dropout(mean)), self.tag(self.dropout(hidden))
