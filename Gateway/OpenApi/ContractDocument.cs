using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Tocsin.OpenApi;

/// <summary>Adds what the whole document shares: its title, sign-in, problems.</summary>
internal sealed class ContractDocument : IOpenApiDocumentTransformer
{
    /// <summary>The name of the response and of the schema of every problem.</summary>
    public const string ProblemResponse = "Problem";

    private const string Description =
        """
        The gateway of a dispatch cluster: calls, incidents, units, and the trail of every event. JSON in camelCase; times in RFC 3339,
        answered in UTC with milliseconds; coordinates in WGS 84 degrees. Absent values are `null`. Bodies and queries are strict: an
        unknown field is 400. A command is answered after it is durable; send it with an `Idempotency-Key`, and repeat it with the same
        key after 503 or a lost connection.
        """;

    /// <inheritdoc/>
    public Task TransformAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        document.Info = new OpenApiInfo { Title = "Tocsin", Version = "1", Description = Description.ReplaceLineEndings(" ") };
        // A reader of the document has it from the gateway itself.
        document.Servers = [];
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
        {
            [ApiDocument.Bearer] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.Http,
                Scheme = "bearer",
                BearerFormat = "JWT",
                Description = "A JSON Web Token: claims sub, roles, unit_id (for the role unit), station (for the role station).",
            },
        };
        document.Components.Schemas ??= new Dictionary<string, IOpenApiSchema>();
        document.Components.Schemas[ProblemResponse] = ProblemSchema.Make();
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
}
