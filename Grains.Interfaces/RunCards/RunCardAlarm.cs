namespace Tocsin.RunCards;

/// <summary>One alarm of a run card: what it adds to those before it.</summary>
/// <param name="Needs">What it asks for, the most important first; at most <see cref="MaxNeeds"/>.</param>
[GenerateSerializer, Immutable, Alias("tocsin.RunCardAlarm")]
public sealed record RunCardAlarm([property: Id(0)] IReadOnlyList<RunCardNeed> Needs)
{
    /// <summary>The most needs of an alarm.</summary>
    public const int MaxNeeds = 20;
}
