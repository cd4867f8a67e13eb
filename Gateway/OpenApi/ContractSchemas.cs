using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Tocsin.Identity;
using Tocsin.JsonBodies;
using Tocsin.Places;

namespace Tocsin.OpenApi;

/// <summary>
/// Completes the schemas of answers: ids and times, which have converters of their own, the descriptions of properties, and where null may
/// stand.
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
        if (IsId(type))
        {
            DescribeId(schema);
        }
        else if (context.JsonTypeInfo.ElementType is { } element && IsId(element))
        {
            // The schema of a type with a converter of its own is empty, and an empty one is left out where it is an array's.
            schema.Items = DescribeId(new OpenApiSchema());
        }
        else if (type == typeof(DateTimeOffset))
        {
            schema.Type = JsonSchemaType.String;
            schema.Format = "date-time";
        }
        else if (type == typeof(GeoPoint))
        {
            DescribePoint(schema);
        }

        if (IsNullable(context))
            schema.Type |= JsonSchemaType.Null;
        return Task.CompletedTask;
    }

    // ASP.NET Core keeps for itself whether a property may be null whose type has a schema of its own, and says so where it makes the
    // property a reference. Answers are written whole, so it is said here, for every type alike.
    private static bool IsNullable(OpenApiSchemaTransformerContext context) =>
        Nullable.GetUnderlyingType(context.JsonTypeInfo.Type) is not null || context.JsonPropertyInfo is { IsGetNullable: true };

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

    private static OpenApiSchema DescribeId(OpenApiSchema schema)
    {
        (schema.Type, schema.Pattern) = (JsonSchemaType.String, IdType<UnitId>.Pattern);
        return schema;
    }

    private static bool IsId(Type type) =>
        type.IsValueType && type.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IEntityId<>));
}
