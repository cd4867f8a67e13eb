namespace Tocsin.Erasing;

/// <summary>The answer to who asks for an erasure, who may not read the thing itself.</summary>
/// <param name="Id">The call or incident.</param>
/// <param name="Status">How far it has come.</param>
public sealed record ErasureAnswer(string Id, ErasureStatus Status);
