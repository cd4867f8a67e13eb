namespace Tocsin.Policies;

/// <summary>What can be asked of a timing policy.</summary>
[GenerateSerializer, Immutable, Alias("tocsin.PolicyCommand")]
public abstract record PolicyCommand;
