using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Tocsin.Bodies;
using Tocsin.Identity;

namespace Tocsin.OpenApi;

/// <summary>Says of values with converters of their own what they look like: ids and times.</summary>
internal sealed class ContractSchemas : IOpenApiSchemaTransformer
{
    /// <inheritdoc/>
    public Task TransformAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        var type = Nullable.GetUnderlyingType(context.JsonTypeInfo.Type) ?? context.JsonTypeInfo.Type;
        var isNullable = type != context.JsonTypeInfo.Type;
        if (IsId(type))
        {
            schema.Type = JsonSchemaType.String;
            schema.Pattern = IdKind<UnitId>.Pattern;
        }
        else if (type == typeof(DateTimeOffset))
        {
            schema.Type = JsonSchemaType.String;
            schema.Format = "date-time";
        }
        else
        {
            return Task.CompletedTask;
        }
        if (isNullable)
            schema.Type |= JsonSchemaType.Null;
        return Task.CompletedTask;
    }

    private static bool IsId(Type type) =>
        type.IsValueType && type.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IEntityId<>));
}
