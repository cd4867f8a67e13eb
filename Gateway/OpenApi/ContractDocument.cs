using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Tocsin.OpenApi;

/// <summary>Adds what the whole document shares: who it is, sign-in, problems.</summary>
internal sealed class ContractDocument : IOpenApiDocumentTransformer
{
    /// <summary>The name of the response that every problem is.</summary>
    public const string ProblemResponse = "Problem";

    /// <inheritdoc/>
    public Task TransformAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        document.Info = new OpenApiInfo { Title = "Tocsin", Version = "1", Description = "The gateway of a dispatch cluster: calls, incidents, units, and the trail of what happened." };
        // Whoever reads this got it from the gateway itself.
        document.Servers = [];
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
        {
            [ApiDocument.Bearer] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", BearerFormat = "JWT", Description = "Claims sub, roles, unit_id, station." },
        };
        document.Components.Schemas ??= new Dictionary<string, IOpenApiSchema>();
        document.Components.Schemas[ProblemResponse] = Problem();
        document.Components.Responses = new Dictionary<string, IOpenApiResponse>
        {
            [ProblemResponse] = new OpenApiResponse
            {
                Description = "A problem, RFC 9457.",
                Content = new Dictionary<string, OpenApiMediaType>
                {
                    ["application/problem+json"] = new OpenApiMediaType { Schema = new OpenApiSchemaReference(ProblemResponse, document) },
                },
            },
        };
        return Task.CompletedTask;
    }

    private static OpenApiSchema Problem() => new()
    {
        Type = JsonSchemaType.Object,
        Required = new HashSet<string> { "type", "title", "status", "detail", "code", "traceId" },
        Properties = new Dictionary<string, IOpenApiSchema>
        {
            ["type"] = Text(),
            ["title"] = Text(),
            ["status"] = new OpenApiSchema { Type = JsonSchemaType.Integer, Format = "int32" },
            ["detail"] = Text(),
            ["code"] = Text(),
            ["traceId"] = Text(),
            ["errors"] = List(("field", Text()), ("code", Text()), ("message", Text())),
            ["units"] = List(("unitId", Text()), ("code", Text()), ("incidentId", new OpenApiSchema { Type = JsonSchemaType.String | JsonSchemaType.Null })),
            ["stage"] = Text(),
        },
    };

    private static OpenApiSchema Text() => new() { Type = JsonSchemaType.String };

    private static OpenApiSchema List(params (string Name, IOpenApiSchema Schema)[] properties) => new()
    {
        Type = JsonSchemaType.Array,
        Items = new OpenApiSchema { Type = JsonSchemaType.Object, Properties = properties.ToDictionary(p => p.Name, p => p.Schema) },
    };
}
