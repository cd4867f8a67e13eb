namespace Tocsin.RunCards;

/// <summary>What one alarm of a run card asks for: so many units of a sort.</summary>
/// <param name="Name">What people call it, 1 to 100 characters; the needs of all alarms of a card with one name are one need.</param>
/// <param name="Kinds">A unit of any of these kinds will do; none: of every kind. At most <see cref="MaxWords"/>.</param>
/// <param name="Capabilities">Each of them must be there. At most <see cref="MaxWords"/>.</param>
/// <param name="Count">How many, 1 to <see cref="MaxCount"/>.</param>
/// <param name="Scope">Whose units.</param>
[GenerateSerializer, Immutable, Alias("tocsin.RunCardNeed")]
public sealed record RunCardNeed(
    [property: Id(0)] string Name,
    [property: Id(1)] IReadOnlyList<string> Kinds,
    [property: Id(2)] IReadOnlyList<string> Capabilities,
    [property: Id(3)] int Count,
    [property: Id(4)] NeedScope Scope)
{
    /// <summary>The most kinds or capabilities of a need.</summary>
    public const int MaxWords = 20;

    /// <summary>The most units that one need asks for: as many as one assignment may name.</summary>
    public const int MaxCount = 50;
}
