"""What the quantities, reactions and events of the model are called, in the language that is spoken."""

from widgets.reference_data.wording import words

NAMES = "model_names"


def model_name(model_id: str) -> str:
    """Return the name of what has this id in the model, as it stands within a sentence.

    What a changed model holds and `model_names.json` does not is called by its id.
    """
    return words(NAMES).get(model_id) or model_id.replace("_", " ")


def as_heading(name: str) -> str:
    """Return a name as it stands at a beginning; one such as "pH" or "ATP" stays as it is."""
    return name[:1].upper() + name[1:] if name[1:2].islower() else name
