namespace Tocsin.Tests.Load.Replay.Planning;

/// <summary>A call about an incident: the file's call number and when it was answered.</summary>
public sealed record PlannedCall(string Number, int Line, DateTimeOffset ReceivedAt);
