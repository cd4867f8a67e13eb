namespace Tocsin.RunCards;

/// <summary>The commands to a run card; <see cref="IRunCardGrain"/> carries them out.</summary>
[GenerateSerializer, Immutable, Alias("tocsin.RunCardCommand")]
public abstract record RunCardCommand;

/// <summary>Makes a run card, or changes one, for every plan from now on.</summary>
/// <remarks>Refused with <c>invalid</c>, which names each wrong field, for a card that is impossible.</remarks>
/// <param name="Plan">The whole content of the card.</param>
[GenerateSerializer, Immutable, Alias("tocsin.SetRunCard")]
public sealed record SetRunCard([property: Id(0)] RunCardPlan Plan) : RunCardCommand;
