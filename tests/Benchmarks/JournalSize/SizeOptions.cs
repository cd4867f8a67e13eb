namespace Tocsin.Tests.Benchmarks.JournalSize;

/// <summary>What is the same at every size.</summary>
/// <param name="Open">Open incidents.</param>
/// <param name="Units">Units on duty.</param>
/// <param name="Time">How long commands are measured.</param>
/// <param name="OnlyStart">Only the start and the board.</param>
internal sealed record SizeOptions(int Open, int Units, TimeSpan Time, bool OnlyStart);
