namespace Tocsin.Tests.Support.Watching;

/// <summary>An alert as Prometheus has it at this moment.</summary>
/// <param name="Name">Its name.</param>
/// <param name="IsFiring">Whether it fires; else its condition holds, and not for long enough yet.</param>
/// <param name="Labels">Its labels.</param>
/// <param name="Annotations">What it says, filled in.</param>
public sealed record Alert(
    string Name, bool IsFiring, IReadOnlyDictionary<string, string> Labels, IReadOnlyDictionary<string, string> Annotations);
