namespace Tocsin.Commands;

/// <summary>A field that changed, in an event: <c>{"from", "to"}</c>.</summary>
/// <typeparam name="T">The field's type.</typeparam>
/// <param name="From">What it was.</param>
/// <param name="To">What it is.</param>
public sealed record Change<T>(T From, T To);
