using System.Globalization;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Tocsin.Answers;
using Tocsin.Bodies;
using Tocsin.Identity;
using Tocsin.Limits;

namespace Tocsin.OpenApi;

/// <summary>Says of each route what its <see cref="ApiRoute"/> says.</summary>
internal sealed class ContractOperations : IOpenApiOperationTransformer
{
    private static readonly int[] AlwaysPossible = [400, 401, 403, 429, 503];

    /// <inheritdoc/>
    public async Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        if (context.Description.ActionDescriptor.EndpointMetadata.OfType<ApiRoute>().FirstOrDefault() is not { } route)
            return;
        operation.Summary = route.Summary;
        operation.Tags = new HashSet<OpenApiTagReference> { new(route.Tag, context.Document) };
        operation.Parameters = [.. Parameters(route, context.Description.RelativePath ?? "")];
        if (route.Body is { } body)
        {
            operation.RequestBody = new OpenApiRequestBody
            {
                Required = route.BodyRequired,
                Content = Json(body()),
            };
        }
        var answer = await AnswerSchema(route, context, cancellationToken);
        operation.Responses = [];
        foreach (var status in route.Statuses)
            operation.Responses[Text(status)] = Good(status, route, answer);
        if (route.IsConditional)
            operation.Responses["304"] = new OpenApiResponse { Description = "The version that the client has is the newest." };
        foreach (var status in AlwaysPossible.Concat(route.Problems).Concat(route.Body is null ? [] : [413, 415]).Order())
            operation.Responses[Text(status)] = new OpenApiResponseReference(ContractDocument.ProblemResponse, context.Document);
        operation.Security = route.IsOpen ? [] : [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(ApiDocument.Bearer, context.Document)] = [] }];
    }

    private static IEnumerable<OpenApiParameter> Parameters(ApiRoute route, string path)
    {
        foreach (var part in path.Split('/').Where(p => p.StartsWith('{')).Select(p => p.Trim('{', '}')))
        {
            var word = route.Path.FirstOrDefault(p => p.Name == part);
            yield return Parameter(part, ParameterLocation.Path, word?.Schema() ?? IdKind<UnitId>.Instance.Schema(), word?.Description ?? "An id.", required: true);
        }
        foreach (var (name, schema, description, required) in route.Query)
            yield return Parameter(name, ParameterLocation.Query, schema(), description, required);
        if (route.IsCommand)
        {
            yield return Parameter(IdempotencyKey.Header, ParameterLocation.Header, new OpenApiSchema { Type = JsonSchemaType.String, MinLength = 1, MaxLength = EdgeLimits.KeyMax, Pattern = "^[ -~]+$" }, "Makes a repeat recognisable: what is tried twice is done once.");
            yield return Parameter("If-Match", ParameterLocation.Header, new OpenApiSchema { Type = JsonSchemaType.String }, "The version that the thing must have, in quotes, or *.");
        }
        if (route.IsConditional)
            yield return Parameter("If-None-Match", ParameterLocation.Header, new OpenApiSchema { Type = JsonSchemaType.String }, "The versions that the client has: answered 304.");
    }

    private static OpenApiParameter Parameter(string name, ParameterLocation location, OpenApiSchema schema, string description, bool required = false) =>
        new() { Name = name, In = location, Schema = schema, Description = description, Required = required };

    private static async Task<IOpenApiSchema> AnswerSchema(ApiRoute route, OpenApiOperationTransformerContext context, CancellationToken cancellation)
    {
        IOpenApiSchema item = route.Answer is { } type
            ? await context.GetOrCreateSchemaAsync(type, null, cancellation)
            : route.AnswerSchema!();
        if (route.Answer is { IsGenericType: false } named)
            item = Named(context.Document!, named.Name, item);
        return !route.IsPage ? item : new OpenApiSchema
        {
            Type = JsonSchemaType.Object,
            Required = new HashSet<string> { "items", "next" },
            Properties = new Dictionary<string, IOpenApiSchema>
            {
                ["items"] = new OpenApiSchema { Type = JsonSchemaType.Array, Items = item },
                ["next"] = new OpenApiSchema { Type = JsonSchemaType.String | JsonSchemaType.Null, Description = "The cursor of the next page." },
            },
        };
    }

    // A view stands once in the document, by its name, so that clients made from it have one type of it.
    private static OpenApiSchemaReference Named(OpenApiDocument document, string name, IOpenApiSchema schema)
    {
        document.Components ??= new OpenApiComponents();
        document.Components.Schemas ??= new Dictionary<string, IOpenApiSchema>();
        document.Components.Schemas.TryAdd(name, schema);
        return new OpenApiSchemaReference(name, document);
    }

    private static OpenApiResponse Good(int status, ApiRoute route, IOpenApiSchema answer)
    {
        var response = new OpenApiResponse
        {
            Description = status switch { 201 => "Made.", 202 => "Taken.", _ => "Done." },
            Content = Json(answer),
            Headers = new Dictionary<string, IOpenApiHeader>(),
        };
        foreach (var media in route.OtherMedia)
            response.Content![media] = new OpenApiMediaType { Schema = new OpenApiSchema { Type = JsonSchemaType.String } };
        if (route.IsCommand || route.IsConditional)
            response.Headers["ETag"] = Header("The version, in quotes.");
        if (route.IsCommand)
            response.Headers[IdempotencyKey.ReplayedHeader] = Header("true when it had been done before.");
        if (status == 201)
            response.Headers["Location"] = Header("Where the new thing is.");
        return response;
    }

    private static OpenApiHeader Header(string description) => new() { Description = description, Schema = new OpenApiSchema { Type = JsonSchemaType.String } };

    private static Dictionary<string, OpenApiMediaType> Json(IOpenApiSchema schema) => new() { [AnswerWriter.Json] = new OpenApiMediaType { Schema = schema } };

    private static string Text(int status) => status.ToString(CultureInfo.InvariantCulture);
}
