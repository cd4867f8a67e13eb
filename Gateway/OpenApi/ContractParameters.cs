using Microsoft.OpenApi;
using Tocsin.Answers;
using Tocsin.Routing;
using Tocsin.Settings;

namespace Tocsin.OpenApi;

/// <summary>The parameters of an operation: path, query and headers.</summary>
internal static class ContractParameters
{
    /// <summary>All of them.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="path">Its path, with its parameters in braces.</param>
    /// <exception cref="InvalidOperationException">A parameter of the path is not described.</exception>
    public static IEnumerable<OpenApiParameter> Of(ApiOperation operation, string path)
    {
        foreach (var name in path.Split('/').Where(p => p.StartsWith('{')).Select(p => p.Trim('{', '}')))
        {
            var parameter = operation.Path.FirstOrDefault(p => p.Name == name)
                ?? throw new InvalidOperationException($"The operation {operation.Id} does not describe {{{name}}} of its path.");
            yield return Make(name, ParameterLocation.Path, parameter.Schema(), parameter.Description, required: true);
        }
        foreach (var (name, schema, description, required) in operation.Query)
            yield return Make(name, ParameterLocation.Query, schema(), description, required);
        foreach (var (name, schema, description, required) in operation.Headers)
            yield return Make(name, ParameterLocation.Header, schema(), description, required);
        if (operation.IsCommand)
        {
            yield return Header(
                IdempotencyKey.Header,
                new OpenApiSchema { Type = JsonSchemaType.String, MinLength = 1, MaxLength = GatewayLimits.KeyMax, Pattern = "^[ -~]+$" },
                "A key of the client's choice for this command: repeated with the same key and body, it is carried out once.");
            yield return Header("If-Match", Text(), "The version that the thing must have, in quotes, such as `\"7\"`, or `*`; else 412.");
        }
        if (operation.IsConditional)
            yield return Header("If-None-Match", Text(), "The versions that the client has, in quotes: if one is the newest, 304.");
    }

    private static OpenApiParameter Header(string name, OpenApiSchema schema, string description) =>
        Make(name, ParameterLocation.Header, schema, description, required: false);

    private static OpenApiSchema Text() => new() { Type = JsonSchemaType.String };

    private static OpenApiParameter Make(
        string name, ParameterLocation location, OpenApiSchema schema, string description, bool required) =>
        new() { Name = name, In = location, Schema = schema, Description = description, Required = required };
}
