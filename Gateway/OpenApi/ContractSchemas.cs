using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Tocsin.Identity;
using Tocsin.JsonBodies;
using Tocsin.Places;

namespace Tocsin.OpenApi;

/// <summary>
/// Completes the schemas of answers: ids and times, which have converters of their own, and the descriptions of properties.
/// </summary>
internal sealed class ContractSchemas : IOpenApiSchemaTransformer
{
    // Where ASP.NET Core keeps the description of a property whose type has a schema of its own.
    private const string PropertyDescription = "x-ref-description";

    /// <inheritdoc/>
    public Task TransformAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        if (context.JsonPropertyInfo is not null && schema.Metadata?.TryGetValue(PropertyDescription, out var text) == true)
            schema.Description = text as string ?? schema.Description;
        var type = Nullable.GetUnderlyingType(context.JsonTypeInfo.Type) ?? context.JsonTypeInfo.Type;
        var isNullable = type != context.JsonTypeInfo.Type;
        if (IsId(type))
        {
            schema.Type = JsonSchemaType.String;
            schema.Pattern = IdType<UnitId>.Pattern;
        }
        else if (type == typeof(DateTimeOffset))
        {
            schema.Type = JsonSchemaType.String;
            schema.Format = "date-time";
        }
        else
        {
            if (type == typeof(GeoPoint))
                DescribePoint(schema);
            return Task.CompletedTask;
        }
        if (isNullable)
            schema.Type |= JsonSchemaType.Null;
        return Task.CompletedTask;
    }

    // ASP.NET Core finds no descriptions of the parameters of a record struct.
    private static void DescribePoint(OpenApiSchema schema)
    {
        Describe("lat", "WGS 84 degrees north, -90 to 90.");
        Describe("lon", "WGS 84 degrees east, -180 to 180.");

        void Describe(string name, string text)
        {
            if (schema.Properties?.TryGetValue(name, out var property) == true)
                property.Description = text;
        }
    }

    private static bool IsId(Type type) =>
        type.IsValueType && type.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IEntityId<>));
}
