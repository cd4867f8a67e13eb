namespace Tocsin.Tests.Load.Replay.Running;

/// <summary>A replay that could not go on; the message says how to take it up again.</summary>
public sealed class ReplayInterruptedException(string message) : Exception(message);
