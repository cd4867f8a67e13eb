namespace Tocsin.Access;

/// <summary>A row of the access log.</summary>
/// <param name="Id">Its number, from 1 without gaps, in the order of writing.</param>
/// <param name="At">When it happened.</param>
/// <param name="Line">The item, JSON text.</param>
public sealed record AccessRow(long Id, DateTimeOffset At, string Line);
