using System.Globalization;
using System.Net.Mime;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Tocsin.JsonBodies;
using Tocsin.Routing;
using Tocsin.SignIn;

namespace Tocsin.OpenApi;

/// <summary>Describes each operation by its <see cref="ApiOperation"/>, and who may call it by its permissions.</summary>
internal sealed class ContractOperations : IOpenApiOperationTransformer
{
    private static readonly int[] AlwaysPossible = [400, 401, 403, 429, 503];

    /// <inheritdoc/>
    public async Task TransformAsync(
        OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        if (metadata.OfType<ApiOperation>().FirstOrDefault() is not { } described)
            return;
        operation.OperationId = described.Id;
        operation.Summary = described.Summary;
        operation.Description = DescriptionOf(described, metadata.OfType<PermissionRequirement>().FirstOrDefault());
        operation.Tags = new HashSet<OpenApiTagReference> { new(described.Tag, context.Document) };
        operation.Parameters = [.. ContractParameters.Of(described, context.Description.RelativePath ?? "")];
        if (described.Body is { } body)
            operation.RequestBody = RequestOf(described, body, context.Document!);
        var answer = await ContractAnswers.SchemaOf(described.Answer, context, cancellationToken);
        operation.Responses = [];
        foreach (var status in described.Statuses)
            operation.Responses[Text(status)] = ContractAnswers.ResponseOf(status, described, answer);
        if (described.IsConditional)
            operation.Responses["304"] = new OpenApiResponse { Description = "The client already has the newest version." };
        int[] bodyProblems = described.Body is null ? [] : [413, 415];
        foreach (var status in AlwaysPossible.Concat(described.Problems).Concat(bodyProblems).Order())
            operation.Responses[Text(status)] = new OpenApiResponseReference(ContractDocument.ProblemResponse, context.Document);
        operation.Security = described.IsOpen
            ? []
            : [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(ApiDocument.Bearer, context.Document)] = [] }];
    }

    private static string DescriptionOf(ApiOperation described, PermissionRequirement? requirement)
    {
        var text = described.Description.ReplaceLineEndings(" ").Trim();
        return text + "\n\n" + (requirement is null ? "Needs no token." : WhoMay.SentenceOf(requirement.Any));
    }

    // A body is a schema of its own in the document, so that generated clients have one named type of it.
    private static OpenApiRequestBody RequestOf(ApiOperation described, JsonType body, OpenApiDocument document)
    {
        var name = body.Name ?? throw new InvalidOperationException($"The body of {described.Id} has no name.");
        var schema = body.Schema();
        schema.Description ??= $"The body of `{described.Id}`.";
        return new OpenApiRequestBody
        {
            Required = described.BodyRequired,
            Content = new Dictionary<string, OpenApiMediaType>
            {
                [MediaTypeNames.Application.Json] = new()
                {
                    Schema = ContractAnswers.Named(document, name, schema),
                    Example = body.Example,
                },
            },
        };
    }

    private static string Text(int status) => status.ToString(CultureInfo.InvariantCulture);
}
