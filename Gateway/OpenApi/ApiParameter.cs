using Microsoft.OpenApi;

namespace Tocsin.OpenApi;

/// <summary>A parameter of a query.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Schema">Its values.</param>
/// <param name="Description">What it does.</param>
/// <param name="Required">Whether it must be there.</param>
internal sealed record ApiParameter(string Name, Func<OpenApiSchema> Schema, string Description, bool Required = false);
