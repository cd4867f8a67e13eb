namespace Tocsin.Tests.Load.Results;

/// <summary>One kind of request in a slot of time.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Count">How many were answered.</param>
/// <param name="P50">In ms, from when they were meant to be sent.</param>
/// <param name="P99">Likewise.</param>
/// <param name="Max">Likewise.</param>
public sealed record KindSlot(string Name, long Count, double P50, double P99, double Max);
