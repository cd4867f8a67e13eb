namespace Tocsin.Tests.Load.Contract;

/// <summary>A row of a trail as <c>application/x-ndjson</c>.</summary>
public sealed record LineView(string Hash, string Line);
