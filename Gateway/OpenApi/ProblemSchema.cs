using Microsoft.OpenApi;

namespace Tocsin.OpenApi;

/// <summary>The schema of a problem, which <c>ProblemWriter</c> writes by hand.</summary>
internal static class ProblemSchema
{
    /// <summary>Makes it.</summary>
    public static OpenApiSchema Make() => new()
    {
        Type = JsonSchemaType.Object,
        Description = "Why a request was refused or failed, RFC 9457. Programs decide by `code`.",
        Required = new HashSet<string> { "type", "title", "status", "detail", "code", "traceId" },
        Properties = new Dictionary<string, IOpenApiSchema>
        {
            ["type"] = Text("`urn:tocsin:problem:` and the code."),
            ["title"] = Text("The code in words; the same for each problem of that code."),
            ["status"] = new OpenApiSchema { Type = JsonSchemaType.Integer, Format = "int32", Description = "The HTTP status." },
            ["detail"] = Text("What went wrong and why, for people; no personal data."),
            ["code"] = Text("The stable code, for programs; codes are only ever added."),
            ["traceId"] = Text("The id by which traces and the gateway's log name this request."),
            ["errors"] = List(
                "The invalid fields, 100 at most; only with code `invalid` and with times in the future.",
                ("field", Text("The field, parameter or header, such as `location.lat` or `unitIds[2]`; empty: the body as a whole.")),
                ("code", Text("The stable code of the error.")),
                ("message", Text("What is wrong with it, for people."))),
            ["units"] = List(
                "The units that could not be taken; only with code `unitBusy`.",
                ("unitId", Text("The unit.")),
                ("code", Text("Why it could not be taken: `busy`, `offDuty` or `outOfService`.")),
                ("incidentId", OptionalText("The incident to which a busy unit is assigned; else null."))),
            ["stage"] = Text("The present stage or status; only with code `wrongStage`."),
            ["missing"] = new OpenApiSchema
            {
                Type = JsonSchemaType.Array,
                Description = "The names of what is missing; only with code `incomplete`.",
                Items = new OpenApiSchema { Type = JsonSchemaType.String },
            },
        },
    };

    private static OpenApiSchema Text(string description) => new() { Type = JsonSchemaType.String, Description = description };

    private static OpenApiSchema OptionalText(string description) =>
        new() { Type = JsonSchemaType.String | JsonSchemaType.Null, Description = description };

    private static OpenApiSchema List(string description, params (string Name, IOpenApiSchema Schema)[] properties) => new()
    {
        Type = JsonSchemaType.Array,
        Description = description,
        Items = new OpenApiSchema { Type = JsonSchemaType.Object, Properties = properties.ToDictionary(p => p.Name, p => p.Schema) },
    };
}
