namespace Tocsin.Tests.Load.Results;

/// <summary>One thing that decides the verdict.</summary>
/// <param name="Name">What is asked.</param>
/// <param name="Figure">What it was, with its unit.</param>
/// <param name="Limit">What it may be.</param>
/// <param name="Holds">Whether it is.</param>
public sealed record Criterion(string Name, string Figure, string Limit, bool Holds);
