"""Makes the learned reader of sentences: `make train`. Nothing of Saydo needs this to run.

Two stages, in environments of their own: `training.sentences` writes sentences with what they mean
(it needs Saydo), `training.fitting` fits a network to them and writes it where Saydo reads it (it
needs PyTorch).
"""
