using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Tocsin.Answers;
using Tocsin.Routing;

namespace Tocsin.OpenApi;

/// <summary>The successful answers of an operation: schemas, examples and headers.</summary>
internal static class ContractAnswers
{
    private const string ExampleCursor = "MTA0Mg";

    /// <summary>The schema of an answer: a reference to a named one, or a list of such.</summary>
    public static async Task<IOpenApiSchema> SchemaOf(
        ApiAnswer answer, OpenApiOperationTransformerContext context, CancellationToken cancellation)
    {
        var (document, type) = (context.Document!, answer.Type);
        if (type == typeof(string))
            return await context.GetOrCreateSchemaAsync(type, null, cancellation);
        var element = type.IsGenericType ? type.GetGenericArguments()[0] : type;
        var described = await context.GetOrCreateSchemaAsync(element, null, cancellation);
        foreach (var list in answer.Lists)
            Add(described, list, Named(document, list.Item.Name, await context.GetOrCreateSchemaAsync(list.Item, null, cancellation)));
        var schema = Named(document, element.Name, described);
        if (type.IsGenericType)
            return new OpenApiSchema { Type = JsonSchemaType.Array, Items = schema };
        return answer.IsPage ? Named(document, element.Name + "Page", PageOf(schema)) : schema;
    }

    /// <summary>A successful response.</summary>
    public static OpenApiResponse ResponseOf(int status, ApiOperation operation, IOpenApiSchema schema)
    {
        var answer = operation.Answer;
        var response = new OpenApiResponse
        {
            Description = status switch { 201 => "Created.", 202 => "Accepted.", _ => "OK." },
            Content = new Dictionary<string, OpenApiMediaType> { [answer.Media] = new() { Schema = schema, Example = ExampleOf(answer) } },
            Headers = new Dictionary<string, IOpenApiHeader>(),
        };
        foreach (var (media, example) in answer.Others)
        {
            var text = new OpenApiSchema { Type = JsonSchemaType.String };
            response.Content[media] = new OpenApiMediaType { Schema = text, Example = JsonValue.Create(example()) };
        }
        if (operation.IsCommand || operation.IsConditional)
            response.Headers["ETag"] = Header("The version of the thing, in quotes.");
        if (operation.IsCommand)
            response.Headers[IdempotencyKey.ReplayedHeader] = Header("`true` when the command had been carried out before; else absent.");
        if (status == 201)
            response.Headers["Location"] = Header("The path of the new thing.");
        return response;
    }

    /// <summary>Puts a schema into the document under a name, once.</summary>
    public static OpenApiSchemaReference Named(OpenApiDocument document, string name, IOpenApiSchema schema)
    {
        document.Components ??= new OpenApiComponents();
        document.Components.Schemas ??= new Dictionary<string, IOpenApiSchema>();
        document.Components.Schemas.TryAdd(name, schema);
        return new OpenApiSchemaReference(name, document);
    }

    private static void Add(OpenApiSchema schema, ApiList list, IOpenApiSchema item)
    {
        schema.Properties ??= new Dictionary<string, IOpenApiSchema>();
        schema.Required ??= new HashSet<string>();
        schema.Properties[list.Name] = new OpenApiSchema { Type = JsonSchemaType.Array, Items = item, Description = list.Description };
        schema.Required.Add(list.Name);
    }

    private static JsonNode ExampleOf(ApiAnswer answer) => answer.IsPage
        ? new JsonObject { ["items"] = new JsonArray(answer.Example()), ["next"] = ExampleCursor }
        : answer.Example();

    private static OpenApiSchema PageOf(IOpenApiSchema item) => new()
    {
        Type = JsonSchemaType.Object,
        Description = "A page of a list.",
        Required = new HashSet<string> { "items", "next" },
        Properties = new Dictionary<string, IOpenApiSchema>
        {
            ["items"] = new OpenApiSchema { Type = JsonSchemaType.Array, Items = item, Description = "The items of this page, in order." },
            ["next"] = new OpenApiSchema
            {
                Type = JsonSchemaType.String | JsonSchemaType.Null,
                Description = "The cursor of the next page; null: this is the last one.",
            },
        },
    };

    private static OpenApiHeader Header(string description) =>
        new() { Description = description, Schema = new OpenApiSchema { Type = JsonSchemaType.String } };
}
