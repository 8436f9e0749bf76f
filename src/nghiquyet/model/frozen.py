"""The one configuration every model class shares."""

from pydantic import BaseModel, ConfigDict


class Frozen(BaseModel):
    """An immutable record that refuses unknown fields, so that a misspelt name is an error and not a loss."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)
