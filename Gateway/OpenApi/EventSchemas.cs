using Microsoft.OpenApi;

namespace Tocsin.OpenApi;

/// <summary>The schemas of what no type describes: events of a trail.</summary>
internal static class EventSchemas
{
    /// <summary>An event as the contract shows it.</summary>
    public static OpenApiSchema Event() => new()
    {
        Type = JsonSchemaType.Object,
        Properties = new Dictionary<string, IOpenApiSchema>
        {
            ["position"] = new OpenApiSchema { Type = JsonSchemaType.Integer, Format = "int64" },
            ["stream"] = Text("incident/ID, unit/ID, call/ID, policy/NAME, setting/NAME or runCard/ID"),
            ["version"] = new OpenApiSchema { Type = JsonSchemaType.Integer, Format = "int32" },
            ["kind"] = Text("What happened; kinds are only ever added."),
            ["occurredAt"] = Time("When it happened, as reported."),
            ["recordedAt"] = Time("When it was recorded; never falls with the position."),
            ["actor"] = new OpenApiSchema
            {
                Type = JsonSchemaType.Object,
                Properties = new Dictionary<string, IOpenApiSchema>
                {
                    ["subject"] = Text("The token's sub."),
                    ["role"] = Text("The role that the command was allowed to."),
                    ["unitId"] = new OpenApiSchema { Type = JsonSchemaType.String | JsonSchemaType.Null },
                },
            },
            ["commandId"] = Text("The same for all events of one command."),
            ["data"] = new OpenApiSchema { Type = JsonSchemaType.Object, Description = "What is particular to the kind." },
            ["hash"] = Text("Lower-case hex of SHA-256 over the hash before and the line."),
        },
    };

    private static OpenApiSchema Text(string description) => new() { Type = JsonSchemaType.String, Description = description };

    private static OpenApiSchema Time(string description) => new() { Type = JsonSchemaType.String, Format = "date-time", Description = description };
}
