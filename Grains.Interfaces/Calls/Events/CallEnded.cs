namespace Tocsin.Calls;

/// <summary>It is over.</summary>
public sealed record CallEnded : CallEvent;
