namespace Tocsin.Routing;

/// <summary>A member of an answer that its record does not have: a list of things of one type, for the OpenAPI document.</summary>
/// <param name="Name">The name of the member, camelCase.</param>
/// <param name="Item">The type of the things.</param>
/// <param name="Description">What they are, one sentence.</param>
internal sealed record ApiList(string Name, Type Item, string Description);
