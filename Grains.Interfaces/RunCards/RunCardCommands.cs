namespace Tocsin.RunCards;

/// <summary>What can be asked of a run card.</summary>
[GenerateSerializer, Immutable, Alias("tocsin.RunCardCommand")]
public abstract record RunCardCommand;

/// <summary>Makes a run card, or changes one: for every plan from now on.</summary>
/// <param name="Plan">What it says.</param>
[GenerateSerializer, Immutable, Alias("tocsin.SetRunCard")]
public sealed record SetRunCard([property: Id(0)] RunCardPlan Plan) : RunCardCommand;
