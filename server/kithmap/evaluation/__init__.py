"""How the workshop itself was: what people answer at its end."""
