namespace Tocsin.Identity;

/// <summary>Open things of the kind stand on the board, in a section of <c>GET /board</c>; without it they stand on no board.</summary>
/// <param name="name">The name of the section, camelCase; part of the contract, so it never changes.</param>
/// <param name="item">The record of one item, as the board shows it.</param>
/// <param name="description">What stands in the section, one sentence; for the OpenAPI document.</param>
[AttributeUsage(AttributeTargets.Field)]
public sealed class BoardSectionAttribute(string name, Type item, string description) : Attribute
{
    /// <summary>The name of the section, e.g. <c>incidents</c>.</summary>
    public string Name { get; } = name;

    /// <summary>The record of one item.</summary>
    public Type Item { get; } = item;

    /// <summary>What stands in the section.</summary>
    public string Description { get; } = description;
}
