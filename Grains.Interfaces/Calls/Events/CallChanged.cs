namespace Tocsin.Calls;

/// <summary>Fields changed.</summary>
/// <param name="Changes">Those that did.</param>
public sealed record CallChanged(CallChanges Changes) : CallEvent;
