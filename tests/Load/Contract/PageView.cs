namespace Tocsin.Tests.Load.Contract;

/// <summary>A page of a list; <paramref name="Next"/> goes on where it stopped, null at the end.</summary>
public sealed record PageView<T>(IReadOnlyList<T> Items, string? Next);
