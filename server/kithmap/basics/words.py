"""Marks sentences for people, so that the catalogues of words find them."""


def said(sentence: str) -> str:
    """Return a sentence as it stands: English, which the page puts into its reader's language.

    The words of an error that is raised are found without this; it is for headings and notes.
    """
    return sentence
