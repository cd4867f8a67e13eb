using Microsoft.OpenApi;
using Tocsin.Identity;
using Tocsin.JsonBodies;

namespace Tocsin.Routing;

/// <summary>A parameter of a path, a query, or a header.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Schema">Makes the schema of its value.</param>
/// <param name="Description">What it means, and its default.</param>
/// <param name="Required">Whether it is required; those of a path always are.</param>
internal sealed record ApiParameter(string Name, Func<OpenApiSchema> Schema, string Description, bool Required = false)
{
    /// <summary>An id.</summary>
    public static ApiParameter OfId<T>(string name, string description)
        where T : struct, IEntityId<T> => new(name, IdType<T>.Instance.Schema, description);
}
