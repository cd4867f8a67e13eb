namespace Tocsin.Calls;

/// <summary>What can be asked of a call.</summary>
[GenerateSerializer, Immutable, Alias("tocsin.CallCommand")]
public abstract record CallCommand;
