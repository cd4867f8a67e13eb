namespace Tocsin.Tests.Load.Results;

/// <summary>How often one kind of request was answered with one code.</summary>
/// <param name="Name">The kind.</param>
/// <param name="Code">The problem's code, or <c>unreachable</c>, <c>noAnswer</c>, <c>rejected</c>.</param>
/// <param name="Count">How often.</param>
public sealed record CodeCount(string Name, string Code, int Count);
