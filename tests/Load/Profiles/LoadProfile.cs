namespace Tocsin.Tests.Load.Profiles;

/// <summary>A named load and what a server must do under it. A new one is a small file and a line in the catalog.</summary>
/// <param name="Name">What it is asked for by.</param>
/// <param name="Description">What it stands for, with its source.</param>
/// <param name="CallsPerSecond">Mean rate of calls.</param>
/// <param name="IncidentShare">The share of calls that become incidents.</param>
/// <param name="UnitsPerIncident">The mean number of units that an incident gets, 1..2.</param>
/// <param name="Limits">What decides the verdict.</param>
public sealed record LoadProfile(string Name, string Description, double CallsPerSecond, double IncidentShare, double UnitsPerIncident, LoadLimits Limits);
