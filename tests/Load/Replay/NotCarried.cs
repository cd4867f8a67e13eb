namespace Tocsin.Tests.Load.Replay;

/// <summary>One thing that stands in the file and not in Tocsin, and why.</summary>
/// <param name="Line">Line of the file, 1 being the headings.</param>
/// <param name="Incident">The file's incident number, empty where it has none.</param>
/// <param name="Unit">The file's unit, empty where it is about the incident or the row has none.</param>
/// <param name="Field">What was not carried, one of <see cref="Fields"/>.</param>
/// <param name="Value">As the file writes it.</param>
/// <param name="Code">The server's code, or one of <see cref="FileCodes"/>.</param>
/// <param name="Detail">For people: who holds the unit, what the field holds instead.</param>
public sealed record NotCarried(int Line, string Incident, string Unit, string Field, string Value, string Code, string Detail = "");
