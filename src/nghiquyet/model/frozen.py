"""The one configuration every model class shares."""

from pydantic import BaseModel, ConfigDict, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema


class Frozen(BaseModel):
    """An immutable record that refuses unknown fields, so that a misspelt name is an error and not a loss."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """The schema of the class with what its fields mean."""
        from nghiquyet.model.descriptions import descriptions

        made = handler(schema)
        properties = handler.resolve_ref_schema(made).get("properties", {})
        for field, meaning in descriptions(cls).items():
            if field in properties:
                properties[field]["description"] = meaning
        return made
