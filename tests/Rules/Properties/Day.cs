namespace Tocsin.Tests.Rules.Properties;

/// <summary>A day of a centre: what is given to it, one step after the other.</summary>
/// <param name="Name">What it is told by when it fails.</param>
/// <param name="Timed">Whether a timing policy holds.</param>
/// <param name="Steps">Each is made when its time has come: some times in it are relative to that.</param>
internal sealed record Day(string Name, bool Timed, IReadOnlyList<Func<DateTimeOffset, Step>> Steps);
