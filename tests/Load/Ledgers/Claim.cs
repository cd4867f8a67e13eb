namespace Tocsin.Tests.Load.Ledgers;

/// <summary>One event that a command must have written.</summary>
/// <param name="Stream">Where it stands.</param>
/// <param name="Kind">What it is.</param>
/// <param name="UnitId">The unit in its data, null where it names none.</param>
/// <param name="AnyTime">
/// Whether its time is the server's affair; then it is the only one of its kind in its stream and with its text.
/// </param>
/// <param name="Text">The text in its data, its own among all of its stream; null where it names none.</param>
public sealed record Claim(string Stream, string Kind, string? UnitId, bool AnyTime = false, string? Text = null);
