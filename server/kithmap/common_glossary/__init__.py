"""The common glossary of a programme: which words of its areas mean the same, and which of them become words of all."""
