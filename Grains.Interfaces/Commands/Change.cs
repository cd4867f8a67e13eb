namespace Tocsin.Commands;

/// <summary>A field that changed, in an event: <c>{"from", "to"}</c>.</summary>
/// <typeparam name="T">The field's type.</typeparam>
/// <param name="From">The value before the change.</param>
/// <param name="To">The value after the change.</param>
public sealed record Change<T>(T From, T To);
