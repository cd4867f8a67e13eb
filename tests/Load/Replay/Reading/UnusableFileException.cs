namespace Tocsin.Tests.Load.Replay.Reading;

/// <summary>The file is not of this format, or holds nothing.</summary>
public sealed class UnusableFileException(string message) : Exception(message);
