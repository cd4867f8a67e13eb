namespace Tocsin.RunCards;

/// <summary>What can be asked of a run card.</summary>
[GenerateSerializer, Immutable, Alias("tocsin.RunCardCommand")]
public abstract record RunCardCommand;
