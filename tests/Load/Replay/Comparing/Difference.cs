namespace Tocsin.Tests.Load.Replay.Comparing;

/// <summary>One thing that was carried and reads differently.</summary>
/// <param name="Line">Line of the file, 0 for what belongs to no line.</param>
/// <param name="Incident">The file's incident number.</param>
/// <param name="Unit">The unit, empty where it is about the incident.</param>
/// <param name="Field">What differs.</param>
/// <param name="Expected">What the file says.</param>
/// <param name="Actual">What the server says.</param>
public sealed record Difference(int Line, string Incident, string Unit, string Field, string Expected, string Actual);
